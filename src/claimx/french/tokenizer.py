"""A light French tokenizer: text → words and spaces, in linear time, without changing a character.

    « L’IA coûte 60Md€ », dit-il.   →   « · L’ · IA · coûte · 60 · Md · € · » · , · dit · -il · .

Conventions are those of UD French (Sequoia, GSD), so that the model sees the words it was trained on: elided
words are split after the apostrophe, inverted pronouns before the hyphen (``-t-il`` is one token), compounds
are not split, ``20 000`` is one token with any kind of space. spaCy's own French tokenizer compiles a regular
expression of 1.4 MB for its compounds; here a table of a few hundred forms and seven rules do it.

A text is cut at white space; `split_chunk` cuts each chunk between, and a bounded cache keeps its tokens.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from claimx.lexicons import read
from claimx.lexicons.spelling import INVISIBLE, matching_form

# Longer chunks are scanned in pieces, so that time stays linear on a text without spaces.
MAX_CHUNK_CHARACTERS = 512
# Chunks cached per tokenizer (about 20 MB); the cache is cleared when full.
MAX_CACHED_CHUNKS = 100_000

_LETTER = rf"[^\W_{INVISIBLE}]"
_W = rf"[\w\u0300-\u036f{INVISIBLE}]"  # a word character, with combining accents and invisible characters

# 20 000, 1 234 567,89: groups of three digits after any space but a line break.
_GROUPED_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f\u2009\u2007]\d{3})+(?![\d])(?:,\d+(?!\d*[ \u00a0\u202f]\d{3}\b))?"
)
_RUN = re.compile(r"\S+|\s+")

_PIECE = re.compile(
    rf"""
      (?P<address> (?:https?://|www\.) [^\s<>"«»]* [^\s<>"«».,;:!?)\]}}'’…]
                 | {_W}[\w.+-]{{0,63}} @ \w[\w-]{{0,63}} (?:\.\w[\w-]{{0,63}})+ )
    | (?P<tag>     [#@] {_LETTER} \w* )
    | (?P<money>   (?: US | CAN? | AUS? | HK | NZ | [CARS] ) \$ | °[CF]\b )
    | (?P<word>    {_W}+ (?: (?: \.?[-‐‑] | ['’ʼ.&/] | (?<=\d)[,:](?=\d) ) {_W}+ )* (?: \(e?s?\) )? )
    | (?P<long>    [^\w\s]{{12,}} )
    | (?P<run>     ([-.!?=*_~+\#—])\7+ )
    | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNED = re.compile(r"[-+−](?=\d)")
_NUMBER_UNIT = re.compile(r"(\d[\d.,]*)([^\W\d_][^\d]*)")
_HOUR = re.compile(r"(\d{1,2})([hH])(\d{2})?")
_NUMERIC = re.compile(r"[\d./,:-]+")
_DOTTED = re.compile(r"(?:\w\.)+\w{1,3}")
# S.A, J.-P, P.-D.G: the full stop that follows belongs to it. D.III, R.I.Ma end without one.
_ACRONYM = re.compile(rf"(?:{_LETTER}\.-?)+{_LETTER}")
_CLITIC_HOST = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+)?")
# A single capital before a full stop is an initial (J. Dupont), except the Roman numerals of kings and
# centuries.
_INITIAL = re.compile(r"[A-HJ-UWYZÉ]")


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(row["form"] for row in read("tokenization") if row["kind"] == kind)


def _split_word(word: str) -> Iterator[str]:
    """Split letters and digits joined by apostrophes, hyphens or dots: elision, clitic, unit, slash."""
    plain = matching_form(word)
    lower = plain.lower()
    if lower in _forms("whole") or word.isalpha():
        yield word
        return
    apostrophe = plain.find("'") + 1
    if apostrophe and lower[:apostrophe] in _forms("elision") and apostrophe < len(word):
        yield word[:apostrophe]
        yield from _split_word(word[apostrophe:])
        return
    if "/" in plain and not _keeps_slash(plain):
        cut = plain.index("/")
        yield from _split_word(word[:cut])
        yield "/"
        yield from _split_word(word[cut + 1 :])
        return
    if "." in plain and (cut := _missing_space(plain)):
        yield from _split_word(word[:cut])
        yield "."
        yield from _split_word(word[cut + 1 :])
        return
    if plain[0].isdigit():
        if hour := _HOUR.fullmatch(plain):
            yield from (part for part in hour.groups() if part)
            return
        measure = _NUMBER_UNIT.fullmatch(plain)
        if measure and measure[2] in _forms("unit"):
            yield word[: len(measure[1])]
            yield word[len(measure[1]) :]
            return
    yield from _split_clitics(word, plain, lower)


def _split_clitics(word: str, plain: str, lower: str) -> Iterator[str]:
    """Split the pronouns off a verb: donne-le-moi → donne · -le · -moi, a-t-il → a · -t-il."""
    ends: list[int] = []
    end = len(plain)
    while (hyphen := plain.rfind("-", 0, end)) > 0:
        if lower[:hyphen].endswith("-t"):
            hyphen -= 2
        if lower[hyphen + 1 : end] not in _forms("clitic"):
            break
        ends.append(hyphen)
        end = hyphen
    if not ends or not _CLITIC_HOST.fullmatch(plain[:end]):
        yield word
        return
    cuts = [*reversed(ends), len(word)]
    yield word[: cuts[0]]
    for start, stop in pairwise(cuts):
        yield word[start:stop]


def _keeps_slash(plain: str) -> bool:
    """Tell whether the slash is part of the word: a date, a fraction, a reference, km/h."""
    return bool(_NUMERIC.fullmatch(plain)) or all(
        len(part) == 1 or part.isdigit() for part in plain.split("/")
    )


def _missing_space(plain: str) -> int:
    """Return the index of a full stop that ends a sentence without a space after it (fin.Le), else 0."""
    if (
        _NUMERIC.fullmatch(plain)
        or _DOTTED.fullmatch(plain)
        or plain.rpartition(".")[2].lower() in _forms("domain")
    ):
        return 0
    for dot in re.finditer(r"\.", plain):
        left, right = plain[: dot.start()], plain[dot.end() :]
        if left[-2:].islower() and right[:1].isupper():
            return dot.start()
    return 0


def split_chunk(chunk: str, *, before_number: bool = False) -> tuple[str, ...]:
    """Split a run of characters without white space into tokens.

    before_number: a digit follows after white space, so that a possible abbreviation is one (l'art. 7).

    >>> split_chunk("jusqu’à")
    ('jusqu’', 'à')
    """
    pieces: list[str] = []
    position = 0
    if signed := _SIGNED.match(chunk):  # -5, +14: a sign only at the beginning
        position = signed.end()
    while position < len(chunk):
        match = _PIECE.match(chunk, position)
        assert match is not None  # the last branch takes any character
        end = match.end()
        if match.lastgroup == "word":
            end = _take_following(chunk, match[0], end, before_number=before_number)
            word = chunk[position:end]
            if end == match.end():
                pieces.extend(_split_word(word))
            else:
                elided = _elided(match[0])
                pieces.extend([word[:elided], word[elided:]] if elided else [word])
        else:
            pieces.append(match[0])
        position = end
    if signed and pieces:
        pieces[0] = signed[0] + pieces[0]
    return tuple(pieces)


def _elided(word: str) -> int:
    """Return the length of the elided word at the beginning: 2 for l'U.E, 0 for Guinée."""
    plain = matching_form(word).lower()
    apostrophe = plain.find("'") + 1
    return apostrophe if plain[:apostrophe] in _forms("elision") else 0


def _take_following(chunk: str, word: str, end: int, *, before_number: bool) -> int:
    """Return the end of `word` including a character that belongs to it: l', M., n°."""
    following = chunk[end : end + 1]
    if not following:
        return end
    plain = matching_form(word).lower()
    if following in "'’ʼ" and plain + "'" in _forms("elision"):
        return end + 1
    if following == "." and chunk[end + 1 : end + 2] != ".":
        elided = _elided(word)
        known = plain[elided:] + "." in _forms("abbreviation") | _forms("introduction")
        if known and elided:  # "c'est de l'art." ends a sentence, "l'art. 7" doesn't
            return end + (before_number and end + 1 == len(chunk))
        if known or _INITIAL.fullmatch(word) or _ACRONYM.fullmatch(word[elided:]):
            return end + 1
    if following == "°" and plain in ("n", "d"):
        return end + 1
    return end


class FrenchTokenizer(DummyTokenizer):
    """The tokenizer of `claimx.french.language`: ``tokenizer(text)`` gives a `Doc` whose text is `text`."""

    def __init__(self, vocab: Vocab) -> None:
        """vocab: the vocabulary of the documents."""
        self.vocab = vocab
        self._cache: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """Tokenize `text`; ``doc.text == text`` always."""
        words: list[str] = []
        spaces: list[bool] = []
        start = 0
        for number in _GROUPED_NUMBER.finditer(text):
            self._add(text, start, number.start(), words, spaces)
            words.append(number[0])
            spaces.append(False)
            start = number.end()
        self._add(text, start, len(text), words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[type["FrenchTokenizer"], tuple[Vocab]]:
        return FrenchTokenizer, (self.vocab,)

    def _add(self, text: str, start: int, stop: int, words: list[str], spaces: list[bool]) -> None:
        """Append the tokens of a part of `text`. White space beyond a plain space is a token."""
        for match in _RUN.finditer(text, start, stop):
            run = match[0]
            if not run[0].isspace():
                before_number = run[-1] == "." and text[match.end() + 1 : match.end() + 2].isdigit()
                pieces = self._split(run, before_number)
                words.extend(pieces)
                spaces.extend([False] * len(pieces))
                continue
            if run[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                run = run[1:]
            if run:
                trailing = run[-1] == " " and len(run) > 1
                words.append(run[:-1] if trailing else run)
                spaces.append(trailing)

    def _split(self, run: str, before_number: bool) -> tuple[str, ...]:
        key = run + " 0" if before_number else run
        pieces = self._cache.get(key)
        if pieces is None:
            if len(run) > MAX_CHUNK_CHARACTERS:
                parts = (
                    run[start : start + MAX_CHUNK_CHARACTERS]
                    for start in range(0, len(run), MAX_CHUNK_CHARACTERS)
                )
                return tuple(piece for part in parts for piece in split_chunk(part))
            pieces = split_chunk(run, before_number=before_number)
            if len(self._cache) >= MAX_CACHED_CHUNKS:
                self._cache.clear()
            self._cache[key] = pieces
        return pieces


@registry.tokenizers("claimx.FrenchTokenizer.v1")
def create_tokenizer():  # type: ignore[no-untyped-def]
    """Return the function that builds the tokenizer of a pipeline, as spaCy's configuration expects."""

    def build(nlp: Language) -> FrenchTokenizer:
        return FrenchTokenizer(nlp.vocab)

    return build
