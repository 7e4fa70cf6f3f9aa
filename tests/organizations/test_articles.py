"""Organisations of the claims of whole press articles, annotated before claimx was run on them: how many are right."""

import re

import pytest

from claimx.apps.evaluation.evaluation import evaluate
from claimx.apps.evaluation.gold import gold_document
from tests.cases import FOLDER

ARTICLE = re.compile(r"(?m)^## (\S+) (\S+)\n")
CLAIM = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
# F of the organisations of claims, as measured: the twelve articles (b) that rules were written with, the four
# (d) that were annotated after. It only goes up.
FLOORS = {"b": 0.90, "d": 0.88}


def articles(series):
    """The gold documents of a series: its articles with the organisations of each claim, and nothing else."""
    text = (FOLDER / "organizations_articles.txt").read_text(encoding="utf-8")
    _, *parts = ARTICLE.split(text)
    for name, day, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if name.startswith(series):
            yield gold_document({"id": name, "published": day, **annotated(body.strip())}, name)


def annotated(marked):
    """An article without its marks, and its claims."""
    text = CLAIM.sub(r"\1", marked)
    claims, shift = [], 0
    for match in CLAIM.finditer(marked):
        start = match.start() - shift
        shift += len(match[0]) - len(match[1])
        names = [name.partition("@") for name in match[2].split(";") if name]
        claims.append(
            {
                "predicate": [[start, start + len(match[1])]],
                "level": "certain",
                "polarity": "positive",
                "organizations": [
                    {"span": nearest(text, mention or name, start), "name": name}
                    for name, _, mention in names
                ],
                **{kind: [] for kind in ("sources", "cues", "amounts", "dates")},
            }
        )
    return {"text": text, "claims": claims}


def nearest(text, mention, place):
    """The characters of the mention nearest to a place."""
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text)]
    return min(found, key=lambda span: abs(span[0] - place))


def test_marks_are_read():
    read = annotated("Velm {vend|Velm;Zorbex@le groupe} le groupe Zorbex.")
    (claim,) = read["claims"]
    assert read["text"] == "Velm vend le groupe Zorbex."
    assert [read["text"][slice(*span)] for span in claim["predicate"]] == ["vend"]
    assert [read["text"][slice(*one["span"])] for one in claim["organizations"]] == ["Velm", "le groupe"]


@pytest.mark.model
@pytest.mark.parametrize("series", FLOORS)
def test_organizations_of_articles(nlp, series):
    assert evaluate(articles(series), nlp).scores()["organizations"] >= FLOORS[series]
