"""Build ``training/homographs.tsv``: verbs of the press that are homographs of nouns or adjectives.

    python training/build_homographs.py --corpora ../shared/corpora

Reads the table of word forms, ``verb_frames.tsv`` and running text. How often a form is used as a verb
cannot be counted without a tagger, but unambiguous forms of the same verb can: chuter, chuté, chutait for
``chute``. The gender of the noun is taken from the articles that precede it. Prints the frequent
homographs that have no frame yet. Run by hand.
"""

import argparse
import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from augment import present
from prepare import ARTICLES, read_articles

from claimx.lexicons.word_forms import word_forms

HERE = Path(__file__).parent
FILE = HERE / "homographs.tsv"
HEADER = """\
# Verbs to replace others in training (swap_verbs.py). weight: sampling weight of the verb; gender: of the
# homographic noun, noun: its sampling weight; adjective: the genders of the homographic adjective.
# Built by training/build_homographs.py.
form\tplural\tlemma\tframes\tweight\tgender\tnoun\tadjective
"""
WORD = re.compile(r"[a-zàâäçéèêëîïôöùûüœæ]+")
# Classes of verb forms that are neither present tense nor nouns.
OTHER_FORMS = re.compile(r"V[cfgimp]p?(\|A[sx]?)?$")
GENDERS = {"adjective": "Masc|Fem", "adjective-fem": "Fem", "adjective-masc": "Masc"}
PRESS = 4  # weight of press text relative to parliamentary text
# Factor for verbs that are not homographs but are rarer in treebanks than in the press.
PLAIN = 0.35
ARTICLES_OF = {
    "le": "Masc",
    "un": "Masc",
    "du": "Masc",
    "ce": "Masc",
    "la": "Fem",
    "une": "Fem",
    "cette": "Fem",
}


@dataclass
class Counts:
    """Frequencies of words, and of words after a gendered article."""

    words: Counter[str] = field(default_factory=Counter)
    genders: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, text: str, times: int) -> None:
        """Count the words of a text."""
        previous = ""
        for word in WORD.findall(text):
            self.words[word] += times
            if previous in ARTICLES_OF:
                self.genders[word, ARTICLES_OF[previous]] += times
            previous = word


def read_texts(corpora: Path) -> Iterator[tuple[str, int]]:
    """Yield the running text of the corpora with its weight."""
    for name in ("winer", "press", "sentences"):
        for line in (corpora / "entities" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"], PRESS
    for row in read_articles(ARTICLES):
        yield row["text"], PRESS
    for name, times in (("ntrex-fra.txt", PRESS), ("be-parliament-2020.tsv", 1)):
        with gzip.open(corpora / "raw" / f"{name}.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                yield line, times


def read_rows() -> Iterator[tuple[str, str]]:
    """Yield the rows of ``verb_frames.tsv``: frames and a form with its plural and lemma."""
    for line in (HERE / "verb_frames.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "frames\t")):
            frames, _, forms = line.partition("\t")
            yield from ((frames, entry) for entry in forms.split())


def read_frames() -> dict[str, tuple[str, str, str]]:
    """Return the verbs: form → plural, lemma, frames."""
    verbs: dict[str, tuple[str, str, str]] = {}
    for frames, entry in read_rows():
        if "adjective" not in frames and "noun" not in frames:
            singular, _, lemma = entry.partition("=")
            form, _, plural = singular.partition("/")
            before, _, known = verbs.get(form, ("", "", ""))
            lemma = lemma or word_forms().lemma(form, "verb") or ""
            if not lemma:
                raise ValueError(f"{form}: no verb in the table of word forms")
            verbs[form] = (plural or before or form + "nt", lemma, "".join(sorted(set(known + frames))))
    return verbs


def evidence(words: Counter[str]) -> Counter[str]:
    """Count the unambiguous forms of each verb."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        lemma = word_forms().lemma(word, "verb")
        if lemma and OTHER_FORMS.match(word_forms().word_class(word)):
            counts[lemma] += count
    return counts


def row(form: str, frame: tuple[str, str, str], verbs: Counter[str], counts: Counts) -> list[str]:
    """Return the first seven columns of a line of the table."""
    plural, lemma, frames = frame
    classes = word_forms().word_class(form).split("|")
    weight = min(12.0, math.sqrt(verbs[lemma] + 4))
    if not any(name[0] in "NA" for name in classes):
        weight *= PLAIN
    gender, count = noun_gender(form, counts) if any(name[0] == "N" for name in classes) else ("", 0)
    noun = f"{min(12.0, math.sqrt(count)):.1f}" if gender else ""
    return [form, plural, lemma, frames, f"{weight:.1f}", gender, noun]


def readings(form: str, columns: list[str]) -> list[str]:
    """Return the whole line, with the nouns and adjectives that ``verb_frames.tsv`` lists."""
    adjective = ""
    for name, other in read_rows():
        if other == form and name in GENDERS:
            adjective = GENDERS[name]
        elif other == form and name.startswith("noun-"):
            columns[5] = name.removeprefix("noun-")
            columns[6] = columns[5] and "4.0"
    return [*columns, adjective]


def noun_gender(form: str, counts: Counts) -> tuple[str, int]:
    """Return the gender of a noun and how often it has an article; no gender if the articles disagree."""
    masculine, feminine = (counts.genders[form, gender] for gender in ("Masc", "Fem"))
    more = max(masculine, feminine)
    clear = more >= 3 * PRESS and more > 8 * min(masculine, feminine)
    return ("Masc" if masculine > feminine else "Fem") if clear else "", more


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    counts = Counts()
    for text, times in read_texts(parser.parse_args().corpora):
        counts.add(text, times)
    verbs, frames = evidence(counts.words), read_frames()
    lines = [
        "\t".join(readings(form, row(form, frames[form], verbs, counts))) + "\n" for form in sorted(frames)
    ]
    FILE.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")
    missing = [
        word
        for word in counts.words
        if (lemma := word_forms().lemma(word, "verb"))
        and word not in frames
        and word == present(lemma)
        and verbs[lemma] >= 40
        and any(name[0] in "NA" for name in word_forms().word_class(word).split("|"))
    ]
    print(len(lines), "verbs; without a frame:", " ".join(sorted(missing)))


if __name__ == "__main__":
    main()
