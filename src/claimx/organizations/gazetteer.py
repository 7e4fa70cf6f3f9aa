"""Finds the names of a list of organisations in a text, whatever the tokenizer.

A look-up costs one dictionary access per word, so that 200,000 rows are searched as fast as 1,000.

>>> gazetteer = Gazetteer([{"name": "L'Oréal"}, {"name": "BNP Paribas", "aliases": "BNP"}])
>>> [match.alias.entry.name for match in gazetteer.find(FoldedText("L’Oréal et la BNP"))]
["L'Oréal", 'BNP Paribas']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.spelling import (
    FoldedText,
    articles,
    fold,
    identifier,
    is_acronym,
    is_short_acronym,
    name_words,
    shape,
)

MAX_NAME_WORDS = 16
# Names are indexed by their first word and by their first two.
WORDS_OF_PREFIX = 2
MAX_CACHED_NAMES = 1 << 14
# Kinds whose names of several words are also written without capitals ("nations unies").
SMALL_KINDS = ("government", "international", "regulator")


class Entry(NamedTuple):
    """An organisation of the list; ``organizations.tsv`` describes the columns.

    anaphors: folded nominal heads that may stand for it. given: the identifier that a user's list gives it.
    wikidata: its item there ("Q312"), None where it is not known for sure.
    """

    name: str
    kind: str | None = None
    gender: str | None = None
    number: str | None = None
    anaphors: frozenset[str] = frozenset()
    country: str | None = None
    given: str | None = None
    wikidata: str | None = None

    @property
    def id(self) -> str:
        """The identifier that the list gives, else one made of the name: "bnp-paribas"."""
        return self.given or identifier(self.name)


class Alias(NamedTuple):
    """One spelling of a name.

    entry: its organisation, None for what is none. senses: what else the name may be. bare: whether it lacks
    the article that its name has ("Figaro"). small: whether it may be written without capitals.
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
    """A list of names to find.

    rows: with the columns of ``organizations.tsv``, all but ``name`` optional; of two rows with one name, the
        first wins. senses: what else a name may be, see ``ambiguous_names.tsv``. others: names that are no
        organisations, and hide shorter ones inside them.
    """

    def __init__(
        self,
        rows: Iterable[Mapping[str, str]],
        *,
        senses: Mapping[str, frozenset[str]] | None = None,
        others: Iterable[str] = (),
    ) -> None:
        self._aliases: dict[str, tuple[Alias, ...]] = {}
        # First word, or first two words → number of words of the longest name that begins with them.
        self._longest: dict[str, int] = {}
        # The first words of names that may be written in small letters.
        self._small: set[str] = set()
        self._senses = senses or {}
        for row in rows:
            self._add_row(row)
        for name in others:
            self._add(Alias(name, None))

    def __len__(self) -> int:
        return len(self._aliases)

    def find(self, text: FoldedText) -> Iterator[Match]:
        """The names in a text, left to right, without overlap, the longest at each place."""
        places, found = text.places, text.words
        longest, small = self._longest, self._small
        # Few words start a name; filtering by them first is fast.
        opening = [
            index
            for index, word in enumerate(found)
            if word in longest and (word in small or not text.is_small(index))
        ]
        free = 0
        for index in opening:
            if index < free:
                continue
            size = longest[found[index]]
            if size > 1:
                size = max(1, longest.get(" ".join(found[index : index + WORDS_OF_PREFIX]), 1))
                size = min(size, len(found) - index)
            while size:
                aliases = self._aliases.get(" ".join(found[index : index + size]))
                match = aliases and self._match(
                    text.text, places[index][0], places[index + size - 1][1], aliases
                )
                if match:
                    yield match
                    break
                size -= 1
            free = index + size

    def entries(self, name: str) -> list[Entry]:
        """The organisations with exactly this name, case and accents aside."""
        return [alias.entry for alias in self._aliases.get(_lookup(name), ()) if alias.entry]

    def is_other(self, name: str) -> bool:
        """Whether the list has this name ("ChatGPT") and gives it to no organisation."""
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
            wikidata=row.get("wikidata") or None,
        )
        for name in (entry.name, *(row.get("aliases") or "").split("|")):
            senses = self._senses.get(name, frozenset())
            parts = name_words(name)
            if name:
                small = entry.kind in SMALL_KINDS and len(parts) > 1 and not senses
                self._add(Alias(name, entry, senses, small=small))
            if len(parts) > 1 and fold(parts[0]) in articles() and name[0].isupper():
                rest = name[name.index(parts[1]) :]
                self._add(Alias(rest, entry, senses | self._senses.get(rest, frozenset()), bare=True))

    def _add(self, alias: Alias) -> None:
        parts = name_words(fold(alias.text))
        if parts and len(parts) <= MAX_NAME_WORDS:
            lookup = " ".join(parts)
            known = self._aliases.get(lookup, ())
            if all(other.text != alias.text for other in known):
                self._aliases[lookup] = (*known, alias)
                if alias.small or alias.text.lstrip("'’(")[:1].islower():
                    self._small.add(parts[0])
                for start in {
                    parts[0],
                    lookup if len(parts) < WORDS_OF_PREFIX else " ".join(parts[:WORDS_OF_PREFIX]),
                }:
                    if self._longest.get(start, 0) < len(parts):
                        self._longest[start] = len(parts)


def bundled_gazetteer(user: Iterable[Mapping[str, str]] = ()) -> Gazetteer:
    """The list of the package, overridden by the rows of a user where names are the same."""
    user = tuple(user)
    senses = {name: frozenset({"word"}) for name in _common_words(user)}
    senses |= {row["name"]: frozenset(row["senses"].split("|")) for row in read("ambiguous_names")}
    rows = [*user, *read("organizations")]
    others = [row["name"] for table in ("not_organizations", "place_names") for row in read(table)]
    others += [row["place"] for row in read("currency_places") if row["place"][0].isupper()]
    return Gazetteer(rows, senses=senses, others=others)


def _common_words(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The names of rows that are also French words: "Avenir"."""
    for row in rows:
        for name in (row["name"], *(row.get("aliases") or "").split("|")):
            if name.isalpha() and not is_acronym(name) and word_forms().word_class(name.lower()) != "-":
                yield name


@lru_cache(maxsize=MAX_CACHED_NAMES)
def _lookup(name: str) -> str:
    return " ".join(name_words(fold(name)))


def _end(text: str, start: int, end: int, alias: str) -> int | None:
    """The end of a match with its last "+" or "!"; None if its words are joined in another way."""
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
    """Whether there are capitals where the alias has them; a longer acronym may be written "Nasa"."""
    if found == alias:
        return True
    if is_short_acronym(alias):
        return found == alias
    for index, (seen, known) in enumerate(zip(name_words(found), name_words(alias), strict=False)):
        if known[0].isupper() and not seen[0].isupper():
            return False
        if known.islower() and len(known) > 1 and seen[0].isupper() and index == 0 and is_acronym(found):
            return False
    return True
