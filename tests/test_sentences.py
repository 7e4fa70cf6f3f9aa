"""The sentence recognizer writes what it is sure of, and nothing over what is known already."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from claimx.language import ClaimxFrench

WORDS = ["Rachat", "de", "Lactis", "Le", "groupe", "signe", "."]
FIRST = 3


def recognizer(sure=0.9):
    """A recognizer that has learnt one text by heart, and its pipeline."""
    spacy.util.fix_random_seed(0)
    nlp = ClaimxFrench()
    nlp.add_pipe("claimx_senter", config={"sure": sure})
    gold = Doc(nlp.vocab, WORDS, sent_starts=[i in (0, FIRST) for i in range(len(WORDS))])
    examples = [Example(nlp.make_doc(gold.text), gold)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(150):
        nlp.update(examples, sgd=optimizer)
    return nlp


def starts(doc):
    return [token.is_sent_start for token in doc]


def test_learnt_starts_are_written():
    doc = recognizer()("Rachat de Lactis Le groupe signe .")
    assert [i for i, start in enumerate(starts(doc)) if start] == [0, FIRST]


def test_nothing_is_written_without_certainty():
    doc = recognizer(sure=1.0)("Rachat de Lactis Le groupe signe .")
    assert not doc.has_annotation("SENT_START", require_complete=True)


@pytest.mark.parametrize(
    ("difference", "decision"),
    [(5.0, 1), (2.3, 1), (2.1, 0), (0.0, 0), (-2.1, 0), (-2.3, -1)],
)
def test_a_decision_needs_nine_chances_in_ten(difference, decision):
    senter = spacy.blank("xx").add_pipe("claimx_senter")
    scores = np.array([[0.0, difference]], dtype="float32")
    assert senter._decide(scores, 1).tolist() == [decision]


@pytest.mark.parametrize("known", [True, False])
def test_a_known_start_stays(known):
    nlp = recognizer()
    doc = nlp.make_doc("Rachat de Lactis Le groupe signe .")
    doc[4].is_sent_start = known
    nlp.get_pipe("claimx_senter")(doc)
    assert doc[4].is_sent_start is known


def test_white_space_and_empty_texts():
    nlp = recognizer()
    assert list(nlp.pipe(["", "\n\n", "Rachat de Lactis\n\nLe groupe signe ."]))[2][3].is_space
