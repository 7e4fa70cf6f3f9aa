"""The sentences parsed by hand are well-formed CoNLL-U, and each stands in one place."""

from collections import Counter

import pytest

from tests.treebank import FOLDER, doc_of, read, text_of

FILES = sorted(FOLDER.glob("*.conllu"))
POS = {
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SPACE",
    "SYM",
    "VERB",
    "X",
}


def comment_texts(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_sentence_is_a_tree(path):
    for text in read(path):
        for sentence in text:
            heads = [row.head for row in sentence]
            assert heads.count(0) == 1, text_of(text)
            for index in range(1, len(sentence) + 1):
                seen = set()
                while index:
                    assert index not in seen, text_of(text)
                    seen.add(index)
                    index = heads[index - 1]
            assert {row.pos for row in sentence} <= POS, text_of(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_of_a_comment_is_that_of_its_words(path):
    sentences = [text_of([sentence]) for text in read(path) for sentence in text]
    assert [" ".join(text.split()) for text in sentences] == [
        " ".join(text.replace("\\n", "\n").split()) for text in comment_texts(path)
    ]


def test_each_text_stands_in_one_file():
    counts = Counter(text_of(text) for path in FILES for text in read(path))
    assert [text for text, count in counts.items() if count > 1] == []


def test_a_doc_has_the_text_the_tree_and_the_organisations():
    doc = doc_of("Selon Reuters, le groupe vend sa filiale.")
    assert doc.text == "Selon Reuters, le groupe vend sa filiale."
    assert [(token.text, token.head.text) for token in doc][:2] == [("Selon", "Reuters"), ("Reuters", "vend")]
    assert [entity.text for entity in doc.ents] == ["Reuters"]
    assert [span.text for span in doc.spans["claimx_organizations"]] == ["Reuters"]
