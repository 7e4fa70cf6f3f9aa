"""Read access to the span groups that claimx's components write, in terms of words."""

from collections import defaultdict
from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from claimx import annotations
from claimx.syntax.words import Parse, Span


class Member(Span):
    """A member of a group: words, label and values. ``start`` and ``end`` in the values are characters."""

    __slots__ = ("values",)

    def __init__(self, parse: Parse, start: int, end: int, label: str, values: dict[str, Any]) -> None:
        super().__init__(parse, start, end, label)
        self.values = values


class Group:
    """The members of one group, in order, with look-up by word."""

    def __init__(self, items: list[Member]) -> None:
        self.items = items

    @cached_property
    def _over(self) -> dict[int, list[int]]:
        over: defaultdict[int, list[int]] = defaultdict(list)
        for number, item in enumerate(self.items):
            for index in range(item.start, item.end):
                over[index].append(number)
        return over

    def __iter__(self) -> Iterator[Member]:
        return iter(self.items)

    def at(self, index: int) -> list[Member]:
        """The members that contain a word, in order."""
        return [self.items[number] for number in self._over.get(index, ())]

    def over(self, indices: Set[int]) -> list[Member]:
        """The members that contain at least one of the words, in order."""
        found = {number for index in self._over.keys() & indices for number in self._over[index]}
        return [self.items[number] for number in sorted(found)]


def group(parse: Parse, name: str) -> Group:
    """A span group of the parsed Doc; the same object until a component rewrites the group."""
    doc = parse.doc
    written = annotations.written(doc, name)
    known = parse.cache.get((group, name))
    if known is None or known[0] is not written:
        items = [
            Member(parse, span.start, span.end, span.label_, values)
            for span, values in annotations.read(doc, name)
        ]
        known = parse.cache[group, name] = (written, Group(items))
    found: Group = known[1]
    return found
