"""Repairs auxiliaries and copulas that a parser gave to a word of an insertion, and what follows from them.

"Le groupe a à lui seul versé 3 millions", "Le prix serait, selon le maire, compris entre 1 et 2 euros": the
verb is the participle, not "seul" or "maire". "Elle aurait dût partir", "ont été mises": behind an
auxiliary, a finite form is a participle. "Il y aurait, d'ici à 2050, plus de N": a verb with "il y" helps
no other.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.syntax.time_reference import is_time_unit
from claimx.syntax.tree import attach, edge, take_place
from claimx.syntax.words import Word

# Under which labels a participle is parsed that lost its auxiliary.
LOOSE = frozenset({"acl", "advcl", "amod", "appos", "conj", "dep", "parataxis", "xcomp"})
# Parts of speech that "avoir" does not form a tense with.
ADVERBIAL = frozenset({"ADJ", "ADV", "INTJ", "PRON"})
HELPERS = frozenset({"aux", "cop"})
MAX_TOKENS_TO_UNIT = 5


def repair_auxiliaries(words: Iterable[Word]) -> None:
    """Repair the auxiliaries of a text in place."""
    for word in words:
        if word.features.get("VerbForm") != "Fin":
            continue
        if word.base not in HELPERS:
            if grammar.COPULA in word.lemma_classes:
                _predicate(word)
        elif word.i < word.head.i:
            if _is_existential(word):
                _free(word)
            elif word.head.features.get("VerbForm") == "Fin":
                _make_participle(word)
            else:
                _join(word)


def _predicate(copula: Word) -> None:
    """Give a copula that heads its clause the adjective or participle behind an insertion."""
    for inserted in copula.children:
        if inserted.i > copula.i and inserted.base == "obl" and _opens(copula, inserted):
            verb = next((child for child in inserted.children if _is_behind(child, inserted)), None)
            if verb is not None:
                take_place(verb, copula, "cop", [child for child in copula.children if child is not verb])
                return


def _is_existential(verb: Word) -> bool:
    """Whether a verb has "il y" of its own, and does not count time: "il y a quelques semaines"."""
    before = {name for child in verb.children if child.i < verb.i for name in child.classes}
    there = {grammar.EXPLETIVE_SUBJECT, grammar.LOCATIVE_CLITIC}
    following = verb.parse[verb.i + 1 : verb.i + 1 + MAX_TOKENS_TO_UNIT]
    dates = any(is_time_unit(word) for word in following)
    return grammar.EXISTENTIAL in verb.lemma_classes and there <= before and not dates


def _free(verb: Word) -> None:
    """Make "il y a" a clause beside the one that it was parsed as the auxiliary of."""
    other = verb.head
    if other.head is other:
        take_place(verb, other, "parataxis", [child for child in other.children if child.i < verb.i])
    else:
        opened = any(child.base == "mark" for child in verb.children)
        attach(verb, other.head, "ccomp" if opened else "parataxis")


def _make_participle(auxiliary: Word) -> None:
    """Take a finite form right behind its auxiliary for a participle: "aurait dût", "a finit"."""
    verb = auxiliary.head
    between = auxiliary.parse[auxiliary.i + 1 : verb.i]
    name = auxiliary.text[0].isupper() and not auxiliary.is_sent_start
    if grammar.AUXILIARY not in auxiliary.lemma_classes or name:
        return
    if auxiliary.base == "aux" and all(word.pos_ in ("ADV", "AUX") for word in between):
        verb.features = {"VerbForm": "Part", "Tense": "Past"}


def _join(auxiliary: Word) -> None:
    """Give an auxiliary the participle behind the insertion that it was parsed with."""
    inserted = auxiliary.head
    if inserted.features.get("VerbForm") or sum(child.base in HELPERS for child in inserted.children) > 1:
        return
    has = grammar.ACTIVE_AUXILIARY in auxiliary.lemma_classes and inserted.pos_ in ADVERBIAL
    if not has and not _opens(auxiliary, inserted):
        return
    for verb in inserted.children:
        if _is_behind(verb, inserted) or (has and verb.i > inserted.i and _is_participle(verb)):
            mine = [child for child in inserted.children if child.i <= auxiliary.i or child.i > verb.i]
            take_place(verb, inserted, "obl:mod", mine)
            return


def _opens(auxiliary: Word, inserted: Word) -> bool:
    """Whether an insertion with a preposition begins right after a verb and a comma."""
    comma = auxiliary.parse[auxiliary.i + 1].text == ","
    return comma and any(child.base == "case" for child in inserted.children)


def _is_behind(word: Word, inserted: Word) -> bool:
    """Whether a participle or an adjective follows an insertion and a comma."""
    after = word.i > inserted.i and word.parse[edge(word, 0).i].text == ","
    return after and (word.pos_ == "ADJ" or _is_participle(word))


def _is_participle(word: Word) -> bool:
    """Whether a word is a past participle without an auxiliary that was parsed as something else."""
    participle = word.features.get("VerbForm") == "Part" and word.features.get("Tense") != "Pres"
    return participle and word.base in LOOSE and not any(child.base in HELPERS for child in word.children)
