"""Dates: value → phrasings, against Wednesday 4 February 2026."""

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.parsing import calendar
from claimx.parsing.dates import find_dates, reference

PUBLISHED = "2026-02-04"

# (value, begin, end) → phrasings
DATES = {
    ("2026-02-02", "2026-02-02", "2026-02-02"): [
        "2 février 2026", "le 2 février 2026", "lundi 2 février 2026", "2/2/2026", "02.02.2026", "02/02/2026", "2026-02-02",
        "2 fevrier 2026", "le 2 février", "ce lundi 2 février", "avant-hier", "lundi dernier", "lundi", "le lundi 2 février",
        "le 2 février dernier", "2 févr. 2026",
    ],
    ("2026-03-01", "2026-03-01", "2026-03-01"): ["1er mars 2026", "le 1er mars", "le 1 er mars 2026", "dimanche 1er mars"],
    ("2025-07-14", "2025-07-14", "2025-07-14"): ["le 14 juillet 2025", "le 14 juillet dernier"],
    ("2026-07-14", "2026-07-14", "2026-07-14"): ["le 14 juillet prochain", "le 14 juillet"],
    ("2026-02-03", "2026-02-03", "2026-02-03"): ["hier", "mardi", "ce mardi", "mardi dernier"],
    ("2026-02-04", "2026-02-04", "2026-02-04"): ["aujourd'hui", "aujourd’hui", "ce mercredi", "ce jour"],
    ("2026-02-05", "2026-02-05", "2026-02-05"): ["demain", "jeudi prochain"],
    ("2026-02-06", "2026-02-06", "2026-02-06"): ["après-demain", "vendredi prochain"],
    ("2016-06-16/2016-06-23", "2016-06-16", "2016-06-23"): ["du 16 au 23 juin 2016", "les 16 et 23 juin 2016"],
    ("2016-03-02/2016-04-05", "2016-03-02", "2016-04-05"): ["du 2 mars 2016 au 5 avril 2016", "entre le 2 mars 2016 et le 5 avril 2016"],
    ("2026-02", "2026-02-01", "2026-02-28"): ["février 2026", "en février 2026", "ce mois-ci", "en février", "au mois de février 2026"],
    ("2026-03", "2026-03-01", "2026-03-31"): ["le mois prochain", "en mars", "mars 2026", "mars prochain"],
    ("2026-01", "2026-01-01", "2026-01-31"): ["le mois dernier", "janvier dernier", "en janvier"],
    ("2024-02", "2024-02-01", "2024-02-29"): ["février 2024"],
    ("2026", "2026-01-01", "2026-12-31"): ["en 2026", "cette année", "l'année 2026"],
    ("2025", "2025-01-01", "2025-12-31"): ["l'an dernier", "l'année dernière", "l'an passé", "en 2025", "il y a un an"],
    ("2027", "2027-01-01", "2027-12-31"): ["l'an prochain", "l'année prochaine", "pour 2027", "dans un an"],
    ("2020/2023", "2020-01-01", "2023-12-31"): ["entre 2020 et 2023", "de 2020 à 2023", "en 2020-2023", "la période 2020-2023"],
    ("2024/2025", "2024-01-01", "2025-12-31"): ["l'exercice 2024-2025", "exercice 2024-2025", "en 2024 et 2025", "pour 2024-25"],
    ("2025-Q2", "2025-04-01", "2025-06-30"): [
        "deuxième trimestre 2025", "au deuxième trimestre 2025", "T2 2025", "2e trimestre 2025", "au 2e trimestre de 2025",
        "au deuxième trimestre de l'année 2025", "au deuxième trimestre de l'exercice 2025",
    ],
    ("2026-Q1", "2026-01-01", "2026-03-31"): ["premier trimestre", "au 1er trimestre", "ce trimestre"],
    ("2025-Q4", "2025-10-01", "2025-12-31"): ["le trimestre dernier", "quatrième trimestre 2025"],
    ("2024-H1", "2024-01-01", "2024-06-30"): ["premier semestre 2024", "S1 2024", "1er semestre 2024"],
    ("2025-SU", "2025-06-01", "2025-08-31"): ["été 2025", "à l'été 2025", "l'été dernier"],
    ("2026-FA", "2026-09-01", "2026-11-30"): ["à l'automne prochain", "automne 2026"],
    ("2026-W05", "2026-01-26", "2026-02-01"): ["la semaine dernière", "il y a une semaine"],
    ("2026-W06", "2026-02-02", "2026-02-08"): ["cette semaine"],
    ("2026-W07", "2026-02-09", "2026-02-15"): ["la semaine prochaine"],
    ("2026-W06-WE", "2026-02-07", "2026-02-08"): ["ce week-end"],
    ("2025-11", "2025-11-01", "2025-11-30"): ["il y a trois mois", "il y a 3 mois", "en novembre"],
    ("2028", "2028-01-01", "2028-12-31"): ["dans deux ans", "en 2028"],
    ("2026-01-25", "2026-01-25", "2026-01-25"): ["il y a dix jours", "il y a 10 jours"],
    ("199", "1990-01-01", "1999-12-31"): ["les années 1990", "dans les années 90", "années quatre-vingt-dix"],
    ("192/193", "1920-01-01", "1939-12-31"): ["dans les années 1920 et 1930"],
    ("20", "2001-01-01", "2100-12-31"): ["au XXIe siècle", "XXIe siècle", "le 21e siècle"],
    ("01", "0101-01-01", "0200-12-31"): ["au IIe siècle"],
    ("-3300", None, None): ["3300 avant J.-C.", "3300 avant J-C", "3300 av. J.-C."],
    ("2025-12-25", "2025-12-25", "2025-12-25"): ["Noël 2025", "à Noël 2025"],
    ("2025-04-20", "2025-04-20", "2025-04-20"): ["Pâques 2025", "dimanche de Pâques 2025"],
    ("2027", None, "2027-12-31"): ["d'ici 2027", "jusqu'en 2027", "d’ici à 2027", "d'ici la fin 2027"],
    ("2019", "2019-01-01", None): ["depuis 2019", "dès 2019", "à partir de 2019", "après 2019"],
    ("2019", None, "2018-12-31"): ["avant 2019"],
    ("2027", "2027-09-02", "2027-12-31"): ["fin 2027", "à la fin 2027", "en fin d'année 2027"],
    ("2027", "2027-01-01", "2027-05-01"): ["début 2027", "au début de 2027"],
    ("2026-03", "2026-03-11", "2026-03-21"): ["mi-mars", "à la mi-mars", "mi-mars 2026"],
    ("2026-03-03T20:30", "2026-03-03", "2026-03-03"): ["mardi 3 mars à 20h30", "le 3 mars 2026 à 20 h 30", "mardi 3 mars, vers 20 heures 30"],
    ("2026-02-03TMO", "2026-02-03", "2026-02-03"): ["mardi matin", "hier matin", "ce mardi 3 février, au matin"],
    ("XXXX-XX-XXT20:30", None, None): ["20h30", "à 20 h 30", "vers 20 heures 30", "Vers 20h30 GMT"],
    ("XXXX-XX-XXT23:00", None, None): ["à onze heures du soir", "vers 23h"],
    ("PRESENT_REF", None, None): ["désormais", "pour l’instant", "pour le moment"],
    ("PAST_REF", None, None): ["ces dernières années", "dans le passé", "les derniers mois"],
    ("FUTURE_REF", None, None): ["à l'avenir", "dans les prochains jours"],
    ("PAST_REF", "2023-02-04", "2026-02-04"): ["ces trois dernières années", "au cours des trois dernières années"],
    (None, None, None): ["il y a quelques semaines", "il y a 3 milliards d'années", "deux jours après", "un siècle plus tôt"],
}  # fmt: skip

