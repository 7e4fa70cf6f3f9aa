"""A few hundred of the texts of benchmarks/fuzz.py, and texts made to break things."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import TEXTS, check

pytestmark = pytest.mark.model
HOSTILE = {
    "one word of 1 MB": "é" * 1_000_000,
    "quotes": '"' * 100_000,
    "nested brackets": "(" * 20_000 + ")" * 20_000,
    "nested quotations": "« a " * 5_000 + "» " * 5_000,
    "NUL": "\x00 " * 20_000,
    "bidi": "\u202eprix\u2066 Acmé\u2069 " * 2_000,
    "zero width": "A\u200bc\u200dm\ufeffé " * 4_000,
    "lone surrogates": "Acmé \ud800 vendrait \udfff. " * 2_000,
    "surrogates in pairs": "Acmé \ud800\udfff vendrait. " * 20,
    "exponents": "1e999999999 euros, 1e-999999999 euros",
    "a long number": "9" * 5_000 + " milliards d’euros",
    "a long fraction": "0," + "3" * 5_000 + " €",
    "many powers": "mille " * 3_000 + "milliards d’euros",
    "many multipliers": "3" + " milliards de" * 2_000 + " euros",
    "a long range": "de " + "3 à " * 5_000 + "4 euros",
    "impossible dates": "le 99/99/9999, le 0/0/0, le 31 février 0000, en l’an 99999999999, ",
    "combining marks": "e" + "\u0301" * 20_000,
}


@pytest.fixture(scope="module", autouse=True)
def _loaded():
    check("Acmé vendrait.")


@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_what_must_hold_of_any_text_holds(text):
    check(text)


@settings(max_examples=10, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS, min_size=20, max_size=20).map("".join))
def test_what_must_hold_of_long_texts_holds(text):
    check(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_must_hold_of_hostile_texts_holds(text):
    check(text)
