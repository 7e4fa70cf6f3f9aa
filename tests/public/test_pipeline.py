"""Pipelines: order of components, parts of them, tables that travel, packaging."""

import json
import pickle
import subprocess
import sys
import warnings

import pytest
import spacy

import claimx
from claimx.errors import ArgumentError, ClaimxWarning
from claimx.pipeline import ORDER, add_pipes
from tests.conll import parsed

SENTENCE = """
Selon    selon    ADP   2 case
Zorbex   Zorbex   PROPN 5 obl:mod
,        ,        PUNCT 2 punct
Nvidia   Nvidia   PROPN 5 nsubj
baverait baver    VERB  0 root  Mood=Cnd|VerbForm=Fin
que      que      SCONJ 8 mark
tout     tout     PRON  8 nsubj
va       aller    VERB  5 ccomp Mood=Ind|VerbForm=Fin
.        .        PUNCT 5 punct
"""


@pytest.fixture
def tables(tmp_path):
    organizations, operators = tmp_path / "mine.csv", tmp_path / "mine.tsv"
    organizations.write_text("name,kind\nZorbex,company\n", encoding="utf-8")
    operators.write_text("lemma\tpos\tframes\tclass\nbaver\tVERB\tque\treport\n", encoding="utf-8")
    return {"organizations": organizations, "operators": operators}


def run(nlp):
    doc = parsed(SENTENCE, vocab=nlp.vocab)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def found(nlp):
    """The organisations and the claims: both depend on the tables of ``tables``."""
    doc = run(nlp)
    names = [mention.values["name"] for mention in doc._.claimx_organizations]
    return names, [claim.text for claim in doc._.claims]


def test_the_tables_change_what_is_found(tables):
    assert found(add_pipes(spacy.blank("fr"))) != found(add_pipes(spacy.blank("fr"), **tables))
    assert found(add_pipes(spacy.blank("fr"), **tables)) == (["Zorbex", "Nvidia"], ["tout va"])


def test_tables_are_read_once_and_travel_with_the_pipeline(tables, tmp_path):
    nlp = add_pipes(spacy.blank("fr"), **tables)
    before = found(nlp)
    for path in tables.values():
        path.unlink()
    nlp.to_disk(tmp_path / "model")
    assert found(spacy.load(tmp_path / "model")) == before
    assert found(pickle.loads(pickle.dumps(nlp))) == before
    assert found(add_pipes(spacy.blank("fr")).from_bytes(nlp.to_bytes())) == before
    assert not [path.parent.name for path in (tmp_path / "model").rglob("rows.json") if "quotes" in str(path)]


def test_a_pipeline_without_tables_forgets_those_of_another(tables):
    plain, mine = add_pipes(spacy.blank("fr")), add_pipes(spacy.blank("fr"), **tables)
    assert found(mine.from_bytes(plain.to_bytes())) == found(plain)


def test_analyze_pipes_tells_a_wrong_order():
    nlp = spacy.blank("fr")
    nlp.add_pipe("claimx_confidence")
    nlp.add_pipe("claimx_claims")
    problems = nlp.analyze_pipes()["problems"]
    assert "doc._.claims" in problems["claimx_confidence"]
    assert "doc._.claimx_sources" in problems["claimx_claims"]
    right = add_pipes(spacy.blank("fr")).analyze_pipes()["problems"]
    assert not {attribute for name in ORDER for attribute in right[name] if "._." in attribute}


def test_a_wrong_order_warns():
    nlp = spacy.blank("fr")
    for name in (*ORDER[:-2], *reversed(ORDER[-2:])):
        nlp.add_pipe(name)
    with pytest.warns(
        ClaimxWarning, match=r"claimx_confidence: the Doc has no claimx_claims.*pipeline.ORDER"
    ):
        run(nlp)


def test_the_right_order_does_not_warn():
    nlp = add_pipes(spacy.blank("fr"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(nlp)


@pytest.mark.model
def test_load_takes_what_spacy_load_takes():
    nlp = claimx.load(exclude=["ner", "claimx_dates"], disable="claimx_confidence")
    assert not {"ner", "claimx_dates"} & set(nlp.component_names)
    assert nlp.disabled == ["claimx_confidence"]
    assert claimx.load(enable=["tok2vec", "morphologizer"]).pipe_names == ["tok2vec", "morphologizer"]


@pytest.mark.model
@pytest.mark.parametrize("argument", ["disable", "enable", "exclude"])
def test_a_component_that_is_not_there_is_named(argument):
    with pytest.raises(
        ArgumentError, match=f"{argument}: unknown value 'nope'. Give one of: .*ner.*claimx_dates"
    ):
        claimx.load(**{argument: ["ner", "nope"]})


FAST_TEXT = """Selon Reuters, Acmé pourrait racheter Zorbex pour 3 milliards d’euros d’ici fin 2027.
« Nous avons vendu l’usine le 3 mars 2026 », n’a pas confirmé la direction."""


@pytest.mark.model
def test_a_fast_pipeline_finds_amounts_dates_and_cues_as_the_whole_one_does():
    docs = [nlp(FAST_TEXT) for nlp in (claimx.load(fast=True), claimx.load())]
    for name in ("quotes", "amounts", "dates", "cue_candidates"):
        found, whole = (getattr(doc._, f"claimx_{name}") for doc in docs)
        assert found == whole
        assert found


@pytest.mark.model
@pytest.mark.parametrize("group", ["organizations", "sources", "claims"])
def test_a_fast_pipeline_has_no_groups_beyond(group):
    assert f"claimx_{group}" not in claimx.load(fast=True)(FAST_TEXT).spans


@pytest.mark.model
def test_a_fast_pipeline_gives_no_claims_and_says_so():
    nlp = claimx.load(fast=True)
    with pytest.raises(claimx.ArgumentError, match="has no component claimx_claims"):
        claimx.extract(FAST_TEXT, nlp=nlp)
    with pytest.warns(ClaimxWarning, match="nobody has looked for claims"):
        assert nlp(FAST_TEXT)._.claims == ()
    assert "claimx_claims" in add_pipes(nlp).pipe_names


def test_the_requirement_of_a_packaged_pipeline_is_in_its_meta(tmp_path):
    nlp = add_pipes(add_pipes(spacy.blank("fr")))
    assert nlp.meta["requirements"] == [f"claimx>={claimx.__version__}"]
    nlp.to_disk(tmp_path / "model")
    assert (
        json.loads((tmp_path / "model" / "meta.json").read_text())["requirements"] == nlp.meta["requirements"]
    )
    command = [sys.executable, "-m", "spacy", "package", tmp_path / "model", tmp_path, "--build", "none"]
    subprocess.run([*command, "--name", "mine"], check=True, capture_output=True)
    [meta] = tmp_path.glob("fr_mine*/meta.json")
    assert f"claimx>={claimx.__version__}" in json.loads(meta.read_text())["requirements"]
