"""The day of publication: given, or read at the head of the text."""

from datetime import date, datetime

import dateparser
import pytest

from claimx.values.dates.finder import find_dates
from claimx.values.dates.publication import publication_day, stamps

STORY = "\nIl est arrivé hier."


@pytest.mark.parametrize("day", ["2026-02-04", date(2026, 2, 4), datetime(2026, 2, 4, 18, 30)])
def test_published_is_a_date_or_an_iso_string(day):
    assert find_dates("hier", published=day)[0].value == "2026-02-03"
    assert publication_day("", day) == date(2026, 2, 4)


@pytest.mark.parametrize(
    "head",
    [
        "date 2025-03-03 Un titre",
        "PARIS, 3 mars 2025 (AFP) –",
        "PARIS, 3 mars 2025 (AFP) - ",
        "Paris (AFP), le 3 mars 2025 —",
        "Genève, le 3 mars 2025 –",
        "Bar-sur-Aube, 3 mars 2025 –",
        "3 mars 2025 . –",
        "Un titre\n\n3 mars 2025 . –",
        "Lundi 3 mars 2025",
        "3 mars 2025 à 10h12",
        "03/03/2025",
        "Publié le 3 mars 2025",
        "Publié le 3 mars 2025 à 10h12",
        "Publié le 03/03/2025 à 10:12",
        "Publiée le lundi 3 mars 2025 à 10 h 12",
        "PUBLIÉ LE 3 MARS 2025 À 10H12",
        "Un titre\nPar Jeanne Petit | Publié le 3\u00a0mars\u00a02025",
        "Par Jeanne Petit, publié le 3 mars 2025 à 10h12",
        "Publié le 3 mars 2025 à 10h12, mis à jour le 4 mars 2025 à 8h",
        "Mis à jour le 4 mars 2025 à 8h - Publié le 3 mars 2025 à 10h12",
        "Mis à jour le 4 mars 2025\nPARIS, 3 mars 2025 (AFP) –",
        "Mis à jour le 3 mars 2025 à 9h05",
        "Modifié le 3 mars 2025",
        "\ufeffdate 2025-03-03\nUn titre",
    ],
)
def test_the_head_of_a_text_tells_the_day_and_gives_no_date(head):
    text = head + STORY
    assert publication_day(text) == date(2025, 3, 3)
    assert [(d.text, d.value) for d in find_dates(text)] == [("hier", "2025-03-02")]
    # What is given goes before it, and the head is no date of the story either way.
    assert [(d.text, d.value) for d in find_dates(text, published="2020-01-02")] == [("hier", "2020-01-01")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("3 mars 2025", ["3 mars 2025"]),
        ("Le rapport publié le 3 mars 2025 est sévère.", ["le 3 mars 2025"]),
        ("Publié le 3 mars 2025, le livre s'est vendu.", ["le 3 mars 2025"]),
        ("Selon nos informations, le 3 mars 2025 – jour de fête – tout a changé.", ["le 3 mars 2025"]),
        ("Le 3 mars 2025, il est arrivé.", ["Le 3 mars 2025"]),
        ("2 mars – Ouverture du salon.\n3 mars – Clôture.", ["2 mars", "3 mars"]),
        ("x" * 1300 + "\nPublié le 3 mars 2025", ["le 3 mars 2025"]),
        ("PARIS, 31 juin 2025 (AFP) – Rien.", []),
    ],
)
def test_what_is_no_stamp(text, dates):
    assert publication_day(text) is None
    assert [d.text for d in find_dates(text)] == dates


def test_a_dateline_without_a_year_tells_no_day():
    text = "PARIS, 2 février (AFP) – Il est parti hier."
    assert publication_day(text) is None
    assert [(d.text, d.value) for d in find_dates(text)] == [("hier", "XXXX-XX-XX")]


@pytest.mark.parametrize("day", ["3 March 2025", "3 Mar 2025", "3 März 2025", "3 marzo 2025"])
def test_a_stamp_may_name_its_month_in_another_language(day):
    assert publication_day(f"Publié le {day}{STORY}") == date(2025, 3, 3)


def test_dateparser_is_given_complete_days_that_french_does_not_know(monkeypatch):
    seen = []
    monkeypatch.setattr(dateparser, "parse", lambda piece, **rest: seen.append(piece))
    for text in ("Publié le 3 mars 2025", "Publié le 3 March", "Publié le 3 March 2025", "PARIS, 3 mars –"):
        publication_day(text + STORY)
    assert seen == ["3 March 2025"]


def test_one_dateline_a_text():
    text = "3 mars 2025 – Ouverture.\n5 mars 2025 – Clôture."
    assert publication_day(text) == date(2025, 3, 3)
    assert [d.text for d in find_dates(text)] == ["5 mars 2025"]


def test_offsets_of_stamps():
    text = "Un titre\nPublié le 3 mars 2025 à 10h12 - Mis à jour le 4 mars 2025"
    assert [text[stamp.start : stamp.end] for stamp in stamps(text)] == ["3 mars 2025 à 10h12", "4 mars 2025"]
