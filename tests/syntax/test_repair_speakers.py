"""Speakers far from the verb of an inserted report: (label, head) of the noun after the repair."""

import pytest

from claimx.syntax.parse import parse_of
from tests.conll import parsed

# "« L'eau manque », a alerté dimanche le maire": the speaker hung on the verb of the quotation.
REPORT = """
«        «        PUNCT 4 punct
L'       le       DET   3 det
eau      eau      NOUN  4 nsubj
manque   manquer  VERB  0 root      VerbForm=Fin
»        »        PUNCT 4 punct
,        ,        PUNCT 8 punct
a        avoir    AUX   8 aux:tense VerbForm=Fin
alerté   alerter  VERB  4 parataxis VerbForm=Part|Tense=Past
dimanche dimanche NOUN  8 obl
le       le       DET   11 det
maire    maire    NOUN  4 obj
.        .        PUNCT 4 punct
"""
PREPOSITION = REPORT.replace("le       le       DET   11 det", "devant   devant   ADP   11 case")
CLITIC = REPORT.replace("dimanche dimanche NOUN  8 obl", "-t-il    il       PRON  8 nsubj")
# After a quotation that goes on, the verb is no report: no mark ends it.
INSIDE = REPORT.replace("»        »        PUNCT 4 punct", "ici      ici      ADV   4 advmod").replace(
    ",        ,        PUNCT 8 punct", "et       et       CCONJ 8 cc"
)

CASES = [
    ("a date between", REPORT, ("nsubj", "alerté")),
    ("a preposition", PREPOSITION, ("obj", "manque")),
    ("an inverted clitic", CLITIC, ("obj", "manque")),
    ("no end of a quotation", INSIDE, ("obj", "manque")),
]


@pytest.mark.parametrize(("table", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_far_speaker(table, expected):
    noun = parse_of(parsed(table))[10]
    assert (noun.base, noun.head.text) == expected


def test_the_name_of_a_speaker_is_given_to_it():
    table = REPORT.replace(
        ".        .        PUNCT 4 punct",
        ",        ,        PUNCT 13 punct\nMorvan   Morvan   PROPN 4 nsubj\n.        .        PUNCT 4 punct",
    )
    doc = parsed(table)
    start = doc.text.index("Morvan")
    name = parse_of(parsed(table, entities=[(start, start + len("Morvan"), "PER")]))[12]
    assert (name.base, name.head.text) == ("appos", "maire")
