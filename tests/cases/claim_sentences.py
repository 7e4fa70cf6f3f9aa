"""Tagged sentences: a claim's predicate in [brackets], then what is expected of the claim. The files say how."""

import re
from dataclasses import dataclass
from pathlib import Path

XFAIL = "xfail: "


@dataclass(frozen=True)
class Tagged:
    """A sentence with the predicate of one claim, what is expected of it, and why it is known to fail.

    entry: the row of the lexicon that the sentence is an example of, in ``operators/``.
    predicate: where each bracketed piece stands in the sentence.
    verdict: level and polarity, or "no claim"; sources: None where they are not looked at.
    """

    entry: str
    sentence: str
    predicate: list[tuple[int, int]]
    verdict: str
    sources: str | None
    failing: str | None


def claim_sentences(directory):
    """The tagged sentences of a directory: a list of (name of the file, line number, Tagged)."""
    found = []
    for path in sorted((Path(__file__).parent / directory).glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                found.append((path.stem, number, _tagged(line, with_entry=directory == "operators")))
    return found


def _tagged(line, with_entry):
    cells = [cell.strip() for cell in line.split("|")]
    entry = cells.pop(0) if with_entry else ""
    failing = cells.pop().removeprefix(XFAIL) if cells[-1].startswith(XFAIL) else None
    text, verdict, *sources = cells
    predicate, parts = [], re.split(r"[\[\]]", text)
    for place, part in enumerate(parts):
        if place % 2:
            start = len("".join(parts[:place]))
            predicate.append((start, start + len(part)))
    return Tagged(entry, "".join(parts), predicate, verdict, sources[0] if sources else None, failing)
