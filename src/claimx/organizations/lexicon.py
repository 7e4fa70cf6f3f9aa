"""The tables that name recognition and coreference read: grammatical words, nominal heads, nationalities.

>>> noun = nouns()["banques"]
>>> noun.lemma, noun.gender, noun.number, sorted(noun.kinds)
('banque', 'f', 'p', ['bank'])
>>> nationality("danoise")
'DK'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from claimx.lexicons import read
from claimx.organizations.spelling import fold, name_words

MAX_CACHED_FORMS = 1 << 14


@dataclass(frozen=True, slots=True)
class Noun:
    """A nominal head in the singular or plural; ``organization_nouns.tsv`` describes the columns."""

    lemma: str
    gender: str
    number: str
    kinds: frozenset[str]
    evidence: str
    names: frozenset[str]
    sectors: frozenset[str] = frozenset()

    @property
    def is_trade(self) -> bool:
        """Whether it denotes a company by its trade: "avionneur", "fabricant"."""
        return "trade" in self.names or (self.evidence == "called" and bool(self.sectors))


@dataclass(frozen=True, slots=True)
class ReferenceWord:
    """A grammatical word in one of its roles; ``reference_words.tsv`` describes the columns."""

    role: str
    gender: str | None
    number: str | None


# The noun for a name that only its context shows to be an organisation: "chez Zorbex".
COMPANY = Noun("", "", "s", frozenset({"company"}), "any", frozenset())


@cache
def reference_words() -> dict[str, tuple[ReferenceWord, ...]]:
    """Folded word → its roles."""
    found: dict[str, tuple[ReferenceWord, ...]] = {}
    for row in read("reference_words"):
        word = ReferenceWord(row["role"], row["gender"] or None, row["number"] or None)
        found[fold(row["word"])] = (*found.get(fold(row["word"]), ()), word)
    return found


def word_with_role(form: str, *roles: str) -> ReferenceWord | None:
    """The entry of a folded form in one of these roles; the form may end in an apostrophe."""
    for word in _entries(form):
        if word.role in roles:
            return word
    return None


def roles_of(form: str) -> frozenset[str]:
    """The roles of a folded form; most forms have none."""
    return frozenset(word.role for word in _entries(form))


def _entries(form: str) -> tuple[ReferenceWord, ...]:
    return reference_words().get(form) or reference_words().get(form.rstrip("'")) or ()


@cache
def nouns() -> dict[str, Noun]:
    """Folded form, singular or plural, its words joined by a space → noun."""
    found: dict[str, Noun] = {}
    for row in read("organization_nouns"):
        for number, form in (("p", row["plural"]), ("s", row["noun"])):
            found[" ".join(name_words(fold(form)))] = Noun(
                " ".join(name_words(fold(row["noun"]))),
                row["gender"],
                number,
                frozenset(row["kinds"].split("|")),
                row["evidence"],
                frozenset(filter(None, row["names"].split("|"))),
                frozenset(filter(None, row["sectors"].split("|"))),
            )
    return found


@cache
def set_nouns() -> dict[str, tuple[Noun, int | None]]:
    """Folded noun that stands for several at once ("duo", "rivaux") → the noun, its number of members."""
    found: dict[str, tuple[Noun, int | None]] = {}
    for row in read("set_nouns"):
        members = int(row["members"]) if row["members"] else None
        for form in (row["plural"], row["noun"]) if members else (row["plural"],):
            noun = Noun(fold(row["noun"]), row["gender"], "p", frozenset(), "any", frozenset())
            found[fold(form)] = (noun, members)
    return found


@lru_cache(maxsize=MAX_CACHED_FORMS)
def noun_of(form: str) -> Noun | None:
    """The noun of a folded form, hyphens read as spaces; None if it is no nominal head."""
    return nouns().get(" ".join(name_words(form)))


@cache
def class_nouns() -> dict[str, str]:
    """Folded noun that announces the name of something else, singular and plural → its class ("place")."""
    rows = read("class_nouns")
    return {fold(form): row["kind"] for row in rows for form in (row["noun"], row["plural"])}


@cache
def plural_class_nouns() -> frozenset[str]:
    """The folded plurals of the nouns that announce the names of something else."""
    return frozenset(fold(row["plural"]) for row in read("class_nouns"))


@cache
def members() -> frozenset[str]:
    """The folded plurals of nouns of persons and companies that may be the members of a body."""
    people = (
        row["lemma"] for row in read("source_nouns") if row["class"] == "role" and " " not in row["lemma"]
    )
    trades = (form for form, noun in nouns().items() if noun.is_trade and noun.number == "p")
    return frozenset((*trades, *(fold(lemma) + "s" for lemma in people)))


@cache
def name_kinds() -> dict[str, str]:
    """Word of a name, as written → the kind of organisation that it tells: "FC" → "club"."""
    return {row["word"]: row["kind"] for row in read("name_kinds")}


@cache
def agents() -> frozenset[str]:
    """The folded nouns of persons and bodies, which can do something."""
    people = (fold(row["lemma"]) for row in read("source_nouns") if row["class"] in ("body", "role"))
    return frozenset((*people, *(noun.lemma for noun in nouns().values())))


@cache
def verbs_of_will() -> frozenset[str]:
    """The lemmas of verbs by which somebody wants something of others: "exiger", "souhaiter"."""
    rows = read("operators")
    return frozenset(row["lemma"] for row in rows if row["class"] in ("request", "wish"))


@cache
def medical_words() -> frozenset[str]:
    """The folded lemmas of words of medicine: "posologie"."""
    return frozenset(fold(row["lemma"]) for row in read("medical_words"))


@cache
def company_acts() -> frozenset[tuple[str, str]]:
    """Folded lemmas with the place of a company beside them: ("employer", "own"), ("vendre", "to")."""
    return frozenset((fold(row["word"]), row["place"]) for row in read("company_acts"))


@cache
def generic_words() -> frozenset[str]:
    """The words that end a company's name, as written: "SA", "Industries"."""
    return frozenset(row["form"].rstrip(".") for row in read("legal_forms") if row["position"] != "before")


@cache
def first_names() -> frozenset[str]:
    """Folded first names of people."""
    return frozenset(fold(row["name"]) for row in read("first_names"))


@cache
def first_words() -> dict[str, int]:
    """First word of nominal heads → number of words of the longest one."""
    longest: dict[str, int] = {}
    for form in nouns():
        first, size = form.split()[0], form.count(" ") + 1
        longest[first] = max(longest.get(first, 0), size)
    return longest


def nationality(form: str) -> str | None:
    """The country of a folded adjective of nationality; "" if it has none, None for other words."""
    return _countries("nationalities").get(form)


def origin(form: str) -> str | None:
    """The country of a folded adjective of nationality or region, as `nationality` gives it."""
    country = nationality(form)
    return _countries("regional_adjectives").get(form) if country is None else country


@cache
def _countries(table: str) -> dict[str, str]:
    """Folded adjective of any gender and number → country."""
    found = {}
    for row in read(table):
        masculine = fold(row["adjective"])
        doubled = masculine + "ne" if masculine.endswith(("en", "on")) else masculine + "e"
        if masculine.endswith("c"):
            doubled = masculine[:-1] + ("cque" if masculine == "grec" else "que")
        feminine = masculine if masculine.endswith("e") else doubled
        for form in (masculine, feminine, feminine + "s", masculine + "s", masculine):
            found[form] = row["country"]
    return found
