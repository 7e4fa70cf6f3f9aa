"""Phrase tables: the longest phrase at a place, before a place, and all of a text."""

import pytest

from claimx.lexicons.phrases import PhraseTable, locution_table, places_of, split

TABLE = PhraseTable(
    [(("à",), "at"), (("à", "partir", "de"), "since"), (("partir",), "leave"), (("de", "de"), "twice")],
    word=str,
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fermé à partir de lundi", [(1, 4, "since")]),
        ("à partir à", [(0, 1, "at"), (1, 2, "leave"), (2, 3, "at")]),
        ("de de de", [(0, 2, "twice")]),
        ("rien", []),
        ("", []),
    ],
)
def test_find_takes_the_longest_without_overlap(words, found):
    assert list(TABLE.find(words.split(), places_of(words.split()))) == found


def test_at_and_before():
    words = ["fermé", "à", "partir", "de", "lundi"]
    assert TABLE.at(words, 1) == (4, "since")
    assert TABLE.all_at(words, 1) == [(4, "since"), (2, "at")]
    assert TABLE.at(words, 4) is None
    assert TABLE.before(words, 4) == (1, "since")
    assert TABLE.before(words, 4, lowest=2) is None
    assert TABLE.before(words, 0) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("en raison de ces", [(0, 3, "cause")]),
        ("en raison du froid", [(0, 3, "cause")]),
        ("en raison des pluies", [(0, 3, "cause")]),
        ("en raison au", []),
        ("quant aux autres", [(0, 2, "topic")]),
    ],
)
def test_a_locution_is_found_in_its_contractions(words, found):
    table = locution_table([("en raison de", "cause"), ("quant à", "topic")])
    assert list(table.find(words.split(), places_of(words.split()))) == found


@pytest.mark.parametrize(
    ("locution", "words"),
    [("d'après", ("de", "après")), ("aujourd'hui", ("aujourd'hui",)), ("dit-il", ("dit", "-il"))],
)
def test_split(locution, words):
    assert split(locution) == words