# Without a day of publication: value → phrasings
OPEN = {
    "XXXX-02-02": ["le 2 février", "lundi 2 février"],
    "XXXX-WXX-2": ["mardi", "mardi dernier"],
    "XXXX-03": ["en mars", "fin mars"],
    "XXXX-Q2": ["au deuxième trimestre"],
    "XXXX-SU": ["cet été"],
    None: ["hier", "la semaine dernière", "cette année", "il y a trois mois"],
}

NONE = [
    "six ans", "100 jours", "pendant trois mois", "un enfant de 12 ans", "récemment", "bientôt", "jusqu'à présent", "souvent",
    "2000 personnes", "plus de 2000 personnes", "pour 2500 euros", "le numéro 2016", "les 35 heures", "24 heures sur 24",
    "la planète Mars", "la sonde vise Mars.", "il a été élu", "Les Jeudis", "Top 14", "le 3-0", "75001 Paris", "12 mètres",
    "un bail de trois ans", "1,5 million", "l'article 2", "", "   ", "02.13.2026", "10:30 de plus", "tous les lundis", "entre 10 et 20",
    "la fin du monde", "au début", "le matin", "la nuit", "la dernière fois", "prochainement", "le premier ministre", "T2", "S1",
]  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "written"), [(value, text) for value, texts in DATES.items() for text in texts]
)
def test_resolved(expected, written):
    for text in (written, f"Rien, {written}."):
        found = find_dates(text, published=PUBLISHED)
        assert [(d.value, d.interval.begin, d.interval.end) for d in found] == [expected], found
        assert found[0].text == written


@pytest.mark.parametrize(
    ("value", "written"), [(value, text) for value, texts in OPEN.items() for text in texts]
)
def test_open(value, written):
    [found] = find_dates(written)
    assert (found.text, found.value, found.interval.begin, found.interval.end) == (written, value, None, None)


@pytest.mark.parametrize("text", NONE)
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


FRAGMENTS = st.sampled_from(
    [
        "le", "2", "1er", "16", "février", "mars", "2026", "1970", "lundi", "mardi", "dernier", "prochaine", "semaine", "mois", "an",
        "il y a", "dans", "depuis", "d'ici", "d’ici à", "jusqu'en", "entre", "et", "à", "au", "-", "du", "fin", "mi-", "début", "de",
        "années", "XXIe", "siècle", "av. J.-C.", "trimestre", "deuxième", "T2", "été", "hier", "soir", "20h30", "heures", "trois",
        "quelques", "Noël", "Pâques", "2/2/2026", "9999", "0001", ",", ".", "\n\n", "(", "milliards", "d'années", "plus tard",
        "cette", "ces", "dernières", "date 2026-02-02", "🙂", "İ", "99/99/9999", "0000-00-00", "31 juin", "29 février 2025",
    ]
)  # fmt: skip


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
