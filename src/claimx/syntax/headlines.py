"""Participial headlines: "Google condamné à 50 millions d'euros d'amende", "Iran : trois mineurs tués"."""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.syntax.dependencies import feature, first, is_finite, is_helper, markers
from claimx.syntax.quotes import ENDING
from claimx.syntax.words import Parse, Word

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Labels of a participle that modifies a noun, and of a noun inside the phrase of another one.
MODIFYING = frozenset({"acl", "amod", "nmod"})
INSIDE = frozenset({"nmod", "nummod", "obl"})
# Labels of a noun that opens another headline beside the first: "Un train supprimé, mille voyageurs bloqués".
BESIDE = frozenset({"appos", "conj", "parataxis"})
MAX_STEPS_TO_SUBJECT = 4


def is_headline(token: Word) -> bool:
    """Whether a participle is the predicate of a headline.

    It heads a sentence, or belongs to the noun that heads it, a colon or a comma being a new start, in a line
    without final point and without a finite verb other than in subordinate clauses.
    """
    if feature(token, "VerbForm") != "Part" or feature(token, "Tense") == "Pres":
        return False
    if token.base in MODIFYING:
        if headline_subject(token) is None:
            return False
    elif token.base not in ("root", "parataxis", "dep") or first(token, "nsubj") is None:
        return False
    return _is_title_line(token.sent.end, token.parse) and not any(map(_is_main_verb, token.sent))


def headline_subject(token: Word) -> Word | None:
    """The subject of a participle in a headline, or None if it only modifies a noun."""
    noun = token.head
    if noun.i > token.i or noun.pos_ not in NOMINAL or any(child.base == "case" for child in token.children):
        return None
    if _starts(noun):
        return noun if token.base in ("acl", "nmod") else None
    whole = noun
    for _ in range(MAX_STEPS_TO_SUBJECT):
        if whole.base not in INSIDE or whole.head.pos_ not in NOMINAL:
            return None
        whole = whole.head
        if _starts(whole):
            counts = whole.lower_ in _collectives()
            return whole if counts or (_agree(whole, token) and not _agree(noun, token)) else None
    return None


@cache
def _collectives() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.read("number_words") if row["kind"] == "collective")


def headline_words(participle: Word) -> list[Word]:
    """The words of the subject of a headline, without other headlines beside it."""
    subject = headline_subject(participle)
    if subject is None:
        return []
    others = [
        child for child in subject.children if is_beside(child) and any(map(_is_predicate, child.children))
    ]
    apart = {word.i for other in others for word in other.subtree}
    return [word for word in subject.subtree if word.i not in apart]


def _starts(noun: Word) -> bool:
    """Whether a noun heads a headline: the sentence, what follows a colon, or a phrase beside such a one."""
    if noun.base == "root" or (noun.head.dep_ == "ROOT" and _after_colon(noun)):
        return True
    return is_beside(noun) and noun.head.base == "root" and any(map(_is_predicate, noun.head.children))


def is_beside(noun: Word) -> bool:
    """Whether a noun stands beside another one: coordinated, or after a comma without a preposition."""
    edge = noun.left_edge
    after_comma = edge.i > 0 and "," in (edge.text, noun.parse[edge.i - 1].text)
    return noun.base in BESIDE or (noun.base == "nmod" and after_comma and first(noun, "case") is None)


def _is_predicate(word: Word) -> bool:
    return word.base == "acl" and feature(word, "VerbForm") == "Part" and feature(word, "Tense") != "Pres"


def _agree(noun: Word, participle: Word) -> bool:
    """Whether a noun and a participle agree in number and gender; a numeral agrees with none."""
    return noun.pos_ != "NUM" and all(
        feature(noun, name) in ("", feature(participle, name)) for name in ("Number", "Gender")
    )


def _is_main_verb(word: Word) -> bool:
    """Whether a word is a finite verb outside subordinate clauses."""
    if not is_finite(word):
        return False
    top = word.head if is_helper(word) else word
    return not markers(top) and top.dep_ != "acl:relcl"


def _after_colon(noun: Word) -> bool:
    return any(token.text == ":" for token in noun.parse[noun.head.i + 1 : noun.i])


def _is_title_line(end: int, parse: Parse) -> bool:
    """Whether a sentence ends without a point, before a line break or at the end of the text."""
    last = end - 1
    while last > 0 and parse[last].is_space:
        last -= 1
    if parse[last].is_punct and parse[last].text not in ENDING | {")"}:
        return False
    return last + 1 >= len(parse) or (parse[last + 1].is_space and "\n" in parse[last + 1].text)
