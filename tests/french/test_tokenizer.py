"""The French tokenizer: one line a case, tokens separated by a middle dot."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.french.language import ClaimxFrench
from claimx.lexicons import read


@pytest.fixture(scope="module")
def nlp():
    return ClaimxFrench()


ELISION = """
L'IA coûte cher → L' · IA · coûte · cher
jusqu’à 60 milliards → jusqu’ · à · 60 · milliards
Qu'il s'agisse d'OpenAI → Qu' · il · s' · agisse · d' · OpenAI
lorsqu'elle, puisqu'on, quoiqu'il → lorsqu' · elle · , · puisqu' · on · , · quoiqu' · il
C’est ce qu’ils m’ont dit → C’ · est · ce · qu’ · ils · m’ · ont · dit
D'abord l’«affaire» → D' · abord · l’ · « · affaire · »
d'aujourd'hui → d' · aujourd'hui
quelqu'un, presqu’île, prud'hommes → quelqu'un · , · presqu’île · , · prud'hommes
c'est-à-dire → c'est-à-dire
le groupe L'Oréal → le · groupe · L' · Oréal
Jeanne d'Arc, Val-d'Oise → Jeanne · d' · Arc · , · Val-d'Oise
O’Brien et McDonald's → O’Brien · et · McDonald's
ce que l'on dit → ce · que · l'on · dit
"""

HYPHENS = """
a-t-il dit → a · -t-il · dit
dit-elle, est-ce vrai → dit · -elle · , · est · -ce · vrai
Qu'est-ce que c'est → Qu' · est · -ce · que · c' · est
donne-le-moi → donne · -le · -moi
celui-ci et ceux-là → celui-ci · et · ceux-là
Saint-Étienne, Peugeot-Citroën → Saint-Étienne · , · Peugeot-Citroën
un rendez-vous peut-être là-bas → un · rendez-vous · peut-être · là-bas
l'ex-président → l' · ex-président
PSA‑Renault → PSA‑Renault
10–20 euros → 10 · – · 20 · euros
"""

ABBREVIATIONS = """
M. Dupont et Mme Durand → M. · Dupont · et · Mme · Durand
le Dr. Knock, MM. Bo et Li → le · Dr. · Knock · , · MM. · Bo · et · Li
n°12, N° 3 → n° · 12 · , · N° · 3
en 52 av. J.-C. → en · 52 · av. · J.-C.
etc. → etc.
J.-L. Mérieau, le P.-D.G. sortant → J.-L. · Mérieau · , · le · P.-D.G. · sortant
selon l’art. 12, l'U.E. et d'env. 40 → selon · l’ · art. · 12 · , · l' · U.E. · et · d' · env. · 40
c.-à-d. trois → c.-à-d. · trois
J. Chirac, la S.A. → J. · Chirac · , · la · S.A.
aux U.S.A. en mai → aux · U.S.A. · en · mai
Il vient. → Il · vient · .
sous Napoléon I. → sous · Napoléon · I · .
J.-P. Roux, P.-D.G. de → J.-P. · Roux · , · P.-D.G. · de
de l’U.E. en mai → de · l’ · U.E. · en · mai
l'art. 7, l'éd. 2020 → l' · art. · 7 · , · l' · éd. · 2020
C'est de l'art. Il dort → C' · est · de · l' · art · . · Il · dort
approx. 200 hab. au km → approx. · 200 · hab. · au · km
Il dort.La suite → Il · dort · . · La · suite
"""

NUMBERS = """
1 234 567,89 euros → 1 234 567,89 · euros
20\u202f000 emplois, 20\u00a0000 emplois → 20\u202f000 · emplois · , · 20\u00a0000 · emplois
en 2015 300 personnes → en · 2015 · 300 · personnes
1.234.567 et 3,5 → 1.234.567 · et · 3,5
60Md€, 10M€, 300k€ → 60 · Md · € · , · 10 · M · € · , · 300 · k · €
5,5% et 5,5 % → 5,5 · % · et · 5,5 · %
$75 ou US$75 → $ · 75 · ou · US$ · 75
3,5Mds d'euros → 3,5 · Mds · d' · euros
le CAC 40 → le · CAC · 40
à 20h30, à 15 h → à · 20 · h · 30 · , · à · 15 · h
le 12/03/2024 → le · 12/03/2024
l'A380, la 5G, le G20, Covid-19 → l' · A380 · , · la · 5G · , · le · G20 · , · Covid-19
le 1er, la 3e, les 2èmes → le · 1er · , · la · 3e · , · les · 2èmes
-5 % puis +14 → -5 · % · puis · +14
"""

MARKS = """
« Oui », dit-il. → « · Oui · » · , · dit · -il · .
«Oui» → « · Oui · »
“Non”, "peut-être" → “ · Non · ” · , · " · peut-être · "
Quoi ?! Non... → Quoi · ? · ! · Non · ...
(voir p. 3) → ( · voir · p. · 3 · )
et/ou, km/h → et · / · ou · , · km/h
fini.Le lendemain → fini · . · Le · lendemain
https://claimx.fr/a?b=c. → https://claimx.fr/a?b=c · .
redaction@lemonde.fr et #Grève → redaction@lemonde.fr · et · #Grève
S&P, R&D, lemonde.fr → S&P · , · R&D · , · lemonde.fr
"""


def cases(table):
    return [line.split(" → ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [case for table in (ELISION, HYPHENS, ABBREVIATIONS, NUMBERS, MARKS) for case in cases(table)],
)
def test_a_text_is_cut_into_words(nlp, text, tokens):
    doc = nlp(text)
    assert doc.text == text
    assert [token.text for token in doc if not token.is_space] == tokens.split(" · ")


def test_white_space_beyond_one_space_is_a_token(nlp):
    assert [token.text for token in nlp("«\u00a0Oui\u00a0» a\n\nb  c")] == [
        *("«", "\u00a0", "Oui", "\u00a0", "»", "a", "\n\n", "b", " ", "c"),
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_comes_back_exactly(nlp, text):
    assert nlp.make_doc(text).text == text


@given(st.text("aÉ1 .,'’-–/€%@#&h:()«»\u00a0\n", max_size=60))
def test_a_text_of_awkward_characters_comes_back_exactly(nlp, text):
    assert nlp.make_doc(text).text == text


@pytest.mark.parametrize(
    "piece",
    ["a", "-", "'", "1 ", ".,", "é-", "🎉", "a.", "www.", "a@", "l'", "1,", " ", "\n", "1 000 ", "x/", "(e)"],
)
def test_long_monotonous_texts_come_back_exactly(nlp, piece):
    text = piece * (200_000 // len(piece))
    assert nlp.make_doc(text).text == text


def test_the_tokenizer_survives_pickle(nlp):
    tokenizer = pickle.loads(pickle.dumps(nlp.tokenizer))
    assert [token.text for token in tokenizer("l'IA")] == ["l'", "IA"]


def test_the_lexicon_knows_its_kinds():
    kinds = {row["kind"] for row in read("tokenization")}
    assert kinds == {"abbreviation", "introduction", "clitic", "domain", "elision", "unit", "whole"}
