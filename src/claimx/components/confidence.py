"""Confidence: how firmly the text presents each claim, whether as true or as false, and why.

Example: "serait en discussion" is *possible*, by the conditional and by the open plan.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimx import annotations
from claimx.annotations import Annotation
from claimx.claims.factuality.operator_path import Paths
from claimx.claims.factuality.responses import find_relations
from claimx.claims.factuality.scale import BASE, changes, weakest
from claimx.claims.factuality.steps import Step
from claimx.claims.operators.analysis import analyse
from claimx.claims.operators.table import Operators, bundled, using
from claimx.model import Level
from claimx.syntax.parse import Parse, forget, reading
from claimx.syntax.span_groups import group

# Classes of operators that let everything through, in positive and in negated context: reasons, but no cues.
WITHOUT_EFFECT = frozenset({"ability", "achievement", "act", "causation"})


def find_confidence(parse: Parse) -> Iterator[Annotation]:
    """The claims of the text again, each with its level, polarity, reasons and cues."""
    analysis = analyse(parse)
    paths = Paths(parse, analysis)
    tops = {clause.top.i: clause for clause in analysis.clauses.items}
    for claim in group(parse, annotations.CLAIMS):
        values = claim.values
        clause = tops.get(values["top"])
        steps = paths.steps(clause) if clause is not None else []
        level = weakest(step.level for step in steps)
        negative = sum(step.polarity < 0 for step in steps) % 2
        known = level is not Level.UNKNOWN
        added = changes(step.level for step in steps) if known else []
        yield Annotation(
            values["start"],
            values["end"],
            claim.label_,
            {
                **values,
                "polarity": "negative" if negative else "positive",
                "confidence": {
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
                },
                "cues": [
                    {**_extent(parse, step), "kind": step.kind, "rule": step.rule} for step in _cues(steps)
                ],
            },
        )


def _cues(steps: list[Step]) -> list[Step]:
    """The steps that set a level, a polarity or a source, in order of place, one for each piece of text."""
    setting = [step for step in steps if step.rule not in WITHOUT_EFFECT]
    return sorted(
        {(step.start, step.end): step for step in reversed(setting)}.values(), key=lambda step: step.start
    )


def _extent(parse: Parse, step: Step) -> dict[str, Any]:
    last = parse[step.end - 1]
    return {"start": parse[step.start].idx, "end": last.end}


@Language.factory(
    "claimx_confidence",
    assigns=["doc.spans"],
    requires=["token.dep", "token.morph"],
    default_config={"operators": {"@misc": "claimx.operators.v1"}},
    retokenizes=False,
)
def make_confidence(nlp: Language, name: str, *, operators: Operators) -> "ConfidenceLevels":
    """Factory of the component. operators: the words that take a claim in their scope."""
    return ConfidenceLevels(operators)


class ConfidenceLevels:
    """Completes the span group ``claimx_claims``."""

    def __init__(self, operators: Operators | None = None) -> None:
        self.operators = operators or bundled()

    def __call__(self, doc: Doc) -> Doc:
        """Find and write; the last of the chain, it lets go of what was kept of the text."""
        with reading(doc) as parse, using(self.operators):
            marks = list(find_confidence(parse))
            for mark, related in zip(marks, find_relations(parse, analyse(parse), marks), strict=True):
                mark.values["related"] = related
            annotations.write(doc, annotations.CLAIMS, marks)
        forget()
        return doc
