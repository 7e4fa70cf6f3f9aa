"""Copies of a Doc: what claimx found goes with them, or an error says how it may."""

import json

import pytest
import spacy
from spacy.tokens import Doc

import claimx
from claimx import annotations
from claimx.annotations import CLAIMS, PREFIXES, Annotation
from claimx.errors import ClaimxWarning, DocumentError
from claimx.model.decode import without_texts
from claimx.pipeline import add_pipes
from tests.conll import parsed

SENTENCE = """
Selon     selon     ADP   2 case
Reuters   Reuters   PROPN 5 obl:mod
,         ,         PUNCT 2 punct
Nvidia    Nvidia    PROPN 5 nsubj
vendrait  vendre    VERB  0 root  Mood=Cnd|VerbForm=Fin
{}        {}        PROPN 5 obj
.         .         PUNCT 5 punct
"""


@pytest.fixture(scope="module")
def french():
    return add_pipes(spacy.blank("fr"))


@pytest.fixture
def make(french):
    """A Doc that all components have read."""

    def make_doc(*objects):
        doc = parsed("\n\n".join(SENTENCE.format(name, name) for name in objects), vocab=french.vocab)
        for _, component in french.pipeline:
            doc = component(doc)
        return doc

    return make_doc


@pytest.mark.filterwarnings("ignore:.*W101")
def test_a_copy_without_values_is_an_error_that_says_what_to_do(make):
    docs = [make("Apple"), make("Nokia")]
    for copy in (Doc.from_docs(docs), Doc(docs[0].vocab).from_json(docs[0].to_json())):
        with pytest.raises(
            DocumentError, match=r"claimx_claims of this Doc has no values.*annotations.merge"
        ):
            copy._.get("claims")
    docs[0].spans["claimx_amounts"] = [docs[0][0:1]]
    with pytest.raises(DocumentError, match="claimx_amounts"):
        docs[0]._.get("claimx_amounts")


def test_merged_docs_have_the_claims_of_all(make):
    docs = [make("Apple", "Nokia"), make(), make("Airbus")]
    merged = annotations.merge(docs)
    assert [claim.id for claim in merged._.claims] == ["c0", "c1", "c2"]
    assert [claim.text for claim in merged._.claims] == [claim.text for doc in docs for claim in doc._.claims]
    text = merged.text
    for claim in merged._.claims:
        assert claim.sources[0].name == "Reuters"
        for found in (claim, claim.predicate, *claim.sources, *claim.cues, *claim.confidence.reasons):
            assert text[found.start : found.end] == found.text
    assert [len(merged.spans[group]) for group in PREFIXES] == [
        sum(len(doc.spans[group]) for doc in docs) for group in PREFIXES
    ]


def test_components_that_come_later_read_a_merged_doc(make, french):
    """The groups hold token indices for them, which move too."""
    doc = annotations.merge([make("Apple"), make("Nokia")])
    before = doc._.claims
    for name in ("claimx_claims", "claimx_confidence"):
        doc = french.get_pipe(name)(doc)
    assert doc._.claims == before != ()


def test_the_day_of_publication_is_kept_where_all_agree(make):
    docs = [make("Apple"), make("Nokia")]
    for doc in docs:
        annotations.set_published(doc, "2026-02-02")
    assert annotations.published(annotations.merge(docs)) == "2026-02-02"
    annotations.set_published(docs[0], "2026-02-03")
    assert annotations.published(annotations.merge(docs)) is None


def test_nothing_can_not_be_merged():
    with pytest.raises(DocumentError, match="no Docs"):
        annotations.merge([])


def test_answers_are_named_anew(claim, text):
    nlp = spacy.blank("xx")

    def answered():
        doc = nlp(text)
        values = without_texts(claim.to_dict())
        related = {**values, "related": [{"claim": "c1", "relation": "denied_by"}]}
        return annotations.write(
            doc, CLAIMS, [Annotation(0, 5, values=related), Annotation(6, 9, values=values)]
        )

    merged = annotations.merge([answered(), answered()])
    assert [related.claim for found in merged._.claims for related in found.related] == ["c1", "c3"]


def test_a_span_is_made_a_doc_with_the_claims_inside_it(make):
    doc = make("Apple", "Nokia")
    second = annotations.as_doc(doc[7:])
    [claim] = second._.claims
    assert (claim.id, claim.text) == ("c0", "Nvidia vendrait Nokia")
    assert second.text[claim.start : claim.end] == claim.text
    assert annotations.as_doc(doc[7:9])._.claims == ()


def test_asking_a_doc_that_nobody_read_warns(make):
    with pytest.warns(ClaimxWarning, match="nobody has looked for claims"):
        assert spacy.blank("fr")("Il vendrait.")._.claims == ()
    with pytest.warns(ClaimxWarning, match="annotations.as_doc"):
        assert make("Apple")[:].as_doc()._.claims == ()


def test_claims_go_through_json(make, french):
    doc = make("Apple", "Nokia")
    plain = json.loads(json.dumps(doc.to_json(underscore=["claims_json"])))
    assert plain["_"]["claims_json"] == [claim.to_dict() for claim in doc._.claims]
    assert Doc(french.vocab).from_json(plain)._.claims == doc._.claims != ()


def test_claims_survive_retokenization(make):
    doc = make("Apple", "Nokia")
    before = doc._.claims
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:2])
        retokenizer.merge(doc[7:9])
    assert doc._.claims == before


def test_every_group_has_an_attribute(make):
    doc = make("Apple")
    assert [found.values["name"] for found in doc._.claimx_organizations] == ["Reuters", "Nvidia", "Apple"]
    assert [found.values["rule"] for found in doc._.claimx_sources] == ["preposition"]
    assert {found.values["kind"] for found in doc._.claimx_cue_candidates} >= {"attribution"}
    assert {found.values["kind"] for found in doc._.claimx_cues} >= {"attribution"}
    assert doc._.claimx_quotes == doc._.claimx_amounts == doc._.claimx_dates == ()


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "xx", "claimx_fr"])
def test_the_components_can_be_sourced(language):
    """As spaCy documents it; a vocabulary of its own has no strings of the model's features yet."""
    source, nlp = claimx.load(), spacy.blank(language)
    for name in source.pipe_names:
        nlp.add_pipe(name, source=source)
    text = "Selon Reuters, Nvidia pourrait investir 3 milliards de dollars."
    assert [claim.text for claim in nlp(text)._.claims] == ["Nvidia pourrait investir 3 milliards de dollars"]
