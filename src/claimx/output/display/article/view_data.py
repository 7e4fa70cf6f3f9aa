"""The claims as compact JSON, from which the script of the view builds cards, list and filters.

Pieces of the text are places in it, not copies; what recurs is in a table and referred to by its number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimx.model import Amount, Claim, Date, Excerpt, Level, Reason, Source, SourceKind
from claimx.output.display import labels
from claimx.output.display.article.links import Link
from claimx.output.display.article.wording import Words, day

# The words that the script shows, and those of them that begin a line.
_WORDS = (
    "positive",
    "negative",
    "author",
    "no-operator",
    "predicate",
    "reasons",
    "score",
    "permalink",
    "all",
)
_CAPITALS = ("reset", "shown", "source", "organizations", "amounts", "dates", "source-kind", "polarity")
SOURCE_KINDS = (SourceKind.NAMED, SourceKind.INSTITUTION, SourceKind.ANONYMOUS)


def view_data(claims: Sequence[Claim], words: Words, linked: Mapping[str, Sequence[Link]]) -> str:
    """The data as JSON that may stand in a ``script`` element. linked: the links of claims by their ids."""
    writer = _Writer(claims, words)
    rows = [writer.row(claim, linked.get(claim.id, ())) for claim in claims]
    plain = {
        "words": {key: words[key] for key in _WORDS} | {key: words[key].capitalize() for key in _CAPITALS},
        "levels": [[str(level), labels.LEVEL_SIGNS[level], words[level]] for level in Level],
        "kinds": [words[kind] for kind in SOURCE_KINDS],
        "table": list(writer.table),
        "claims": rows,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


class _Writer:
    """The rows of claims, and the table of the strings that they refer to by their numbers."""

    def __init__(self, claims: Sequence[Claim], words: Words) -> None:
        self.words = words
        self.numbers = {claim.id: number for number, claim in enumerate(claims)}
        self.table: dict[str, int] = {}

    def row(self, claim: Claim, linked: Sequence[Link]) -> list[Any]:
        """A claim as a list; lists at its end that are empty are left out.

        Its id, start and length, level, whether it is presented as false, hundredths of its score; the place
        of its predicate; reasons, sources, organisations, amounts, dates, links. A place is a start, counted
        from that of the claim, and a length.
        """
        score = claim.confidence.score
        row: list[Any] = [
            claim.id,
            claim.start,
            claim.end - claim.start,
            list(Level).index(claim.confidence.level),
            int(claim.polarity == "negative"),
            None if score is None else round(score * 100),
            *_place(claim.predicate, claim),
            [self._reason(reason, claim) for reason in claim.confidence.reasons],
            [self._source(source, claim) for source in claim.sources],
            [self._number(name) for name in labels.organizations(claim)],
            [self._amount(amount, claim) for amount in claim.amounts],
            [[*_place(item, claim), *self._days(item)] for item in claim.dates],
            [[self._number(self._answer(link)), self.numbers[link.claim.id]] for link in linked],
        ]
        while row[-1] == []:
            row.pop()
        return row

    def _answer(self, link: Link) -> str:
        return f"{labels.ANSWERS[link.label.rpartition(':')[2]]} {self.words[link.label]}"

    def _number(self, text: str) -> int:
        return self.table.setdefault(text, len(self.table))

    def _reason(self, reason: Reason, claim: Claim) -> list[int]:
        """The place of the cue, the rule, its effects, and hundredths of what it takes from the score."""
        words = self.words
        rule = words.get(f"rule:{reason.rule}", reason.rule.replace("-", " "))
        effects = ", ".join(words.get(f"effect:{one}", words.get(one, one)) for one in reason.effect.split())
        row = [*_place(reason, claim), self._number(rule), self._number(effects)]
        return [*row, round(-100 * reason.change)] if reason.change else row

    def _source(self, source: Source, claim: Claim) -> list[int]:
        """The place, the kind, and the name where it is another than what the text says."""
        row = [*_place(source, claim), SOURCE_KINDS.index(source.kind)]
        differs = source.name and source.name != source.text
        return [*row, self._number(labels.one_line(source.name or ""))] if differs else row

    def _amount(self, amount: Amount, claim: Claim) -> list[int]:
        return [*_place(amount, claim), self._number(labels.amount(amount, self.words["language"]))]

    def _days(self, date: Date) -> list[int]:
        begin, end = date.interval.begin, date.interval.end
        if begin is None and end is None:
            return []
        first, last = (day(side, self.words) if side else "…" for side in (begin, end))
        return [self._number(first if begin == end else f"{first} – {last}")]


def _place(item: Excerpt, claim: Claim) -> tuple[int, int]:
    return item.start - claim.start, item.end - item.start
