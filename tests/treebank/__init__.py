"""Sentences parsed by hand, in CoNLL-U: what tests of the rules read, so that none of them needs a model.

Each file holds the texts of the test module of the same name. ``# newdoc`` begins a text, a blank line ends a
sentence. In MISC stand ``SpaceAfter=No``, the entity (``Entity=B-PER``), and for a word that stands for an
organisation which one, and how it does ("Refers=pronoun:Acmé"; "_" is a space). A parse is what a good
parser gives, unless a comment says which of its usual faults stands there for a rule to mend.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import Annotation
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import bundled
from claimx.components.amounts import Amounts
from claimx.components.claims import Claims
from claimx.components.confidence import ConfidenceLevels
from claimx.components.cues import Cues
from claimx.components.quotes import Quotes
from claimx.components.sources import Sources
from claimx.syntax.parse import parse_of

FOLDER = Path(__file__).parent
VOCAB = spacy.blank("xx").vocab
ESCAPES = {"\\n": "\n", "\\n\\n": "\n\n"}


class Row(NamedTuple):
    """One word."""

    form: str
    lemma: str
    pos: str
    morph: str
    head: int
    label: str
    misc: dict[str, str]


def read(path):
    """The texts of a file: for each one its sentences, which are lists of rows."""
    texts = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").splitlines()
        if "# newdoc" in lines:
            texts.append([])
        rows = [_row(line.split("\t")) for line in lines if line and not line.startswith("#")]
        if rows:
            texts[-1].append(rows)
    return texts


def _row(cells):
    misc = dict(cell.split("=", 1) for cell in cells[9].split("|") if "=" in cell)
    features = "" if cells[5] == "_" else cells[5]
    return Row(ESCAPES.get(cells[1], cells[1]), cells[2], cells[3], features, int(cells[6]), cells[7], misc)


def text_of(sentences):
    """The text of some sentences."""
    return "".join(
        row.form + ("" if row.misc.get("SpaceAfter") == "No" else " ") for rows in sentences for row in rows
    ).rstrip(" ")


@cache
def _texts():
    return {text_of(text): text for path in sorted(FOLDER.glob("*.conllu")) for text in read(path)}


def doc_of(text):
    """A new Doc of a text of the treebank, with its entities and its organisations."""
    annotations.register()
    sentences = _texts()[text]
    rows = [row for sentence in sentences for row in sentence]
    heads, start = [], 0
    for sentence in sentences:
        heads += [start + (row.head - 1 if row.head else index) for index, row in enumerate(sentence)]
        start += len(sentence)
    doc = Doc(
        VOCAB,
        words=[row.form for row in rows],
        spaces=[row.misc.get("SpaceAfter") != "No" for row in rows],
        lemmas=[row.lemma for row in rows],
        pos=[row.pos for row in rows],
        morphs=[row.morph for row in rows],
        heads=heads,
        deps=["ROOT" if row.head == 0 else row.label for row in rows],
        ents=[row.misc.get("Entity", "O") for row in rows],
    )
    return annotations.write(doc, annotations.ORGANIZATIONS, _organizations(doc, rows))


def _organizations(doc, rows):
    for entity in doc.ents:
        if entity.label_ == "ORG":
            kind = rows[entity.start].misc.get("Kind")
            values = {"name": entity.text, "via": None, "id": None, "kind": kind}
            yield Annotation(entity.start_char, entity.end_char, "ORG", values)
    for token, row in zip(doc, rows, strict=True):
        if "Refers" in row.misc:
            via, name = row.misc["Refers"].replace("_", " ").split(":")
            start = token.idx + len(token.text) - len(token.text.lstrip("-"))
            values = {"name": name, "via": via, "id": None, "kind": None}
            yield Annotation(start, token.idx + len(token.text), "ORG", values)


def quoted(text):
    """A Doc with its quotations and cues."""
    return Cues()(Quotes(longest=400)(doc_of(text)))


def analysis_of(text):
    """The Doc of a text, which must be held while its analysis is read, and the analysis."""
    doc = quoted(text)
    return doc, analyse(parse_of(doc), bundled())


def claims_of(text):
    """The claims of a text, by all components that read the parse."""
    doc = Amounts()(quoted(text))
    for component in (Sources(), Claims(), ConfidenceLevels()):
        doc = component(doc)
    return annotations.claims(doc)
