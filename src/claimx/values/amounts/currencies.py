"""Currencies: what a word, code or symbol beside a number stands for, given the rest of the text.

"dollars canadiens" → CAD; "dollars" → USD, unless the text speaks of Canada.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from claimx.lexicons import read
from claimx.lexicons.phrases import PhraseTable
from claimx.values.scanner import MARK, WORD, Token, scan, token_phrases

# Which kinds of form may stand before the number: "€ 20", "EUR 20", "Rs. 20".
_BEFORE = frozenset({"symbol", "sign", "code"})
_MAX_PREFIX_LETTERS = 3
_MIN_MENTIONS_OF_PLACES = 2
_GLUED_NAMES = frozenset({"euro", "euros", "dollar", "dollars", "francs"})  # "Meuros", "kdollars"
_PREFIXES_OF_FRANCS = ("M", "K", "k", "Md", "Mds")
_CASED = frozenset({"sign", "code", "code_after"})


class Currency(NamedTuple):
    """One way to write a currency, a row of the lexicon.

    code: ISO 4217; the one that the press means by default where the form is shared by a ``family``.
    places: how many mentions of a country select its member of the family. lone: the member that a single
    mention selects if no other country is mentioned.
    homograph: "homograph" for a form that is also another word, and needs context of money; "masculine" if
    that word is masculine, as a participle shows ("livres vendus"); "count" for letters that may abbreviate
    a counted thing ("2 DA").
    """

    form: str
    code: str
    kind: str
    family: str = ""
    places: int = 0
    homograph: str = ""
    lone: str = ""

    @property
    def hundredth(self) -> bool:
        """Whether it is the hundredth of a currency: cent, centime, penny."""
        return self.kind == "subunit"

    @property
    def single_letter(self) -> bool:
        """Whether it is a single letter, such as F for franc."""
        return self.kind == "sign" and len(self.form) == 1


class CurrencyMatch(NamedTuple):
    """A currency in the text: the index after its tokens, and the multiplier glued to it ("MEUR")."""

    end: int
    currency: Currency
    prefix: str = ""


class Tables(NamedTuple):
    """The currency tables, indexed for look-up.

    namesakes: of a hundredth ("cents"), the currencies that another form of it names ("cents d'euro").
    """

    phrases: PhraseTable[Token, tuple[Currency, ...]]
    glued: dict[str, tuple[str, Currency]]
    families: dict[str, frozenset[str]]
    namesakes: dict[str, frozenset[str]]
    triggers: frozenset[str]


@cache
def tables() -> Tables:
    """The currency tables, read at the first call."""
    rows: dict[str, Currency] = {}
    for row in read("currencies"):
        rows[row["form"]] = Currency(row["form"], row["code"], row["kind"])
    for row in read("currency_names"):
        places = int(row["places"] or 0)
        rows[row["form"]] = Currency(
            row["form"], row["code"], row["kind"], row["family"], places, row["check"], row["lone"]
        )
    for form in [form for form in rows if form.startswith(("dollar ", "dollars "))]:
        # "5 $ canadiens" is read like "5 dollars canadiens".
        rows.setdefault("$" + form.removeprefix("dollar").removeprefix("s"), rows[form])
    families: dict[str, set[str]] = {}
    for row in read("currency_families"):
        families.setdefault(row["family"], set()).add(row["code"])
    for code in families["dollar"]:
        for form in (f"{code}$", f"${code}"):
            rows.setdefault(form, Currency(form, code, "symbol"))
    for form in _GLUED_NAMES:
        rows.setdefault(form.capitalize(), rows[form])
    by_norm: dict[str, list[Currency]] = {}
    for form, currency in rows.items():
        by_norm.setdefault(form.lower(), []).append(currency)
    glued = _glued(rows)
    return Tables(
        token_phrases((norm, tuple(found)) for norm, found in by_norm.items()),
        glued,
        {family: frozenset(codes) for family, codes in families.items()},
        _namesakes(rows, families),
        _triggers(rows.values(), by_norm) | glued.keys(),
    )


def _namesakes(rows: Mapping[str, Currency], families: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """For each hundredth of a family, the currencies outside of it whose hundredth has the same name."""
    hundredths = [currency for currency in rows.values() if currency.hundredth]
    return {
        one.form: frozenset(other.code for other in hundredths if other.form.startswith(f"{one.form} "))
        - families[one.family]
        for one in hundredths
        if one.family
    }


def _glued(rows: Mapping[str, Currency]) -> dict[str, tuple[str, Currency]]:
    """Currency forms prefixed with a multiplier: "MEUR", "keuros", "MF"."""
    short = [row["form"] for row in read("multipliers") if len(row["form"]) <= _MAX_PREFIX_LETTERS]
    glued = {
        prefix + form: (prefix, currency)
        for form, currency in rows.items()
        if currency.kind == "code"
        or (currency.kind == "sign" and form.isupper() and len(form) > 1)
        or form.lower() in _GLUED_NAMES
        for prefix in short
    }
    old_francs = Currency("F", "FRF", "sign")
    return glued | {prefix + "F": (prefix, old_francs) for prefix in _PREFIXES_OF_FRANCS}


@cache
def _narrow_families() -> frozenset[str]:
    """Families whose members all belong to a larger family, such as the two CFA francs."""
    families = tables().families.items()
    return frozenset(name for name, codes in families if any(codes < others for _, others in families))


@cache
def _places() -> PhraseTable[Token, str]:
    """Places with the currency used there."""
    return token_phrases((row["place"], row["code"]) for row in read("currency_places"))


def currency_at(text: str, tokens: list[Token], index: int, *, before: bool = False) -> CurrencyMatch | None:
    """The currency that starts at a token, the longest form first.

    before: whether a number follows it rather than precedes it.
    """
    if index >= len(tokens) or tokens[index].kind not in (WORD, MARK):
        return None
    for end, candidates in tables().phrases.all_at(tokens, index):
        written = text[tokens[index].start : tokens[end - 1].end].replace("’", "'")
        for currency in candidates:
            if currency.kind in _CASED and written != currency.form:
                continue
            if not before or (currency.kind in _BEFORE and not currency.single_letter):
                return CurrencyMatch(end, currency)
    glued = None if before else tables().glued.get(text[tokens[index].start : tokens[index].end])
    return CurrencyMatch(index + 1, glued[1], glued[0]) if glued is not None else None


def _triggers(rows: Iterable[Currency], forms: Mapping[str, object]) -> frozenset[str]:
    """For each form, one word or symbol that any text with this form contains, in every possible case."""
    triggers = set()
    for row in rows:
        parts = [row.form] if row.kind == "code" else row.form.replace("'", " ").split()
        marks = [mark for mark in row.form if mark != "'" and not mark.isalnum() and mark not in " .-"]
        known = [part for part in parts if part.lower() in forms]
        part = (marks or known or sorted(parts, key=len))[0 if marks or known else -1].strip(".")
        triggers |= {part} if row.kind in _CASED else {part, part.lower(), part.upper(), part.capitalize()}
    return frozenset(triggers)


@cache
def prefixes() -> frozenset[str]:
    """The first words of the forms that may stand before a number."""
    return frozenset(
        scan(row["form"])[0].norm
        for row in (*read("currencies"), *read("currency_names"))
        if row["kind"] in _BEFORE
    )


class CurrencyContext:
    """Resolves currencies named by a bare noun ("dollars") from the rest of the text."""

    def __init__(self, tokens: list[Token], currencies: list[Currency], default: str | None = None) -> None:
        """tokens: those of the whole text. currencies: those of its amounts, once per occurrence.

        default: the code that an ambiguous noun stands for where the text does not tell.
        """
        self._tokens = tokens
        self._default = default
        self._places: Counter[str] | None = None
        self._codes = Counter(found.code for found in currencies if not found.family)
        self._families = {found.family for found in currencies if not found.hundredth}
        # "francs CFA" may be either of two currencies, but does resolve a bare "francs".
        narrow = [self.resolve(found) for found in currencies if found.family in _narrow_families()]
        self._codes.update(narrow)

    @property
    def places(self) -> Counter[str]:
        """How often the text mentions places that use each currency."""
        if self._places is None:
            self._places = Counter()
            starts = _places().starts
            for index, token in enumerate(self._tokens):
                if token.norm in starts and (found := _places().at(self._tokens, index)):
                    self._places[found[1]] += 1
        return self._places

    def resolve(self, currency: Currency, converted: str | None = None) -> str:
        """The ISO code of a form in this text.

        converted: the code of the amount that this one converts in brackets, and which is therefore excluded.
        """
        family = tables().families.get(currency.family, frozenset()) - {converted}
        if not family:
            return currency.code
        if converted in tables().families.get("cfa", ()):
            family -= tables().families["cfa"]
        named = [(count, code) for code, count in self._codes.items() if code in family]
        if named and not (currency.places > 1 and self._codes[currency.code]):
            return max(named)[1]
        shared = (tables().namesakes.get(currency.form, frozenset()) & self._codes.keys()) - {converted}
        if shared and not named and currency.family not in self._families:
            return max(shared, key=lambda code: (self._codes[code], code))  # "95 cents" in a text about euros
        count, code = max(((self.places[code], code) for code in sorted(family)), default=(0, currency.code))
        rivals = self.places.keys() - {code} if currency.places > 1 else {currency.code}
        told = count >= currency.places and all(count > self.places[rival] for rival in rivals)
        if code == currency.lone and 2 * count > self.places.total():
            told = True
        if told:
            return code
        silent = not (self._codes[currency.code] or self.places[currency.code])
        given = self._default or currency.code
        return given if silent and given in family else currency.code

    def prevailing(self) -> str | None:
        """The currency of the places that the text mentions most, None if it mentions none."""
        ranked = self.places.most_common(1)
        if not ranked or ranked[0][1] < _MIN_MENTIONS_OF_PLACES or 2 * ranked[0][1] <= self.places.total():
            return None
        return ranked[0][0]

    def supports(self, currency: Currency) -> bool:
        """Whether the text mentions a place where this currency is used, or names it in full."""
        family = tables().families.get(currency.family, frozenset({currency.code}))
        # Letters that may be another word do not count as evidence for themselves.
        named = currency.homograph != "count" and any(self._codes[code] for code in family)
        return named or any(self.places[code] for code in family)
