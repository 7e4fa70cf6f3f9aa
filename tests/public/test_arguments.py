"""Arguments that can't be used are told so, by name, with what to give."""

from datetime import date, datetime

import pytest

import claimx


@pytest.mark.parametrize("read", [claimx.find_amounts, claimx.find_dates])
@pytest.mark.parametrize("argument", [None, b"10 euros", 10])
def test_what_is_no_text_is_refused(read, argument):
    with pytest.raises(TypeError, match=f"text: expected a string, got {type(argument).__name__}") as raised:
        read(argument)
    assert isinstance(raised.value, claimx.ClaimxError)


@pytest.mark.parametrize("published", ["2026", "le 2 février", "2026-02-30", "", 5, b"2026-02-02"])
def test_what_is_no_day_of_publication_is_refused(published):
    with pytest.raises(claimx.ClaimxError, match="published: "):
        claimx.find_dates("mardi", published=published)


@pytest.mark.parametrize(
    "published",
    ["2026-02-02", " 2026-02-02 ", "2026-02-02T08:30:00", date(2026, 2, 2), datetime(2026, 2, 2, 8)],
)
def test_a_day_of_publication_may_be_a_date_or_an_iso_string(published):
    assert claimx.find_dates("demain", published=published)[0].value == "2026-02-03"


@pytest.mark.parametrize("currency", ["euro", "eur", "", "EURO", 978])
def test_what_is_no_currency_is_refused(currency):
    with pytest.raises(claimx.ClaimxError, match=r"currency: .* is no ISO 4217 code"):
        claimx.find_amounts("10 euros", currency=currency)
