"""Words and stretches of words as rules read them: plain attributes, under spaCy's names.

spaCy makes a new Token for every step in the tree and asks its string store for every attribute, which costs
more than most rules do with the answer. A Word has the answers. It says what its Token said when the tree
was made: see ``parse``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from spacy.lang.lex_attrs import is_punct, is_quote

if TYPE_CHECKING:
    from claimx.syntax.parse import Parse

Value = TypeVar("Value")
_ELIDED = {"qu'", "lorsqu'", "puisqu'", "jusqu'", "d'", "n'", "l'"}


class Form(NamedTuple):
    """What a form is in every text.

    normal: in lower case, its apostrophe straight and its elision written out (``Qu’`` is ``que``).
    """

    text: str
    lower: str
    normal: str
    is_space: bool
    is_punct: bool
    is_quote: bool


@lru_cache(maxsize=1 << 15)
def form_of(text: str) -> Form:
    """What a form is in every text, remembered for the forms seen last."""
    lower = text.lower()
    straight = lower.replace("’", "'")
    normal = straight[:-1] + "e" if straight in _ELIDED else straight
    return Form(text, lower, normal, text.isspace(), is_punct(text), is_quote(text))


class Word:
    """A token: its attributes under spaCy's names, and some that are claimx's.

    end: the character after the word. normal: see ``Form``; ``s'`` before a clause is ``si``. base: the
    dependency label without its subtype, in lower case (``obl`` for ``obl:arg``, ``root`` for ``ROOT``).
    features: the morphological features; the first value where there are several. children: in order.
    sent: its sentence. tree: the words of the text. A root is its own head.
    """

    __slots__ = (
        "_answers",
        "base",
        "children",
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
        self.text, self.lower_, normal, self.is_space, self.is_punct, self.is_quote = form
        self.normal = "si" if normal == "s'" and pos == "SCONJ" else normal
        self.end = idx + len(form[0])
        self.pos_ = pos
        self.lemma_ = lemma
        self.dep_, self.base = label
        self.features = features
        self.ent_iob_, self.ent_type_ = entity
        # Most words have no children: they share one empty list, which nothing changes.
        self.children: list[Word] = _NONE
        self._answers: dict[Any, Any] | None = None

    def __repr__(self) -> str:
        return f"<Word {self.i} {self.text!r}>"

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
        """The word and all that hangs on it, in order."""
        found = [self]
        for word in found:
            found.extend(word.children)
        return sorted(found, key=lambda word: word.i)

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins here."""
        return self.i == self.sent.start


_NONE: list[Word] = []


class Span:
    """Words that follow one another: a sentence, a phrase, an entity; indices as in a list, end excluded."""

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
        return f"<Stretch {self.start}:{self.end} {self.text!r} {self.label_}>"

    @property
    def start_char(self) -> int:
        """The first character."""
        return self.parse[self.start].idx

    @property
    def end_char(self) -> int:
        """The character after the last."""
        return self.parse[self.end - 1].end

    @property
    def text(self) -> str:
        """The text."""
        if self._text is None:
            self._text = self.parse.text[self.start_char : self.end_char]
        return self._text

    @property
    def sent(self) -> Span:
        """The sentence of the first word."""
        return self.parse[self.start].sent

    @property
    def root(self) -> Word:
        """The word that the others hang on: a root, else the highest, the first of several."""
        outer = []
        for word in self:
            if word.head is word:
                return word
            if not self.start <= word.head.i < self.end:
                outer.append(word)
        return outer[0] if len(outer) == 1 else min(outer, key=_depth)


def _depth(word: Word) -> float:
    """How far down a word hangs; punctuation on which nothing hangs is never preferred."""
    if (word.is_punct or word.is_space) and not word.children:
        return inf
    depth = 0
    while word.head is not word:
        word, depth = word.head, depth + 1
    return depth


def cached_per_word(function: Callable[[Word], Value]) -> Callable[[Word], Value]:
    """Make a function of a word work out its answer once."""

    @wraps(function)
    def asked(word: Word) -> Value:
        answers = word._answers
        if answers is None:
            answers = word._answers = {}
        elif function in answers:
            known: Value = answers[function]
            return known
        answer = answers[function] = function(word)
        return answer

    return asked
