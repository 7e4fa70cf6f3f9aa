"""Sentence starts that are certain: a bar where a sentence must start, a plus where none can."""

import pytest

from claimx.french.language import ClaimxFrench
from claimx.french.sentence_starts import count_line_breaks, find_boundaries

CASES = [
    ("Rachat de Lactis\n\n|Le groupe a signé", "a title does not glue to its paragraph"),
    ("Titre\n|Chapô du papier", "a line that begins with a capital"),
    ("Le groupe a\n+signé mardi", "a wrapped line goes on"),
    ("Le groupe a\n\n|signé mardi", "a blank line always ends a sentence"),
    ("Il a signé.\n|puis rien", "the line above has ended"),
    ("Au menu :\n|des pâtes", "a colon at the end of a line"),
    ("Oui.\r\n|Non", "the line breaks of Windows"),
    ("dans OpenAI,+ la startup", "a comma goes on"),
    ("Le constat+ : il+ faut", "a colon in the line, a word in lower case"),
    ("Il a dit+ oui. Le reste", "after a full stop the parser decides"),
    ("Il a dit+ oui. le reste", "even before lower case"),
    ("prévu par l'art.+ 12 du code", "an abbreviation introduces what follows"),
    ("Elle expose de l'art. La galerie", "an ordinary word ends one"),
    ("compte env.+ 40 logements", "a number after an abbreviation"),
    ("le maire, J.-L.+ Mérieau, a", "initials of a given name"),
    ("les normes de l'U.E.+ sont connues", "lower case after an abbreviation"),
    ("Il vit dans l'U.E. Elle aussi", "an acronym may end a sentence"),
    ("né en 40 av.+ J.-C. Les Gaulois", "so may a date"),
    ('"Il est là.+" Puis rien', "a straight mark that touches the word before it closes"),
    ('Il est là. "Oui', "one that touches the word after it may open"),
]


@pytest.mark.parametrize(("marked", "reason"), CASES, ids=[reason for _, reason in CASES])
def test_sentence_starts_that_are_certain(marked, reason):
    plain = marked.replace("|", "").replace("+", "")
    doc = ClaimxFrench().make_doc(plain)
    spaced = [bool(token.whitespace_) for token in doc]
    certain = dict(find_boundaries([token.text for token in doc], spaced=spaced))
    expected, offset = {}, 0
    for character in marked:
        if character in "|+":
            after = next(token for token in doc if token.idx >= offset and not token.is_space)
            expected[after.i] = character == "|"
        else:
            offset += 1
    unmarked = {index for index, starts in certain.items() if index not in expected}
    assert {index: certain.get(index) for index in expected} == expected
    assert not any(certain[index] for index in unmarked)


def test_windows_line_breaks_count_once():
    assert count_line_breaks("\r\n \r\n") == 2


def test_the_component_marks_white_space():
    nlp = ClaimxFrench()
    nlp.add_pipe("claimx_paragraphs")
    doc = nlp("Titre\n\nLe texte")
    assert [token.pos_ for token in doc] == ["", "SPACE", "", ""]
    assert [token.is_sent_start for token in doc][2] is True


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "\n\na", "a\n"])
def test_nothing_breaks_on_little_text(text):
    nlp = ClaimxFrench()
    nlp.add_pipe("claimx_paragraphs")
    assert nlp(text).text == text
