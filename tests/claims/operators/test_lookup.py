"""Which operator a word of a sentence is: (text, word, complement, class)."""

import pytest

from claimx.claims.operators.lookup import Operators, bundled
from claimx.syntax.parse import parse_of
from tests.treebank import doc_of

VERBS = [
    ("Luc Daverne affirme que le pont tremble.", "affirme", "que", "report"),
    # the complement decides
    ("Luc Daverne sait que le site disparaît.", "sait", "que", "knowledge"),
    ("Luc Daverne demande si le pont tremble.", "demande", "si", "question"),
    ("Le syndicat demande à voter.", "demande", "inf", "request"),
    # any verb that takes "que" takes an indirect question
    ("Luc Daverne affirme que le pont tremble.", "affirme", "si", "inquiry"),
    # the reflexive verb is another verb
    ("Luc Daverne se félicite du résultat.", "félicite", "que", "approval"),
    ("Le maire s'oppose à ce que le pont cède.", "oppose", "que", "opposition"),
    # "faire" makes another verb too
    ("Zorbex fait savoir que le pont tient.", "savoir", "que", "report"),
    # no operator
    ("Le pont tremble.", "tremble", "que", None),
    ("Luc Daverne affirme que le pont tremble.", "affirme", "passive", None),
]

NOMINALS = [
    ("La vente est probable.", "probable", "probability"),
    ("La vente semble improbable.", "improbable", "improbability"),
    ("Zorbex a l'intention de vendre sa filiale.", "intention", "intention"),
    # with its preposition
    ("Les groupes sont en discussion.", "discussion", "intention"),
    ("Le pont est sur le point de céder.", "point", "expectation"),
    # a participle that agrees with its subject
    ("Il est recommandé que le site disparaisse.", "recommandé", "norm"),
    ("Les ventes sont censées progresser.", "censées", "expectation"),
    # no operator
    ("Le pont tremble.", "pont", None),
]

ROLES = [
    ("Zorbex dit avoir levé six millions.", "dit", "speech"),
    ("Zorbex veut vendre sa filiale.", "veut", "chain"),
    ("Le pont tremble.", "tremble", ""),
    # the noun takes the infinitive
    ("Zorbex fait la promesse de partir.", "fait", ""),
]

APPEALED = ("Le maire est appelé à partir.", "appelé")

LOCUTIONS = [
    ("Le pont a sans doute cédé.", "ADV", [("sans doute", "probability")]),
    # the longest
    ("Le pont a sans aucun doute cédé.", "ADV", [("sans aucun doute", "certainty")]),
    # contracted
    ("De l'avis des géologues, la falaise est instable.", "ADP", [("De l'avis des", "report")]),
    ("Selon Reuters, le groupe vend sa filiale.", "ADP", [("Selon", "report")]),
    ("Selon Reuters, le groupe vend sa filiale.", "ADV", []),
    ("Le pont tremble.", "ADV", []),
]


def word_in(text, form):
    doc = doc_of(text)
    parse = parse_of(doc)
    return next(word for word in parse if word.text == form)


@pytest.mark.parametrize(("text", "form", "frame", "cls"), VERBS)
def test_the_operator_of_a_verb(text, form, frame, cls):
    found = bundled().of_verb(word_in(text, form), frame)
    assert (found.cls if found is not None else None) == cls


@pytest.mark.parametrize(("text", "form", "cls"), NOMINALS)
def test_the_operator_of_a_noun_or_an_adjective(text, form, cls):
    found = bundled().of_nominal(word_in(text, form))
    assert (found.cls if found is not None else None) == cls


@pytest.mark.parametrize(("text", "form", "role"), ROLES)
def test_what_a_verb_does_with_an_infinitive(text, form, role):
    assert bundled().infinitive_role(word_in(text, form)) == role


@pytest.mark.parametrize(("text", "pos", "expected"), LOCUTIONS)
def test_the_locutions_of_a_text(text, pos, expected):
    doc = doc_of(text)
    parse = parse_of(doc)
    found = bundled().find_locutions(parse, pos)
    assert [(parse.span(start, end).text, operator.cls) for start, end, operator in found] == expected


@pytest.mark.parametrize(
    ("lemma", "cls"), [("affirmer", "report"), ("confirmer", "factive"), ("ronchonner", "report")]
)
def test_the_operator_of_a_verb_in_the_place_of_a_report(lemma, cls):
    assert bundled().of_reporting_lemma(lemma).cls == cls


def test_an_adjective_may_be_an_operator_before_an_infinitive_only():
    word = word_in(*APPEALED)
    assert bundled().of_nominal(word) is None
    assert bundled().of_nominal(word, "inf").cls == "expectation"


def test_the_passive_of_an_accusation_is_a_suspicion():
    operators = bundled()
    operator = operators.get("soupçonner", "VERB", "que")
    active = word_in("Luc Daverne accuse le maire de fraude.", "accuse")
    passive = word_in("Le maire est soupçonné de fraude.", "soupçonné")
    assert operators.in_passive(operator, active).cls == "accusation"
    assert operators.in_passive(operator, passive).cls == "suspicion"


def test_rows_of_one_s_own_come_first():
    own = Operators([{"lemma": "trembler", "pos": "VERB", "frames": "que,inf", "class": "apprehension"}])
    assert own.of_verb(word_in("Le pont tremble.", "tremble"), "que").cls == "apprehension"
    assert own.get("affirmer", "VERB", "que").cls == "report"
