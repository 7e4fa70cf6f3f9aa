"""Any text gives an answer, the same each time, with offsets that are exact."""

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimx
from benchmarks.fuzz import excerpts

# Pieces that meet in the press and break rules: quotes that stay open, numbers, odd spaces, elisions.
PIECES = st.sampled_from(
    [
        "Selon Reuters, ",
        "le groupe Acmé ",
        "pourrait ",
        "n’a pas ",
        "aurait été racheté ",
        "« ",
        " »",
        "“",
        '"',
        "60 milliards d’euros ",
        "1\u202f234,56 € ",
        "entre 10 et ",
        "d'ici fin 2027",
        ", a indiqué l’entreprise",
        "mardi ",
        "qui ",
        "que ",
        "si ",
        ". ",
        "\n\n",
        "?",
        "-t-il ",
        " date 2026-02-02 ",
        "\x00",
        "\ud800",
        "\u0301",
        "👩‍👩‍👧",
        "é" * 50,
    ]
)
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=200),
    st.lists(PIECES, max_size=40).map("".join),
)

pytestmark = pytest.mark.model


@pytest.mark.parametrize("text", [" : M", "Il n’est", "\uffff", "(source : "])
def test_a_text_that_is_cut_off_has_no_claim(text):
    assert claimx.extract(text, include="all").claims == ()


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_gives_exact_offsets_and_the_same_answer_again(text):
    claims = claimx.extract(text, include="all")
    for excerpt in excerpts(claims.to_dict()["claims"]):
        assert text[excerpt["start"] : excerpt["end"]] == excerpt["text"]
    assert claimx.extract(text, include="all") == claims


@settings(max_examples=15, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, max_size=8), st.integers(1, 5))
def test_a_batch_gives_what_each_text_gives_alone(texts, size):
    together = list(claimx.extract_many(texts, include="all", batch_size=size))
    assert together == [claimx.extract(text, include="all") for text in texts]


@settings(max_examples=150, derandomize=True)
@given(TEXTS)
def test_the_parsers_take_any_text(text):
    for found in (*claimx.find_amounts(text), *claimx.find_dates(text, published="2026-02-02")):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "1" * 100_000,
        "« " * 20_000,
        "\n" * 100_000,
        "l’" * 50_000,
        "- " * 20_000,
        "1 " * 50_000,
    ],
    ids=["one word", "digits", "open quotes", "blank lines", "elisions", "dashes", "numbers"],
)
def test_long_monotonous_texts_end(text):
    assert claimx.extract(text, include="all") is not None


def test_work_grows_linearly_with_an_ordinary_text():
    paragraph = "Selon Reuters, Acmé pourrait investir 3 millions d’euros. Il n’a rien confirmé mardi.\n\n"

    def calls(paragraphs):
        """How many functions are called: unlike seconds, the same on any machine."""
        count = 0

        def counted(*_):
            nonlocal count
            count += 1

        sys.setprofile(counted)
        try:
            claimx.extract(paragraph * paragraphs, include="all")
        finally:
            sys.setprofile(None)
        return count

    calls(20)
    # 4 is linear, 16 would be quadratic.
    assert calls(160) < 5 * calls(40)
