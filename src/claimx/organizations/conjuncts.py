"""Names recognised as organisations by those coordinated with them: "Zorbex, Renault et Orange
recrutent".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.lexicons.name_words import UNKNOWN, name_class
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import first_names
from claimx.organizations.mention import Mention
from claimx.syntax.words import Span

MIN_ORGANIZATIONS = 2
LABELS = ("LOC", "ORG", "PER")


def find_conjuncts(document: NameDocument, mentions: Sequence[Mention]) -> Iterator[Span]:
    """The entities of one unknown word in a list with two organisations, or joined by "et" to a known one.

    mentions: the organisations found so far.
    """
    starts = {mention.first: mention for mention in mentions}
    ends = {mention.after: mention for mention in mentions}
    for span in document.entities:
        if span.start in starts or not _may_be_organization(document, span):
            continue
        others = [*_before(document, span.start, ends), *_after(document, span.end, starts)]
        if len(others) >= MIN_ORGANIZATIONS or any(
            _is_pair(document, span, other) and (other.entry or other.kind) for other in others
        ):
            yield span


def _may_be_organization(document: NameDocument, span: Span) -> bool:
    form = document.form(span.start)
    if len(span) > 1 or span.label_ not in LABELS or not document.is_capital(span.start):
        return False
    if name_class(span[0].lower_) != UNKNOWN or word_forms().word_class(span[0].lower_) != UNKNOWN:
        return False
    return form not in first_names() and form not in document.last_names


def _is_pair(document: NameDocument, span: Span, other: Mention) -> bool:
    """Whether a coordinating word joins both, with no other member between."""
    joint = span.end if other.first > span.start else other.after
    return document.has_role(joint, "coordinator") and max(span.start, other.first) == joint + 1


def _before(document: NameDocument, first: int, ends: dict[int, Mention]) -> Iterator[Mention]:
    """The organisations of a list before a token, nearest first."""
    while document.is_joint(first - 1) and first - 1 in ends:
        yield ends[first - 1]
        first = ends[first - 1].first


def _after(document: NameDocument, after: int, starts: dict[int, Mention]) -> Iterator[Mention]:
    """The organisations of a list from a token on, nearest first."""
    while document.is_joint(after) and after + 1 in starts:
        yield starts[after + 1]
        after = starts[after + 1].after
