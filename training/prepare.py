"""Corpora → the training and development files of the two models.

Written to the work folder as JSON lines: ``treebank-train``, ``treebank-dev``, ``treebank-extra`` (made from
the first, and from templates: `swap_verbs`, `constructions`), ``entities-train``, ``entities-dev``,
``entities-test``, ``entities-press-test``. Sequoia dev is for selection and Sequoia test for the scores;
ParTUT (non-commercial) is not read at all. Documents of ``gold/claims.jsonl`` and the sentences inside them
are left out everywhere, so that scores on them stay honest.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

from closed_classes import ClosedClasses
from conllu import Sentence, check_tree, read_conllu
from constructions import expand, read_grammar
from dialect import learned
from harmonise import Harmoniser
from homographs import Homographs, read_homographs
from swap_verbs import swap_sentences

TREEBANKS = {"gsd": "fr_gsd-ud-dev", "pud": "fr_pud-ud-test", "fqb": "fr_fqb-ud-test"}
LABELS = frozenset({"PER", "LOC", "ORG", "MISC"})
# Series of press articles nothing is trained on: they measure organisations on text of another hand.
PRESS_TEST = ("press-a5", "press-a6")
# Versions of a sentence with other verbs; the reader samples from them in each round.
SWAPPED_COPIES = 4
# One document in ten for development, one in ten for the scores, by a hash of the identifier.
DEV, TEST = (0,), (1,)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Read a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_jsonl(path: Path, rows: Iterable[Any]) -> None:
    """Write a JSON lines file."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _letters(text: str) -> str:
    """Reduce a text to its letters and digits, to compare it whatever its typography."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


class Gold:
    """The documents that no training data may hold."""

    def __init__(self, folder: Path) -> None:
        """Read ``claims.jsonl`` and ``seed.jsonl``; a folder without them leaves nothing out."""
        rows = [
            row
            for name in ("claims", "seed")
            if (folder / f"{name}.jsonl").exists()
            for row in read_jsonl(folder / f"{name}.jsonl")
        ]
        self._ids = {
            re.sub(r"[:_-]", "", row["id"].removeprefix("sequoia-").removeprefix("gsd-").removeprefix("pud-"))
            for row in rows
        }
        self._texts = {_letters(row["text"]) for row in rows}
        self._all = "|".join(self._texts)

    def holds(self, identifier: str, text: str) -> bool:
        """Tell whether a document or sentence is one of the gold ones, by identifier or by text."""
        name = re.sub(r"[:_-]", "", re.sub(r"^(sequoia|gsd|pud|ntrex-fra)[:-]", "", identifier))
        letters = _letters(text)
        return name in self._ids or letters in self._texts or (len(letters) > 30 and letters in self._all)


def prepare(corpora: Path, gold_folder: Path, work: Path) -> dict[str, int]:
    """Write all the files to `work`; returns how many documents each has and how many were left out."""
    work.mkdir(parents=True, exist_ok=True)
    gold = Gold(gold_folder)
    counts = _prepare_treebanks(corpora / "treebanks", gold, work)
    return counts | _prepare_entities(corpora / "entities", gold, work)


def _prepare_treebanks(folder: Path, gold: Gold, work: Path) -> dict[str, int]:
    sequoia = list(read_conllu(folder / "fr_sequoia-ud-train.conllu"))
    others = {name: list(read_conllu(folder / f"{file}.conllu")) for name, file in TREEBANKS.items()}
    harmoniser = Harmoniser(sequoia)
    for sentence in (*others["gsd"], *others["fqb"]):
        harmoniser.learn_obliques(sentence)
    dialect = learned(sequoia, others["gsd"])
    held_out = {
        _letters(s.text)
        for part in ("dev", "test")
        for s in read_conllu(folder / f"fr_sequoia-ud-{part}.conllu")
    }
    train = [harmoniser.convert(sentence, foreign=False) for sentence in sequoia]
    train += [
        harmoniser.convert(dialect.rewrite(sentence), foreign=True)
        for name in others
        for sentence in others[name]
    ]
    kept = [
        s
        for s in train
        if not gold.holds(s.id, s.text) and not (len(s.text) > 40 and _letters(s.text) in held_out)
    ]
    write_jsonl(work / "treebank-train.jsonl", map(_row, kept))
    left_out = [s for s in train if gold.holds(s.id, s.text)]
    write_jsonl(work / "treebank-left-out.jsonl", map(_row, left_out))
    for part in ("dev", "test"):
        sentences = read_conllu(folder / f"fr_sequoia-ud-{part}.conllu")
        write_jsonl(
            work / f"treebank-{part}.jsonl", (_row(harmoniser.convert(s, foreign=False)) for s in sentences)
        )
    extra = list(extra_sentences(kept))
    write_jsonl(work / "treebank-extra.jsonl", map(_row, extra))
    return {
        "treebank-train": len(kept),
        "treebank-left-out": len(train) - len(kept),
        "treebank-extra": len(extra),
    }


def extra_sentences(train: list[Sentence]) -> Iterator[Sentence]:
    """Yield augmented treebank sentences (``swap-...``) and sentences from templates (``made-...``).

    Raises ValueError if one is not a tree, or has labels or features unattested in the treebanks.
    """
    closed, homographs = ClosedClasses(train), Homographs(read_homographs())
    yield from map(check_tree, swap_sentences(train, homographs, SWAPPED_COPIES))
    for sentence in expand(read_grammar(), closed, homographs):
        closed.check(sentence)
        yield check_tree(sentence)


def _row(sentence: Sentence) -> dict[str, Any]:
    return {"id": sentence.id, "tokens": [astuple(token) for token in sentence.tokens]}


def _prepare_entities(folder: Path, gold: Gold, work: Path) -> dict[str, int]:
    parts: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("train", "dev", "test", "press-test", "left-out")
    }
    for name in ("winer", "sentences", "press"):
        for row in _documents(folder / f"{name}.jsonl"):
            if gold.holds(row["id"], row["text"]):
                parts["left-out"].append(row)
            elif row["id"].startswith(PRESS_TEST):
                parts["press-test"].append(row)
            else:
                parts[_part(row["id"])].append(row)
    parts["train"] += [row for row in read_articles(ARTICLES) if not gold.holds(row["id"], row["text"])]
    for name, rows in parts.items():
        if name != "left-out":
            write_jsonl(work / f"entities-{name}.jsonl", rows)
    return {f"entities-{name}": len(rows) for name, rows in parts.items()}


ARTICLES = Path(__file__).parent / "articles"
_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")


def read_articles(folder: Path) -> list[dict[str, Any]]:
    """Read articles with entities marked inline: ``[Naver|ORG] investira``; a line ``====`` between two."""
    return [
        parse_marks(f"article-{path.stem}-{number:03}", article.strip())
        for path in sorted(folder.glob("*.txt"))
        for number, article in enumerate(re.split(r"(?m)^====\s*$", path.read_text(encoding="utf-8")))
        if article.strip()
    ]


def parse_marks(identifier: str, marked: str) -> dict[str, Any]:
    """Return an article's text and entities.

    Raises ValueError where a bracket is left that is no mark.
    """
    text, entities, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        entities.append([len(text), len(text) + len(match[1]), match[2]])
        text += match[1]
        last = match.end()
    text += marked[last:]
    labels = {label for _, _, label in entities}
    if re.search(r"[\[\]|]", text) or not labels <= LABELS:
        raise ValueError(f"{identifier}: a mark that is not closed, or labels other than {sorted(LABELS)}")
    return {"id": identifier, "text": text, "entities": entities}


def _documents(path: Path) -> Iterator[dict[str, Any]]:
    for row in read_jsonl(path):
        entities = [entity for entity in row["entities"] if entity[2] in LABELS]
        yield {"id": row["id"], "text": row["text"], "entities": entities}


def _part(identifier: str) -> str:
    """Give a document to training, development or test; sentences of one source go by blocks of twenty."""
    source, _, number = identifier.rpartition("_" if ":" in identifier and "_" in identifier else ":")
    block = f"{source}{int(number) // 20}" if source and number.isdigit() else identifier
    bucket = sum(block.encode()) % 10
    return "dev" if bucket in DEV else "test" if bucket in TEST else "train"
