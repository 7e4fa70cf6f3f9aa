"""The words of one text with its parse, made once and kept while the components read it.

``reading(doc)`` gives the tree of a Doc to the functions of a component; the next component gets the same one
unless tags, parse or entities have changed between them.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from claimx.syntax.repair import repair
from claimx.syntax.words import Span, Word, form_of

READ: list[int | str] = ["HEAD", "DEP", "POS", "MORPH", "LEMMA", "SENT_START", "ENT_TYPE", "ENT_IOB"]
IOB = ("", "I", "O", "B")

# Labels, tags and bundles of features are few and their hashes the same in every vocabulary.
_features: dict[int, dict[str, str]] = {0: {}}
_labels: dict[int, tuple[str, str]] = {0: ("", "")}
_tags: dict[int, str] = {0: ""}


class Parse(list[Word]):
    """The words of a text, in order.

    doc: the Doc that they are read from. text: its text. sentences, entities: its own.
    notes: what was worked out from this tree, by a key of who did.
    """

    def __init__(self, doc: Doc, annotated: Any, state: bytes) -> None:
        self.doc = doc
        self.state = state
        self.text = ""
        self.cache: dict[Hashable, Any] = {}
        self.sentences: list[Span] = []
        if not len(doc):
            return
        strings = doc.vocab.strings
        orths, places, spaces = doc.to_array(["ORTH", "IDX", "SPACY"]).T.tolist()
        forms = [form_of(strings[orth]) for orth in orths]
        self.text = "".join(
            [form.text + " " if space else form.text for form, space in zip(forms, spaces, strict=True)]
        )
        _, labels, tags, bundles, lemmas, starts, kinds, marks = annotated.T.tolist()
        super().__init__(
            Word(self, *values)
            for values in zip(
                range(len(doc)),
                places,
                forms,
                [_tags[tag] if tag in _tags else _tag(tag, doc) for tag in tags],
                [strings[lemma] for lemma in lemmas],
                [_labels[label] if label in _labels else _label(label, doc) for label in labels],
                [_features[bundle] if bundle in _features else _bundle(bundle, doc) for bundle in bundles],
                [(IOB[mark], strings[kind]) for mark, kind in zip(marks, kinds, strict=True)],
                strict=True,
            )
        )
        self._link(annotated[:, 0].astype("int64").tolist())
        self._divide(starts)
        repair(self)

    def _link(self, steps: list[int]) -> None:
        for word, step in zip(self, steps, strict=True):
            head = word.head = self[word.i + step] if step else word
            if step:
                if head.children:
                    head.children.append(word)
                else:
                    head.children = [word]

    def _divide(self, starts: list[int]) -> None:
        """Give each word its sentence: one begins where the parser or a user says so."""
        firsts = [index for index, start in enumerate(starts) if start == 1 or index == 0]
        for first, after in pairwise([*firsts, len(self)]):
            sentence = Span(self, first, after)
            self.sentences.append(sentence)
            for word in self[first:after]:
                word.sent = sentence

    @cached_property
    def is_parsed(self) -> bool:
        """Whether a parser has been at work."""
        return self.doc.has_annotation("DEP")

    @cached_property
    def is_tagged(self) -> bool:
        """Whether a tagger has been at work."""
        return self.doc.has_annotation("POS")

    @cached_property
    def normals(self) -> list[str]:
        """The normal form of each word."""
        return [word.normal for word in self]

    @cached_property
    def entities(self) -> list[Span]:
        """The named entities of the Doc."""
        return [Span(self, span.start, span.end, span.label_) for span in self.doc.ents]

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The first and the last word of the subtree of each word."""
        left, right = list(range(len(self))), list(range(len(self)))
        order = [word for word in self if word.head is word]
        for word in order:
            order.extend(word.children)
        for word in reversed(order):
            here, above = word.i, word.head.i
            if left[here] < left[above]:
                left[above] = left[here]
            if right[here] > right[above]:
                right[above] = right[here]
        return left, right

    @cached_property
    def _starts(self) -> list[int]:
        return [word.idx for word in self]

    def cover(self, start: int, end: int, *, exact: bool = False) -> Span | None:
        """The words that reach over some characters; exact: None unless they begin and end with them."""
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        if (
            not 0 <= first < last
            or start >= len(self.text)
            or (exact and (self[first].idx, self[last - 1].end) != (start, end))
        ):
            return None
        return Span(self, first, last)

    def release(self) -> None:
        """Undo the links between words, which only the collector of garbage could, after many texts."""
        for word in self:
            del word.parse, word.head, word.sent, word.children
            word._answers = None
        self.cache.clear()
        self.__dict__.clear()
        self.clear()

    def span(self, start: int, end: int, label: str = "") -> Span:
        """The words from one index to another, the end excluded."""
        return Span(self, start, end, label)


def _tag(tag: int, doc: Doc) -> str:
    return _tags.setdefault(tag, doc.vocab.strings[tag])


def _label(label: int, doc: Doc) -> tuple[str, str]:
    name = doc.vocab.strings[label]
    return _labels.setdefault(label, (name, name.partition(":")[0].lower()))


def _bundle(bundle: int, doc: Doc) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in doc.vocab.strings[bundle].split("|") if "=" in pair)
    return _features.setdefault(bundle, {name: values.partition(",")[0] for name, _, values in pairs})


class _Held(threading.local):
    """The last text that was read, and the one being read, of each thread its own.

    One text only: a tree holds its Doc, and a Doc its memory; ``forget`` lets go of it.
    """

    last: Parse | None = None
    current: Parse | None = None


_held = _Held()


def parse_of(doc: Doc) -> Parse:
    """The tree of a text; the same object while its annotations stay the same."""
    current, known = _held.current, _held.last
    if current is not None and current.doc is doc:
        return current
    annotated = doc.to_array(READ)
    state = annotated.tobytes()
    if known is not None and known.doc is doc and known.state == state:
        return known
    forget()
    parse = _held.last = Parse(doc, annotated, state)
    return parse


def text_of(doc: Doc) -> str:
    """The text of a Doc, which spaCy puts together word by word whenever it is asked for."""
    known = _held.last
    return known.text if known is not None and known.doc is doc else doc.text


def forget() -> None:
    """Let go of the last text that was read: its tree is emptied, and its memory freed."""
    last, _held.last = _held.last, None
    if last is not None and last is not _held.current:
        last.release()


@contextmanager
def reading(doc: Doc) -> Iterator[Parse]:
    """The tree of a text; ``parse_of`` gives the same until the end of the block, without looking again.

    Tags, parse and entities must not change within it; what changes between two blocks is seen.
    """
    before = _held.current
    parse = _held.current = parse_of(doc)
    try:
        yield parse
    finally:
        _held.current = before
