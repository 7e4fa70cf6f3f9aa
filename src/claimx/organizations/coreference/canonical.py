"""One organisation, one name: the mentions of a text put together under a canonical name.

Example: "l'Autorité des marchés financiers (AMF)", "AMF" and "l'Autorité" are one referent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimx.organizations.abbreviations import definitions
from claimx.organizations.document import Context
from claimx.organizations.gazetteer import Entry
from claimx.organizations.lexicon import noun_of, word_with_role
from claimx.organizations.mentions import Mention
from claimx.organizations.spelling import (
    abbreviates,
    display,
    fold,
    is_acronym,
    is_short_form,
    key,
    shape,
    words,
)

# How many names an abbreviation or a short form is compared with: time stays linear in the text.
NEAREST = 100


@dataclass(slots=True, eq=False)
class Referent:
    """An organisation of the text. ``calls`` are the nominal heads by which the text itself calls it.

    ``name`` is spelled as the text spells it, in full; ``entry`` is its row in the list.
    """

    name: str
    kind: str | None = None
    gender: str | None = None
    number: str | None = None
    entry: Entry | None = None
    calls: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Reference:
    """A piece of the text that stands for organisations. ``via`` is None for a mention by name."""

    start: int
    end: int
    first: int
    last: int
    referents: tuple[Referent, ...]
    via: str | None = None


def name_mentions(context: Context, mentions: Sequence[Mention]) -> list[Reference]:
    """The mentions as references, in order; those of one organisation share one referent."""
    names = _Names()
    acronyms = {acronym: names.of(full) for acronym, full in definitions(context, mentions).items()}
    spellings: dict[int, list[str]] = {}
    references = []
    for mention in mentions:
        referent = acronyms.get(mention.text) or names.of(mention)
        spellings.setdefault(id(referent), []).append(_spelled(mention))
        _agree(context, mention, referent)
        references.append(Reference(mention.start, mention.end, mention.first, mention.last, (referent,)))
    for referent in names.known:
        referent.name = _best(referent, spellings.get(id(referent), []))
    for reference, mention in zip(references, mentions, strict=True):
        if is_acronym(mention.text) and key(mention.text) not in key(reference.referents[0].name):
            reference.via = "acronym"
    return references


class _Names:
    """The organisations of a text so far, found by their row, their key, or the beginning of their name."""

    def __init__(self) -> None:
        self.known: list[Referent] = []
        self._by_name: dict[str, Referent] = {}
        self._by_first: dict[str, list[Referent]] = {}

    def of(self, mention: Mention) -> Referent:
        """The referent of a mention: the same row, the same key, a longer name before it, or a new one."""
        entry, spelled = mention.entry, key(mention.text)
        lookup = entry.name if entry else spelled
        if entry is None or noun_of(spelled):
            longer = self._longer(mention, spelled)
            if longer is not None:
                return self._by_name.setdefault(lookup, longer)
        if lookup not in self._by_name:
            referent = Referent(entry.name if entry else display(mention.text), mention.kind, entry=entry)
            self._by_name[lookup] = referent
            self.known.append(referent)
            if entry:
                referent.gender, referent.number = entry.gender, entry.number
                self._by_name.setdefault(key(entry.name), referent)
            self._by_first.setdefault(key(referent.name).partition(" ")[0], []).append(referent)
        return self._by_name[lookup]

    def _longer(self, mention: Mention, spelled: str) -> Referent | None:
        """The last name before that this one begins or, if it is an acronym out of the list, abbreviates."""
        for referent in reversed(self._by_first.get(spelled.partition(" ")[0], [])[-NEAREST:]):
            if is_short_form(mention.text, referent.name):
                return referent
        if mention.entry is None and len(mention.text) > 2 and is_acronym(mention.text):
            for referent in reversed(self.known[-NEAREST:]):
                if abbreviates(mention.text, referent.name):
                    return referent
        return None


def _best(referent: Referent, spellings: list[str]) -> str:
    """The text's spelling of the listed name, else its longest full name, else the listed one."""
    if referent.entry is not None:
        same = [text for text in spellings if shape(text) == shape(referent.entry.name)]
        if any(text.lower() == referent.entry.name.lower() for text in same):
            return referent.entry.name
        if same:
            return " ".join(same[0].split())
        if any(key(text) == key(referent.entry.name) for text in spellings):
            return referent.entry.name
    full = [text for text in spellings if not is_acronym(text)]
    return display(max(full, key=len)) if full else referent.name


def _spelled(mention: Mention) -> str:
    """The text's spelling of a name, or the list's where the text leaves out capitals or accents."""
    known, text = mention.spelling, mention.text
    if known and (text.islower() or (fold(text) == fold(known) and _plain(text) != _plain(known))):
        return known
    return text


def _plain(text: str) -> str:
    """A name in lower case with its accents, its apostrophes and hyphens straight."""
    return "".join(character if character.isalnum() else fold(character) for character in text.lower())


def _agree(context: Context, mention: Mention, referent: Referent) -> None:
    """Learn gender and number from the article before a name and from the noun that opens it."""
    referent.kind = referent.kind or mention.kind
    noun = noun_of(words(key(mention.text))[0]) if key(mention.text) else None
    if noun is not None:
        referent.calls.add(noun.lemma)
        if referent.kind is None and len(noun.kinds) == 1:
            referent.kind = next(iter(noun.kinds))
        referent.gender, referent.number = referent.gender or noun.gender, referent.number or noun.number
    article = word_with_role(context.form(mention.first - 1), "article", "contraction")
    if article is not None:
        referent.gender = referent.gender or article.gender
        referent.number = referent.number or article.number
