"""The time reference of a clause: future, past or present.

"Le comité se réunira mardi" is about next Tuesday, "s'est réuni mardi" about last Tuesday.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from claimx import lexicons
from claimx.lexicons import grammar
from claimx.syntax.clause import MAX_CLAUSE_DEPTH
from claimx.syntax.dependencies import feature, helpers
from claimx.syntax.verbs import finite_form, is_compound, is_past, mood, tense
from claimx.syntax.words import Word


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["form"] for row in lexicons.read("clause_tenses") if row["kind"] == kind)


@cache
def _units() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicons.read("calendar") if row["kind"] == "unit")


def is_time_unit(word: Word) -> bool:
    """Whether a noun is a unit of time: "mois", "ans"."""
    return word.lower_ in _units()


def time_reference(token: Word, *, is_speech: Callable[[Word], bool]) -> int | None:
    """The time reference of the clause around a token: 1 future, -1 past, 0 present, None without a verb.

    is_speech: whether a verb reports; in the present tense it refers to something already said.
    """
    word = token
    for _ in range(MAX_CLAUSE_DEPTH):
        found = _group(word, is_speech) if word.pos_ in ("VERB", "AUX") or helpers(word) else None
        if found is not None or word.head == word:
            return found
        word = word.head
    return None


def _group(verb: Word, is_speech: Callable[[Word], bool]) -> int | None:
    """The time reference of a verb group, by its form; None for a present participle."""
    form = finite_form(verb)
    if form is None:
        return _without_finite(verb)
    if mood(form) in ("Cnd", "Sub"):
        return -1 if is_compound(verb, form) else 1
    if tense(form) == "Fut":
        return 1
    if is_past(verb, form) or is_speech(verb):
        return 0 if verb.lower_ in _words("coming") else -1  # "était prévue le 3": it may be past or to come
    coming = verb.lower_ in _words("coming") or form.lower_ in _words("coming")
    return 1 if coming else 0


def _without_finite(verb: Word) -> int | None:
    """The time reference of an infinitive or participle: "réuni mardi", "prévu mardi", "de se réunir"."""
    infinitives = [helper for helper in helpers(verb) if feature(helper, "VerbForm") == "Inf"]
    kind = "Inf" if infinitives else feature(verb, "VerbForm")
    if kind == "Part" and feature(verb, "Tense") != "Pres":
        return 1 if verb.lower_ in _words("coming") else -1
    if kind != "Inf":
        return None
    governor = finite_form(verb.head)
    if any(helper.base == "aux" and not helper.dep_.endswith("pass") for helper in infinitives):
        return -1  # "après avoir vendu", but "pour être vendu" is to come
    done = governor is not None and (
        is_past(verb.head, governor) or grammar.RECENT_PAST in verb.head.lemma_classes
    )
    return -1 if done and verb.head.lemma_ in _words("done_by") else 1
