"""Gender and number of the people and institutions that a pronoun may stand for."""

from __future__ import annotations

from functools import cache

from claimx import lexicons
from claimx.lexicons.phrases import PhraseTable
from claimx.syntax.dependencies import children, feature
from claimx.syntax.words import Span, Word

MASCULINE, FEMININE = "Masc", "Fem"
GENDERS = {"m": MASCULINE, "f": FEMININE, "": ""}
SHORTEST_NAME = 3
ROLE_OF_A_NAME = frozenset({"appos", "flat", "nmod", "compound"})


def agree(first: str, second: str) -> bool:
    """Whether two genders or numbers are compatible; an empty string is unknown."""
    return not first or not second or first == second


def number_of(head: Word) -> str:
    """``Sing`` or ``Plur`` of a noun, by its determiner or itself; an empty string where neither tells."""
    marks = (*children(head, "det"), head)
    return next((number for word in marks if (number := feature(word, "Number"))), "")


def gender_of_noun(head: Word) -> str:
    """``Masc`` or ``Fem`` of a noun, by an article that shows it ("la ministre") or the noun itself."""
    shown = (feature(word, "Gender") for word in children(head, "det") if not word.text.endswith(("'", "’")))
    return next((gender for gender in shown if gender), "") or feature(head, "Gender")


def gender_of_person(entity: Span, name: str) -> str:
    """``Masc`` or ``Fem`` of a person, by a title or role beside the name, else by the first name.

    name: the full name, whose first word counts unless it is the only one.
    """
    root = entity.root
    before = entity.parse[entity.start - 1] if entity.start else None
    if before is not None and before.lower_ in _titles():
        return _titles()[before.lower_]
    role = root.head
    if role is not root and root.base in ROLE_OF_A_NAME and role.pos_ == "NOUN" and role.i < entity.start:
        shown = gender_of_noun(role)
        if shown:
            return shown
    words = name.split()
    if words and words[0].lower() in _titles():
        return _titles()[words[0].lower()]
    return gender_of_first_name(words[0]) if len(words) > 1 else ""


def gender_of_first_name(name: str) -> str:
    """``Masc`` or ``Fem`` of a first name, by the list or its ending; an empty string if unknown."""
    form = name.lower().replace("’", "'")
    for known in (form, form.partition("-")[0]):
        if known in _names():
            return _names()[known]
    if len(form) < SHORTEST_NAME:
        return ""
    found = _endings().before(form, len(form))
    return found[1] if found is not None else ""


@cache
def _names() -> dict[str, str]:
    rows = lexicons.read("first_name_genders")
    return {row["form"]: GENDERS[row["gender"]] for row in rows if row["kind"] == "name"}


@cache
def _endings() -> PhraseTable[str, str]:
    rows = lexicons.read("first_name_genders")
    return PhraseTable(
        [(row["form"], GENDERS[row["gender"]]) for row in rows if row["kind"] == "ending"], word=str
    )


@cache
def _titles() -> dict[str, str]:
    rows = lexicons.read("reference_words")
    return {row["word"]: GENDERS[row["gender"]] for row in rows if row["role"] == "title" and row["gender"]}
