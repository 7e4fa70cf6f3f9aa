"""Inflection of the words of the templates: verbs in the third person, nouns and adjectives.

Tenses: ``pres``, ``imp``, ``fut``, ``cond``, ``sub``, ``inf``, ``ger`` (present participle), ``part`` (past
participle with avoir or être), ``pass`` (passive participle). Numbers: ``s``, ``p``; genders: ``m``, ``f``.
Regular verbs in -er, -ir and -re need no entry; the others are in ``constructions/verbs.tsv``.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from augment import present

from claimx.lexicons.word_forms import word_forms

FILE = Path(__file__).parent / "constructions" / "verbs.tsv"
GENDER, NUMBER = {"m": "Masc", "f": "Fem"}, {"s": "Sing", "p": "Plur"}
MOODS = {
    "pres": "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
    "imp": "Mood=Ind|Number={}|Person=3|Tense=Imp|VerbForm=Fin",
    "fut": "Mood=Ind|Number={}|Person=3|Tense=Fut|VerbForm=Fin",
    "cond": "Mood=Cnd|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
    "sub": "Mood=Sub|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
}
ENDINGS = {"imp": ("ait", "aient"), "fut": ("a", "ont"), "cond": ("ait", "aient")}
# Endings of masculine adjectives and of their feminines, where -e is not simply added.
FEMININES = (
    ("er", "ère"),
    ("if", "ive"),
    ("eux", "euse"),
    ("eur", "euse"),
    ("el", "elle"),
    ("ien", "ienne"),
    ("eau", "elle"),
)
Inflected = tuple[str, str]  # form and features


@dataclass(frozen=True, slots=True)
class Verb:
    """The principal parts of a verb in the third person."""

    singular: str
    plural: str
    participle: str
    imperfect: str
    future: str
    subjunctive: str


def read_verbs(path: Path = FILE) -> dict[str, Verb]:
    """Read the irregular verbs; cells left empty follow from the present."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["lemma"]: _completed(row) for row in rows}


def _completed(row: Mapping[str, str]) -> Verb:
    lemma, plural = row["lemma"], row["plural"]
    stem = plural.removesuffix("ent")
    return Verb(
        singular=row["singular"],
        plural=plural,
        participle=row["participle"],
        imperfect=row["imperfect"] or stem,
        future=row["future"] or lemma.removesuffix("e"),
        subjunctive=row["subjunctive"] or stem + "e",
    )


def _regular(lemma: str) -> Verb:
    stem = lemma[:-2]
    if lemma.endswith("er"):
        singular = present(lemma)
        if re.search(r"[ou]yer$", lemma):
            singular = stem[:-1] + "ie"
        elif re.search(r"e(l|t)er$", lemma) and lemma[:-3] + lemma[-3] * 2 in DOUBLED:
            singular = stem + stem[-1] + "e"
        soft = {"g": "ge", "c": "ç"}
        imperfect = stem[:-1] + soft[stem[-1]] if stem[-1] in soft else stem
        stressed = singular + "r" if re.search(r"e.er$|[ou]yer$", lemma) else lemma
        return Verb(singular, singular + "nt", stem + "é", imperfect, stressed, singular)
    if lemma.endswith("ir") and word_forms().lemma(stem + "issant", "verb") == lemma:
        return Verb(stem + "it", stem + "issent", stem + "i", stem + "iss", lemma, stem + "isse")
    if lemma.endswith("dre") and not lemma.endswith(("indre", "soudre", "prendre")):
        return Verb(stem, stem + "ent", stem + "u", stem, lemma[:-1], stem + "e")
    raise ValueError(f"{lemma}: its forms are not in {FILE.name}")


DOUBLED = frozenset({"appell", "rappell", "jett", "rejett", "projett", "renouvell", "épell"})


class Inflector:
    """Inflects verbs; the irregular ones by its table."""

    def __init__(self, irregular: Mapping[str, Verb] | None = None) -> None:
        """Use a table of irregular verbs, that of the folder by default."""
        self._irregular = read_verbs() if irregular is None else irregular

    def verb(self, lemma: str, tense: str, gender: str = "m", number: str = "s") -> Inflected:
        """Return a form in a tense of the module's list, and its features."""
        if tense == "inf":
            return lemma, "VerbForm=Inf"
        verb = self._find(lemma)
        plural = number == "p"
        if tense in ("part", "pass"):
            voice = "|Voice=Pass" if tense == "pass" else ""
            morph = f"Gender={GENDER[gender]}|Number={NUMBER[number]}|Tense=Past|VerbForm=Part{voice}"
            return _agree(verb.participle, gender, number), morph
        if tense == "ger":
            form = "ayant" if lemma == "avoir" else verb.imperfect + "ant"
            return form, "Tense=Pres|VerbForm=Part"
        morph = MOODS[tense].format(NUMBER[number])
        if tense == "pres":
            return verb.plural if plural else verb.singular, morph
        if tense == "sub":
            stem = verb.subjunctive.removesuffix("t").removesuffix("e")
            return stem + "ent" if plural else verb.subjunctive, morph
        stem = verb.imperfect if tense == "imp" else verb.future
        end = ENDINGS[tense][plural]
        return stem + end, morph

    def _find(self, lemma: str) -> Verb:
        """An irregular verb, one made from it (admettre), or a regular one."""
        if lemma in self._irregular:
            return self._irregular[lemma]
        for base in BASES:
            if lemma.endswith(base):
                prefix = lemma.removesuffix(base)
                parts = astuple(self._irregular[base])
                return Verb(*(prefix + part for part in parts))
        return _regular(lemma)


# Irregular verbs that take prefixes: re-mettre, sur-prendre.
BASES = ("mettre", "prendre", "tenir", "venir", "battre", "vendre", "duire", "écrire", "courir")


def noun(word: str, gender: str, number: str) -> tuple[str, str, str]:
    """Return form, lemma and features of a noun given in the singular."""
    form = plural_of(word) if number == "p" else word
    return form, word, f"Gender={GENDER[gender]}|Number={NUMBER[number]}"


def adjective(word: str, gender: str, number: str) -> tuple[str, str, str]:
    """Return form, lemma and features of an adjective given in the masculine; those in -e have no gender."""
    form = feminine_of(word) if gender == "f" else word
    form = plural_of(form) if number == "p" else form
    both = word.endswith("e") and not word.endswith("é")
    features = f"Number={NUMBER[number]}" if both else f"Gender={GENDER[gender]}|Number={NUMBER[number]}"
    return form, word, features


def feminine_of(word: str) -> str:
    """Return the feminine of an adjective: léger → légère, massif → massive."""
    if word.endswith("e"):
        return word
    if word in ("public", "turc", "grec", "caduc"):
        return word.removesuffix("c") + "que"
    return next((word.removesuffix(end) + new for end, new in FEMININES if word.endswith(end)), word + "e")


def plural_of(word: str) -> str:
    """Return the plural of a noun or adjective: égal → égaux, prix → prix."""
    if word.endswith(("s", "x", "z")):
        return word
    if word == "travail":
        return "travaux"
    if word.endswith(("au", "eu")):
        return word + "x"
    return word[:-2] + "aux" if word.endswith("al") else word + "s"


def _agree(participle: str, gender: str, number: str) -> str:
    form = participle.replace("û", "u") if gender == "f" else participle
    form += "e" * (gender == "f")
    return form if number == "s" or form.endswith("s") else form + "s"
