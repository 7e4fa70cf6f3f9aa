"""What rules ask of the words of one text, worked out once and kept while a component reads it.

spaCy makes a new Token for every step in the tree, and the rules of claimx take many steps. Within
``reading(doc)`` the functions of ``labels`` look up what they would otherwise work out. Outside of it, or
for another text, they ask spaCy: the answers are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Doc, Token

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
    """

    __slots__ = ("answers", "children", "doc", "features", "state", "tokens")

    def __init__(self, doc: Doc, annotated: Any, state: bytes) -> None:
        self.doc = doc
        self.state = state
        self.tokens = list(doc)
        self.children: list[list[Token]] = [[] for _ in self.tokens]
        steps = annotated[:, STEPS].astype("int64").tolist() if self.tokens else []
        for index, step in enumerate(steps):
            if step:
                self.children[index + step].append(self.tokens[index])
        bundles = annotated[:, BUNDLES].tolist() if self.tokens else []
        self.features = [features_of(bundle, doc) for bundle in bundles]
        self.answers: defaultdict[Callable[..., Any], dict[int, Any]] = defaultdict(dict)


# The last text that was read, and the one being read, of each thread its own: two pipelines may be at work at
# once. One text only: a tree holds its Doc, and a Doc its memory.
_last: ContextVar[Tree | None] = ContextVar("last", default=None)
_current: ContextVar[Tree | None] = ContextVar("current", default=None)


def tree_of(doc: Doc) -> Tree:
    """The tree of a text; the same object while its annotations stay the same."""
    annotated = doc.to_array(READ)
    state = annotated.tobytes()
    known = _last.get()
    if known is not None and known.doc is doc and known.state == state:
        return known
    tree = Tree(doc, annotated, state)
    _last.set(tree)
    return tree


@contextmanager
def reading(doc: Doc) -> Iterator[Tree]:
    """Look up instead of working out, for this text, until the end of the block.

    Tags, parse and entities must not change within it; what changes between two blocks is seen.
    """
    outer = _current.get()
    tree = outer if outer is not None and outer.doc is doc else tree_of(doc)
    before = _current.set(tree)
    try:
        yield tree
    finally:
        _current.reset(before)


def tokens(doc: Doc) -> Sequence[Token]:
    """The tokens of a text."""
    tree = _current.get()
    return tree.tokens if tree is not None and tree.doc is doc else list(doc)


def features(token: Token) -> dict[str, str]:
    """The morphological features of a token; the first value where there are several."""
    tree = _current.get()
    if tree is not None and tree.doc is token.doc:
        return tree.features[token.i]
    return {name: values.partition(",")[0] for name, values in token.morph.to_dict().items()}


def kids(token: Token) -> Sequence[Token]:
    """The children of a token, in order."""
    tree = _current.get()
    return tree.children[token.i] if tree is not None and tree.doc is token.doc else list(token.children)


def remembered(function: Callable[[Token], Value]) -> Callable[[Token], Value]:
    """Make a function of a token work out its answer once a reading."""

    @wraps(function)
    def asked(token: Token) -> Value:
        tree = _current.get()
        if tree is None or tree.doc is not token.doc:
            return function(token)
        answers: dict[int, Value] = tree.answers[function]
        index = token.i
        if index in answers:
            return answers[index]
        answer = answers[index] = function(token)
        return answer

    return asked
