"""The dates component."""

import pytest
import spacy
from spacy.tokens import Doc

import claimx
from claimx import annotations
from claimx.claims.operators.lookup import Operators
from claimx.components.dates import Dates
from tests.conll import parsed


@pytest.fixture(scope="module")
def bundled():
    return claimx.load()


@pytest.fixture(scope="module")
def nlp():
    import claimx.components.amounts
    import claimx.components.dates  # noqa: F401

    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_amounts")
    nlp.add_pipe("claimx_dates")
    return nlp


def values(doc):
    return [(date.text, date.value) for date in annotations.dates(doc)]


def test_the_header_gives_the_day_of_publication(nlp):
    doc = nlp(" date 2026-02-02 Le titre\n\nIl est parti hier.")
    assert annotations.published(doc) == "2026-02-02"
    assert values(doc) == [("hier", "2026-02-01")]


def test_a_day_that_is_given_goes_before_the_header(nlp):
    doc = nlp.make_doc("date 2026-02-02 Il est parti hier.")
    annotations.set_published(doc, "2020-01-02")
    assert values(nlp(doc)) == [("hier", "2020-01-01")]
    assert annotations.published(doc) == "2020-01-02"


def test_a_dateline_serves_where_nothing_else_is_known(nlp):
    doc = nlp("Un titre\n\n21 décembre 2016 . –\nIl est parti hier.")
    assert annotations.published(doc) == "2016-12-21"
    assert values(doc) == [("hier", "2016-12-20")]


def test_without_any_day_the_year_stays_open(nlp):
    doc = nlp("Il est parti hier, le 2 mars.")
    assert annotations.published(doc) is None
    assert values(doc) == [("hier", "XXXX-XX-XX"), ("le 2 mars", "XXXX-03-02")]


def clause(words, verb, **features):
    """A Doc of one clause: every word hangs on the verb, which has these features."""
    doc = Doc(
        spacy.blank("xx").vocab,
        words=words,
        heads=[words.index(verb)] * len(words),
        deps=["ROOT" if word == verb else features.get(word, "obl") for word in words],
        pos=["VERB" if word == verb else "AUX" if word in features else "NOUN" for word in words],
        morphs=[
            features.get("morph", "") if word == verb else features.get(f"{word}_morph", "") for word in words
        ],
    )
    annotations.register()
    annotations.set_published(doc, "2026-02-04")
    return doc


@pytest.mark.parametrize(
    ("day", "doc"),
    [
        (
            "2026-02-10",
            clause(["Il", "viendra", "mardi"], "viendra", morph="VerbForm=Fin|Mood=Ind|Tense=Fut"),
        ),
        ("2026-02-10", clause(["Il", "vient", "mardi"], "vient", morph="VerbForm=Fin|Mood=Ind|Tense=Pres")),
        ("2026-02-10", clause(["Il", "viendrait", "mardi"], "viendrait", morph="VerbForm=Fin|Mood=Cnd")),
        ("2026-02-03", clause(["Il", "venait", "mardi"], "venait", morph="VerbForm=Fin|Mood=Ind|Tense=Imp")),
        (
            "2026-02-03",
            clause(
                ["Il", "est", "venu", "mardi"],
                "venu",
                morph="VerbForm=Part|Tense=Past",
                est="aux:tense",
                est_morph="VerbForm=Fin|Mood=Ind|Tense=Pres",
            ),
        ),
        ("2026-02-03", clause(["Arrivé", "mardi"], "Arrivé", morph="VerbForm=Part|Tense=Past")),
        ("2026-02-10", clause(["Prévu", "mardi"], "Prévu", morph="VerbForm=Part|Tense=Past")),
    ],
    ids=str,
)
def test_a_bare_weekday_follows_the_verb_of_its_clause(nlp, day, doc):
    assert values(nlp(doc)) == [("mardi", day)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("days", "text"),
    [
        (["2026-02-08"], "Le sommet du G20 s'achève dimanche."),
        (["2026-02-06"], "Le comité se réunira vendredi à Paris."),
        (["2026-01-30"], "Le comité s'est réuni vendredi à Paris."),
        (["2026-02-02", "2026-02-06"], "Le ministre a annoncé lundi que le texte sera voté vendredi."),
        (["2026-02-06", "2026-02-02"], "Le texte qui sera voté vendredi a été présenté lundi."),
        (["2026-01-31"], "Le conseil, réuni samedi, devra trancher."),
        (["2026-02-07"], "Le groupe a décidé de se retirer samedi."),
        (["2026-01-31"], "La police a dû intervenir samedi."),
        (["2026-01-31"], "Après avoir rencontré samedi le président, il repartira."),
        (["2026-02-07"], "Il doit être entendu samedi."),
        (["2026-02-08", "2026-01-31"], "Il comparaîtra dimanche pour meurtre, a indiqué samedi le parquet."),
        (["2026-01-31"], "Le match de samedi a été reporté."),
        (["2026-02-07"], "Le match de samedi sera décisif."),
        (["2026-01"], "Le chômage recule en janvier."),
        (["2026-03"], "La loi entre en vigueur en mars."),
        (["2025-10"], "Elle avait démissionné en octobre."),
    ],
)
def test_a_bare_date_follows_the_clause_that_the_model_parses(bundled, days, text):
    doc = bundled.make_doc(text)
    annotations.set_published(doc, "2026-02-04")
    assert [date.value for date in annotations.dates(bundled(doc))] == days


def test_amounts_and_dates_never_overlap(nlp):
    doc = nlp("En 2016, il a payé plus de 2000 euros, puis pour 2018 euros de plus.")
    assert values(doc) == [("En 2016", "2016")]
    taken = [(amount.start, amount.end) for amount in annotations.amounts(doc)]
    assert all(
        date.end <= start or date.start >= end for date in annotations.dates(doc) for start, end in taken
    )


def test_a_date_without_amounts_before_it_in_the_chain():
    nlp = spacy.blank("xx")
    nlp.add_pipe("claimx_dates")
    assert values(nlp("D'ici fin 2027, rien.")) == [("D'ici fin 2027", "2027")]
    assert values(nlp("")) == []


def test_days_are_iso_or_null(nlp):
    [(span, entry)] = annotations.read(nlp("depuis 2019"), annotations.DATES)
    assert entry["interval"] == {"begin": "2019-01-01", "end": None}
    assert (span.label_, span.id_) == ("DATE", "d0")


REPORT = """
Le      le      DET   2 det
groupe  groupe  NOUN  3 nsubj
{verb}
mardi   mardi   NOUN  3 obl:mod
que     que     SCONJ 8 mark
les     le      DET   7 det
ventes  vente   NOUN  8 nsubj
stagnent stagner VERB 3 ccomp Mood=Ind|Tense=Pres|VerbForm=Fin
.       .       PUNCT 3 punct
"""
OWN = {"lemma": "zinzinuler", "pos": "VERB", "frames": "que", "class": "report"}


@pytest.mark.parametrize(
    ("verb", "rows", "value"),
    [
        ("affirme affirmer", (), "2026-02-03"),
        ("constate constater", (), "2026-02-03"),
        ("zinzinule zinzinuler", (), "2026-02-10"),
        ("zinzinule zinzinuler", (OWN,), "2026-02-03"),
    ],
)
def test_a_report_in_the_present_tells_of_the_past_with_a_user_s_operators_too(verb, rows, value):
    doc = parsed(REPORT.format(verb=f"{verb} VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin"))
    annotations.set_published(doc, "2026-02-05")
    assert values(Dates(Operators(rows))(doc)) == [("mardi", value)]
