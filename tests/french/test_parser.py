"""White-space tokens do not exist for the parser, the entity recognizer and the embedding."""

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

import claimx
from claimx.french.embedding import MAX_VECTORS, VectorCache, word_features
from claimx.french.language import ClaimxFrench
from claimx.french.parser import TEXTS_AT_ONCE, VisibleText

TOK2VEC = {
    "@architectures": "claimx.Tok2Vec.v1",
    "embed": {
        "@architectures": "claimx.FrenchEmbed.v2",
        "width": 16,
        "features": ["norm", "suf3", "lex"],
        "rows": [100, 100, 100],
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 16,
        "depth": 2,
        "window_size": 1,
        "maxout_pieces": 2,
    },
}
WORDS = ["«", "Lactis", "»", "rachète", "Tiphaine", "pour", "2", "M", "€", "."]
HEADS = [1, 3, 1, 3, 3, 7, 7, 3, 7, 3]
LABELS = ["punct", "nsubj", "punct", "ROOT", "obj", "case", "nummod", "obl", "nmod", "punct"]
SPACED = "\n«\u00a0Lactis\u202f» rachète  Tiphaine pour 2\u00a0M\u00a0€.\n\n"


@pytest.fixture(scope="module", params=["claimx.FrenchEmbed.v1", "claimx.FrenchEmbed.v2"])
def nlp(request):
    """A pipeline that has learnt one sentence by heart, without and with word vectors."""
    spacy.util.fix_random_seed(0)
    nlp = ClaimxFrench()
    embed = TOK2VEC["embed"] | {"@architectures": request.param}
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC | {"embed": embed}})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 16}
    nlp.add_pipe("claimx_ner", name="ner", config={"model": {"tok2vec": listener}})
    nlp.add_pipe(
        "claimx_parser", name="parser", config={"model": {"tok2vec": listener}, "min_action_freq": 1}
    )
    spaces = [True, True, True, True, True, True, True, True, False, False]
    gold = Doc(
        nlp.vocab,
        WORDS,
        spaces,
        heads=HEADS,
        deps=LABELS,
        ents=["O", "B-ORG", *["O"] * 2, "B-ORG", *["O"] * 5],
    )
    examples = [Example(nlp.make_doc(gold.text), gold)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples, sgd=optimizer)
    return nlp


def tree(doc):
    return [
        (token.text, token.dep_, token.head.text, token.ent_type_, doc.tensor[token.i].tolist())
        for token in doc
        if not token.is_space
    ]


def test_the_same_tree_whatever_the_spaces(nlp):
    plain, spaced = nlp("« Lactis » rachète Tiphaine pour 2 M €."), nlp(SPACED)
    assert [token.dep_ for token in plain] == LABELS
    assert tree(spaced) == tree(plain)
    assert [ent.text for ent in spaced.ents] == ["Lactis", "Tiphaine"]


def test_white_space_hangs_on_the_word_before_it(nlp):
    doc = nlp(SPACED)
    heads = [(token.i, token.head.i) for token in doc if token.is_space]
    assert heads == [(i, 1 if i == 0 else max(j for j in range(i) if not doc[j].is_space)) for i, _ in heads]
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", "a", " a", "a "])
def test_nothing_breaks_on_little_text(nlp, text):
    assert nlp(text).text == text
    assert [doc.text for doc in nlp.pipe([text, "Lactis", text])] == [text, "Lactis", text]


def test_the_other_texts_of_a_batch_change_nothing(nlp):
    texts = ["Lactis rachète Tiphaine", SPACED, "", "« Lactis »", "Tiphaine pour 2 M €."]
    assert [tree(doc) for doc in nlp.pipe(texts, batch_size=5)] == [tree(nlp(text)) for text in texts]


def test_many_texts_parsed_in_step_get_the_trees_of_one_alone(nlp):
    texts = ["Lactis rachète Tiphaine", SPACED, "", "« Lactis »", "Tiphaine pour 2 M €."] * TEXTS_AT_ONCE
    docs = [*nlp.pipe(texts, batch_size=len(texts))]
    assert sum(len(doc) > 0 for doc in docs) >= TEXTS_AT_ONCE
    assert [tree(doc) for doc in docs[:5]] == [tree(nlp(text)) for text in texts[:5]]
    assert [tree(doc) for doc in docs[-5:]] == [tree(doc) for doc in docs[:5]]


def test_sentence_starts_set_before_are_carried_over():
    doc = ClaimxFrench().make_doc("Titre\n\nLe groupe Lactis")
    doc[1].is_sent_start = True
    copy = VisibleText(doc).doc
    assert [token.is_sent_start for token in copy][1] is True


def test_a_document_without_white_space_tokens_is_not_copied():
    doc = ClaimxFrench().make_doc("Le groupe Lactis")
    assert VisibleText(doc).doc is doc


def test_weights_loaded_later_are_used(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    other = spacy.load(tmp_path / "model")
    text = "Lactis rachète Tiphaine"
    before = other(text).tensor.copy()
    for node in other.get_pipe("tok2vec").model.walk():
        if node.name == "maxout":
            node.set_param("b", node.get_param("b") + 1)
    assert (other(text).tensor != before).any()


def test_kept_vectors_are_bounded_and_never_saved(nlp):
    cache = VectorCache()
    for start in range(0, 3 * MAX_VECTORS, 5_000):
        keys = list(range(start, start + 5_000))
        rows = cache.look_up(
            keys, b"", lambda new: claimx.french.embedding.np.array(new, dtype="float32")[:, None]
        )
        assert rows[:, 0].tolist() == keys
    assert len(cache._rows) <= MAX_VECTORS
    size = len(nlp.get_pipe("tok2vec").model.to_bytes())
    list(nlp.pipe([f"mot{number} autre{number}" for number in range(200)]))
    assert len(nlp.get_pipe("tok2vec").model.to_bytes()) == size


@pytest.mark.parametrize(
    ("word", "other"),
    [("L’", "L'"), ("20\u202f000", "20 000"), ("PSA‑Renault", "PSA-Renault"), ("in\u00advestir", "investir")],
)
def test_one_word_in_two_spellings_has_one_set_of_features(word, other):
    names = ["norm", "pre3", "suf3", "suf5", "lex"]
    assert word_features(word, names) == word_features(other, names)
