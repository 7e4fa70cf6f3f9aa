"""Generate ``currencies.tsv``, ``currency_families.tsv`` and ``currency_places.tsv`` from the CLDR.

    pip install babel && python training/currencies.py

Development only: babel knows the formal names of every ISO 4217 currency and which country
uses which; how the press says it is in the hand-written ``currency_names.tsv``. The towns in
``training/currency_towns.tsv`` are added to the places.
"""

from pathlib import Path

from babel import Locale, __version__
from babel.numbers import get_currency_name, get_territory_currencies

HERE = Path(__file__).parent
LEXICONS = HERE.parent / "src" / "claimx" / "lexicons"
NOT_MONEY = {"XXX", "XTS", "XAU", "XAG", "XPD", "XPT", "XDR", "XSU", "XUA", "XBA", "XBB", "XBC", "XBD"}
FEMININES = {"en": "enne", "in": "ine", "ain": "aine", "ais": "aise", "ois": "oise", "é": "ée", "and": "ande"}
FEMININES |= {"al": "ale", "an": "ane", "ol": "ole", "ien": "ienne", "i": "ie"}
FEMININE_NOUNS = {
    "couronne",
    "drachme",
    "gourde",
    "hryvnia",
    "lire",
    "livre",
    "pataca",
    "peseta",
    "roupie",
    "rufiyaa",
}


def currency_rows(locale: Locale, current: set[str]) -> set[tuple[str, ...]]:
    """Rows (form, code, kind) of every currency: its code, and its name in both numbers.

    The code of a currency of the past stands after a number only: before one, it is most often
    an acronym ("MAF 2019").
    """
    rows: set[tuple[str, ...]] = set()
    for code in locale.currencies:
        if code in NOT_MONEY:
            continue
        rows.add((code, code, "code" if code in current else "code_after"))
        for count in (1, 2):
            name = get_currency_name(code, count, locale="fr").lower()
            name = name.split("(")[0].strip()
            if name != code.lower() and len(name.split()) > 1:
                rows.add((name, code, "name"))
    return rows


def unique(rows: set[tuple[str, ...]], current: set[str]) -> set[tuple[str, ...]]:
    """One owner for every name: of several, the currency in use; where that leaves several, none.

    What is left out, such as "franc cfa", the press table settles.
    """
    owners: dict[str, set[str]] = {}
    for form, code, _ in rows:
        owners.setdefault(form, set()).add(code)
    settled = {form: codes if len(codes) == 1 else codes & current for form, codes in owners.items()}
    return {row for row in rows if settled[row[0]] == {row[1]}}


def codes_in_use(locale: Locale) -> set[str]:
    """The currencies that a country uses today."""
    territories = [territory for territory in locale.territories if len(territory) == 2]
    return {code for territory in territories for code in get_territory_currencies(territory)}


def masculine(adjective: str) -> str:
    """The masculine of a feminine adjective: "danoise" → "danois", "norvégienne" → "norvégien"."""
    for ending, feminine in sorted(FEMININES.items(), key=lambda pair: -len(pair[1])):
        if adjective.endswith(feminine):
            return adjective.removesuffix(feminine) + ending
    return adjective


def inflections(adjective: str) -> set[str]:
    """The four forms of an adjective of nationality."""
    feminine = adjective if adjective.endswith("e") else adjective + "e"
    for ending in sorted(FEMININES, key=len, reverse=True):
        if adjective.endswith(ending):
            feminine = adjective.removesuffix(ending) + FEMININES[ending]
            break
    plural = adjective if adjective.endswith(("s", "x")) else adjective + "s"
    return {adjective, feminine, plural, feminine + "s"}


def place_rows(locale: Locale) -> set[tuple[str, ...]]:
    """Rows (place, code): countries, adjectives of nationality, towns."""
    rows: set[tuple[str, ...]] = set()
    current: set[str] = set()
    for territory, name in locale.territories.items():
        if len(territory) == 2:
            for code in get_territory_currencies(territory)[:1]:
                current.add(code)
                rows.add((name.replace("’", "'"), code))
    for code in current - NOT_MONEY - {"XOF", "XAF", "XPF", "EUR"}:
        words = get_currency_name(code, 1, locale="fr").lower().split()
        if len(words) > 1 and words[-1][0].isalpha() and words[-2] not in {"de", "des", "du", "la"}:
            adjective = masculine(words[-1]) if words[0] in FEMININE_NOUNS else words[-1]
            rows |= {(form, code) for form in inflections(adjective)}
    for line in (HERE / "currency_towns.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, code = line.split("\t")
            rows.add((place, code))
    return rows


def family_rows(locale: Locale) -> set[tuple[str, ...]]:
    """Rows (family, code): the currencies in use that share a noun, such as dollar."""
    rows = {("franc", "FRF"), ("centime", "FRF"), ("centime", "EUR"), ("centime", "CHF")}
    for territory in locale.territories:
        for code in get_territory_currencies(territory) if len(territory) == 2 else ():
            name = get_currency_name(code, 1, locale="fr").lower()
            head = name.removeprefix("nouveau ").split()[0]
            rows.add((head, code))
            if "cfa" in name:
                rows.add(("cfa", code))
    shared = {family for family, _ in rows if sum(row[0] == family for row in rows) > 1}
    return {row for row in rows if row[0] in shared}


def write(name: str, about: list[str], columns: tuple[str, ...], rows: set[tuple[str, ...]]) -> None:
    """Write one lexicon, sorted."""
    source = f"Generated by training/currencies.py with babel {__version__} (CLDR, Unicode licence)."
    lines = [f"# {line}" for line in [*about, source]]
    lines += ["\t".join(columns), *("\t".join(row) for row in sorted(rows))]
    (LEXICONS / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    french = Locale("fr")
    in_use = codes_in_use(french)
    write(
        "currencies",
        ["Every ISO 4217 currency, past ones included: codes and formal French names."],
        ("form", "code", "kind"),
        unique(currency_rows(french, in_use), in_use),
    )
    write(
        "currency_families",
        ["Currencies that share a noun, and which a bare noun may therefore mean."],
        ("family", "code"),
        family_rows(french),
    )
    write(
        "currency_places",
        ["Places and nationalities that tell whose dollar, franc, livre or peso a text speaks of."],
        ("place", "code"),
        place_rows(french),
    )
