"""To which clause each word belongs: (text, words by the head of their clause)."""

import pytest

from tests.treebank import analysis_of

CASES = [
    ("Le pont, qui tremble, inquiète la ville.", {"tremble": "qui tremble", "inquiète": "Le pont inquiète la ville"}),
    ("Luc Daverne affirme que le pont tremble.", {"affirme": "Luc Daverne affirme", "tremble": "que le pont tremble"}),
    # a colon or a semicolon followed by a clause is a boundary, wherever the parser hung the words beyond it
    ("Le pont tremble ; hier, la pluie tombait.", {"tremble": "Le pont tremble", "tombait": "hier la pluie tombait"}),
    # a list after a colon is none
    ("Le maire a deux amis : Luc et Nora.", {"a": "Le maire a deux amis Luc et Nora"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_of_each_clause(text, expected):
    _doc, analysis = analysis_of(text)
    found = {
        clause.head.text: " ".join(word.text for word in clause.tokens if not word.is_punct)
        for clause in analysis.clauses.items
    }
    assert found == expected
