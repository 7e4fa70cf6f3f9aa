"""An evaluation: gold documents against what claimx finds in them, or an earlier one read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx import __version__
from claimx.apps.evaluation.differences import Difference, differences_of
from claimx.apps.evaluation.gold import GoldDocument
from claimx.apps.evaluation.intervals import SAMPLES, Interval, intervals
from claimx.apps.evaluation.matching import pairing
from claimx.apps.evaluation.scores import FIGURES, KINDS, LEVELS, Counts, counted, prf, scores, total
from claimx.errors import DocumentError, Errors

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The counts of each document by its id, and the differences."""

    documents: dict[str, Counts]
    differences: tuple[Difference, ...]
    version: str = __version__

    def counts(self) -> Counts:
        """The counts of all documents together."""
        return total(self.documents.values())

    def scores(self) -> dict[str, float]:
        """Every figure by its name."""
        return scores(self.counts())

    def to_dict(self, samples: int = SAMPLES) -> dict[str, Any]:
        """Plain JSON types. samples: number of bootstrap samples."""
        counts = self.counts()
        found = scores(counts)
        sure: dict[str, Interval] = intervals([*self.documents.values()], samples)

        def figure(name: str) -> dict[str, Any]:
            return {"value": found[name], "interval": sure.get(name)}

        kinds = {}
        for kind in KINDS:
            precision, recall, f = prf(counts, kind)
            kinds[kind] = {
                "p": precision, "r": recall, "f": f, "interval": sure.get(kind),
                "hit": counts.hit[kind], "gold": counts.gold[kind], "found": counts.found[kind],
            }  # fmt: skip
        return {
            "version": self.version,
            "kinds": kinds,
            "levels": {level: figure(f"level:{level}") for level in LEVELS},
            "figures": {name: figure(name) for name in FIGURES},
            "confusion": {
                gold: {str(got or "missed"): counts.levels[gold, got] for got in (*LEVELS, None)}
                for gold in LEVELS
            },
            "differences": [difference.to_dict() for difference in self.differences],
            "documents": {name: one.to_list() for name, one in self.documents.items()},
        }


def evaluate(gold: Iterable[GoldDocument], nlp: Language | None = None, processes: int = 1) -> Evaluation:
    """Find the claims of gold documents and compare. nlp: None for the bundled pipeline."""
    import claimx

    documents = list(gold)
    counts: dict[str, Counts] = {}
    differences: list[Difference] = []
    found = claimx.extract_many(
        [document.text for document in documents],
        published=[document.published for document in documents],
        include="all",
        processes=processes,
        nlp=nlp,
    )
    for name, document, extraction in zip(_names(documents), documents, found, strict=True):
        paired = pairing(document.text, document.claims, extraction.claims)
        counts[name] = counted(document, paired)
        differences += differences_of(document, paired)
    return Evaluation(counts, tuple(differences))


def _names(documents: Iterable[GoldDocument]) -> Iterator[str]:
    """The ids of the documents; repeated ones are numbered."""
    seen: dict[str, int] = {}
    for document in documents:
        seen[document.id] = number = seen.get(document.id, 0) + 1
        yield document.id if number == 1 else f"{document.id} ({number})"


def read_evaluation(path: str) -> Evaluation:
    """Read an evaluation from the JSON of ``to_dict``. Raises DocumentError for anything else."""
    try:
        plain = json.loads(Path(path).read_text(encoding="utf-8"))
        return Evaluation(
            documents={name: Counts.from_list(counts) for name, counts in plain["documents"].items()},
            differences=tuple(Difference(**one) for one in plain["differences"]),
            version=plain["version"],
        )
    except OSError as error:
        raise DocumentError(Errors.E032.format(document=path, reason=error.strerror or error)) from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise DocumentError(Errors.E090.format(document=path, reason=error)) from None
