"""Repairs verbs that a parser made a helper, a part of a fixed phrase, an adjective or a noun's complement.

"L'homme a peut-être agi seul": if "agi" is parsed as a copula, the sentence has no verb. "Elle se dit
convaincue", "il resterait fermé": these verbs are no auxiliaries. "Le syndicat menace de partir": no locution
ends in an infinitive after a verb. "Le groupe a d'ores et déjà prévenu": a participle is not coordinated with
its auxiliary. "Il se peut que la ligne ferme": a clause has a verb. "Le prévenu a nié": a participle with an
article is a noun. "Nul doute que": "nul" negates a verb with "ne" only. "Le vote a conduit l'UE a revoir sa
position": before an infinitive, "a" is "à" without its accent.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import word_forms
from claimx.syntax.tree import attach, take_place
from claimx.syntax.words import Word

ADVERBIAL = frozenset(("ADV", "ADP", "CCONJ"))
IN_CLAUSE = frozenset(("ccomp", "csubj", "obj", "nsubj", "advcl"))
# Classes of the present tense in the table of word forms.
PRESENT = frozenset(("V", "Ve", "Vl"))
ARGUMENTS = frozenset(("nsubj", "obj", "iobj", "obl"))
# What a noun has and a participle has not, and the other way round.
NOMINAL = frozenset(("det", "amod", "case", "nmod", "appos", "acl", "conj", "punct", "flat"))
AGREEMENT = frozenset(("Gender", "Number"))
MAX_TOKENS_TO_PARTICIPLE = 6
# Labels of an infinitive that a word before it governs.
GOVERNED = frozenset(("acl", "advcl", "xcomp"))


def restore_verbs(words: Iterable[Word]) -> None:
    """Make heads of clauses of the verbs that the parser did not see as such."""
    for word in words:
        if word.base == "aux" and _is_preposition(word):
            word.pos_, word.dep_, word.base, word.features = "ADP", "mark", "mark", {}
        elif word.base in ("aux", "cop") and word.pos_ in ("AUX", "VERB"):
            _promote(word)
        elif word.base == "fixed":
            _release(word)
        elif word.base == "acl" and word.features.get("VerbForm") == "Inf":
            _raise_infinitive(word)
        elif word.base == "xcomp" and word.features.get("VerbForm") == "Inf":
            _hold_noun(word)
        elif word.base in ("conj", "xcomp") and word.features.get("VerbForm") == "Part":
            _join_participle(word)
        elif grammar.COMPLEMENTIZER in word.classes:
            _verbalise(word)
        elif word.base in ARGUMENTS and word.features.get("VerbForm") in ("Part", "Fin"):
            _restore_noun(word)
        elif word.base == "nsubj" and grammar.NEGATIVE_DETERMINER in word.classes:
            _restore_doubt(word)


def _is_preposition(helper: Word) -> bool:
    """Whether a form of "avoir" stands before an infinitive that depends on a word before it."""
    infinitive = helper.head
    if helper.i != infinitive.i - 1 or infinitive.features.get("VerbForm") != "Inf":
        return False
    governed = infinitive.base in GOVERNED and infinitive.head.i < helper.i
    joined = any(child.base == "cc" for child in infinitive.children)  # "et a profiter", for "profité"
    written_a = helper.features.get("Person") == "3" and helper.features.get("Number") == "Sing"
    return governed and not joined and written_a and grammar.ACTIVE_AUXILIARY in helper.lemma_classes


def _promote(helper: Word) -> None:
    """Make a verb that is no auxiliary, or no copula, the head of its participle or adjective."""
    meaning, head = helper.lemma_classes, helper.head
    if helper.base == "cop":
        participle = helper.features.get("VerbForm") == "Part"
        false = participle and not meaning & {grammar.COPULA, grammar.PERSISTENCE}
    else:
        passive = head.pos_ == "ADJ" or head.features.get("VerbForm") == "Part"
        false = passive and not meaning & {grammar.AUXILIARY, grammar.CAUSATIVE}
    if false and helper.i < head.i:
        mine = [child for child in head.children if child.i < head.i or child.is_punct]
        take_place(helper, head, "xcomp", [child for child in mine if child is not helper])


def _release(infinitive: Word) -> None:
    """Give a verb the infinitive after it: "menace de partir"."""
    link = infinitive.head
    verb = link.head
    if infinitive.features.get("VerbForm") != "Inf" or grammar.GENITIVE_PREPOSITION not in link.classes:
        return
    if verb.pos_ == "VERB" and (verb.i, link.i) == (infinitive.i - 2, infinitive.i - 1):
        attach(infinitive, verb, "xcomp")
        attach(link, infinitive, "mark")


def _raise_infinitive(infinitive: Word) -> None:
    """Give a verb its bare infinitive, which no noun takes: "assure de son côté étudier une vente"."""
    noun = infinitive.head
    verb = noun.head
    opening = infinitive.parse[infinitive.i - 1]
    if noun.base == "obl" and opening is noun and verb.pos_ == "VERB" and verb.i < noun.i:
        attach(infinitive, verb, "xcomp")


def _hold_noun(infinitive: Word) -> None:
    """Make a noun of the infinitive that "avoir" can't govern: "a le devoir de protéger"."""
    verb, article = infinitive.head, infinitive.parse[infinitive.i - 1]
    if grammar.ACTIVE_AUXILIARY not in verb.lemma_classes or article.i != verb.i + 1:
        return
    lemma = word_forms().lemma(word_form(infinitive.text), "noun")
    if grammar.DEFINITE_ARTICLE in article.classes and article.head is infinitive and lemma is not None:
        infinitive.pos_, infinitive.lemma_, infinitive.features = "NOUN", lemma, {"Number": "Sing"}
        infinitive.dep_ = infinitive.base = "obj"
        article.pos_, article.dep_, article.base = "DET", "det", "det"


