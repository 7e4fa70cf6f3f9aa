"""Changes to the tree of a parse: a word moves under another one, or takes the place of the word above it.

Whatever the parse was, it stays a tree: a change that would close a circle is not made.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimx.syntax.words import Word

MAX_TREE_DEPTH = 20


def attach(word: Word, head: Word, label: str) -> None:
    """Move a word with its subtree under another head. Does nothing where that is the word or below it."""
    if is_within(head, word):
        return
    word.head.children = [child for child in word.head.children if child is not word]
    word.head, word.base, word.dep_ = head, label.partition(":")[0], label
    head.children = sorted([*head.children, word], key=lambda child: child.i)


def take_place(word: Word, above: Word, label: str, mine: Iterable[Word] = ()) -> None:
    """Swap a word with one above it in the tree, which then depends on it; does nothing with any other.

    label: the new label of the word that was above. mine: its children that the word takes over.
    """
    if word is above or not is_within(word, above):
        return
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


def is_within(word: Word, top: Word) -> bool:
    """Whether a word is in the subtree of another one, or is that word."""
    while word is not top and word.head is not word:
        word = word.head
    return word is top


def edge(word: Word, side: int) -> Word:
    """The first (0) or last (-1) word of a phrase, by its outermost children; for a tree in repair."""
    for _ in range(MAX_TREE_DEPTH):
        if not word.children or (word.children[side].i > word.i) != bool(side):
            break
        word = word.children[side]
    return word
