"""The table of operators: that of the package, and rows of one's own before it.

A row says which word takes a claim in its scope, with which complement, and of which class the word is;
what a class does stands in ``operator_classes.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from claimx import lexicons
from claimx.errors import DocumentError, Errors
from claimx.lexicons.phrases import Sequences, split
from claimx.lexicons.user_tables import check_cell, read_table
from claimx.model import Level

COLUMNS = ("lemma", "pos", "frames", "class")
POS = frozenset({"ADJ", "ADP", "ADV", "NOUN", "VERB"})
FRAMES = frozenset({"", "event", "inf", "inserted", "np", "passive", "que", "self", "si", "told"})


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the claim in its scope.

    level, negated_level: the weakest level it lets through, None where the kind of the source
        decides (``source`` in the lexicon).
    polarity, negated_polarity: 1 keeps, -1 turns.
    source: ``subject``, ``agent`` (of the passive) or an empty string.
    """

    cls: str
    level: Level | None
    polarity: int
    negated_level: Level | None
    negated_polarity: int
    source: str


@cache
def classes() -> dict[str, Operator]:
    """All operator classes by name."""
    return {
        row["class"]: Operator(
            cls=row["class"],
            level=None if row["level"] == "source" else Level(row["level"]),
            polarity=int(row["polarity"]),
            negated_level=None if row["negated_level"] == "source" else Level(row["negated_level"]),
            negated_polarity=int(row["negated_polarity"]),
            source=row["source"],
        )
        for row in lexicons.read("operator_classes")
    }


class Operators:
    """Which words take a claim in their scope, and what they do to it."""

    def __init__(self, rows: Iterable[dict[str, str]] = ()) -> None:
        """rows: rows of one's own, as in ``operators.tsv``; they come before those of the package."""
        known = classes()
        self._entries = {
            (row["lemma"], row["pos"], frame): known[row["class"]]
            for row in (*lexicons.read("operators"), *rows)
            for frame in row["frames"].split(",")
        }
        locutions = [(split(lemma), pos, operator) for (lemma, pos, _), operator in self._entries.items()]
        self.prepositional = {
            words: operator for words, pos, operator in locutions if pos == "NOUN" and len(words) > 1
        }
        self.reflexives = frozenset(
            words[-1] for words, pos, _ in locutions if pos == "VERB" and words[0] == "se"
        )
        self._sequences = {kind: Sequences(self._of(kind)) for kind in ("ADP", "ADV")}

    def _of(self, kind: str) -> Iterator[tuple[str, Operator]]:
        return ((lemma, operator) for (lemma, pos, _), operator in self._entries.items() if pos == kind)

    def get(self, lemma: str, pos: str, frame: str = "") -> Operator | None:
        """The operator of a lemma with this part of speech and complement, or None."""
        return self._entries.get((lemma, pos, frame))

    def find(self, words: list[str], pos: str) -> Iterator[tuple[int, int, Operator]]:
        """Occurrences of the adverbs (``ADV``) or prepositions (``ADP``) among words, the longest first."""
        return self._sequences[pos].find(words)


@cache
def bundled() -> Operators:
    """The operators of the package."""
    return Operators()


# Of each thread its own: two pipelines may be at work at once.
_current: ContextVar[Operators | None] = ContextVar("operators", default=None)


def current() -> Operators:
    """The operators that the component at work was given, else those of the package."""
    return _current.get() or bundled()


@contextmanager
def using(operators: Operators) -> Iterator[None]:
    """Look words up in these operators until the end of the block."""
    before = _current.set(operators)
    try:
        yield
    finally:
        _current.reset(before)


def read_user_rows(path: str) -> list[dict[str, str]]:
    """Read a user's table of operators; ``docs/operators.md`` describes its columns, all of them required.

    path: a file that `lexicons.user_tables.read_table` reads.
    Returns the rows as dictionaries from column to cell. Raises DocumentError, with the file and line, for a
    table that can't be read, an empty lemma, and a part of speech, complement or class that doesn't exist.
    """
    rows = read_table(path, columns=COLUMNS, required=COLUMNS)
    for row in rows:
        if not row.cells["lemma"]:
            raise DocumentError(Errors.E044.format(document=path, line=row.line, column="lemma"))
        frames = row.cells["frames"].split(",")
        check_cell(path, row, "pos", row.cells["pos"], POS)
        check_cell(path, row, "class", row.cells["class"], classes().keys())
        for frame in frames:
            check_cell(path, row, "frames", frame, FRAMES - {""} if len(frames) > 1 else FRAMES)
    return [row.cells for row in rows]