def _join_participle(participle: Word) -> None:
    """Make a finite "avoir" or "être" the auxiliary of the participle after an adverb: "a à tort annoncé"."""
    verb = participle.head
    between = participle.parse[verb.i + 1 : participle.i]
    if not 0 < len(between) <= MAX_TOKENS_TO_PARTICIPLE or verb.features.get("VerbForm") != "Fin":
        return
    if grammar.AUXILIARY not in verb.lemma_classes or participle.features.get("Tense") == "Pres":
        return
    if participle.base == "conj" and any(word.pos_ not in ADVERBIAL for word in between):
        return
    has = grammar.ACTIVE_AUXILIARY in verb.lemma_classes
    if participle.base == "xcomp" and (not has or any(child.base == "obj" for child in verb.children)):
        return
    mine = [child for child in verb.children if child is not participle]
    take_place(participle, verb, "aux:tense", mine)


def _verbalise(que: Word) -> None:
    """Make a verb of the adjective after the subject of a clause that has no verb."""
    noun = que.head
    before = que.parse[que.i - 1] if que.i else que
    if (
        que.base != "mark"
        or noun.pos_ not in ("NOUN", "PROPN")
        or noun.base not in IN_CLAUSE
        or noun.head is not before
    ):
        return
    if not _takes_clause(before) or any(child.base in ("aux", "cop", "nsubj") for child in noun.children):
        return
    if any(grammar.NEGATION_PARTICLE in child.classes for child in before.children):
        return  # "ne vend que le pain frais"
    for adjective in noun.children:
        if adjective.base == "amod" and adjective.i > noun.i and _may_be_verb(adjective):
            lemma = word_forms().lemma(word_form(adjective.text), "verb")
            adjective.pos_, adjective.lemma_ = "VERB", lemma or adjective.lemma_
            adjective.features = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
            mine = [child for child in noun.children if child.i > adjective.i or child is que]
            take_place(adjective, noun, "nsubj", mine)
            adjective.dep_ = adjective.base = "ccomp"
            return


def _takes_clause(word: Word) -> bool:
    """Whether a clause with "que" may follow: a verb, or the adjective of "il est possible"."""
    if word.pos_ == "VERB":
        return True
    compared = any(grammar.COMPARATIVE in child.classes for child in word.children)
    impersonal = any(grammar.EXPLETIVE_SUBJECT in child.classes for child in word.children)
    return word.pos_ == "ADJ" and impersonal and not compared


def _may_be_verb(word: Word) -> bool:
    """Whether the form is also that of a present tense."""
    return not PRESENT.isdisjoint(word_forms().word_class(word_form(word.text)).split("|"))


def _restore_noun(verb: Word) -> None:
    """Make a noun of a verb form with an article or a preposition: "le prévenu", "de « calomnie »"."""
    labels = {child.base for child in verb.children}
    adjectives = (child for child in verb.children if child.base == "amod")
    labels |= {child.base for adjective in adjectives for child in adjective.children if child.base == "det"}
    finite = verb.features["VerbForm"] == "Fin"
    lemma = word_forms().lemma(word_form(verb.text), "noun")
    opened = "det" in labels or (finite and "case" in labels)
    if opened and labels <= NOMINAL and (lemma is not None or not finite):
        verb.pos_, verb.lemma_ = "NOUN", lemma or verb.lower_
        verb.features = {name: value for name, value in verb.features.items() if name in AGREEMENT}


def _restore_doubt(determiner: Word) -> None:
    """Make a noun of the verb after "nul" without "ne": "Nul doute que le pont tiendra"."""
    verb = determiner.head
    if determiner.i != verb.i - 1 or verb.features.get("VerbForm") != "Fin":
        return
    lemma = word_forms().lemma(word_form(verb.text), "noun")
    if lemma is None or any(grammar.NEGATION_PARTICLE in child.classes for child in verb.children):
        return
    verb.pos_, verb.lemma_, verb.features = "NOUN", lemma, {"Number": "Sing"}
    determiner.pos_, determiner.dep_, determiner.base = "DET", "det", "det"
