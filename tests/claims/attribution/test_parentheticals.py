"""Reporting clauses inserted in what they report, or put after it: (text, [(sources, level, scope)])."""

import pytest

from claimx.claims.attribution.parentheticals import find_parentheticals
from tests.treebank import analysis_of
from tests.treebank.summaries import attribution_words

CASES = [
    # after what it reports, and within it
    (
        "Le chômage recule, a indiqué mardi l'Insee.",
        [(["Insee/named"], "probable", "Le chômage recule")],
    ),
    (
        "La ligne, a précisé la régie, rouvrira lundi.",
        [(["la régie/institution"], "probable", "La ligne | rouvrira lundi")],
    ),
    (
        "La récolte sera faible, prédit un viticulteur.",
        [(["un viticulteur/anonymous"], "possible", "La récolte sera faible")],
    ),
    ("Le titre grimpe, croit savoir Reuters.", [(["Reuters/named"], "probable", "Le titre grimpe")]),
    # beside a quotation the source decides, not the feeling; any verb reports there
    (
        "« Nous embauchons », se réjouit Clara Morvan.",
        [(["Clara Morvan/named"], "probable", "Nous embauchons")],
    ),
    ("« C'est long », soupire Clara Morvan.", [(["Clara Morvan/named"], "probable", "C'est long")]),
    ("« Tout est prêt », résume Idriss Kerbaol.", [(["Idriss Kerbaol/named"], "probable", "Tout est prêt")]),
    # an inverted pronoun stands for the person named before
    (
        "Luc Daverne dirige la coopérative. La récolte sera faible, assure-t-il.",
        [(["Luc Daverne/named"], "probable", "La récolte sera faible")],
    ),
    (
        "Luc Daverne est parti. Le pont cède, a-t-il affirmé.",
        [(["Luc Daverne/named"], "probable", "Le pont cède")],
    ),
    # over a line break
    ("Le pont cède,\naffirme Luc Daverne.", [(["Luc Daverne/named"], "probable", "Le pont cède")]),
    # "comme": the verb of truth makes it certain
    (
        "Comme l'a rappelé Nora Vasseur, la loi est claire.",
        [(["Nora Vasseur/named"], "certain", "la loi est claire")],
    ),
    (
        "La ville, comme l'affirme la mairie, perd des habitants.",
        [(["la mairie/institution"], "probable", "La ville | perd des habitants")],
    ),
    # the indirect object before the verb belongs to the reporting clause
    (
        "La ligne, nous confie Luc Daverne, est fermée.",
        [(["Luc Daverne/named"], "probable", "La ligne | est fermée")],
    ),
    # what describes the speaker belongs to the reporting clause too
    (
        "La loi sera votée, prédit Paul Arzel (UDI).",
        [(["Paul Arzel/named"], "probable", "La loi sera votée")],
    ),
    (
        "Le titre grimpe, souligne Anne Belloc, analyste chez Natixis, malgré la crise.",
        [(["Anne Belloc/named"], "probable", "Le titre grimpe | malgré la crise")],
    ),
]

SCOPES = [
    # each side of a semicolon has its own speaker
    (
        "Les prix montent, plaide le syndicat ; la demande faiblit, répond la fédération.",
        [
            (["le syndicat/institution"], "probable", "Les prix montent"),
            (["la fédération/institution"], "probable", "la demande faiblit"),
        ],
    ),
    # what stands before a colon is the author's
    (
        "Il faut attendre : la gare est fermée, prévient la mairie.",
        [(["la mairie/institution"], "probable", "la gare est fermée")],
    ),
    (
        "Un constat s'impose : « La gare est fermée », prévient la mairie.",
        [(["la mairie/institution"], "probable", "La gare est fermée")],
    ),
    # what is said of the speaker is the author's
    (
        "Le maire restera, dit son adjointe, qui le connaît bien.",
        [(["son adjointe/institution"], "probable", "Le maire restera")],
    ),
    (
        "Le pont cède, affirme Luc Daverne, ce qui inquiète la ville.",
        [(["Luc Daverne/named"], "probable", "Le pont cède")],
    ),
    # a closed quotation ends the scope
    (
        "« La dette baisse », affirme le ministre, quand les députés craignent une crise.",
        [(["le ministre/institution"], "probable", "La dette baisse")],
    ),
    # a quotation that goes on does not
    (
        "« La dette baisse », affirme le ministre, « et le chômage diminue ».",
        [(["le ministre/institution"], "probable", "La dette baisse | et le chômage diminue")],
    ),
]

FAULTS = [
    # the subject of the main clause hung on the reporting verb
    (
        "La route, a indiqué la mairie, rouvrira mardi.",
        [(["la mairie/institution"], "probable", "La route | rouvrira mardi")],
    ),
    # a speaker with a relative clause
    (
        "« Le pont cède », répond le maire que la presse interroge.",
        [(["le maire/institution"], "probable", "Le pont cède")],
    ),
    # the speaker hung on the infinitive
    ("Le marché grimpe, croit savoir Reuters.", [(["Reuters/named"], "probable", "Le marché grimpe")]),
    # a name taken for the object
    ("Le pont cède, redoute Paul Arzel.", []),
    ("Le pont cède, signale Paul Arzel.", [(["Paul Arzel/named"], "probable", "Le pont cède")]),
    # a party and a trade that hang elsewhere
    (
        "Le pont cède, signale Paul Arzel (UDI), député du Nord, à Lille.",
        [(["Paul Arzel/named"], "probable", "Le pont cède | à Lille")],
    ),
]

NONE = [
    # no reporting verb
    "Le maire parle, la foule applaudit.",
    # a clause of its own: subject before the verb
    "La foule attend, le maire annonce la fin des travaux.",
    "Le ministre, en visite, assure que la dette baisse.",
    # no mark between the two
    "Le maire affirme son soutien.",
    "Que dit la mairie ?",
]


def found(text):
    _doc, analysis = analysis_of(text)
    return [attribution_words(item, analysis.parse) for item in find_parentheticals(analysis)]


@pytest.mark.parametrize(("text", "expected"), [*CASES, *SCOPES, *FAULTS])
def test_a_parenthetical_credits_what_it_stands_in(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_parenthetical(text):
    assert found(text) == []


def test_the_words_of_the_reporting_clause_are_in_no_claim():
    _doc, analysis = analysis_of("La ligne, a précisé la régie, rouvrira lundi.")
    [item] = find_parentheticals(analysis)
    assert [analysis.parse[i].text for i in sorted(item.apart)] == ["a", "précisé", "la", "régie"]
    assert analysis.parse.span(*item.cue).text == "a précisé"
