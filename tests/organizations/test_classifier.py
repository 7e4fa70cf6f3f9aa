"""Which entities of the model are organisations: by rules in a table, by weighed evidence."""

import re
from pathlib import Path

import pytest

from claimx import annotations, lexicons
from claimx.organizations.classifier import NameClassifier, mention_features
from claimx.organizations.document import NameDocument
from claimx.syntax.parse import parse_of
from tests.conll import parsed

FILE = Path(__file__).parents[1] / "cases" / "organizations_entities.txt"
MARK = re.compile(r"(\{\{?)([^|{}]+)\|([A-Z]+)\}\}?")
CASES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

EXPLAINED = """
chez      chez      ADP   2 case
Zorbex    Zorbex    PROPN 7 obl
,         ,         PUNCT 4 punct
fabricant fabricant NOUN  2 appos
de        de        ADP   6 case
vis       vis       NOUN  4 nmod
attend    attendre  VERB  0 root  VerbForm=Fin
"""

LIVED_IN = """
Elle   elle  PRON  2 nsubj
vit    vivre VERB  0 root  VerbForm=Fin
à      à     ADP   4 case
Zorbex Zorbex PROPN 2 obl
(      (     PUNCT 6 punct
Gers   Gers  PROPN 4 appos
)      )     PUNCT 6 punct
"""


@pytest.mark.parametrize("line", CASES)
def test_entities(french, component, line):
    text, entities, expected, last = "", [], set(), 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        entities.append((len(text), len(text) + len(mark[2]), mark[3]))
        if mark[1] == "{{":
            expected.add(len(text))
        text, last = text + mark[2], mark.end()
    doc = french(text + line[last:])
    doc.set_ents([doc.char_span(start, end, label=label) for start, end, label in entities])
    found = {values["start"] for _, values in annotations.read(component(doc), annotations.ORGANIZATIONS)}
    assert found & {start for start, _, _ in entities} == expected


def evidence_of(table, place, others=()):
    """The evidence on the entity of an organisation at these characters."""
    doc = parsed(table, entities=[(*place, "ORG"), *others])
    parse = parse_of(doc)
    context = NameDocument(parse)
    return set(mention_features(context, parse.entities[0]))


def test_evidence_for():
    found = evidence_of(EXPLAINED, (5, 11))
    assert {"model:ORG", "form:single", "before:chez", "explained:fabricant", "explained:head"} <= found
    assert {"role:obl", "obl:attendre", "case:chez-obl"} <= found


def test_evidence_against():
    found = evidence_of(LIVED_IN, (11, 17), [(20, 24, "LOC")])
    assert {"article:none", "before:a", "bracket:LOC", "obl:vivre", "case:a-obl"} <= found
    assert not {"explained:head", "before:chez", "noun:head"} & found


def test_all_mentions_of_a_name_have_one_score():
    doc = parsed(LIVED_IN + "\n" + LIVED_IN.strip().replace("à", "y"), entities=[(11, 17, "ORG")])
    parse = parse_of(doc)
    context = NameDocument(parse)
    spans = [parse.entities[0], parse.span(10, 11)]
    scores = NameClassifier(context, spans)
    weights = {row["evidence"]: float(row["weight"]) for row in lexicons.read("organization_evidence")}
    totals = [sum(weights.get(name, 0.0) for name in found) for found in scores.features("Zorbex")]
    assert scores["Zorbex"] == pytest.approx(sum(totals) / 2)


@pytest.mark.model
@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("Il travaille chez Zorbex depuis lundi.", "Il habite à Zorbex depuis lundi."),
        ("La filiale de Zorbex recrute.", "La commune de Zorbex recrute."),
        ("Le patron de Zorbex démissionne.", "Le roi de Zorbex démissionne."),
        ("Selon Zorbex Industries, tout va bien.", "Selon Zorbex 2018, tout va bien."),
        ("Le syndicat Zorbex a protesté.", "Le film Zorbex a déplu."),
        ("Nvidia et Zorbex recrutent.", "Lyon et Zorbex recrutent."),
    ],
)
def test_what_stands_around_weighs(nlp, likely, unlikely):
    def score(text):
        doc = nlp(text)
        parse = parse_of(doc)
        start = next(word.i for word in parse if word.text == "Zorbex")
        end = start + (2 if parse[start + 1].text in ("Industries", "2018") else 1)
        span = parse.span(start, end)
        return NameClassifier(NameDocument(parse), [span])[span.text]

    assert score(likely) > score(unlikely)
