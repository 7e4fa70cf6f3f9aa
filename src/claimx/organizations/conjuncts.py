"""Names recognised as organisations by those coordinated with them: "Zorbex, Renault et Orange
recrutent".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.organizations.document import NameDocument
from claimx.organizations.entity_filter import is_unknown_word
from claimx.organizations.mention import Mention
from claimx.syntax.words import Span

MIN_ORGANIZATIONS = 2
LABELS = ("LOC", "ORG", "PER")
MAX_TOKENS_IN_BRACKET = 6


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
    named = span.label_ in LABELS and document.is_capital(span.start)
    return named and is_unknown_word(document, span)


def _is_pair(document: NameDocument, span: Span, other: Mention) -> bool:
    """Whether a coordinating word joins both, with no other member between."""
    joint = span.end if other.first > span.start else other.after
    last = max(span.start, other.first)
    return document.has_role(joint, "coordinator") and _before_article(document, last) == joint + 1


def _before_article(document: NameDocument, first: int) -> int:
    """Where a name begins with its article: "la Velm"."""
    return first - 1 if document.has_role(first - 1, "article") else first


def _before(document: NameDocument, first: int, ends: dict[int, Mention]) -> Iterator[Mention]:
    """The organisations of a list before a token, nearest first."""
    first = _before_article(document, first)
    while document.is_joint(first - 1):
        end = _before_bracket(document, first - 1)
        if end not in ends:
            return
        yield ends[end]
        first = _before_article(document, ends[end].first)


def _before_bracket(document: NameDocument, end: int) -> int:
    """Where a name ends that a bracket explains: "Zorbex (2 millions) et Velm"."""
    if document.form(end - 1) == ")":
        for opening in range(end - 2, end - 2 - MAX_TOKENS_IN_BRACKET, -1):
            if document.form(opening) == "(":
                return opening
    return end


def _after(document: NameDocument, after: int, starts: dict[int, Mention]) -> Iterator[Mention]:
    """The organisations of a list from a token on, nearest first."""
    while document.is_joint(after):
        first = after + 2 if document.has_role(after + 1, "article") else after + 1
        if first not in starts:
            return
        yield starts[first]
        after = starts[first].after
