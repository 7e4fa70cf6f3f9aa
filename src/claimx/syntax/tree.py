"""Changes to the tree of a parse: a word moves under another one, or takes the place of the word above it."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.syntax.words import Word

MAX_TREE_DEPTH = 20


def attach(word: Word, head: Word, label: str) -> None:
    """Move a word with its subtree under another head, which must not be below it."""
    word.head.children = [child for child in word.head.children if child is not word]
    word.head, word.base, word.dep_ = head, label.partition(":")[0], label
    head.children = sorted([*head.children, word], key=lambda child: child.i)


def take_place(word: Word, above: Word, label: str, mine: Iterable[Word] = ()) -> None:
    """Swap a word with one above it in the tree, which then depends on it.

    label: the new label of the word that was above. mine: its children that the word takes over.
    """
    outer, taken = above.head, list(mine)
    word.head.children = [child for child in word.head.children if child is not word]
    above.children = [child for child in above.children if child not in taken]
    word.dep_, word.base = above.dep_, above.base
    above.dep_, above.base = label, label.partition(":")[0]
    if outer is above:
        word.head = word
    else:
        outer.children = [word if child is above else child for child in outer.children]
        word.head = outer
    above.head = word
    for child in taken:
        child.head = word
    word.children = sorted([*word.children, *taken, above], key=lambda child: child.i)


def edge(word: Word, side: int) -> Word:
    """The first (0) or last (-1) word of a phrase, by its outermost children; for a tree in repair."""
    for _ in range(MAX_TREE_DEPTH):
        if not word.children or (word.children[side].i > word.i) != bool(side):
            break
        word = word.children[side]
    return word
