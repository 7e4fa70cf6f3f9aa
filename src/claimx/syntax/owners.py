"""Which clause a word belongs to: by the tree, but not across a semicolon with a clause on either side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.syntax.tree import Tree

if TYPE_CHECKING:
    from claimx.syntax.clauses import Clause


def find_owners(tree: Tree, tops: dict[int, Clause]) -> list[Clause | None]:
    """For each word the innermost clause that it belongs to, or None.

    tops: the clauses by the index of their top.
    """
    owners = _by_tree(tree, tops)
    _part_at_semicolons(tree, tops, owners)
    return owners


def _by_tree(tree: Tree, tops: dict[int, Clause]) -> list[Clause | None]:
    """The innermost clause of each token, by walking up to the nearest top."""
    owners: list[Clause | None] = [None] * len(tree)
    known = bytearray(len(tree))
    for start in tree:
        path = []
        word = start
        while not known[word.i]:
            path.append(word.i)
            known[word.i] = 1
            if word.i in tops:
                owners[word.i] = tops[word.i]
                break
            if word.head is word:
                break
            word = word.head
        for member in path:
            owners[member] = owners[word.i]
    return owners


def _part_at_semicolons(tree: Tree, tops: dict[int, Clause], owners: list[Clause | None]) -> None:
    """Words beyond a semicolon belong to the clause there, where one is, whatever the parser says."""
    marks = [word.i for word in tree if word.text == ";"]
    for left, right in pairwise([-1, *marks, len(tree)] if marks else []):
        inside = sorted(index for index in tops if left < index < right)
        outer = [
            tops[index] for index in inside if tops[index].finite and not left < tree[index].head.i < right
        ]
        main = outer[0] if outer else (tops[inside[0]] if inside else None)
        if main is None:
            continue
        sentence = main.top.sent
        for index in range(max(left + 1, sentence.start), min(right, sentence.end)):
            owner = owners[index]
            if owner is not None and not left < owner.top.i < right:
                owners[index] = main
