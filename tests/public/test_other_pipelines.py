"""The components on French pipelines that are not claimx's own: another tokenizer, other labels, parts missing."""

import pytest
import spacy
from spacy.tokens import Doc

from claimx import annotations
from claimx.errors import ArgumentError, ArgumentTypeError
from claimx.pipeline import ORDER, add_pipes
from tests.conll import parsed

# The same sentence in the labels of UD 2.8 and before, and of today's treebanks.
PLAIN = """
Selon    selon    ADP   2 case
Reuters  Reuters  PROPN 7 obl
,        ,        PUNCT 2 punct
Nvidia   Nvidia   PROPN 7 nsubj
n'       ne       ADV   7 advmod
aurait   avoir    AUX   7 aux   Mood=Cnd|VerbForm=Fin
racheté  racheter VERB  0 root  VerbForm=Part|Tense=Past
aucun    aucun    DET   9 det
actif    actif    NOUN  7 obj
à        à        ADP   11 case
Microsoft Microsoft PROPN 7 obl
.        .        PUNCT 7 punct
"""
DETAILED = (
    PLAIN.replace("7 obl\n,", "7 obl:mod\n,")
    .replace("7 aux ", "7 aux:tense ")
    .replace("7 obl\n.", "7 obl:arg\n.")
)
PASSIVE = """
OpenAI  OpenAI   PROPN 3 nsubj:pass
serait  être     AUX   3 aux:pass Mood=Cnd|VerbForm=Fin
racheté racheter VERB  0 root VerbForm=Part|Tense=Past
par     par      ADP   5 case
Apple   Apple    PROPN 3 obl:agent
pour    pour     ADP   8 case
3       3        NUM   8 nummod
milliards milliard NOUN 3 obl:arg
d'      de       ADP   10 case
euros   euro     NOUN  8 nmod
.       .        PUNCT 3 punct
"""


@pytest.fixture(scope="module")
def french():
    """spaCy's own French, with claimx's components behind it."""
    return add_pipes(spacy.blank("fr"))


def run(nlp, doc):
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@pytest.mark.model
def test_all_components_are_added_once(french):
    assert tuple(add_pipes(french).pipe_names) == ORDER


def test_what_is_no_pipeline_is_refused():
    with pytest.raises(ArgumentTypeError, match=r"nlp: expected a spaCy pipeline, .*, got str"):
        add_pipes("claimx_fr")


@pytest.mark.parametrize("option", ["organizations", "operators"])
def test_a_table_for_a_component_that_is_there_already_is_refused(french, option, tmp_path):
    with pytest.raises(ArgumentError, match=f"{option}: the pipeline has the component claimx_"):
        add_pipes(french, **{option: tmp_path / "mine.tsv"})


@pytest.mark.model
@pytest.mark.parametrize("table", [PLAIN, DETAILED])
def test_both_generations_of_labels_are_understood(french, table):
    [claim] = run(french, parsed(table, vocab=french.vocab))._.claims
    assert (claim.confidence.level, claim.polarity) == ("possible", "negative")
    assert [source.name for source in claim.sources] == ["Reuters"]
    assert [(org.name, org.role) for org in claim.organizations] == [
        ("Nvidia", "subject"),
        ("Microsoft", "oblique"),
    ]


@pytest.mark.model
def test_a_passive(french):
    [claim] = run(french, parsed(PASSIVE, vocab=french.vocab))._.claims
    assert claim.confidence.level == "possible"
    assert [org.name for org in claim.organizations] == ["OpenAI", "Apple"]
    assert [(amount.minimum, amount.currency) for amount in claim.amounts] == [("3000000000", "EUR")]


@pytest.mark.model
def test_without_parse_or_entities_there_are_amounts_and_known_organizations(french):
    with pytest.warns(UserWarning, match="need a parse"):
        doc = french("Nvidia investit jusqu’à 60 milliards de dollars.")
    assert [amount.maximum for amount in annotations.amounts(doc)] == ["60000000000"]
    assert [values["name"] for _, values in annotations.read(doc, annotations.ORGANIZATIONS)] == ["Nvidia"]
    assert doc._.claims == ()


@pytest.mark.model
def test_other_annotations_stay_as_they_were(french):
    doc = parsed(PASSIVE, vocab=french.vocab, entities=[(0, 6, "ORG")])
    before = doc.to_array(["HEAD", "DEP", "POS", "ENT_TYPE"]).tolist()
    run(french, doc)
    assert doc.to_array(["HEAD", "DEP", "POS", "ENT_TYPE"]).tolist() == before


@pytest.mark.model
def test_claims_survive_serialization(nlp):
    doc = nlp("Selon Reuters, Nvidia pourrait investir 3 milliards de dollars mardi.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.claims == doc._.claims != ()
