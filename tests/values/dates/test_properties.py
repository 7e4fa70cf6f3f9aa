"""What holds of dates as the day of publication moves: a day at most, unless the words are relative."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.values.dates.finder import find_dates

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 30))
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
ABSOLUTE = [
    "le 3 mars 2024", "en mai 2021", "fin 2019", "au deuxième trimestre 2025", "l'été 2023", "Noël 2022",
    "le premier lundi de juin 2026", "la seconde quinzaine d'août 2025", "le lendemain du 8 mai 2025", "en 04/2017",
    "entre mars 2021 et 2023", "dans les années 1990", "vendredi 14/06/2019", "du 28 février au 3 mars 2024",
]  # fmt: skip


@pytest.mark.parametrize("words", ABSOLUTE)
@given(day=DAYS)
@settings(max_examples=20)
def test_a_date_that_names_its_year_is_the_same_on_any_day(words, day):
    [found] = find_dates(f"Il est venu {words}.", published=day)
    [again] = find_dates(f"Il est venu {words}.", published=day + timedelta(days=1))
    assert (found.interval, found.value) == (again.interval, again.value)


@given(DAYS, st.sampled_from(["hier", "demain", "avant-hier", "après-demain", "aujourd'hui"]))
def test_a_relative_day_moves_with_the_day(day, words):
    [found] = find_dates(words, published=day)
    [again] = find_dates(words, published=day + timedelta(days=1))
    moved = date.fromisoformat(again.interval.begin) - date.fromisoformat(found.interval.begin)
    assert moved == timedelta(days=1)


@given(DAYS, st.integers(1, 28), st.sampled_from(MONTHS), st.sampled_from(["a voté", "votera"]))
@settings(max_examples=300)
def test_a_day_without_its_year_stays_or_moves_by_a_year(day, number, month, verb):
    text = f"Le conseil {verb} le {number} {month}."
    [found] = find_dates(text, published=day)
    [again] = find_dates(text, published=day + timedelta(days=1))
    begin = date.fromisoformat(found.interval.begin)
    years = date.fromisoformat(again.interval.begin).year - begin.year
    assert (begin.month, begin.day) == (MONTHS.index(month) + 1, number)
    # It leaps on one day of the year only, the day itself, which is past and today alike.
    assert years in (0, 1)
    assert years == 0 or (begin if verb == "votera" else day + timedelta(days=1)).replace(year=2000) in (
        day.replace(year=2000),
        date.fromisoformat(again.interval.begin).replace(year=2000),
    )
    assert begin <= day if verb == "a voté" else begin >= day


@given(
    DAYS,
    st.integers(1, 20),
    st.integers(1, 8),
    st.sampled_from(MONTHS),
    st.sampled_from(["a fermé", "fermera"]),
)
@settings(max_examples=300)
def test_the_days_of_a_range_are_in_order(day, first, length, month, verb):
    [found] = find_dates(f"La halle {verb} du {first} au {first + length} {month}.", published=day)
    assert found.interval.begin <= found.interval.end
    assert date.fromisoformat(found.interval.end) - date.fromisoformat(found.interval.begin) == timedelta(
        days=length
    )


@given(DAYS)
@settings(max_examples=100)
def test_the_nth_of_a_month_lies_in_it(day):
    for words in (
        "premier lundi",
        "dernier vendredi",
        "troisième jeudi",
        "deuxième week-end",
        "dernier jour",
    ):
        [found] = find_dates(f"Le comité a siégé le {words} de mars 2026.", published=day)
        assert "2026-03-01" <= found.interval.begin <= "2026-03-31"
