"""The tagged sentences of tests/cases: level, polarity and sources of the claim in [brackets].

A failing sentence says so in its file, with the reason; one that passes again must lose the mark, unless
it only failed by its parse.
"""

import pytest

from claimx import lexicons
from tests.cases.claim_sentences import claim_sentences

SENTENCES = claim_sentences("claims")
EXAMPLES = claim_sentences("operators")


def failing(case):
    """The mark of a sentence that is known to fail; what hangs on a parse alone may pass with another model."""
    if case.failing is None:
        return []
    return [pytest.mark.xfail(reason=case.failing, strict=not case.failing.startswith("parse"))]


def params(found):
    return [
        pytest.param(
            case,
            id=f"{name}:{number}",
            marks=failing(case),
        )
        for name, number, case in found
    ]


@pytest.fixture(scope="module")
def claims(nlp, request):
    """The claims by sentence of all cases that are run, since one batch takes a third of the time."""
    cases = [
        item.callspec.params["case"]
        for item in request.session.items
        if item.module is request.module and hasattr(item, "callspec")
    ]
    sentences = [case.sentence for case in cases]
    return {
        text: doc._.claims for text, doc in zip(sentences, nlp.pipe(sentences, batch_size=64), strict=True)
    }


def claim_of(claims, case):
    """The claim whose predicate shares most with the bracketed words, or None."""

    def shared(claim):
        pieces = [
            (max(start, claim.predicate.start), min(end, claim.predicate.end))
            for start, end in case.predicate
        ]
        return sum(max(0, end - start) for start, end in pieces)

    found = [claim for claim in claims[case.sentence] if shared(claim)]
    return max(found, key=lambda claim: (shared(claim), -len(claim.predicate.text)), default=None)


def verdict(claim):
    if claim is None:
        return "no claim"
    return claim.confidence.level + (" negative" if claim.polarity == "negative" else "")


def agrees(expected, source):
    """Whether a source is what a case says: its words or its name, and its kind where one is given."""
    words, _, kind = expected.partition("/")
    return words in (source.text, source.name) and kind in ("", source.kind)


def same_sources(expected, sources):
    wanted = [] if expected == "-" else expected.split(";")
    return len(wanted) == len(sources) and all(map(agrees, wanted, sources))


@pytest.mark.model
@pytest.mark.parametrize("case", params(SENTENCES))
def test_a_sentence(claims, case):
    claim = claim_of(claims, case)
    assert verdict(claim) == case.verdict
    if case.sources is not None:
        assert same_sources(case.sources, claim.sources), claim.sources


@pytest.mark.model
@pytest.mark.parametrize("case", params(EXAMPLES))
def test_an_operator(claims, case):
    assert verdict(claim_of(claims, case)) == case.verdict


def test_there_are_hundreds_of_sentences():
    assert len({case.sentence for _, _, case in SENTENCES}) > 450


def test_every_operator_has_an_example_in_the_file_of_its_class():
    rows = {(row["class"], row["lemma"]) for row in lexicons.read("operators")}
    examples = {(name, case.entry) for name, _, case in EXAMPLES}
    assert sorted(rows - examples) == []
    assert sorted(examples - rows) == []
