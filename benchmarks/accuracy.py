"""The accuracy gate: scores on the gold claims and the small cases must not fall below their floors.

usage: python benchmarks/accuracy.py [--shared DIR] [update [--accept-lower]]

Evaluates each ../shared/gold/*.jsonl as claimx evaluate does, runs ../shared/tools/check_cases.py on each
../shared/cases/*.jsonl, and compares the scores with benchmarks/baseline.json, which pins the digest of each
file with the floors measured on it. Of the cases, the score is the share that is right, by area ("sources",
"levels", ...), traps apart. Where ../shared is not there, says so and passes. ``update`` raises the
floors to the scores measured now; it lowers one with ``--accept-lower`` only, so that it shows in the review.
Exit code: 0 passed or skipped, 1 below a floor, 2 gold that the baseline does not know.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from claimx.apps.evaluation.evaluation import evaluate
from claimx.apps.evaluation.reading import gold_documents
from claimx.apps.evaluation.scores import FIGURES, KINDS
from claimx.apps.inputs import Unreadable

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
BASELINE = HERE / "baseline.json"
# A score may differ in the last digits between machines: floating point rounds a close call otherwise.
TOLERANCE = 0.002

Baseline = dict[str, Any]
Scores = dict[str, float]


# A line of check_cases.py: how many are right of how many, and the kind.
CASES_LINE = re.compile(r"\s*(\d+)/(\d+)\s+(.+)")


def measure_gold(gold: Path) -> Scores:
    """The scores on one gold file."""
    documents = list(gold_documents(str(gold)))
    for document in documents:
        if isinstance(document, Unreadable):
            raise document.error
    scores = evaluate(documents).scores()
    return {name: round(scores[name], 4) for name in (*KINDS, *FIGURES)}


def measure_cases(cases: Path, checker: Path) -> Scores:
    """The share of the cases of one file that are right, by area; traps are an area of their own."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for line in _output(checker, cases).splitlines():
        found = CASES_LINE.fullmatch(line)
        if found is not None:
            area = "traps" if found[3].endswith("(trap)") else _area(found[3], cases)
            right[area] += int(found[1])
            count[area] += int(found[2])
    return {area: round(right[area] / count[area], 4) for area in sorted(count)}


def _area(kind: str, cases: Path) -> str:
    area, colon, _ = kind.partition(": ")
    return area if colon else cases.stem


def _output(*command: Path | str) -> str:
    argv = [sys.executable, *map(str, command)]
    return subprocess.run(argv, check=True, stdout=subprocess.PIPE, text=True).stdout


def digest(path: Path) -> str:
    """What tells that a gold file is the one that the floors were measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lowered(scores: Scores, floors: Scores) -> list[str]:
    """The scores that are below their floor, in words."""
    return [
        f"{name} {scores[name]:.4f} < {floor:.4f}"
        for name, floor in floors.items()
        if scores[name] < floor - TOLERANCE
    ]


def check(measured: dict[str, Scores], files: dict[str, Path], baseline: Baseline) -> int:
    """Compare with the floors. Returns the exit code."""
    code = 0
    for name, scores in measured.items():
        known = baseline.get(name)
        print(f"{name}: " + "  ".join(f"{key} {score:.3f}" for key, score in scores.items()))
        if known is None or known["sha256"] != digest(files[name]):
            print(f"  {name} is not the file that the floors were measured on: run update")
            code = max(code, 2)
            continue
        for line in lowered(scores, known["floors"]):
            print(f"  BELOW THE FLOOR: {line}")
            code = max(code, 1)
    print("accuracy gate: passed" if code == 0 else "accuracy gate: FAILED")
    return code


def update(measured: dict[str, Scores], files: dict[str, Path], baseline: dict, accept: bool) -> int:
    """Write the scores as floors. Returns the exit code."""
    lower = [
        f"{name}: {line}"
        for name, scores in measured.items()
        for line in lowered(scores, baseline.get(name, {}).get("floors", {}))
    ]
    if lower and not accept:
        print("These floors would fall; --accept-lower writes them:", *lower, sep="\n  ")
        return 1
    for name, scores in measured.items():
        floors = {} if accept else baseline.get(name, {}).get("floors", {})
        raised = {key: max(score, floors.get(key, 0.0)) for key, score in scores.items()}
        baseline[name] = {"sha256": digest(files[name]), "floors": raised}
    BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{BASELINE} written", *lower, sep="\n  lowered: ")
    return 0


def main() -> int:
    """Run the gate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mode", nargs="?", choices=["check", "update"], default="check")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--accept-lower", action="store_true")
    options = parser.parse_args()
    tools = options.shared / "tools"
    golds = {path.name: path for path in sorted((options.shared / "gold").glob("*.jsonl"))}
    cases = {f"cases/{path.name}": path for path in sorted((options.shared / "cases").glob("*.jsonl"))}
    if not golds or not (tools / "check_cases.py").is_file():
        print(f"accuracy gate: skipped, there is no gold in {options.shared}")
        return 0
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else {}
    measured = {name: measure_gold(path) for name, path in golds.items()}
    measured |= {name: measure_cases(path, tools / "check_cases.py") for name, path in cases.items()}
    if options.mode == "update":
        return update(measured, golds | cases, baseline, options.accept_lower)
    return check(measured, golds | cases, baseline)


if __name__ == "__main__":
    sys.exit(main())
