"""Verbs, adjectives and nouns that report: (text, [(sources, level, scope)])."""

import pytest

from claimx.claims.attribution.reporting_verbs import find_reports
from tests.treebank import analysis_of
from tests.treebank.summaries import attribution_words

CLAUSES = [
    ("Le groupe a indiqué que les ventes reculent.", [(["Le groupe/institution"], "probable", "que les ventes reculent")]),
    ("Des témoins affirment que le train roulait vite.", [(["Des témoins/anonymous"], "possible", "que le train roulait vite")]),
    # truth, belief, doubt, denial, distance
    ("Luc Daverne confirme que le site fermera.", [(["Luc Daverne/named"], "certain", "que le site fermera")]),
    ("Luc Daverne estime que le site fermera.", [(["Luc Daverne/named"], "probable", "que le site fermera")]),
    ("Luc Daverne doute que le site disparaisse.", [(["Luc Daverne/named"], "doubtful", "que le site disparaisse")]),
    ("Luc Daverne nie que le site disparaisse.", [(["Luc Daverne/named"], "probable-", "que le site disparaisse")]),
    ("Luc Daverne prétend que le site disparaisse.", [(["Luc Daverne/named"], "doubtful", "que le site disparaisse")]),
    ("Luc Daverne regrette que le site disparaisse.", [(["Luc Daverne/named"], "certain", "que le site disparaisse")]),
    ("Luc Daverne croit encore que le site fermera.", [(["Luc Daverne/named"], "doubtful", "que le site fermera")]),
    ("Luc Daverne exclut que le site disparaisse.", [(["Luc Daverne/named"], "certain-", "que le site disparaisse")]),
    # negated: the believer still vouches, the speaker does not
    ("Luc Daverne ne pense pas que le site disparaisse.", [(["Luc Daverne/named"], "probable-", "que le site disparaisse")]),
    ("Luc Daverne n'exclut pas que le site disparaisse.", [(["Luc Daverne/named"], "possible", "que le site disparaisse")]),
    ("Luc Daverne n'a pas confirmé que le site disparaisse.", []),
    ("Luc Daverne ne dément pas que le site disparaisse.", []),
    # no source of what it knows
    ("Luc Daverne sait que le site disparaisse.", []),
    # whose question it is
    ("Luc Daverne demande si le site disparaît.", [(["Luc Daverne/named"], "unknown", "si le site disparaît")]),
    # the author speaks
    ("Je crois que le site fermera.", [([], "probable", "que le site fermera")]),
    ("Je répète que le site fermera.", [([], "certain", "que le site fermera")]),
    # a verb in the infinitive has the subject of the verb above it, if that can speak
    ("Luc Daverne vient pour affirmer que le site disparaît.", [(["Luc Daverne/named"], "probable", "que le site disparaît")]),
    ("Un témoin venu affirmer que le site disparaît est parti.", [(["Un témoin/anonymous"], "possible", "que le site disparaît")]),
    ("La pluie vient confirmer que le site disparaît.", [([], "certain", "que le site disparaît")]),
    # the parse gives no subject: the name before the verb
    ("Luc Daverne, hier, affirme que le site disparaît.", [(["Luc Daverne/named"], "probable", "que le site disparaît")]),
    # something speaks to nobody's credit
    ("Cela indique que les ventes reculent.", [([], "probable", "que les ventes reculent")]),
    # "mais" takes the author's voice up again
    (
        "Le groupe affirme que les ventes montent mais le titre se déprécie.",
        [(["Le groupe/institution"], "probable", "que les ventes montent")],
    ),
]  # fmt: skip

NOTED = [
    # what somebody notes or observes is as firm as what he says
    "Luc Daverne note que le site disparaît.",
    "Luc Daverne observe que le site disparaît.",
]

INFINITIVES = [
    ("Zorbex dit avoir levé six millions.", [(["Zorbex/named"], "probable", "avoir levé six millions")]),
    ("Zorbex dément avoir vendu sa filiale.", [(["Zorbex/named"], "probable-", "avoir vendu sa filiale")]),
    ("Zorbex reconnaît avoir vendu sa filiale.", [(["Zorbex/named"], "certain", "avoir vendu sa filiale")]),
    # a request is one claim with its infinitive; made to somebody it is an act
    ("Le syndicat demande à voter.", [(["Le syndicat/institution"], "possible", "à voter")]),
    ("Le maire demande aux habitants de quitter la ville.", []),
    ("Zorbex veut vendre sa filiale.", []),
]  # fmt: skip

OBJECTS = [
    ("Zorbex annonce la vente de sa filiale.", [(["Zorbex/named"], "probable", "annonce")]),
    ("Zorbex a démenti la vente de sa filiale.", [(["Zorbex/named"], "probable-", "démenti")]),
    ("Zorbex a démenti.", [(["Zorbex/named"], "probable-", "démenti")]),
    ("Zorbex vient d'annoncer la vente.", [(["Zorbex/named"], "probable", "annoncer")]),
    ("Luc Daverne juge le prix excessif.", [(["Luc Daverne/named"], "probable", "juge")]),
    ("Luc Daverne accuse le maire de fraude.", [(["Luc Daverne/named"], "probable", "accuse")]),
    ("Luc Daverne juge l'offre « irréaliste ».", [(["Luc Daverne/named"], "probable", "juge")]),
    # the object of another sense; an act; something that does not speak
    ("Le titre accuse une baisse.", []),
    ("Luc Daverne critique la vente.", []),
    ("Luc Daverne juge un voleur.", []),
    ("La pluie annonce un hiver long.", []),
]  # fmt: skip

PASSIVES = [
    ("La perte est estimée à deux millions par Luc Daverne.", [(["Luc Daverne/named"], "probable", "estimée")]),
    ("La perte est estimée à deux millions.", [([], "probable", "estimée")]),
    ("Un accord annoncé par Luc Daverne suit.", []),
    ("Il est recommandé que le site disparaisse.", []),
    ("La vente est annoncée.", []),
]  # fmt: skip

NOUNS = [
    (
        "La déclaration du ministre selon laquelle la dette diminue surprend.",
        [(["ministre/institution"], "probable", "selon laquelle la dette diminue")],
    ),
    ("La rumeur selon laquelle la dette diminue surprend.", []),
    ("Luc Daverne était convaincu que la paix durerait.", [(["Luc Daverne/named"], "probable", "que la paix durerait")]),
    ("Luc Daverne n'était pas convaincu que la paix durerait.", []),
    ("Il est clair que la paix durera.", []),
]  # fmt: skip


def found(text):
    _doc, analysis = analysis_of(text)
    return [attribution_words(item, analysis.parse) for item in find_reports(analysis)]


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *INFINITIVES])
def test_what_a_verb_reports(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", NOTED)
def test_noting_is_reporting(text):
    assert found(text) == [(["Luc Daverne/named"], "probable", "que le site disparaît")]


@pytest.mark.parametrize(("text", "expected"), [*OBJECTS, *PASSIVES])
def test_a_verb_without_a_clause(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_what_a_noun_or_an_adjective_reports(text, expected):
    assert found(text) == expected
