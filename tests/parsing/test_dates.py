"""Dates: value → phrasings, against Wednesday 4 February 2026."""

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.parsing import calendar
from claimx.parsing.dates import find_dates
from claimx.parsing.publication import reference
from tests.cases import cases

PUBLISHED = "2026-02-04"


@pytest.mark.parametrize(("value", "written"), cases("dates"))
def test_resolved(value, written):
    for text in (written, f"Rien, {written}."):
        found = find_dates(text, published=PUBLISHED)
        assert [(d.value, d.interval.begin, d.interval.end) for d in found] == [value], found
        assert found[0].text == written


@pytest.mark.parametrize(("value", "written"), cases("open_dates"))
def test_open(value, written):
    [found] = find_dates(written)
    assert (found.text, (found.value,)) == (written, value)
    assert (found.interval.begin, found.interval.end) == (None, None)


@pytest.mark.parametrize("text", [text for _, text in cases("no_dates")])
def test_no_date(text):
    assert find_dates(text, published=PUBLISHED) == ()


def test_a_weekday_is_to_come_near_a_future():
    past, future = (
        find_dates("Il est venu mardi."),
        find_dates("Le comité se réunira mardi.", published=PUBLISHED),
    )
    assert past[0].value == "XXXX-WXX-2"
    assert future[0].value == "2026-02-10"
    assert find_dates("Le comité s'est réuni mardi.", published=PUBLISHED)[0].value == "2026-02-03"


@pytest.mark.parametrize("day", ["2026-02-04", date(2026, 2, 4), datetime(2026, 2, 4, 18, 30)])
def test_published_is_a_date_or_an_iso_string(day):
    assert find_dates("hier", published=day)[0].value == "2026-02-03"
    assert reference("", day) == date(2026, 2, 4)


def test_published_that_is_no_day_is_refused():
    with pytest.raises(ValueError, match="isoformat"):
        find_dates("hier", published="demain")


def test_header_and_dateline_are_read_and_left_out():
    assert [d.value for d in find_dates("date 2026-02-04 Hier encore")] == ["2026-02-03"]
    assert [d.value for d in find_dates("Titre\n\n4 février 2026 . –\nHier encore")] == ["2026-02-03"]
    assert [
        d.value for d in find_dates("Titre\n\n4 février 2026 . – Hier encore", published="2020-01-02")
    ] == ["2020-01-01"]


@pytest.mark.parametrize(
    ("year", "day"), [(2016, "2016-03-27"), (2024, "2024-03-31"), (2026, "2026-04-05"), (2038, "2038-04-25")]
)
def test_easter(year, day):
    assert calendar.easter(year).isoformat() == day


# fmt: off
FRAGMENTS = st.sampled_from([
    "le", "2", "1er", "16", "février", "mars", "2026", "1970", "lundi", "mardi", "dernier", "prochaine",
    "semaine", "mois", "an", "il y a", "dans", "depuis", "d'ici", "d’ici à", "jusqu'en", "entre", "et",
    "à", "au", "-", "du", "fin", "mi-", "début", "de", "années", "XXIe", "siècle", "av. J.-C.",
    "trimestre", "deuxième", "T2", "été", "hier", "soir", "20h30", "heures", "trois", "quelques", "Noël",
    "Pâques", "2/2/2026", "9999", "0001", ",", ".", "\n\n", "(", "milliards", "d'années", "plus tard",
    "cette", "ces", "dernières", "date 2026-02-02", "🙂", "İ", "99/99/9999", "0000-00-00", "31 juin",
    "29 février 2025",
])
# fmt: on


def check(text, published):
    """What holds on any text."""
    found = find_dates(text, published=published)
    assert found == find_dates(text, published=published)
    last = 0
    for one in found:
        assert text[one.start : one.end] == one.text
        assert last <= one.start < one.end
        last = one.end
        begin, end = one.interval.begin, one.interval.end
        for day in (begin, end):
            assert day is None or date.fromisoformat(day)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text(text):
    check(text, None)


@given(st.lists(FRAGMENTS, max_size=25), st.sampled_from([None, "2026-02-04", "0001-01-01", "9999-12-31"]))
@settings(max_examples=500, deadline=None)
def test_any_french_looking_text(pieces, published):
    check(" ".join(pieces), published)


@pytest.mark.parametrize(
    "piece", ["1 ", "1", "de ", "lundi ", "2016 ", "de 2016 à ", "du 3 au ", "fin de ", "1/", "il y a "]
)
def test_time_grows_with_length_only(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        find_dates(text, published=PUBLISHED)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(20_000), seconds(100_000)
    assert long < 12 * short + 0.2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2025-10", "Les ventes ont reculé en octobre."),
        ("2026-10", "Les ventes reculeront en octobre."),
        ("2025-06", "Il attend depuis juin."),
        ("2026-06", "Il attend d'ici juin."),
        ("2025-05-14", "Le conseil s'était réuni le 14 mai."),
        ("2026-05-14", "Le conseil se réunira le 14 mai."),
        ("2025-05-14", "Il sera là. Le conseil avait siégé le 14 mai. Il sera là."),
    ],
)
def test_the_year_follows_the_tense_of_the_sentence(value, text):
    assert find_dates(text, published=PUBLISHED)[-1].value == value
