"""How a clause is opened: (text, verb of the clause, what opens it)."""

import pytest

from claimx.syntax.parse import parse_of
from claimx.syntax.subordination import asks_which, clause_type, interrogative_ranges, is_compared
from tests.treebank import analysis_of, doc_of

TYPES = [
    ("Si le pont cède, la route fermera.", "cède", "condition"),
    ("Si le pont cède, la route fermera.", "fermera", ""),
    ("Même si le pont cède, la route fermera.", "cède", "plain"),
    ("À moins que le maire ne parte, le pont fermera.", "parte", "condition"),
    ("Le maire part pour que le pont rouvre.", "rouvre", "purpose"),
    ("Le pont tremble comme si la terre bougeait.", "bougeait", "comparison"),
    ("Le maire est parti avant que le pont ne cède.", "cède", "unknown"),
    ("Le pont a cédé sans que rien ne change.", "change", "negative"),
    ("Le pont tremble parce que la pluie tombe.", "tombe", "adverbial"),
    ("Luc Daverne affirme que le pont tremble.", "tremble", "plain"),
]

COMPARED = [
    ("Le pont est plus vieux que le maire ne le pensait.", "pensait", True),
    ("Luc Daverne affirme que le pont tremble.", "tremble", False),
]

ASKED = [
    ("Le maire n'a pas précisé quels ponts cèdent.", "cèdent", True),
    ("Luc Daverne demande si le pont tremble.", "tremble", False),
]

QUESTIONS = [
    ("Le pont tremble-t-il ?", ["Le pont tremble-t-il ?"]),
    ("Craignez-vous une hausse ? « Nous attendons. »", ["Craignez-vous une hausse ?"]),
    ("Le pont tremble. Le pont tremble-t-il ?", ["Le pont tremble-t-il ?"]),
    ("Le pont tremble.", []),
]


def clause_of(text, form):
    _doc, analysis = analysis_of(text)
    return next(clause for clause in analysis.clauses.items if clause.head.text == form)


@pytest.mark.parametrize(("text", "form", "expected"), TYPES)
def test_what_opens_a_clause(text, form, expected):
    assert clause_type(clause_of(text, form)) == expected


@pytest.mark.parametrize(("text", "form", "expected"), COMPARED)
def test_the_second_part_of_a_comparison(text, form, expected):
    assert is_compared(clause_of(text, form).top) is expected


@pytest.mark.parametrize(("text", "form", "expected"), ASKED)
def test_an_indirect_question_that_asks_for_a_part(text, form, expected):
    assert asks_which(clause_of(text, form).top) is expected


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_the_questions_of_a_text(text, expected):
    doc = doc_of(text)
    parse = parse_of(doc)
    assert [parse.span(start, end).text for start, end in interrogative_ranges(parse)] == expected
