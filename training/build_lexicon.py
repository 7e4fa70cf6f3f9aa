"""Build ``src/claimx/lexicons/wordforms.npz``: what French word forms can be, and their lemmas.

    python training/build_lexicon.py --corpora ../shared/corpora

Source: the French lemma tables of the PyPI package spacy-lookups-data 1.0.5 (MIT, ExplosionAI GmbH), regular
verb forms written out by its rules; lemma frequencies of the treebanks decide between homographs (``suis``).
The result has, for each form, a class (may be a conditional, a future, an infinitive, a noun ...) and one
lemma for each of verb, noun, adjective, as an edit of its end. Forms are stored as sorted 32-bit hashes: an
unknown word is mistaken for a known one once in fifteen thousand.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import spacy_lookups_data
from conllu import read_conllu

from claimx.lexicons.spelling import word_form
from claimx.lexicons.word_forms import FILE, form_hash

CONDITIONAL = ("rais", "rait", "rions", "riez", "raient")
FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
# Class suffixes for verb forms by their end, tried in order; the first that matches wins.
VERB_ENDS = (
    ("g", re.compile(r"ant$")),
    ("m", re.compile(r"(ait|ais|aient|ions|iez)$")),
    ("p", re.compile(r"(é|i|u|is|it|rt)e?s?$")),
    ("l", re.compile(r"(ent|ons|ez)$")),
)
# Literary forms that would be a quarter of the table.
RARE = frozenset(
    {"asse", "asses", "ât", "assions", "assiez", "assent", "âmes", "âtes", "ante", "ants", "antes"}
)
CLOSED = ("adp", "cconj", "det", "pron", "sconj")


def stressed(stem: str) -> str:
    """The stem of a first-group verb under stress: répét- → répèt-, lev- → lèv-."""
    return re.sub(r"[eé]([bcdgjlmnprstvyz]|gn|ch|qu|br|cr|gl|gr|tr|vr|gu)$", r"è\1", stem)


def first_group_present(lemma: str) -> tuple[str, ...]:
    """The present singular of a verb in -er: recule, recules. The rules of the source leave it out."""
    stems = dict.fromkeys((lemma[:-2], stressed(lemma[:-2])))
    return tuple(stem + end for stem in stems for end in ("e", "es"))


class Tables:
    """The lookups of spacy-lookups-data and the readings they allow."""

    def __init__(self) -> None:
        folder = Path(spacy_lookups_data.__file__).parent / "data"
        load = lambda name: json.loads(gzip.decompress((folder / f"fr_lemma_{name}.json.gz").read_bytes()))  # noqa: E731
        self.exceptions: dict[str, dict[str, list[str]]] = load("exc")
        self.index: dict[str, set[str]] = {pos: set(words) for pos, words in load("index").items()}
        self.verbs: dict[str, set[str]] = defaultdict(set)
        for pos in ("verb", "aux"):
            for form, lemmas in self.exceptions[pos].items():
                for lemma in lemmas:
                    if lemma.endswith(("r", "re")):
                        self.verbs[form].add(lemma)
                        self.verbs[lemma].add(lemma)
        rules = {
            (old, new)
            for old, new in load("rules")["verb"]
            if old.isalpha() and new == "er" and old not in RARE
        }
        for lemma in self.index["verb"]:
            if lemma.endswith(("r", "re")):
                self.verbs[lemma].add(lemma)
            if lemma.endswith("er"):
                for old, _ in rules:
                    self.verbs[lemma[:-2] + old].add(lemma)
                for form in (*first_group_present(lemma), stressed(lemma[:-2]) + "ent"):
                    self.verbs[form].add(lemma)

    def forms(self) -> set[str]:
        """Every form worth a row; regular plurals are left to `claimx.lexicons.word_forms`."""
        words = set(self.verbs) | self.index["noun"] | self.index["adj"] | self.index["adv"]
        for pos in (*CLOSED, "noun", "adj"):
            words |= set(self.exceptions[pos])
        return {word for word in words if word and " " not in word and not word[0].isdigit()}

    def verb_class(self, form: str) -> str:
        """Return the verb class of a form, as listed in `claimx.lexicons.word_forms.WordForms.word_class`."""
        lemmas = self.verbs.get(form, set())
        if self._is_future_stem(form, lemmas, CONDITIONAL):
            return "Vc"
        if self._is_future_stem(form, lemmas, FUTURE):
            return "Vf"
        if not lemmas:
            return ""
        if form in lemmas:
            return "Vi"
        if any(lemma.endswith("er") and form in first_group_present(lemma) for lemma in lemmas):
            return "Ve"
        return next(("V" + kind for kind, end in VERB_ENDS if end.search(form)), "V")

    def _is_future_stem(self, form: str, lemmas: set[str], ends: tuple[str, ...]) -> bool:
        """Tell -rait of a conditional (coûte-rait) from that of an imperfect in r (admi-rait)."""
        for end in ends:
            if form.endswith(end) and len(form) > len(end):
                stem = form[: -len(end) + 1]
                if any(stem != lemma[:-2] for lemma in lemmas):
                    return True
                if stem in self.index["verb"] or stem + "e" in self.index["verb"]:
                    return True
        return False

    def word_class(self, form: str) -> str:
        """All the classes of a form, joined by ``|``."""
        classes = [self.verb_class(form)] if self.verb_class(form) else []
        for pos, letter in (("noun", "N"), ("adj", "A")):
            if form in self.index[pos]:
                classes.append(letter)
            elif form in self.exceptions[pos]:
                classes.append(letter + "x")
        if form in self.index["adv"]:
            classes.append("R")
        classes += [pos for pos in CLOSED if form in self.exceptions.get(pos, ())]
        return "|".join(classes)


def edit(form: str, lemma: str) -> str:
    """Return how to get from a form to its lemma: the number of letters to drop, a space, what to add."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return f"{len(form) - common} {lemma[common:]}"


