"""The model's entities that are organisations: those of the list, and unlisted ones by the evidence.

In "Zorbex recrute" the score of "Zorbex" decides, in "l'usine Renault" the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.classifier import NameClassifier
from claimx.organizations.company_acts import acts_as_company
from claimx.organizations.document import NameDocument
from claimx.organizations.entity_filter import is_organization, is_unknown_word, trim
from claimx.organizations.features import coordination
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.lexicon import first_names
from claimx.organizations.medical_context import medical_penalty
from claimx.syntax.words import Span

ORG_LABELS = frozenset({"ORG", "ORGANIZATION", "ORGANISATION"})
LABELS = ORG_LABELS | {"PER", "LOC", "MISC"}
# Log odds above which an unlisted name is kept that the model calls an organisation, and one is added that it
# calls something else. F rises as long as less than four in ten of the dropped names were right: of single
# words with a score from -0.4 to 0 one in four is, of longer names one in two.
MIN_SCORE_TO_KEEP, MIN_SCORE_OF_WORD, MIN_SCORE_TO_ADD = -0.4, 0.0, 0.0
# Of one word that no list knows, which the model takes for a person: texts give a person's full name first.
# On texts that no training has seen F rises from .903 to .906 (press) and from .820 to .822 with it.
MIN_SCORE_OF_LONE_NAME = -1.4


def find_entities(document: NameDocument, gazetteer: Gazetteer, listed: set[int]) -> Iterator[Span]:
    """The entities of the model that are organisations, unlisted ones by their score.

    listed: the last tokens of listed names; an entity that ends in one ("Ateliers Renault") needs no score.
    """
    trimmed = [trim(document, span) for span in document.entities if span.label_ in LABELS]
    spans = [span for span in trimmed if span is not None]
    scores = NameClassifier(document, spans) if document.is_tagged else None
    for span in spans:
        called = span.label_ in ORG_LABELS
        # Cheapest first: most names of people are recognised by their first word.
        if not called and document.form(span.start) in first_names():
            continue
        known = gazetteer.entries(span.text) or gazetteer.is_other(span.text)
        if (known and not called) or not is_organization(document, span):
            continue
        if scores is not None and not known and not (called and span.end - 1 in listed):
            margin = scores[span.text] - _least_score(document, span)
            called = margin > 0 and margin > medical_penalty(document, span)
            called = called or _is_unknown_company(document, span)
        if called:
            yield span


def _is_unknown_company(document: NameDocument, span: Span) -> bool:
    """Whether a word that no list knows stands where companies do."""
    return is_unknown_word(document, span) and acts_as_company(document, span)


def _least_score(document: NameDocument, span: Span) -> float:
    """The log odds above which an unlisted name is an organisation."""
    if span.label_ in ORG_LABELS:
        return MIN_SCORE_OF_WORD if len(span) == 1 else MIN_SCORE_TO_KEEP
    if span.label_ != "PER" or not is_unknown_word(document, span):
        return MIN_SCORE_TO_ADD
    return MIN_SCORE_TO_ADD if _is_among_people(document, span) else MIN_SCORE_OF_LONE_NAME


def _is_among_people(document: NameDocument, span: Span) -> bool:
    """Whether a noun or a conjunction ties a name to people: "la famille Zorbex", "Anne Velm et Zorbex"."""
    if document.category(span.start - 1) == "NOUN" or "beside:PER" in coordination(document, span):
        return True
    other = document.entity_at.get(span.start - 2) if document.is_joint(span.start - 1) else None
    return other is not None and document.has_role(other.start, "title")
