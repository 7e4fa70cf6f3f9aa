"""The entity recognizer: one tag a word, whole entities, whatever stands beside them."""

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

from claimx.french.language import ClaimxFrench
from claimx.french.ner import EntityTagger

TOK2VEC = {
    "@architectures": "claimx.SameWords.v1",
    "tok2vec": {
        "@architectures": "claimx.Tok2Vec.v1",
        "embed": {
            "@architectures": "claimx.FrenchEmbed.v1",
            "width": 16,
            "features": ["norm", "suf3"],
            "rows": [100, 100],
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 16,
            "depth": 2,
            "window_size": 1,
            "maxout_pieces": 2,
        },
    },
}
TEXT = "Lactis et Banque de Lyon paient Anne Roux"
SPANS = [(0, 1, "ORG"), (2, 5, "ORG"), (6, 8, "PER")]


def pipeline(**initialize):
    """An empty recognizer, and the sentence that it is to learn."""
    spacy.util.fix_random_seed(0)
    nlp = ClaimxFrench()
    nlp.add_pipe("claimx_ner", name="ner", config={"model": {"tok2vec": TOK2VEC}})
    reference = nlp.make_doc(TEXT)
    reference.set_ents([Span(reference, *span) for span in SPANS])
    nlp.config["initialize"]["components"] = {"ner": initialize}
    return nlp, [Example(nlp.make_doc(TEXT), reference)]


@pytest.fixture(scope="module")
def nlp():
    """A recognizer that has learnt one sentence by heart."""
    nlp, examples = pipeline()
    optimizer = nlp.initialize(lambda: examples)
    losses = [nlp.update(examples, sgd=optimizer)["ner"] for _ in range(60)]
    assert losses[-1] < losses[0] / 10
    return nlp


def found(doc):
    return [(ent.text, ent.label_) for ent in doc.ents]


LEARNT = [("Lactis", "ORG"), ("Banque de Lyon", "ORG"), ("Anne Roux", "PER")]


def test_what_was_taught_is_found(nlp):
    assert found(nlp(TEXT)) == LEARNT
    assert nlp.get_pipe("ner").labels == ("ORG", "PER")
    scores = nlp.evaluate([Example(nlp.make_doc(TEXT), nlp(TEXT))])
    assert scores["ents_f"] == 1.0


@pytest.mark.parametrize(
    "text", [TEXT.replace(" ", "  "), "\n\n" + TEXT + "\n", TEXT.replace(" ", "\u00a0 ")]
)
def test_white_space_changes_nothing(nlp, text):
    doc = nlp(text)
    assert [(" ".join(ent.text.split()), ent.label_) for ent in doc.ents] == LEARNT
    assert not any(ent[0].is_space or ent[-1].is_space for ent in doc.ents)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "Lactis", "Lactis " * 400])
def test_alone_and_in_a_batch(nlp, text):
    others = ["", TEXT, "\n", TEXT + "\n\n" + TEXT]
    batch = list(nlp.pipe([text, *others, text], batch_size=6))
    assert [found(doc) for doc in batch] == [found(nlp(part)) for part in [text, *others, text]]
    assert all(token.ent_iob != 0 for doc in batch for token in doc)


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ((3, 5, "LOC"), [("de Lyon", "LOC"), ("Lactis", "ORG"), ("Anne Roux", "PER")]),
        ((2, 5, "LOC"), [("Banque de Lyon", "LOC"), ("Lactis", "ORG"), ("Anne Roux", "PER")]),
        ((0, 2, "X"), [("Lactis et", "X"), ("Banque de Lyon", "ORG"), ("Anne Roux", "PER")]),
    ],
)
def test_entities_set_before_stay_and_none_is_found_over_them(nlp, earlier, expected):
    doc = nlp.make_doc(TEXT)
    doc.set_ents([Span(doc, *earlier)])
    doc = nlp.get_pipe("ner")(doc)
    # What is left of an entity beside one that was there may be another; over it there is none.
    assert set(expected) <= set(found(doc))


def test_an_earlier_entity_of_white_space_is_not_covered(nlp):
    doc = nlp.make_doc(TEXT.replace("Banque de", "Banque  de"))
    space = next(token.i for token in doc if token.is_space)
    doc.set_ents([Span(doc, space, space + 1, label="X")])
    assert (" ", "X") in found(nlp.get_pipe("ner")(doc))


def test_blocked_words_are_in_no_entity(nlp):
    doc = nlp.make_doc(TEXT)
    doc.set_ents([], blocked=[doc[6:8]], default="unmodified")
    assert "Anne Roux" not in [ent.text for ent in nlp.get_pipe("ner")(doc).ents]


def test_a_saved_recognizer_finds_the_same(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    other = spacy.load(tmp_path / "model")
    assert found(other(TEXT)) == LEARNT
    fresh, _ = pipeline()
    fresh.get_pipe("ner").from_bytes(nlp.get_pipe("ner").to_bytes())
    assert found(fresh(TEXT)) == LEARNT


def test_labels_may_be_given_in_the_place_of_examples():
    nlp, examples = pipeline(labels=["LOC", "ORG", "PER"])
    nlp.initialize(lambda: examples)
    tagger = nlp.get_pipe("ner")
    assert tagger.labels == tagger.label_data == ("LOC", "ORG", "PER")
    assert tagger.model.get_dim("nO") == 13
    assert tagger.add_label("ORG") == 0


def test_without_labels_there_is_nothing_to_learn():
    nlp, _ = pipeline()
    with pytest.raises(ValueError, match="E143"):
        nlp.initialize(lambda: [Example(nlp.make_doc("mot"), nlp.make_doc("mot"))])


def test_words_whose_entity_is_not_known_teach_nothing(nlp):
    tagger = nlp.get_pipe("ner")
    assert isinstance(tagger, EntityTagger)
    predicted = nlp.make_doc(TEXT)
    reference = Doc(nlp.vocab, words=[token.text for token in predicted], ents=["", *["O"] * 7])
    rows = tagger.model.predict([predicted])[0]
    probabilities = abs(rows) / abs(rows).sum(axis=1, keepdims=True)
    _, (gradient,) = tagger.get_loss([Example(predicted, reference)], [probabilities])
    assert not gradient[0].any()
    assert gradient[1:].any(axis=1).all()
