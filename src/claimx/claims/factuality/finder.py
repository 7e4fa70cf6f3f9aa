"""Finds the confidence, polarity and responses of each claim."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from claimx import annotations
from claimx.annotations import Annotation
from claimx.claims.factuality.operator_path import Paths
from claimx.claims.factuality.responses import find_relations
from claimx.claims.factuality.scale import BASE, changes, weakest
from claimx.claims.factuality.steps import Step
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.lookup import Operators
from claimx.model import Level
from claimx.syntax.span_groups import group
from claimx.syntax.words import Parse


def find_confidence(analysis: Analysis) -> list[Annotation]:
    """The claims of the text, completed with level, polarity, reasons, cues and responses."""
    found = list(_graded(analysis))
    for claim, related in zip(found, find_relations(analysis, found), strict=True):
        claim.values["related"] = related
    return found


def used_cues(claims: Iterable[Annotation]) -> list[Annotation]:
    """The cues of some claims, one for each extent and rule."""
    cues = {
        (cue["start"], cue["end"], cue["rule"]): Annotation(cue["start"], cue["end"], cue["kind"], {**cue})
        for claim in claims
        for cue in claim.values["cues"]
    }
    return list(cues.values())


def _graded(analysis: Analysis) -> Iterator[Annotation]:
    parse, paths = analysis.parse, Paths(analysis)
    tops = {clause.top.i: clause for clause in analysis.clauses.items}
    for claim in group(parse, annotations.CLAIMS):
        values = claim.values
        clause = tops.get(values["top"])
        steps = paths.steps(clause) if clause is not None else []
        negative = sum(step.polarity < 0 for step in steps) % 2
        cues = _cues(steps, analysis.operators)
        yield Annotation(
            values["start"],
            values["end"],
            claim.label_,
            {
                **values,
                "polarity": "negative" if negative else "positive",
                "confidence": _confidence(steps, parse),
                "cues": [{**_extent(parse, step), "kind": step.kind, "rule": step.rule} for step in cues],
            },
        )


def _confidence(steps: list[Step], parse: Parse) -> dict[str, Any]:
    level = weakest(step.level for step in steps)
    known = level is not Level.UNKNOWN
    added = changes(step.level for step in steps) if known else []
    return {
        "level": str(level),
        "score": (BASE + sum(added)) / 100 if known else None,
        "reasons": [
            {
                **_extent(parse, step),
                "rule": step.rule,
                "effect": step.effect,
                "change": change / 100 if change is not None else None,
            }
            for step, change in zip_longest(steps, added)
        ],
    }


def _cues(steps: list[Step], operators: Operators) -> list[Step]:
    """The steps that set a level, a polarity or a source, in text order, one for each extent."""
    classes = operators.classes
    setting = [step for step in steps if step.rule not in classes or not classes[step.rule].has(Trait.NO_CUE)]
    return sorted(
        {(step.start, step.end): step for step in reversed(setting)}.values(), key=lambda step: step.start
    )


def _extent(parse: Parse, step: Step) -> dict[str, int]:
    return {"start": parse[step.start].idx, "end": parse[step.end - 1].end}
