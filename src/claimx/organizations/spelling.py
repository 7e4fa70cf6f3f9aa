"""Names of organisations as plain strings: folding, legal forms, articles, acronyms.

>>> name_key("Groupe L’Oréal S.A.")
'l oreal'
>>> abbreviates("AMF", "Autorité des marchés financiers")
True
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from claimx.lexicons import read

WORD = re.compile(r"[^\W_]+")
_LINKS = re.compile(r"[^\w+&!]+")
_SOFT = re.compile(r"[\s.'\-]+")
MAX_LETTERS_OF_WORD = 4
MAX_LETTERS_OF_SMALL_WORD = 3
MAX_WORDS_LEFT_OUT = 2
MAX_ACRONYM = 11
MAX_SHORT_ACRONYM = 3
MAX_CACHED_WORDS, MAX_CACHED_NAMES = 1 << 16, 1 << 14


@cache
def _table() -> dict[int, str]:
    """One character to one character, so that offsets stay: lower case, no accent, plain ' - and space."""
    table = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    for apostrophe in "’ʼ‘`´":
        table[ord(apostrophe)] = "'"
    for dash in "‐‑‒–":
        table[ord(dash)] = "-"
    for space in "\u00a0\u2007\u2009\u202f":
        table[ord(space)] = " "
    return table


def fold(text: str) -> str:
    """The text in lower case without accents, of the same length, so that offsets hold in both."""
    return text.translate(_table())


@lru_cache(maxsize=MAX_CACHED_WORDS)
def fold_word(word: str) -> str:
    """`fold` for single words, cached."""
    return word.translate(_table())


class FoldedText:
    """A text cut into words, ready to be searched by a gazetteer.

    places: the characters of each word. words: the words, folded.

    >>> FoldedText("L'État attend").words
    ['l', 'etat', 'attend']
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # `fold` keeps letters letters, but for U+02BC, which is a letter to ``re``: it is replaced first, so
        # that words can be folded one by one, from the cache.
        plain = text.replace("ʼ", "'")
        self.places = [match.span() for match in WORD.finditer(plain)]
        self.words = [fold_word(plain[start:end]) for start, end in self.places]

    def is_small(self, index: int) -> bool:
        """Whether a word begins with a small letter."""
        return self.text[self.places[index][0]].islower()


def name_words(name: str) -> tuple[str, ...]:
    """The runs of letters and digits of a name, as written."""
    return tuple(WORD.findall(name))


def identifier(name: str) -> str:
    """A name as an identifier: "BNP Paribas" gives "bnp-paribas", "Canal+" gives "canal+"."""
    return _LINKS.sub("-", fold(name)).strip("-")


def shape(name: str) -> str:
    """A name folded, without spaces, full stops, apostrophes and hyphens: "S&P " gives "s&p"."""
    return _SOFT.sub("", fold(name))


@cache
def articles() -> frozenset[str]:
    """The articles that may open a name ("le", "l", "the"), folded, without apostrophe."""
    return frozenset(row["word"] for row in read("reference_words") if row["role"] == "article")


@cache
def _legal_forms() -> dict[str, frozenset[tuple[str, ...]]]:
    forms: dict[str, set[tuple[str, ...]]] = {"before": set(), "after": set(), "legal": set()}
    for row in read("legal_forms"):
        if row["position"] != "generic":
            forms[row["position"]].add(name_words(fold(row["form"])))
    forms["after"] |= forms["legal"]
    return {position: frozenset(found) for position, found in forms.items()}


def without_article(name: str) -> str:
    """A name without the article that opens it: "la Société générale" gives "Société générale"."""
    match = re.match(r"([^\W_]+)(?:['’]\s*|\s+)(?=\S)", name)
    return name[match.end() :] if match and fold(match[1]) in articles() else name


@lru_cache(maxsize=MAX_CACHED_NAMES)
def name_key(name: str) -> str:
    """The key that all spellings of a name share: its folded words without article and legal forms.

    "Renault SA", "Groupe Renault" and "RENAULT" give "renault". Never empty for a name with a letter.
    """
    found = name_words(fold(name))
    if len(found) > 1 and found[0] in articles() and found[0] != "l":
        found = found[1:]
    forms = _legal_forms()
    changed = True
    while changed and len(found) > 1:
        changed = False
        for size in (3, 2, 1):
            if len(found) > size and found[-size:] in forms["after"]:
                found, changed = found[:-size], True
            elif len(found) > size and found[:size] in forms["before"]:
                found, changed = found[size:], True
    return " ".join(found)


def display_name(name: str) -> str:
    """A name as it is displayed: on one line, without a legal form after it or a small article before it."""
    name = " ".join(name.split())
    name = without_article(name) if name[:1].islower() else name
    legal = _legal_forms()["legal"]
    parts = name.split()
    while len(parts) > 1 and name_words(fold(parts[-1])) in legal:
        parts.pop()
    return " ".join(parts).rstrip(" ,;&") or name


@lru_cache(maxsize=MAX_CACHED_NAMES)
def is_acronym(text: str) -> bool:
    """Two capitals or more and no small letter: "AMF", "S&P", "CFE-CGC", "U.S.A.", "TF1"."""
    letters = [character for character in text if character.isalpha()]
    return (
        len(letters) > 1 and len(text) <= MAX_ACRONYM and " " not in text and all(map(str.isupper, letters))
    )


def is_short_acronym(text: str) -> bool:
    """An acronym so short that in small letters it may be a word: "PS", "BUT"."""
    return is_acronym(text) and len(text) <= MAX_SHORT_ACRONYM


def abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym can be made of the first letters of a name's words, in order.

    Every word gives its first letters, four at most, or none if it is short; two longer ones may also give
    none: "Cnil" for "Commission nationale de l'informatique et des libertés".
    """
    letters = "".join(name_words(fold(acronym)))
    parts = name_words(fold(name))
    if len(letters) < 2 or len(parts) < 2 or letters[0] != parts[0][0]:
        return False
    return _spells(letters, parts)


def _spells(letters: str, parts: tuple[str, ...]) -> bool:
    """Whether the words give all the letters, in time linear in the number of words."""
    # By number of letters spelled so far: how many words may still be skipped.
    states = {(0, MAX_WORDS_LEFT_OUT)}
    for word in parts:
        reached = set()
        for at, skips in states:
            if len(word) <= MAX_LETTERS_OF_SMALL_WORD:
                reached.add((at, skips))
            elif skips:
                reached.add((at, skips - 1))
            for size in range(1, min(MAX_LETTERS_OF_WORD, len(letters) - at) + 1):
                if not word.startswith(letters[at : at + size]):
                    break
                reached.add((at + size, skips))
        states = reached
    return any(at == len(letters) for at, _ in states)


def is_short_form(short: str, full: str) -> bool:
    """Whether a name is the beginning of a longer one, word by word: "LVMH", "LVMH Moët Hennessy"."""
    first, second = name_key(short).split(), name_key(full).split()
    return 0 < len(first) < len(second) and second[: len(first)] == first
