"""How long claimx takes to start, beside spaCy's own French, in one run.

usage: python benchmarks/start.py [--runs N] [--json] [--ratio]

Each command runs N times in a fresh process, the commands in turn, so that a busy moment of
the machine falls on all of them; the median counts. Python's compiled files are kept in a
folder of the run, which a first run of each command fills: pip writes them when it installs a
wheel, while a checkout under PYTHONDONTWRITEBYTECODE compiles everything again. The seed's
extraction must take less than half the time of spacy.blank("fr"). With --ratio nothing else is
measured, as on a machine that others use too.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path

SEED = next((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
RUN = "import sys; from claimx.apps.cli import main; sys.argv[0] = 'claimx'; sys.exit(main())"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import claimx": ["-c", "import claimx"],
    "claimx --help": ["-c", RUN, "--help"],
    "import spacy": ["-c", "import spacy"],
    "claimx extract seed": ["-c", RUN, "extract", str(SEED)],
    "spacy.blank('fr')": ["-c", "import spacy; spacy.blank('fr')"],
}
RATIO = ("claimx extract seed", "spacy.blank('fr')")
MOST = 0.5  # .33 on a busy machine: with room for its noise
LIMITS = {"import claimx": 0.05, "claimx --help": 0.4, "claimx extract seed": 1.3}


def measure(runs: int, names: Collection[str]) -> dict[str, float]:
    """Median seconds of each command."""
    times: dict[str, list[float]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        for number in range(runs + 1):
            for name in names:
                started = time.perf_counter()
                arguments = [sys.executable, *COMMANDS[name]]
                subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=environment)
                if number:
                    times[name].append(time.perf_counter() - started)
    return {name: statistics.median(measured) for name, measured in times.items()}


def main() -> int:
    """Measure and compare with the limits. Exit code 1 above one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print the seconds as JSON")
    parser.add_argument("--ratio", action="store_true", help="measure and judge the ratio only")
    options = parser.parse_args()
    seconds = measure(options.runs, RATIO if options.ratio else COMMANDS)
    limits = {} if options.ratio else LIMITS
    if not options.ratio:
        # What the import itself adds to Python's own start.
        seconds["import claimx"] -= seconds["python -c pass"]
    ratio = seconds[RATIO[0]] / seconds[RATIO[1]]
    if options.json:
        print(json.dumps({**seconds, "ratio": ratio}, indent=2))
    else:
        for name, value in seconds.items():
            limit = f"   (limit {limits[name]} s)" if name in limits else ""
            print(f"{name:22} {value:6.3f} s{limit}")
        print(f"extract / blank('fr')  {ratio:6.2f}     (limit {MOST:.2f})")
    return int(ratio > MOST or any(seconds[name] > limit for name, limit in limits.items()))


if __name__ == "__main__":
    sys.exit(main())
