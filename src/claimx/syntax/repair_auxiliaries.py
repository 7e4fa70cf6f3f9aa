"""Repairs auxiliaries and copulas that a parser gave to a word of an insertion, or to another verb.

"Le groupe a à lui seul versé 3 millions", "Le coût serait, selon la mairie, compris entre 3 et 5 millions",
"Le groupe avait, rappelle le juge, promis des travaux": the predicate is the participle, not "seul", "mairie"
or "rappelle". "Elle aurait dût partir": behind an auxiliary, a finite form is a participle. "Il y aurait,
d'ici à 2050, plus de N": a verb with "il y" helps no other.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.lexicons import grammar
from claimx.syntax.time_reference import is_time_unit
from claimx.syntax.tree import attach, is_within, take_place
from claimx.syntax.words import Word

# Parts of speech that "avoir" does not form a tense with.
ADVERBIAL = frozenset({"ADJ", "ADV", "INTJ", "PRON"})
HELPERS = frozenset({"aux", "cop"})
# What shows that a predicate has its own helper, or begins another clause.
OWN = HELPERS | {"cc", "mark"}
MAX_TOKENS_TO_UNIT = 5


def repair_auxiliaries(words: Iterable[Word]) -> None:
    """Repair the auxiliaries of a text in place."""
    for word in words:
        if word.features.get("VerbForm") != "Fin":
            continue
        if word.base not in HELPERS:
            if grammar.COPULA in word.lemma_classes:
                _give_predicate(word)
        elif word.i < word.head.i:
            if _is_existential(word) and not _is_compound(word):
                _free(word)
            else:
                _make_participle(word)
                _return_helper(word)


def _is_existential(verb: Word) -> bool:
    """Whether a verb has "il y" of its own, and does not count time: "il y a quelques semaines"."""
    before = {name for child in verb.children if child.i < verb.i for name in child.classes}
    there = {grammar.EXPLETIVE_SUBJECT, grammar.LOCATIVE_CLITIC}
    following = verb.parse[verb.i + 1 : verb.i + 1 + MAX_TOKENS_TO_UNIT]
    dates = any(is_time_unit(word) for word in following)
    return grammar.EXISTENTIAL in verb.lemma_classes and there <= before and not dates


def _is_compound(auxiliary: Word) -> bool:
    """Whether a participle follows its auxiliary without a break: "il y avait pourtant renoncé"."""
    return auxiliary.head.features.get("VerbForm") == "Part" and _is_beside(auxiliary)


def _is_beside(auxiliary: Word) -> bool:
    """Whether only adverbs and other auxiliaries stand between an auxiliary and its verb."""
    between = auxiliary.parse[auxiliary.i + 1 : auxiliary.head.i]
    return all(word.pos_ in ("ADV", "AUX") for word in between)


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
    name = auxiliary.text[0].isupper() and not auxiliary.is_sent_start
    if grammar.AUXILIARY not in auxiliary.lemma_classes or name:
        return
    finite = verb.features.get("VerbForm") == "Fin"
    if auxiliary.base == "aux" and finite and _is_beside(auxiliary):
        verb.features = {"VerbForm": "Part", "Tense": "Past"}


def _give_predicate(copula: Word) -> None:
    """Give a copula that heads its clause the predicate that was parsed with the insertion before it."""
    for inserted in copula.children:
        if inserted.base == "obl" and any(child.base == "case" for child in inserted.children):
            predicate = _behind(copula, inserted)
            if predicate is not None:
                take_place(predicate, copula, "cop", copula.children)
                return


def _return_helper(helper: Word) -> None:
    """Give a helper back to the predicate behind the insertion that it was parsed with."""
    inserted = helper.head
    predicate = _behind(helper, inserted)
    if predicate is None:
        return
    label = "parataxis" if inserted.features.get("VerbForm") else "obl:mod"
    mine = [child for child in inserted.children if child.i <= helper.i]
    if is_within(predicate, inserted):
        after = [child for child in inserted.children if child.i > predicate.i]
        take_place(predicate, inserted, label, [*mine, *after])
    else:
        attach(inserted, predicate, label)
        for child in mine:
            attach(child, predicate, child.dep_)
    for child in helper.children:
        attach(child, predicate, child.dep_)


def _behind(helper: Word, inserted: Word) -> Word | None:
    """The predicate behind an insertion: its head or the first word below it that fits; or None."""
    end = _end(helper, inserted)
    if end is None:
        return None
    if inserted.head.i > end:
        return inserted.head if _fits(helper, inserted.head) else None
    following = (word for word in _below(inserted) if word.i > end and word.head.i <= end)
    fitting = [word for word in following if _fits(helper, word)]
    # "serait, selon Paul Arzel, le maire, compris": what explains a name is the last choice
    return min(fitting, key=lambda word: (word.base == "appos", word.i), default=None)


def _end(helper: Word, inserted: Word) -> int | None:
    """Where an insertion after a helper ends, or None if the helper may be that of its head.

    It begins and ends with a comma, but for what "avoir" cannot be the auxiliary of: "a à lui seul versé".
    """
    parse = helper.parse
    if inserted.i < helper.i:
        return None
    alone = sum(child.base in HELPERS for child in inserted.children) == 1
    adverbial = inserted.pos_ in ADVERBIAL and not inserted.features.get("VerbForm")
    if alone and adverbial and grammar.ACTIVE_AUXILIARY in helper.lemma_classes:
        return inserted.i
    if parse[helper.i + 1].text != "," or any(word.text == "," for word in parse[helper.i + 2 : inserted.i]):
        return None
    return next((word.i for word in parse[inserted.i : helper.sent.end] if word.text == ","), None)


def _below(word: Word) -> list[Word]:
    """The words below another one, except punctuation; for a tree in repair."""
    found = [word]
    for above in found:
        found += [child for child in above.children if not child.is_punct]
    return found[1:]


def _fits(helper: Word, word: Word) -> bool:
    """Whether a helper may be that of a word: a past participle; of a copula, an adjective or a noun too."""
    if any(child.base in OWN for child in word.children):
        return False
    form = word.features.get("VerbForm")
    if form == "Part":
        return word.features.get("Tense") != "Pres"
    return word.pos_ in ("ADJ", "NOUN") and not form and grammar.COPULA in helper.lemma_classes
