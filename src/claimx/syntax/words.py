"""The data model of the rules: words, spans of words, and the parse that holds them.

spaCy creates a Token at every step through the tree and looks each attribute up in its string store, which
costs more than most rules. A Word stores the attributes as they were when the parse was read; see ``parse``.
"""

from __future__ import annotations

import weakref
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Any

from claimx.lexicons import grammar
from claimx.lexicons.phrases import places_of
from claimx.syntax.forms import Form, form_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Word:
    """A token: its attributes under spaCy's names, and some that claimx adds.

    end: the character after the word. normal, classes: see ``Form``; ``s'`` before a clause is ``si``.
    base: the dependency label without its subtype, in lower case (``obl``, ``root``).
    features: the morphological features; the first value where there are several. children: in order.
    sent: its sentence. parse: the words of the text. A root is its own head. answers: of ``cached_per_word``.
    """

    __slots__ = (
        "answers",
        "base",
        "children",
        "classes",
        "dep_",
        "end",
        "ent_iob_",
        "ent_type_",
        "features",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_quote",
        "is_space",
        "lemma_",
        "lower_",
        "normal",
        "parse",
        "pos_",
        "sent",
        "text",
    )

    head: Word
    sent: Span

    def __init__(
        self,
        parse: Parse,
        i: int,
        idx: int,
        form: Form,
        pos: str,
        lemma: str,
        label: tuple[str, str],
        features: dict[str, str],
        entity: tuple[str, str],
    ) -> None:
        self.parse = parse
        self.i = i
        self.idx = idx
        if (pos == "SCONJ" or label[1] == "mark") and form.normal in _ELIDED_CONJUNCTIONS:
            written = form_of(_ELIDED_CONJUNCTIONS[form.normal])
            form = form._replace(normal=written.normal, classes=written.classes)
        self.text, self.lower_, self.normal, self.is_space, self.is_punct, self.is_quote, self.classes = form
        self.end = idx + len(form[0])
        self.pos_ = pos
        self.lemma_ = lemma
        self.dep_, self.base = label
        self.features = features
        self.ent_iob_, self.ent_type_ = entity
        # Most words have no children and share one empty list, which is never mutated.
        self.children: list[Word] = _NONE
        self.answers: dict[Any, Any] | None = None

    def __repr__(self) -> str:
        return f"<Word {self.i} {self.text!r}>"

    @property
    def lemma_classes(self) -> grammar.Classes:
        """The grammatical classes of the lemma; see ``claimx.lexicons.grammar``."""
        return grammar.classes_of_lemma(self.lemma_)

    @property
    def left_edge(self) -> Word:
        """The first word of the subtree."""
        return self.parse[self.parse.edges[0][self.i]]

    @property
    def right_edge(self) -> Word:
        """The last word of the subtree."""
        return self.parse[self.parse.edges[1][self.i]]

    @property
    def subtree(self) -> list[Word]:
        """The word and all its descendants, in text order."""
        found = [self]
        for word in found:
            found.extend(word.children)
        return sorted(found, key=lambda word: word.i)

    @property
    def is_sent_start(self) -> bool:
        """Whether the word is the first of its sentence."""
        return self.i == self.sent.start


_NONE: list[Word] = []
# What only the tag tells: elsewhere "s'" is the reflexive clitic.
_ELIDED_CONJUNCTIONS = {"s'": "si"}


class Span:
    """Consecutive words: a sentence, a phrase, an entity. ``end`` is exclusive, as in a slice."""

    __slots__ = ("_text", "end", "label_", "parse", "start")

    def __init__(self, parse: Parse, start: int, end: int, label: str = "") -> None:
        self.parse = parse
        self.start = start
        self.end = end
        self.label_ = label
        self._text: str | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.parse[self.start : self.end])

    def __getitem__(self, index: int) -> Word:
        return self.parse[self.start + index if index >= 0 else self.end + index]

    def __repr__(self) -> str:
        return f"<Span {self.start}:{self.end} {self.text!r} {self.label_}>"

    @property
    def start_char(self) -> int:
        """Offset of the first character."""
        return self.parse[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset of the character after the last one."""
        return self.parse[self.end - 1].end

    @property
    def text(self) -> str:
        """The text of the words, with the spaces between them."""
        if self._text is None:
            self._text = self.parse.text[self.start_char : self.end_char]
        return self._text

    @property
    def sent(self) -> Span:
        """The sentence that the first word is in."""
        return self.parse[self.start].sent

    @property
    def root(self) -> Word:
        """The word that heads the others: a root of the parse, else the first of those closest to one."""
        outer = []
        for word in self:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                outer.append(word)
        return outer[0] if len(outer) == 1 else min(outer, key=_depth)


def _depth(word: Word) -> float:
    """The depth of a word in the tree; infinite for punctuation and spaces without children."""
    if (word.is_punct or word.is_space) and not word.children:
        return inf
    depth = 0
    while word.head is not word:
        word, depth = word.head, depth + 1
    return depth


class Parse(list[Word]):
    """The words of one text, in order, with its sentences and entities.

    text: the text. is_parsed, is_tagged, has_morphology, has_sentences: which annotations the Doc had.
    cache: results derived from this parse, keyed by the function that computed them.
    It holds only a weak reference to the Doc, so that a parse never keeps a Doc alive.
    """

    def __init__(self, doc: Doc, text: str, state: bytes) -> None:
        super().__init__()
        self._doc = weakref.ref(doc)
        self.text = text
        self.state = state
        self.is_parsed = doc.has_annotation("DEP")
        self.is_tagged = doc.has_annotation("POS")
        self.has_morphology = doc.has_annotation("MORPH")
        self.has_sentences = doc.has_annotation("SENT_START")
        self.sentences: list[Span] = []
        self.entities: list[Span] = []
        self.cache: dict[Hashable, Any] = {}

    @property
    def doc(self) -> Doc:
        """The Doc that was read. Raises ReferenceError if it is gone."""
        doc = self._doc()
        if doc is None:
            raise ReferenceError("the Doc of this parse was freed; keep it while its parse is in use")
        return doc

    @cached_property
    def normals(self) -> list[str]:
        """The normal form of each word."""
        return [word.normal for word in self]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indices of the words of each normal form."""
        return places_of(self.normals)

    @cached_property
    def downwards(self) -> list[Word]:
        """All words, each after its head."""
        words = [word for word in self if word.head is word]
        for word in words:
            words.extend(word.children)
        return words

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The first and the last word of the subtree of each word."""
        left, right = list(range(len(self))), list(range(len(self)))
        for word in reversed(self.downwards):
            here, above = word.i, word.head.i
            if left[here] < left[above]:
                left[above] = left[here]
            if right[here] > right[above]:
                right[above] = right[here]
        return left, right

    @cached_property
    def _starts(self) -> list[int]:
        return [word.idx for word in self]

    def span(self, start: int, end: int, label: str = "") -> Span:
        """The words from ``start`` to ``end``, the end excluded, under an optional label."""
        return Span(self, start, end, label)

    def cover(self, start: int, end: int, *, exact: bool = False) -> Span | None:
        """The words that overlap a range of characters, or None.

        exact: return None unless the words begin and end exactly with the range.
        """
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        if (
            not 0 <= first < last
            or start >= len(self.text)
            or (exact and (self[first].idx, self[last - 1].end) != (start, end))
        ):
            return None
        return Span(self, first, last)

    def release(self) -> None:
        """Break the reference cycles between words, so that their memory is freed at once."""
        for word in self:
            del word.head, word.children
            word.answers = None
        self.__dict__.clear()
        self.clear()
