"""Dates: value → phrasings, against Wednesday 4 February 2026."""

import pytest

from claimx.values.dates import calendar
from claimx.values.dates.finder import find_dates
from tests.cases import cases, marked, sentences

PUBLISHED = "2026-02-04"


@pytest.mark.parametrize(("value", "written"), cases("dates"))
def test_resolved(value, written):
    for text in (written, f"Rien, {written}.", f"« {written} »", f"Rien ({written}), rien."):
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


@pytest.mark.parametrize(
    ("year", "day"), [(2016, "2016-03-27"), (2024, "2024-03-31"), (2026, "2026-04-05"), (2038, "2038-04-25")]
)
def test_easter(year, day):
    assert calendar.easter_sunday(year).isoformat() == day


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


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2026-02-02", "« Nous déciderons plus tard », a-t-il dit lundi."),
        ("2026-02-09", "« C'est fini », a-t-il dit, et il reviendra lundi."),
        ("2026-02-02", "Le conseil, réuni lundi, devra trancher."),
        ("2026-02-09", "Le texte, qui sera voté lundi, a été adopté en commission."),
        ("2026-02-02", "Le texte, qui s'est perdu lundi, devra être réécrit."),
        ("2026-02-09", "Attendu lundi, il n'a rien promis."),
        ("2026-02-02", "Arrivé lundi, il repartira."),
        ("2026-02-09", "Rendez-vous dès lundi."),
        ("2026-02-09", "Il a jusqu'à lundi."),
        ("2026-02-02", "Il attend depuis lundi."),
        ("2026-02-06", "Rendez-vous ce vendredi."),
        ("2026-01-30", "Il a parlé ce vendredi."),
        ("2026-02-04", "Il parlera mercredi."),
        ("2026-02-04", "Il a parlé mercredi."),
        ("2026-01-28", "Il a parlé mercredi dernier."),
        ("2026-02-11", "Il parlera mercredi prochain."),
        ("2026-01-28", "Le 28, il avait tout dit."),
        ("2026-02-28", "Il dira tout le 28."),
    ],
)
def test_a_bare_day_follows_its_clause(value, text):
    assert [d.value for d in find_dates(text, published=PUBLISHED)] == [value]


@pytest.mark.parametrize(("text", "marks"), marked("press_dates"), ids=lambda item: item[:40] if item else "")
def test_press_sentences(text, marks):
    assert [(d.start, d.end, d.value) for d in find_dates(text, published=PUBLISHED)] == marks


@pytest.mark.parametrize(("dated", "dates"), sentences("dates_sentences"), ids=lambda item: str(item)[:60])
def test_sentences(dated, dates):
    published, _, sentence = dated.partition(" ")
    found = find_dates(sentence, published=published)
    assert [f"{d.interval.begin or '-'} {d.interval.end or '-'}: {d.text}" for d in found] == dates


@pytest.mark.parametrize(
    ("published", "written", "value"),
    [("2026-03-31", "il y a un mois", "2026-02"), ("2024-02-29", "il y a un an", "2023")],
)
def test_months_and_years_are_counted_as_people_do(published, written, value):
    assert [d.value for d in find_dates(written, published=published)] == [value]


def test_a_text_that_is_a_year():
    assert [d.value for d in find_dates("2026")] == ["2026"]


def test_what_the_date_before_tells_of_an_hour_and_of_a_quarter():
    text = "Mardi, il est venu à 14 heures. Il est reparti à 15 heures."
    assert [d.value for d in find_dates(text, published=PUBLISHED)] == [
        "2026-02-03",
        "2026-02-03T14:00",
        "XXXX-XX-XXT15:00",
    ]
    text = "Après le quatrième trimestre 2024, le premier trimestre et le deuxième trimestre 2025."
    assert [d.value for d in find_dates(text)] == ["2024-Q4", "2025-Q1", "2025-Q2"]