def main() -> None:
    """Write the file and print its size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    arguments = parser.parse_args()
    frequency: Counter[tuple[str, str]] = Counter()
    for name in ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test"):
        for sentence in read_conllu(arguments.corpora / "treebanks" / f"{name}.conllu"):
            frequency.update(
                (token.lemma, token.pos.replace("AUX", "VERB").lower()) for token in sentence.tokens
            )
    tables = Tables()
    rows: dict[int, tuple[str, str, str, str]] = {}
    for form in sorted(tables.forms()):
        lemmas = {
            "verb": tables.verbs.get(form, set()),
            "noun": set(tables.exceptions["noun"].get(form, ())) | ({form} & tables.index["noun"]),
            "adj": set(tables.exceptions["adj"].get(form, ())) | ({form} & tables.index["adj"]),
        }
        best = {
            pos: min(options, key=lambda lemma: (-frequency[lemma, pos], lemma != form, lemma))
            if options
            else None
            for pos, options in lemmas.items()
        }
        edits = [edit(form, lemma) if lemma else "" for lemma in best.values()]
        rows.setdefault(form_hash(word_form(form)), (tables.word_class(form), *edits))  # type: ignore[arg-type]
    hashes = sorted(rows)
    columns: dict[str, np.ndarray] = {"keys": np.diff(np.array([0, *hashes], dtype="uint32"))}
    for number, column in enumerate(("class", "verb", "noun", "adj")):
        names = sorted({row[number] for row in rows.values()})
        position = {name: place for place, name in enumerate(names)}
        dtype = "uint8" if len(names) < 256 else "uint16"
        columns[column] = np.array([position[rows[key][number]] for key in hashes], dtype=dtype)
        columns[column + "_names"] = np.array(names)
    np.savez_compressed(FILE, **columns)
    print(f"{FILE}: {len(hashes)} forms, {FILE.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
