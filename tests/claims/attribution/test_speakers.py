"""From a phrase to the source it names: (text, sources of the claim with the word)."""

import pytest

from tests.treebank import claims_of
from tests.treebank.summaries import claim_with, source_words

KINDS = [
    # names
    ("Reuters affirme que le pont cède.", "cède", ["Reuters/named"]),
    ("Les Échos affirment que le pont cède.", "cède", ["Les Échos/named"]),
    # definite bodies, roles, documents; a spokesperson, whatever the article
    ("La police affirme que le pont cède.", "cède", ["La police/institution"]),
    ("Son avocat affirme que le pont cède.", "cède", ["Son avocat/institution"]),
    ("Un rapport affirme que le pont cède.", "cède", ["Un rapport/institution"]),
    ("Une porte-parole affirme que le pont cède.", "cède", ["Une porte-parole/institution"]),
    ("Les historiens affirment que le pont cède.", "cède", ["Les historiens/institution"]),
    # an institution, whatever it is called
    ("Le gouvernement affirme que le pont cède.", "cède", ["Le gouvernement/institution"]),
    # a word in capitals that nothing else tells
    ("Hier, Zorlab affirme que le pont cède.", "cède", ["Zorlab/named"]),
    # somebody indefinite
    ("Un banquier affirme que le pont cède.", "cède", ["Un banquier/anonymous"]),
    ("Plusieurs témoins affirment que le pont cède.", "cède", ["Plusieurs témoins/anonymous"]),
    ("Certains analystes affirment que le pont cède.", "cède", ["Certains analystes/anonymous"]),
    ("Les sources affirment que le pont cède.", "cède", ["Les sources/anonymous"]),
    ("L'entourage du maire affirme que le pont cède.", "cède", ["L'entourage du maire/anonymous"]),
    ("Ces témoins affirment que le pont cède.", "cède", ["Ces témoins/anonymous"]),
    # pronouns without a name
    ("On affirme que le pont cède.", "cède", ["On/anonymous"]),
    ("Certains affirment que le pont cède.", "cède", ["Certains/anonymous"]),
    ("Personne n'affirme que le pont cède.", "cède", []),
    ("Plusieurs affirment que le pont cède.", "cède", ["Plusieurs/anonymous"]),
    # two sources
    ("Luc Daverne et Nora Vasseur affirment que le pont cède.", "cède", ["Luc Daverne/named", "Nora Vasseur/named"]),
]  # fmt: skip

TWO = [
    (
        "Le président de Zorbex et Luc Daverne affirment que le pont cède.",
        "cède",
        ["Le président de Zorbex/institution", "Luc Daverne/named"],
    ),
    # the subject after the source, which the parser coordinated with it
    ("Selon Reuters, Zorbex et Acmé sont rentables.", "rentables", ["Reuters/named"]),
    # to whom it was said
    ("Le pont cède, ont dit deux sources à Reuters.", "cède", ["deux sources/anonymous"]),
]

PRONOUNS = [
    ("Luc Daverne est parti. Il affirme que le pont cède.", "cède", ["Luc Daverne/named"]),
    ("Zorbex grandit. Elle affirme que le pont cède.", "cède", ["Zorbex/named"]),
    ("Zorbex a promu Luc Daverne. Le pont cède, assure-t-il.", "cède", ["Luc Daverne/named"]),
    ("Zorbex grandit. La société affirme que le pont cède.", "cède", ["Zorbex/institution"]),
    ("Les élus sont là. Ils affirment que le pont cède.", "cède", ["Ils/institution"]),
    ("Nora Vasseur a vu Luc Daverne. Ce dernier affirme que le pont cède.", "cède", ["Luc Daverne/named"]),
    # the relative stands for its noun
    ("Nora Vasseur, qui affirme que le pont cède, est partie.", "cède", ["Nora Vasseur/named"]),
    ("Les députés, qui affirment que le pont cède, sont partis.", "cède", ["Les députés/institution"]),
]  # fmt: skip

CITED = [
    # who cites stands outside; the level is that of whom he cites
    ("Selon un proche du dossier cité par Reuters, le pont cède.", "cède", ["Reuters/named", "un proche du dossier/anonymous"], "possible"),
    ("Selon Reuters, citant deux sources, le pont cède.", "cède", ["Reuters/named", "deux sources/anonymous"], "possible"),
    # to whom it was said is no source
    ("Deux sources ont dit à Reuters que le pont cède.", "cède", ["Deux sources/anonymous"], "possible"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), [*KINDS, *TWO, *PRONOUNS])
def test_the_sources_of_a_claim(text, word, expected):
    assert [source_words(source) for source in claim_with(claims_of(text), word).sources] == expected


@pytest.mark.parametrize(("text", "word", "expected", "level"), CITED)
def test_a_source_that_cites_another(text, word, expected, level):
    claim = claim_with(claims_of(text), word)
    assert [source_words(source) for source in claim.sources] == expected
    assert claim.confidence.level == level
