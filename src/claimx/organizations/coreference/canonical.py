"""Canonical names: the mentions of one organisation grouped under one referent.

"l'Autorité des marchés financiers (AMF)", "AMF" and "l'Autorité" are one referent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.organizations.document import NameDocument
from claimx.organizations.gazetteer import Entry
from claimx.organizations.lexicon import Noun, name_kinds, noun_of, word_with_role
from claimx.organizations.mention import Mention
from claimx.organizations.mentions import Names
from claimx.organizations.spelling import (
    abbreviates,
    display_name,
    fold,
    is_acronym,
    is_short_form,
    name_key,
    name_words,
    shape,
)

# The names that an abbreviation or short form is compared with: time stays linear in the length of the text.
MAX_NAMES_COMPARED = 100
# The kind that context gives an unknown name ("les salariés de X"); its own words tell more.
COMPANY_KIND = "company"


@dataclass(slots=True, eq=False)
class Referent:
    """An organisation of the text.

    name: spelled as in the text, in full. gender, number: as in ``organizations.tsv``. entry: its row of the
    list. head_nouns: the lemmas of the nominal heads by which the text calls it ("startup"). country: ISO
    3166, by the list or by what the text says, None if neither tells.
    """

    name: str
    kind: str | None = None
    gender: str | None = None
    number: str | None = None
    entry: Entry | None = None
    head_nouns: set[str] = field(default_factory=set)
    country: str | None = None
    anaphors: set[str] = field(default_factory=set)


@dataclass(slots=True)
class ResolvedMention:
    """A mention with the organisations that it stands for; only a set ("les deux groupes") has several.

    start, end: characters. first, after: its first token, and the token after its last. via: how it was
    resolved, None for a mention by name. gender: that of the noun of a nominal anaphor.
    """

    start: int
    end: int
    first: int
    after: int
    referents: tuple[Referent, ...]
    via: str | None = None
    gender: str | None = None


def assign_referents(document: NameDocument, names: Names) -> list[ResolvedMention]:
    """Resolve the mentions by name, in order; those of one organisation share one referent."""
    referents = _Referents()
    acronyms = {acronym: referents.of(full) for acronym, full in names.abbreviations.items()}
    spellings: dict[int, list[str]] = {}
    resolved = []
    for mention in names.mentions:
        referent = acronyms.get(mention.text) or referents.of(mention)
        spellings.setdefault(id(referent), []).append(_spelling(mention))
        _learn_agreement(document, mention, referent)
        resolved.append(
            ResolvedMention(mention.start, mention.end, mention.first, mention.after, (referent,))
        )
    for referent in referents.all:
        referent.name = _full_name(referent, spellings.get(id(referent), []))
    for known, mention in zip(resolved, names.mentions, strict=True):
        if is_acronym(mention.text) and name_key(mention.text) not in name_key(known.referents[0].name):
            known.via = "acronym"
    return resolved


class _Referents:
    """The organisations of a text so far, by row of the list, by name, and by first word of their name."""

    def __init__(self) -> None:
        self.all: list[Referent] = []
        self._by_name: dict[str, Referent] = {}
        self._by_first: dict[str, list[Referent]] = {}

    def of(self, mention: Mention) -> Referent:
        """The referent of a mention: that of the same row, the same name or a longer name, or a new one."""
        entry, key = mention.entry, name_key(mention.text)
        lookup = entry.name if entry else key
        if entry is None or noun_of(key):
            longer = self._longer(mention, key)
            if longer is not None:
                return self._by_name.setdefault(lookup, longer)
        if lookup not in self._by_name:
            self._add(mention, lookup)
        return self._by_name[lookup]

    def _add(self, mention: Mention, lookup: str) -> None:
        entry = mention.entry
        referent = Referent(entry.name if entry else display_name(mention.text), mention.kind, entry=entry)
        self._by_name[lookup] = referent
        self.all.append(referent)
        if entry:
            referent.gender, referent.number, referent.country = entry.gender, entry.number, entry.country
            self._by_name.setdefault(name_key(entry.name), referent)
        self._by_first.setdefault(name_key(referent.name).partition(" ")[0], []).append(referent)

    def _longer(self, mention: Mention, key: str) -> Referent | None:
        """The last one whose name this mention opens or, if it is an unlisted acronym, abbreviates."""
        for referent in reversed(self._by_first.get(key.partition(" ")[0], [])[-MAX_NAMES_COMPARED:]):
            if is_short_form(mention.text, referent.name):
                return referent
        if mention.entry is None and len(mention.text) > 2 and is_acronym(mention.text):
            for referent in reversed(self.all[-MAX_NAMES_COMPARED:]):
                if abbreviates(mention.text, referent.name):
                    return referent
        return None


def _full_name(referent: Referent, spellings: list[str]) -> str:
    """The text's spelling of the listed name, or its longest name that is no acronym, or the listed name."""
    if referent.entry is not None:
        same = [text for text in spellings if shape(text) == shape(referent.entry.name)]
        if any(text.lower() == referent.entry.name.lower() for text in same):
            return referent.entry.name
        if same:
            return " ".join(same[0].split())
        if any(name_key(text) == name_key(referent.entry.name) for text in spellings):
            return referent.entry.name
    full = [text for text in spellings if not is_acronym(text)]
    return display_name(max(full, key=len)) if full else referent.name


def _spelling(mention: Mention) -> str:
    """The text's spelling of a name, or the list's where the text leaves out capitals or accents."""
    known, text = mention.spelling, mention.text
    if known and (text.islower() or (fold(text) == fold(known) and _plain(text) != _plain(known))):
        return known
    return text


def _plain(text: str) -> str:
    """A name in lower case with its accents, and with straight apostrophes and hyphens."""
    return "".join(character if character.isalnum() else fold(character) for character in text.lower())


def _own_kind(noun: Noun | None, name: str) -> str | None:
    """The kind that a name tells by its noun or by one of its words: "Banque de Velm", "FC Velm"."""
    if noun is not None and len(noun.kinds) == 1:
        return next(iter(noun.kinds))
    return next(filter(None, map(name_kinds().get, name.split())), None) if noun is None else None


def _learn_agreement(document: NameDocument, mention: Mention, referent: Referent) -> None:
    """Learn kind, gender and number from the noun that opens a name, and from the article before it."""
    words = name_words(name_key(mention.text))
    noun = noun_of(words[0]) if words else None
    if noun is not None:
        referent.head_nouns.add(noun.lemma)
    own = _own_kind(noun, mention.text)
    if own is not None and mention.entry is None and referent.kind in (None, COMPANY_KIND):
        referent.kind = own
    referent.kind = referent.kind or mention.kind or own
    if noun is not None:
        referent.gender, referent.number = referent.gender or noun.gender, referent.number or noun.number
    article = word_with_role(document.form(mention.first - 1), "article", "contraction")
    if article is not None:
        referent.gender = referent.gender or article.gender
        referent.number = referent.number or article.number
