"""The members of a span group by the tokens that they reach over."""

from collections import defaultdict
from collections.abc import Set
from typing import Any

from spacy.tokens import Doc, Span

from claimx import annotations


class Members:
    """A group of one text: a claim asks for the members over its own words, not for all of them."""

    def __init__(self, doc: Doc, group: str) -> None:
        self._members = list(annotations.read(doc, group))
        self._over: dict[int, list[int]] = defaultdict(list)
        for number, (span, _) in enumerate(self._members):
            for index in range(span.start, span.end):
                self._over[index].append(number)

    def over(self, indices: Set[int]) -> list[tuple[Span, dict[str, Any]]]:
        """The members, with their values, that reach over one of some tokens, in order."""
        found = {number for index in self._over.keys() & indices for number in self._over[index]}
        return [self._members[number] for number in sorted(found)]
