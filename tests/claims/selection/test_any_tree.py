"""What holds of any parse, were it nonsense, and of its claims."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.lookup import bundled
from claimx.claims.selection.finder import find_claims
from claimx.syntax.parse import parse_of

VOCAB = spacy.blank("xx").vocab
WORDS = [
    ("Acmé", "Acmé", "PROPN", ""),
    ("le", "le", "DET", ""),
    ("pont", "pont", "NOUN", ""),
    ("est", "être", "AUX", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    ("a", "avoir", "AUX", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    ("fait", "faire", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    ("vendrait", "vendre", "VERB", "Mood=Cnd|VerbForm=Fin"),
    ("pourrait", "pouvoir", "VERB", "Mood=Cnd|VerbForm=Fin"),
    ("céder", "céder", "VERB", "VerbForm=Inf"),
    ("dit", "dire", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    ("que", "que", "SCONJ", ""),
    ("qui", "qui", "PRON", "PronType=Rel"),
    ("se", "se", "PRON", "Reflex=Yes"),
    ("y", "y", "PRON", ""),
    ("il", "il", "PRON", ""),
    ("elle", "lui", "PRON", ""),
    ("n’", "ne", "ADV", "Polarity=Neg"),
    ("pas", "pas", "ADV", ""),
    ("aucun", "aucun", "DET", ""),
    ("vendu", "vendre", "VERB", "Tense=Past|VerbForm=Part"),
    ("et", "et", "CCONJ", ""),
    ("de", "de", "ADP", ""),
    ("pour", "pour", "ADP", ""),
    ("£", "£", "SYM", ""),
    ("3", "3", "NUM", ""),
    (",", ",", "PUNCT", ""),
    ("(", "(", "PUNCT", ""),
    (")", ")", "PUNCT", ""),
]
LABELS = [
    *("nsubj", "obj", "iobj", "obl:arg", "obl:mod", "ccomp", "xcomp", "advcl", "acl:relcl", "acl", "appos"),
    *("advmod", "aux:tense", "cop", "mark", "case", "det", "cc", "conj", "expl:comp", "fixed", "parataxis", "punct"),
]  # fmt: skip


@st.composite
def docs(draw):
    """A sentence of words in any order, under any tree."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=14))
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for place, index in enumerate(order):
        above = [order[draw(st.integers(0, place - 1))]] if place else [index]
        # As often the nearest one, as in most real trees.
        above += [min(order[:place], key=lambda other: abs(other - index))] if place else []
        heads[index] = draw(st.sampled_from(above))
    labels = [draw(st.sampled_from(LABELS)) for _ in words]
    labels[order[0]] = "ROOT"
    forms, lemmas, tags, features = zip(*words, strict=True)
    return Doc(VOCAB, words=forms, lemmas=lemmas, pos=tags, morphs=features, heads=heads, deps=labels)


def test_an_auxiliary_that_ends_a_text():
    forms, lemmas, tags, features = zip(*(WORDS[place] for place in (25, 3, 3)), strict=True)
    labels = ["ROOT", "conj", "aux:tense"]
    doc = Doc(VOCAB, forms, lemmas=lemmas, pos=tags, morphs=features, heads=[0, 0, 1], deps=labels)
    assert [word.text for word in parse_of(doc)] == [",", "est", "est"]


@settings(max_examples=400, derandomize=True)
@given(docs())
def test_the_predicate_is_inside_its_claim(doc):
    for claim in find_claims(analyse(parse_of(doc), bundled())):
        predicate = claim.values["predicate"]
        assert claim.start <= predicate["start"] < predicate["end"] <= claim.end


@settings(max_examples=1000, derandomize=True)
@given(docs())
def test_a_repaired_parse_is_a_tree(doc):
    parse = parse_of(doc)
    (top,) = (word for word in parse if word.head is word)
    assert sorted(word.i for word in top.subtree) == list(range(len(doc)))
    for word in parse:
        assert all(child.head is word for child in word.children)
        assert word is top or word in word.head.children
