"""Days and periods as people write them on the command line and in records."""

import datetime

import pytest

from claimx.apps.inputs.days import day_of, period_of


@pytest.mark.parametrize(
    ("written", "begin", "end"),
    [
        ("2026-02-15", "2026-02-15", "2026-02-15"),
        ("2026-02-15T10:00:00+01:00", "2026-02-15", "2026-02-15"),
        (" 15/02/2026 ", "2026-02-15", "2026-02-15"),
        ("2 mars 2026", "2026-03-02", "2026-03-02"),
        (datetime.date(2026, 2, 15), "2026-02-15", "2026-02-15"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("février 2026", "2026-02-01", "2026-02-28"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_day_or_a_period(written, begin, end):
    found = period_of(written)
    assert (found.begin, found.end) == (begin, end)
    assert day_of(written) == (begin if begin == end else None)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hier",
        "mardi",
        "15 février",
        "2026-13",
        "2026-00",
        "31/02/2026",
        "après 2026",
        "2026 ou 2027",
        2026,
        None,
    ],
)
def test_what_names_no_period(written):
    assert period_of(written) is None
    assert day_of(written) is None
