"""Answers about a word that are worked out once: functions of one word that many rules ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from claimx.syntax.words import Word

Value = TypeVar("Value")
# What has not been asked yet; None is an answer.
_UNKNOWN: Any = object()


def cached_per_word(function: Callable[[Word], Value]) -> Callable[[Word], Value]:
    """Decorate a function of one word so that its result is computed once per word.

    Results are stored in the word: the function may depend only on the word and its parse, which must not
    change afterwards.
    """

    @wraps(function)
    def asked(word: Word) -> Value:
        answers = word.answers
        if answers is None:
            answers = word.answers = {}
        known: Value = answers.get(function, _UNKNOWN)
        if known is _UNKNOWN:
            known = answers[function] = function(word)
        return known

    return asked
