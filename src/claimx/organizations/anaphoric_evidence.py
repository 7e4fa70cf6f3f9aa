"""Names that a later noun shows to be organisations: "Zorbex a levé 4 millions. La jeune pousse embauche."

A definite "la jeune pousse" stands for a company that the text has named. If it has named none, it stands for
a name that the model takes for a person or place, or for nothing: an unknown word that is a subject shortly
before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.lexicons.name_words import UNKNOWN, name_class
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import first_names, noun_of
from claimx.organizations.mention import Head, Mention
from claimx.organizations.name_patterns import name_after
from claimx.syntax.words import Span

MAX_SENTENCES_BACK = 2
LABELS = ("LOC", "MISC", "ORG", "PER")


def find_presupposed(document: NameDocument, mentions: Sequence[Mention]) -> Iterator[Head]:
    """Names that a company's noun presupposes: tokens of the name, with that noun.

    mentions: the organisations found so far.
    """
    if not document.parse.is_parsed:
        return
    named = [mention.first for mention in mentions if mention.kind in (None, "bank", "company")]
    found: set[str] = set()
    for head in document.heads:
        if not _is_anaphor(document, head):
            continue
        first = _first_token(document, head.first)
        if any(first <= index < head.after for index in named):
            continue
        names = {
            span.text: span
            for span in document.entities
            if first <= span.start < head.first and _may_be_company(document, span)
        }
        for text, span in names.items() if len(names) == 1 else ():
            if text not in found:
                found.add(text)
                yield Head(span.start, span.end, head.noun)


def _is_anaphor(document: NameDocument, head: Head) -> bool:
    """Whether a head is a definite subject or complement that must stand for a company named before."""
    noun = head.noun
    if noun.number != "s" or "trade" in noun.names or not (noun.is_trade or noun.evidence == "any"):
        return False
    if "company" not in noun.kinds or not document.has_role(head.first - 1, "article", "demonstrative"):
        return False
    if document.is_capital(head.after) or document.has_role(head.after, "complement", "contraction"):
        return False
    root = document.parse.span(head.first, head.after).root
    return name_after(document, head.after) is None and root.base == "nsubj"


def _first_token(document: NameDocument, index: int) -> int:
    """The first token of the second sentence before the one of this token."""
    sentence = document.parse[index].sent
    for _ in range(MAX_SENTENCES_BACK):
        if sentence.start == 0:
            break
        sentence = document.parse[sentence.start - 1].sent
    return sentence.start


def _may_be_company(document: NameDocument, span: Span) -> bool:
    """Whether an entity is one unknown word, a subject and nobody's name."""
    form = document.form(span.start)
    if len(span) > 1 or span.label_ not in LABELS or name_class(span[0].lower_) != UNKNOWN:
        return False
    if form in first_names() or form in document.last_names or noun_of(form) is not None:
        return False
    if document.has_role(span.start - 1, "title", "locative", "portfolio"):
        return False
    return span[0].base == "nsubj"
