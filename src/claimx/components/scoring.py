"""The scores of the components in ``nlp.evaluate``: precision, recall and F against reference Docs.

    scores = nlp.evaluate([Example(nlp.make_doc(text), reference)])
    scores["claimx_claims_f"], scores["claimx_levels_f"], scores["claimx_amounts_f"]

A reference is a Doc with the span groups of claimx; ``annotations.set_claims`` makes one from claims.
Claims are paired one to one by their predicates, which must share half of the shorter one's characters, the
closest first; levels and sources are judged on the pairs, and those of a claim without a partner count as
missed or wrong. Amounts must overlap and agree in bounds and currency, dates in their value, organisations in
their name; of an order of magnitude ("des millions") only place and currency are judged. A component whose
group no reference has gets None, as spaCy's own components do.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.scorer import PRFScore
from spacy.tokens import Doc
from spacy.training import Example

from claimx import annotations
from claimx.model.decode import UNDECIDED

Values = dict[str, Any]
Same = Callable[[Values, Values], bool]
Scores = dict[str, float | None]
# The method of a component that nlp.evaluate calls.
Score = Callable[..., Scores]
SHARED = 0.5
FIRM = frozenset({"certain", "probable"})


def score_group(group: str, same: Same) -> Score:
    """A method ``score`` that compares the members of one span group, one to one."""

    def score(self: object, examples: Iterable[Example], **_: Any) -> Scores:
        tally = PRFScore()
        known = _with_group(examples, group)
        for reference, predicted in known:
            _count(tally, _members(reference, group), _members(predicted, group), same)
        return _figures(group, tally if known else None)

    return score


def score_claims(self: object, examples: Iterable[Example], **_: Any) -> Scores:
    """Scores of the claims, regardless of their level and source."""
    tally = PRFScore()
    known = _with_group(examples, annotations.CLAIMS)
    for reference, predicted in known:
        for gold, found in _pairs(reference, predicted):
            _add(tally, gold is not None and found is not None, gold is not None, found is not None)
    return _figures(annotations.CLAIMS, tally if known else None)


def score_levels(self: object, examples: Iterable[Example], **_: Any) -> Scores:
    """Scores of claims with level and polarity; F of the hedged and of the negative ones."""
    names = ("claimx_levels", "claimx_hedged", "claimx_negative")
    tests = (_verdict, _is_hedged, _is_negative)
    tallies = {name: PRFScore() for name in names}
    known = _with_group(examples, annotations.CLAIMS)
    for reference, predicted in known:
        for gold, found in _pairs(reference, predicted):
            for name, test in zip(names, tests, strict=True):
                wanted, got = gold and test(gold), found and test(found)
                _add(tallies[name], wanted == got, bool(wanted), bool(got))
    return {
        key: figure
        for name, tally in tallies.items()
        for key, figure in _figures(name, tally if known else None).items()
    }


def score_sources(self: object, examples: Iterable[Example], **_: Any) -> Scores:
    """Scores of the sources of the paired claims."""
    tally = PRFScore()
    known = _with_group(examples, annotations.CLAIMS)
    for reference, predicted in known:
        for gold, found in _pairs(reference, predicted):
            _count(tally, gold["sources"] if gold else [], found["sources"] if found else [], same_source)
    return _figures(annotations.SOURCES, tally if known else None)


def same_amount(gold: Values, found: Values) -> bool:
    """Whether offsets, currency and bounds agree."""
    fields = ["currency"]
    if not gold.get("relation") == found["relation"] == "magnitude":
        fields += ["minimum", "maximum"]
    return _overlap(gold, found) > 0 and _agree(gold, found, fields)


def same_date(gold: Values, found: Values) -> bool:
    """Whether offsets and value agree."""
    return _overlap(gold, found) > 0 and _agree(gold, found, ["value"])


def same_organization(gold: Values, found: Values) -> bool:
    """Whether offsets and name agree."""
    return _overlap(gold, found) > 0 and _agree(gold, found, ["name"])


def same_source(gold: Values, found: Values) -> bool:
    """Whether the names agree, or else the offsets."""
    return _overlap(gold, found) > 0 or (gold["name"] is not None and gold["name"] == found["name"])


def _agree(gold: Values, found: Values, fields: Iterable[str]) -> bool:
    """Whether the values agree; values that the reference leaves open are ignored."""
    return all(gold[field] == found[field] for field in fields if field in gold)


def _overlap(one: Values, other: Values) -> int:
    """The number of characters that two excerpts share."""
    shared: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(shared, 0)


def _verdict(claim: Values) -> tuple[str, str]:
    return _level(claim), claim.get("polarity", "positive")


def _is_hedged(claim: Values) -> bool:
    return _level(claim) not in FIRM


def _is_negative(claim: Values) -> bool:
    return bool(claim.get("polarity") == "negative")


def _level(claim: Values) -> str:
    """The level of a claim; a value outside the scale before claimx_confidence has run."""
    level: str = claim.get("confidence", UNDECIDED)["level"]
    return level


def _with_group(examples: Iterable[Example], group: str) -> list[tuple[Doc, Doc]]:
    """The Docs, reference and prediction, of the examples whose reference has a group."""
    pairs = ((example.reference, example.predicted) for example in examples)
    return [(reference, predicted) for reference, predicted in pairs if annotations.has(reference, group)]


def _members(doc: Doc, group: str) -> list[Values]:
    return [values for _, values in annotations.read(doc, group)]


def _pairs(reference: Doc, predicted: Doc) -> Iterator[tuple[Values | None, Values | None]]:
    """The claims of both Docs, each with its partner or None."""
    gold, found = _members(reference, annotations.CLAIMS), _members(predicted, annotations.CLAIMS)
    options = sorted(
        (
            (share, -i, -j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if (share := _share(one["predicate"], other["predicate"])) >= SHARED
        ),
        reverse=True,
    )
    partners: dict[int, int] = {}
    for _, i, j in options:
        if -i not in partners and -j not in partners.values():
            partners[-i] = -j
    for i, one in enumerate(gold):
        yield one, found[partners[i]] if i in partners else None
    for j in sorted(set(range(len(found))) - set(partners.values())):
        yield None, found[j]


def _share(one: Values, other: Values) -> float:
    """The share of the shorter excerpt that overlaps the other."""
    shorter = min(one["end"] - one["start"], other["end"] - other["start"])
    return _overlap(one, other) / shorter if shorter else 0.0


def _count(tally: PRFScore, gold: list[Values], found: list[Values], same: Same) -> None:
    """Count the agreeing members, one to one, in order."""
    left = list(found)
    for wanted in gold:
        match = next((item for item in left if same(wanted, item)), None)
        if match is not None:
            left.remove(match)
        _add(tally, match is not None, True, match is not None)
    tally.fp += len(left)


def _add(tally: PRFScore, right: bool, wanted: bool, got: bool) -> None:
    if wanted and got and right:
        tally.tp += 1
        return
    tally.fn += wanted
    tally.fp += got


def _figures(name: str, tally: PRFScore | None) -> Scores:
    if tally is None:
        return {f"{name}_{letter}": None for letter in "prf"}
    return {f"{name}_p": tally.precision, f"{name}_r": tally.recall, f"{name}_f": tally.fscore}
