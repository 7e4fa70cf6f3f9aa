"""What holds of dates on any text: no exception, exact offsets, days in order, values that parse."""

import re
import sys
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimx.values.dates import calendar
from claimx.values.dates.finder import find_dates
from claimx.values.dates.publication import stamps

PUBLISHED = "2026-02-04"
# fmt: off
FRAGMENTS = st.sampled_from([
    "le", "Le", "2", "3", "12", "1er", "16", "février", "FEVRIER", "mars", "Mai", "68", "2026", "1970", "lundi",
    "Mardi", "dernier", "prochaine", "semaine", "mois", "an", "ans", "il y a", "dans", "depuis", "d'ici",
    "d’ici à", "jusqu'en", "jusqu’au", "entre", "et", "à", "A", "au", "-", "–", "/", "du", "fin", "mi-", "début",
    "de", "des", "la", "les", "l'", "années", "XXIe", "siècle", "siècles", "av. J.-C.", "trimestre", "deuxième",
    "T2", "4T", "S1", "été", "hiver", "hier", "soir", "nuit", "20h30", "14", "h", "heures", "trois", "quelques",
    "Noël", "Pâques", "2/2/2026", "02.02.26", "le 02/03", "9999", "0001", "2019/790", ",", ".", ";", "\n\n", "\n",
    "(", ")", "«", "»", "milliards", "d'années", "plus tard", "cette", "ces", "dernières", "en cours", "à venir",
    "un", "chaque", "tous les", "lendemain", "veille", "premiers", "et demi", "avant", "après", "semaine 12",
    "date 2026-02-02", "Publié le", "Mis à jour le", "PARIS,", "(AFP) –", "🙂", "İ", "99/99/9999", "0000-00-00",
    "31 juin", "29 février 2025", "\u00a0", "\u202f", "mi‑mars", "sera", "a été", "se réunira", "décennie", "rue",
])
# fmt: on
TEXTS = st.lists(FRAGMENTS, max_size=25).map(" ".join)
DAYS = st.sampled_from([None, PUBLISHED, "2024-02-29", "2025-12-31", "0001-01-01", "9999-12-31"])
POINT = r"(?:PRESENT|PAST|FUTURE)_REF"
HOUR = r"T(?:[0-9]{2}:[0-9]{2}|MO|MI|AF|EV|NI)"
UNIT = (
    r"-?[0-9X]{1,4}|[0-9X]{4}-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?|[0-9X]{4}-W(?:[0-9]{2}|XX)(?:-(?:WE|[1-7]))?"
    r"|[0-9X]{4}-[QH][1-4X]|[0-9X]{4}-(?:SP|SU|FA|WI)"
)
VALUE = re.compile(rf"{POINT}|(?:{UNIT})(?:{HOUR})?(?:/(?:{UNIT})(?:{HOUR})?)?")


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
        assert begin is None or end is None or begin <= end
        assert one.value is None or VALUE.fullmatch(one.value), one
        assert one.value is not None or (begin, end) == (None, None)
    return found


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text(text):
    check(text, None)


@given(TEXTS, DAYS)
@settings(max_examples=300)
def test_any_french_looking_text(text, published):
    check(text, published)


@given(TEXTS)
@settings(max_examples=200)
def test_found_again_when_the_text_around_changes(text):
    frames = [
        ("Rien.\n\n", "\n\nRien."),
        ("Il sera là en 1999, le 3 mai.\n\n", "\n\nHier et demain, à 15 h."),
    ]
    assume(not any(stamps(before + text + after) for before, after in frames))
    seen = []
    for before, after in frames:
        first, last = len(before), len(before) + len(text)
        found = find_dates(before + text + after, published=PUBLISHED)
        inside = [one for one in found if first <= one.start and one.end <= last]
        seen.append([(one.start - first, one.text, one.value, one.interval) for one in inside])
    assert seen[0] == seen[1]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(-12, 12))
def test_a_value_reads_as_the_period_that_it_names(day, steps):
    for period in (
        calendar.of_day(day),
        calendar.of_week(day),
        calendar.of_week(day, weekend=True),
        calendar.of_month(day.year, day.month + steps),
        calendar.of_quarter(day.year, steps),
        calendar.of_half(day.year, steps),
        calendar.of_year(day.year),
    ):
        assert period.value is None or calendar.read(period.value) == period


# fmt: off
PIECES = [
    "1 ", "1", "12 ", "de ", "le le le ", "lundi ", "mardi, ", "2016 ", "de 2016 à ", "du 3 au ", "fin de ", "1/",
    "2/2/26 ", "1.", "il y a ", "((((", "////", "....", " ", "trois ", "dernier ", "entre ", "mars ", "mars et ",
    "1, ", "à 3 h ", "deuxième ", "XIXe et ", "nuit de ", "mi-", "le 3 ", "la veille ", "années 1920 et ", "d'ici ",
    "depuis trois ", "jusqu'au ", "Publié le ", "PARIS, 2 ", "A ", "\n\n", "\n2 mars 2025", "a",
]
# fmt: on


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_length_only(piece):
    # Calls are counted, not seconds: the same on any machine.
    def calls(size):
        count = 0

        def seen(frame, event, argument):
            nonlocal count
            count += 1

        text = piece * (size // len(piece))
        sys.setprofile(seen)
        try:
            find_dates(text, published=PUBLISHED)
        finally:
            sys.setprofile(None)
        return count

    calls(500)
    short, long = calls(2_000), calls(8_000)
    assert long < 4.5 * short + 2_000
