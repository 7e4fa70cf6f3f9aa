"""A parse says of its words what spaCy says of its tokens, and is made anew when the text has changed."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import Annotation
from claimx.syntax.parse import parse_of, release
from claimx.syntax.span_groups import group
from tests.conll import parsed

TABLE = """
Il      il       PRON  5 nsubj:pass Person=3
n'      ne       ADV   5 advmod
a       avoir    AUX   5 aux:tense  Mood=Ind|Tense=Pres|VerbForm=Fin
été     être     AUX   5 aux:pass   VerbForm=Part
vendu   vendre   VERB  0 root       VerbForm=Part|Tense=Past
que     que      SCONJ 5 advmod
lundi   lundi    NOUN  5 obl

Apple   Apple    PROPN 2 nsubj
paie    payer    VERB  0 root       Mood=Ind,Sub|VerbForm=Fin
.       .        PUNCT 2 punct
"""
PLAIN = ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "ent_type_", "ent_iob_")
VOCAB = spacy.blank("xx").vocab
FLAGS = ("is_space", "is_punct", "is_quote", "is_sent_start")


def told_by_spacy(token):
    edges = [token.left_edge.i, token.right_edge.i, token.head.i]
    below = [[other.i for other in words] for words in (token.children, token.subtree)]
    span = token.sent
    return [
        *(getattr(token, name) for name in (*PLAIN, *FLAGS)),
        *edges,
        *below,
        (span.start, span.end, span.start_char, span.end_char, span.text),
    ]


def told_by_the_tree(word):
    return told_by_spacy(word)


def assert_same(doc):
    parse = parse_of(doc)
    assert parse.text == doc.text
    assert [told_by_the_tree(word) for word in parse] == [told_by_spacy(token) for token in doc]
    assert [(e.start, e.end, e.label_, e.text, e.root.i) for e in parse.entities] == [
        (e.start, e.end, e.label_, e.text, e.root.i) for e in doc.ents
    ]


def test_words_say_what_tokens_say():
    assert_same(parsed(TABLE, entities=[(27, 32, "ORG")]))


@given(st.data())
def test_words_say_what_tokens_say_of_any_tree(data):
    words = data.draw(
        st.lists(st.sampled_from(["Il", "dort", ",", "»", " ", "\n\n", "L’", "s'"]), min_size=1)
    )
    heads = list(range(len(words)))
    _grow(data.draw, heads, 0, len(words), None)
    doc = Doc(VOCAB, words=words, heads=heads, deps=["dep"] * len(words))
    parse = parse_of(doc)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            assert parse.span(start, end).root.i == doc[start:end].root.i
    assert_same(doc)


def _grow(draw, heads, start, end, above):
    """A projective tree: a word of the range, and a tree on either side of it."""
    if start < end:
        top = draw(st.integers(start, end - 1))
        heads[top] = top if above is None else above
        _grow(draw, heads, start, top, top)
        _grow(draw, heads, top + 1, end, top)


def test_features_and_labels_lose_what_rules_do_not_ask_for():
    parse = parse_of(parsed(TABLE))
    assert parse[8].features == {"Mood": "Ind", "VerbForm": "Fin"}
    assert [parse[0].base, parse[2].base, parse[4].base] == ["nsubj", "aux", "root"]


@pytest.mark.parametrize(
    ("form", "pos", "normal"),
    [
        ("Qu’", "SCONJ", "que"),
        ("L'", "DET", "le"),
        ("s'", "SCONJ", "si"),
        ("s’", "PRON", "s'"),
        ("Aujourd’hui", "ADV", "aujourd'hui"),
    ],
)
def test_one_normal_form_for_one_word(form, pos, normal):
    assert parse_of(parsed(f"{form} x {pos} 0 root"))[0].normal == normal


@pytest.mark.parametrize(
    ("start", "end", "exact", "covered"),
    [
        (0, 2, True, "Il"),
        (0, 1, True, None),
        (1, 4, False, "Il n'"),
        (27, 32, True, "Apple"),
        (0, 500, False, "Il n'a été vendu que lundi Apple paie."),
        (500, 501, False, None),
    ],
)
def test_the_words_over_some_characters(start, end, exact, covered):
    found = parse_of(parsed(TABLE)).cover(start, end, exact=exact)
    assert (found.text if found is not None else None) == covered


def test_members_of_a_group_by_the_words_they_reach_over():
    doc = parsed(TABLE)
    annotations.write(doc, annotations.QUOTES, [Annotation(0, 6), Annotation(3, 16)])
    parse = parse_of(doc)
    assert [[member.text for member in group(parse, annotations.QUOTES).at(i)] for i in (0, 1, 3, 5)] == [
        ["Il n'a"],
        ["Il n'a", "n'a été vendu"],
        ["n'a été vendu"],
        [],
    ]
    assert [member.start for member in group(parse, annotations.QUOTES).over({0, 3})] == [0, 1]
    annotations.write(doc, annotations.QUOTES, [Annotation(0, 2)])
    assert [member.text for member in group(parse, annotations.QUOTES)] == ["Il"]
    assert list(group(parse, annotations.DATES)) == []


def test_places_and_order_of_words():
    doc = parsed(TABLE)
    parse = parse_of(doc)
    assert parse.places["ne"] == [1]
    assert sorted(index for indices in parse.places.values() for index in indices) == list(range(len(parse)))
    order = [word.i for word in parse.downwards]
    assert sorted(order) == list(range(len(parse)))
    assert all(word.head is word or order.index(word.head.i) < order.index(word.i) for word in parse)


def test_a_changed_text_is_read_again():
    doc = parsed(TABLE)
    before = parse_of(doc)
    assert parse_of(doc) is before
    doc[4].set_morph("VerbForm=Inf")
    assert parse_of(doc)[4].features == {"VerbForm": "Inf"}


def test_each_text_has_its_own_parse_from_any_thread():
    docs = [parsed(TABLE), parsed("Il il PRON 2 nsubj\nvend vendre VERB 0 root Mood=Ind|VerbForm=Fin")]
    with ThreadPoolExecutor(4) as pool:
        parses = list(pool.map(parse_of, docs * 20))
    assert {tuple(word.text for word in parse) for parse in parses[::2]} == {tuple(t.text for t in docs[0])}
    assert {tuple(word.text for word in parse) for parse in parses[1::2]} == {("Il", "vend")}


@pytest.fixture
def no_collector():
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def test_a_doc_dies_with_its_last_owner_without_the_collector(no_collector):
    # In spaCy 3.8.7 a Doc and a vocabulary that nothing else owns hold each other.
    doc = parsed(TABLE, vocab=VOCAB)
    annotations.write(doc, annotations.QUOTES, [Annotation(0, 6)])
    parse = parse_of(doc)
    assert list(group(parse, annotations.QUOTES))
    gone = weakref.ref(doc)
    del doc
    assert gone() is None
    assert parse[4].text == "vendu"
    with pytest.raises(ReferenceError, match="freed"):
        group(parse, annotations.QUOTES)


@pytest.mark.parametrize("names", [["claimx_dates"], ["claimx_quotes", "claimx_cues", "claimx_sources"]])
@pytest.mark.filterwarnings("ignore:.W001")
def test_no_doc_outlives_its_memory_zone_in_a_part_of_the_chain(no_collector, names):
    nlp = spacy.blank("fr")
    for name in names:
        nlp.add_pipe(name)
    with nlp.memory_zone():
        doc = nlp("Le groupe « Acmé » se réunira mardi.")
        gone = weakref.ref(doc)
        del doc
    assert gone() is None


def test_a_parse_is_released_at_once_and_read_again(no_collector):
    doc = parsed(TABLE)
    before = parse_of(doc)
    release(doc)
    assert not before
    release(doc)
    assert parse_of(doc)[4].text == "vendu"
