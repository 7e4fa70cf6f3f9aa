"""What tests share. Fast tests use the toy pipeline; those marked ``model`` use the bundled one."""

import re

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

import claimx
from claimx import _batch, annotations
from claimx.annotations import Annotation
from claimx.model import (
    Amount,
    Claim,
    Confidence,
    Cue,
    Date,
    Extent,
    Interval,
    Level,
    Organization,
    Polarity,
    Predicate,
    Reason,
    Relation,
    Source,
    SourceKind,
)

# The machines of tests are shared: how long an example takes says nothing.
settings.register_profile("claimx", deadline=None)
settings.load_profile("claimx")

TEXT = "Selon Le Canard, Acmé & fils pourrait investir\njusqu’à 60 milliards de dollars d'ici 2027."


def pytest_collection_modifyitems(items):
    """Begin with the tests of Spark: they take minutes, in which the other processes run the rest."""
    items.sort(key=lambda item: item.get_closest_marker("spark") is None)


def at(text, chunk):
    """The offsets of a piece of a text, as keyword arguments of an Excerpt."""
    start = text.index(chunk)
    return {"text": chunk, "start": start, "end": start + len(chunk)}


@pytest.fixture
def text():
    return TEXT


@pytest.fixture
def claim():
    """A claim with something in each of its fields."""
    cue = at(TEXT, "pourrait")
    return Claim(
        **at(TEXT, TEXT[17:-1]),
        id="c0",
        sentence=Extent(0, len(TEXT)),
        predicate=Predicate(**at(TEXT, "pourrait investir"), lemma="investir"),
        polarity=Polarity.POSITIVE,
        confidence=Confidence(
            level=Level.POSSIBLE, score=0.4, reasons=(Reason(**cue, rule="modal", effect="possible"),)
        ),
        sources=(Source(**at(TEXT, "Le Canard"), name="Le Canard", kind=SourceKind.NAMED),),
        cues=(Cue(**cue, kind="modal", rule="pouvoir"),),
        organizations=(
            Organization(
                **at(TEXT, "Acmé & fils"), name="Acmé & fils", role="subject", kind="company", wikidata="Q1"
            ),
        ),
        amounts=(
            Amount(
                **at(TEXT, "jusqu’à 60 milliards de dollars"),
                minimum=None,
                maximum="60000000000",
                currency="USD",
                relation=Relation.AT_MOST,
            ),
        ),
        dates=(Date(**at(TEXT, "d'ici 2027"), value="2027", interval=Interval(None, "2027-12-31")),),
    )


@Language.component("toy_claims")
def toy_claims(doc):
    """A claim for every word that ends in "ait", which hedges it, and for every word in capitals."""
    marks = []
    for word in re.finditer(r"\w+", doc.text):
        place = {"start": word.start(), "end": word.end()}
        hedged = word.group().endswith("ait")
        if not hedged and not word.group().isupper():
            continue
        values = {
            "sentence": {"start": 0, "end": len(doc.text)},
            "predicate": {**place, "lemma": word.group().lower()},
            "polarity": "positive",
            "confidence": {"level": "possible" if hedged else "certain", "score": 0.5, "reasons": []},
            **{name: [] for name in ("sources", "cues", "organizations", "amounts", "dates")},
        }
        marks.append(Annotation(**place, values=values))
    return annotations.write(doc, annotations.CLAIMS, marks)


@pytest.fixture(scope="session")
def toy():
    """A pipeline that needs no model: see ``toy_claims``."""
    annotations.register()
    nlp = spacy.blank("xx")
    nlp.add_pipe("toy_claims", name="claimx_claims")
    return nlp


@pytest.fixture
def toy_by_default(toy, monkeypatch):
    """The toy pipeline in place of the bundled one."""
    monkeypatch.setattr(_batch, "_bundled", lambda: toy)


@pytest.fixture(scope="session")
def nlp():
    """The bundled pipeline."""
    return claimx.load()
