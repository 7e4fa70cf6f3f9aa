"""How well a noun fits an organisation that it may stand for, by kind, sector and country.

"Le chimiste" may be a laboratory, no brewer; "la pépite" no company of the list that is never called so.
"""

from __future__ import annotations

from claimx.organizations.coreference.canonical import Referent
from claimx.organizations.lexicon import Noun, nouns

# The text calls it so, its kind fits, its kind is unknown.
CALLED, FITTING, POSSIBLE = 3, 2, 1
ANY_SECTOR, UNION = "any", "EU"
# Of a start-up, whatever its trade.
YOUNG = "young"


def grade_of(referent: Referent, noun: Noun) -> int:
    """How well a noun fits an organisation: CALLED, FITTING, POSSIBLE, or 0."""
    if noun.lemma in referent.head_nouns:
        return CALLED
    if noun.lemma in _listed_nouns(referent):
        return FITTING if referent.kind != "media" or len(noun.kinds) == 1 else POSSIBLE
    if not noun.kinds:
        return POSSIBLE
    if referent.kind is None and _is_otherwise_called(referent, noun):
        return 0
    if noun.evidence == "called":
        return _grade_by_sector(referent, noun)
    if referent.kind in noun.kinds:
        if noun.evidence == "kind" and noun.sectors.isdisjoint(_sectors(referent) or noun.sectors):
            return 0 if noun.sectors else FITTING
        return FITTING if referent.kind != "media" or len(noun.kinds) == 1 else POSSIBLE
    if referent.kind is None and noun.evidence == "any":
        return FITTING if _is_called_alike(referent, noun) else POSSIBLE
    return 0


def _listed_nouns(referent: Referent) -> set[str]:
    """The nouns that the list gives an organisation, with and without their complements."""
    listed = referent.entry.anaphors if referent.entry is not None else ()
    return {*listed, *(anaphor.partition(" ")[0] for anaphor in listed)}


def _grade_by_sector(referent: Referent, noun: Noun) -> int:
    """How well a trade fits a company: by the trades that the list or the text gives it."""
    if not noun.is_trade or referent.kind not in (None, *noun.kinds):
        return 0
    if ANY_SECTOR in noun.sectors:
        return POSSIBLE
    known = _sectors(referent)
    if YOUNG in noun.sectors and referent.entry is not None and YOUNG not in known:
        return 0
    if known - {YOUNG}:
        return 0 if known.isdisjoint(noun.sectors) else FITTING
    return POSSIBLE if referent.entry is None else 0


def _sectors(referent: Referent) -> set[str]:
    """The sectors of the trades that the list or the text gives an organisation."""
    lemmas = referent.head_nouns | _listed_nouns(referent)
    return set().union(*(nouns()[lemma].sectors for lemma in lemmas if lemma in nouns())) - {ANY_SECTOR}


def _is_otherwise_called(referent: Referent, noun: Noun) -> bool:
    """Whether the text calls it something that excludes the noun: "la Cour supérieure" is no "entreprise"."""
    called = (nouns()[lemma] for lemma in referent.head_nouns if lemma in nouns())
    return any(call.kinds.isdisjoint(noun.kinds) for call in called)


def _is_called_alike(referent: Referent, noun: Noun) -> bool:
    """Whether the text calls it a noun that shares a kind with this one: an "agence" may be a "firme"."""
    called = (nouns()[lemma] for lemma in referent.head_nouns if lemma in nouns())
    return any(not call.kinds.isdisjoint(noun.kinds) for call in called)


def may_be_from(referent: Referent, country: str | None) -> bool:
    """Whether an organisation may be of this country; None, "" and the Union are any."""
    return country in (None, "", UNION) or referent.country in (None, "", UNION, country)
