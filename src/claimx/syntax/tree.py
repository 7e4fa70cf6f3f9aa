"""What rules ask of the words of one text, worked out once and kept while a component reads it.

spaCy makes a new Token for every step in the tree, and the rules of claimx take many steps. Within
``reading(doc)`` the functions of ``labels`` look up what they would otherwise work out. Outside of it, or
for another text, they ask spaCy: the answers are the same.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Doc, Span, Token

Value = TypeVar("Value")
READ: list[int | str] = ["HEAD", "DEP", "POS", "MORPH", "LEMMA", "SENT_START", "ENT_TYPE"]
STEPS, BUNDLES = READ.index("HEAD"), READ.index("MORPH")

# Bundles of features are few and their hashes the same in every vocabulary: read once a process.
_bundles: dict[int, dict[str, str]] = {}


def features_of(bundle: int, doc: Doc) -> dict[str, str]:
    """The features of a bundle by its hash; the first value where there are several."""
    found = _bundles.get(bundle)
    if found is None:
        pairs = (pair.partition("=") for pair in doc.vocab.strings[bundle].split("|") if "=" in pair)
        found = _bundles[bundle] = {name: values.partition(",")[0] for name, _, values in pairs}
    return found


class Tree:
    """The tokens of a text, the children of each, and answers that were asked for before.

    state: the annotations that it was made of, to tell whether they have changed.
    text: the text, which spaCy puts together word by word whenever it is asked for.
    answers: of a function, by the index of the token.
    notes: what else was worked out on this state of the text, by a key of who did.
    """

    __slots__ = ("answers", "children", "doc", "features", "notes", "state", "text", "tokens")

    def __init__(self, doc: Doc, annotated: Any, state: bytes) -> None:
        self.doc = doc
        self.state = state
        self.text = doc.text
        self.tokens = list(doc)
        # Most words have no children: they share one empty tuple, which spares the collector of garbage.
        self.children: list[Sequence[Token]] = [()] * len(self.tokens)
        below: defaultdict[int, list[Token]] = defaultdict(list)
        steps = annotated[:, STEPS].astype("int64").tolist() if self.tokens else []
        for index, step in enumerate(steps):
            if step:
                below[index + step].append(self.tokens[index])
        for index, children in below.items():
            self.children[index] = children
        bundles = annotated[:, BUNDLES].tolist() if self.tokens else []
        self.features = [features_of(bundle, doc) for bundle in bundles]
        self.answers: defaultdict[Callable[..., Any], dict[int, Any]] = defaultdict(dict)
        self.notes: dict[Any, Any] = {}


class _Held(threading.local):
    """The last text that was read, and the one being read, of each thread its own.

    One text only: a tree holds its Doc, and a Doc its memory; ``forget`` lets go of it.
    """

    last: Tree | None = None
    current: Tree | None = None


_held = _Held()


def tree_of(doc: Doc) -> Tree:
    """The tree of a text; the same object while its annotations stay the same."""
    annotated = doc.to_array(READ)
    state = annotated.tobytes()
    known = _held.last
    if known is not None and known.doc is doc and known.state == state:
        return known
    tree = _held.last = Tree(doc, annotated, state)
    return tree


def forget() -> None:
    """Let go of the last text that was read: after the chain its memory may be freed."""
    _held.last = None


@contextmanager
def reading(doc: Doc) -> Iterator[Tree]:
    """Look up instead of working out, for this text, until the end of the block.

    Tags, parse and entities must not change within it; what changes between two blocks is seen.
    """
    before = _held.current
    tree = _held.current = before if before is not None and before.doc is doc else tree_of(doc)
    try:
        yield tree
    finally:
        _held.current = before


def text_of(doc: Doc) -> str:
    """The text."""
    tree = _held.current
    return tree.text if tree is not None and tree.doc is doc else doc.text


def tokens(doc: Doc) -> Sequence[Token]:
    """The tokens of a text."""
    tree = _held.current
    return tree.tokens if tree is not None and tree.doc is doc else list(doc)


def features(token: Token) -> dict[str, str]:
    """The morphological features of a token; the first value where there are several."""
    tree = _held.current
    if tree is not None and tree.doc is token.doc:
        return tree.features[token.i]
    return {name: values.partition(",")[0] for name, values in token.morph.to_dict().items()}


def kids(token: Token) -> Sequence[Token]:
    """The children of a token, in order."""
    tree = _held.current
    return tree.children[token.i] if tree is not None and tree.doc is token.doc else list(token.children)


def remembered(function: Callable[[Token], Value]) -> Callable[[Token], Value]:
    """Make a function of a token work out its answer once a reading."""

    @wraps(function)
    def asked(token: Token) -> Value:
        tree = _held.current
        if tree is None or tree.doc is not token.doc:
            return function(token)
        answers: dict[int, Value] = tree.answers[function]
        index = token.i
        if index in answers:
            return answers[index]
        answer = answers[index] = function(token)
        return answer

    return asked


@remembered
def sentence(token: Token) -> Span:
    """The sentence of a token, which spaCy looks for word by word."""
    return token.sent
