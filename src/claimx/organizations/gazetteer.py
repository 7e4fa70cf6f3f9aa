"""A list of organisations made to be searched in a text: exact names, fast, whatever the tokenizer.

Example: ``Gazetteer(rows).find("L’Oréal et BNP Paribas")`` yields both names with their rows. A lookup
costs one dictionary access a word, so that 200,000 rows cost no more than 1,000.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.spelling import (
    WORD,
    articles,
    fold,
    fold_word,
    identifier,
    is_acronym,
    is_short_acronym,
    shape,
    words,
)

MAX_WORDS = 16
PAIR = 2
SMALL_KINDS = ("government", "international", "regulator")


class Entry(NamedTuple):
    """An organisation of the list. ``anaphors`` are folded nominal heads that may stand for it."""

    name: str
    kind: str | None = None
    gender: str | None = None
    number: str | None = None
    anaphors: frozenset[str] = frozenset()
    country: str | None = None
    given: str | None = None

    @property
    def id(self) -> str:
        """The identifier that the list gives, else one made of the name: "bnp-paribas"."""
        return self.given or identifier(self.name)


class Alias(NamedTuple):
    """One spelling. ``entry`` is None for what is no organisation; ``bare`` lacks the article of its name.

    ``small`` may be written without capitals ("nations unies").
    """

    text: str
    entry: Entry | None
    senses: frozenset[str] = frozenset()
    bare: bool = False
    small: bool = False


class Match(NamedTuple):
    """An alias at its place in the text."""

    start: int
    end: int
    alias: Alias


class Gazetteer:
    """Names to look for. Rows have the columns of ``organizations.tsv``; all but ``name`` may be missing."""

    def __init__(
        self,
        rows: Iterable[Mapping[str, str]],
        *,
        senses: Mapping[str, frozenset[str]] | None = None,
        others: Iterable[str] = (),
    ) -> None:
        self._aliases: dict[str, tuple[Alias, ...]] = {}
        # How many words the longest name has that begins with one or two words.
        self._longest: dict[str, int] = {}
        # The first words that may stand in small letters: most words of a text need no further look.
        self._small: set[str] = set()
        self._senses = senses or {}
        for row in rows:
            self._add_row(row)
        for name in others:
            self._add(Alias(name, None))

    def __len__(self) -> int:
        return len(self._aliases)

    def find(self, text: str) -> Iterator[Match]:
        """The names in a text, longest first, left to right, without overlap."""
        places, cut = _cut(text)
        longest, small = self._longest, self._small
        found = [word for word, _ in cut]
        # Few words open a name: these are picked out first.
        opening = [
            i for i, (word, low) in enumerate(cut) if word in longest and not (low and word not in small)
        ]
        free = 0
        for index in opening:
            if index < free:
                continue
            size = longest[found[index]]
            if size > 1:
                size = max(1, longest.get(" ".join(found[index : index + PAIR]), 1))
                size = min(size, len(found) - index)
            while size:
                aliases = self._aliases.get(" ".join(found[index : index + size]))
                match = aliases and self._match(text, places[index][0], places[index + size - 1][1], aliases)
                if match:
                    yield match
                    break
                size -= 1
            free = index + size

    def entries(self, name: str) -> list[Entry]:
        """The organisations that go by exactly this name, whatever its case and accents."""
        return [alias.entry for alias in self._aliases.get(_lookup(name), ()) if alias.entry]

    def is_other(self, name: str) -> bool:
        """Whether the list says that this is no organisation ("ChatGPT"), and none is called so."""
        aliases = self._aliases.get(_lookup(name), ())
        return bool(aliases) and all(alias.entry is None for alias in aliases)

    def _match(self, text: str, start: int, end: int, aliases: tuple[Alias, ...]) -> Match | None:
        for alias in aliases:
            stop = _end(text, start, end, alias.text)
            if stop and (
                _same_case(text[start:stop], alias.text) or (alias.small and text[start:stop].islower())
            ):
                return Match(start, stop, alias)
        return None

    def _add_row(self, row: Mapping[str, str]) -> None:
        entry = Entry(
            name=row["name"],
            kind=row.get("kind") or None,
            gender=row.get("gender") or None,
            number=row.get("number") or None,
            anaphors=frozenset(fold(part) for part in (row.get("anaphors") or "").split("|") if part),
            country=row.get("country") or None,
            given=row.get("id") or None,
        )
        for name in (entry.name, *(row.get("aliases") or "").split("|")):
            senses = self._senses.get(name, frozenset())
            parts = words(name)
            if name:
                small = entry.kind in SMALL_KINDS and len(parts) > 1 and not senses
                self._add(Alias(name, entry, senses, small=small))
            if len(parts) > 1 and fold(parts[0]) in articles() and name[0].isupper():
                rest = name[name.index(parts[1]) :]
                self._add(Alias(rest, entry, senses | self._senses.get(rest, frozenset()), bare=True))

    def _add(self, alias: Alias) -> None:
        parts = words(fold(alias.text))
        if parts and len(parts) <= MAX_WORDS:
            lookup = " ".join(parts)
            known = self._aliases.get(lookup, ())
            if all(other.text != alias.text for other in known):
                self._aliases[lookup] = (*known, alias)
                if alias.small or alias.text.lstrip("'’(")[:1].islower():
                    self._small.add(parts[0])
                for start in {parts[0], lookup if len(parts) < PAIR else " ".join(parts[:PAIR])}:
                    if self._longest.get(start, 0) < len(parts):
                        self._longest[start] = len(parts)


# A text is searched for the names of the list, then for those that it has itself.
@lru_cache(maxsize=1)
def _cut(text: str) -> tuple[list[tuple[int, int]], list[tuple[str, bool]]]:
    """The places of the words of a text, and each word folded, with whether it begins with a small letter.

    ``fold`` keeps letters letters, but for one apostrophe that is a letter to ``re``: the words of a text
    are those of the folded text, and folding word by word is remembered.
    """
    text = text.replace("ʼ", "'")
    places = [match.span() for match in WORD.finditer(text)]
    return places, [_word(text[start:end]) for start, end in places]


@lru_cache(maxsize=1 << 15)
def _word(word: str) -> tuple[str, bool]:
    return fold_word(word), word[0].islower()


def bundled(user: Iterable[Mapping[str, str]] = ()) -> Gazetteer:
    """The list of the package, after the rows of a user, which win where names are the same."""
    user = tuple(user)
    senses = {name: frozenset({"word"}) for name in _common_words(user)}
    senses |= {row["name"]: frozenset(row["senses"].split("|")) for row in read("ambiguous_names")}
    rows = [*user, *read("organizations")]
    others = [row["name"] for table in ("not_organizations", "place_names") for row in read(table)]
    others += [row["place"] for row in read("currency_places") if row["place"][0].isupper()]
    return Gazetteer(rows, senses=senses, others=others)


def _common_words(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The names of rows that are also words of the language: "Avenir"."""
    for row in rows:
        for name in (row["name"], *(row.get("aliases") or "").split("|")):
            if name.isalpha() and not is_acronym(name) and word_forms().word_class(name.lower()) != "-":
                yield name


@lru_cache(maxsize=1 << 14)
def _lookup(name: str) -> str:
    return " ".join(words(fold(name)))


def _end(text: str, start: int, end: int, alias: str) -> int | None:
    """Where a match ends, its last "+" or "!" included; None if what joins the words is not the alias's."""
    tail = alias[len(alias.rstrip("+!")) :]
    stop = end
    if tail:
        stop = text.find(tail, end, end + len(tail) + 1) + len(tail)
        if stop < end + len(tail):
            return None
    piece = text[start:stop]
    if "\n" in piece or (". " in piece and ". " not in alias) or shape(piece) != shape(alias):
        return None
    return stop


def _same_case(found: str, alias: str) -> bool:
    """Capitals where the alias has them; an acronym of four letters may be written "Nasa"."""
    if found == alias:
        return True
    if is_short_acronym(alias):
        return found == alias
    for index, (seen, known) in enumerate(zip(words(found), words(alias), strict=False)):
        if known[0].isupper() and not seen[0].isupper():
            return False
        if known.islower() and len(known) > 1 and seen[0].isupper() and index == 0 and is_acronym(found):
            return False
    return True
