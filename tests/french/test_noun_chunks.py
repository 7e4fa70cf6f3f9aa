"""Base noun phrases on hand-built parses."""

import pytest
import spacy

import claimx
from claimx.french.language import ClaimxFrench
from tests.conll import parsed

SENTENCE = """
Le       le       DET   2 det
groupe   groupe   NOUN  4 nsubj
japonais japonais ADJ   2 amod
rachète  racheter VERB  0 root VerbForm=Fin
trois    trois    NUM   7 nummod
petites  petit    ADJ   7 amod
usines   usine    NOUN  4 obj
capables capable  ADJ   7 amod
de       de       ADP   10 mark
livrer   livrer   VERB  8 acl
qui      qui      PRON  12 nsubj PronType=Rel
ferment  fermer   VERB  7 acl:relcl
à        à        ADP   14 case
Clermont Clermont PROPN 12 obl
Ferrand  Ferrand  PROPN 14 flat:name
et       et       CCONJ 17 cc
Lyon     Lyon     PROPN 14 conj
.        .        PUNCT 4 punct
"""


@pytest.fixture(scope="module")
def vocab():
    return ClaimxFrench().vocab


def test_a_phrase_has_its_determiner_adjectives_and_names(vocab):
    doc = parsed(SENTENCE, vocab=vocab)
    assert [chunk.text for chunk in doc.noun_chunks] == [
        "Le groupe japonais",
        "trois petites usines",
        "Clermont Ferrand",
        "Lyon",
    ]
    assert {chunk.label_ for chunk in doc.noun_chunks} == {"NP"}
    assert [chunk.text for chunk in doc[4:9].noun_chunks] == ["trois petites usines"]


def test_without_a_parse_it_is_spacys_error():
    with pytest.raises(ValueError, match="E029"):
        list(spacy.blank("claimx_fr")("Le groupe").noun_chunks)


@pytest.mark.model
def test_phrases_can_be_merged():
    nlp = claimx.load()
    nlp.add_pipe("merge_noun_chunks")
    doc = nlp("Selon la petite agence, le groupe pourrait vendre ses deux usines.")
    assert {"la petite agence", "le groupe", "ses deux usines"} <= {token.text for token in doc}
    assert [claim.text for claim in doc._.claims] == ["le groupe pourrait vendre ses deux usines"]
