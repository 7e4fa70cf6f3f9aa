"""Everything from the corpora to the model in the package, in one command.

    python training/train.py --corpora ../shared/corpora --output src/claimx/models/claimx_fr

Prepares the data and builds the lemma table. Then two stages. Two networks for tags and trees, one with the
features of words that the parser has, one with those of the entities: only their word vectors and encoders
are kept. From these, side by side, the final tags and trees and the entities. Joins them, halves the
weights, scores the result from raw text, writes the scores to the model's ``meta.json`` and to
``training/REPORT.md``. The model in the package is replaced at the very end, at once. Seeds are fixed. Takes
about forty minutes on two cores; ``--steps 100`` tries the whole chain in a few.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from assemble import assemble, save
from evaluate import evaluate
from prepare import prepare
from report import ATTRIBUTION, write_report
from spacy.util import load_config

from claimx.ops import prefer_fast_ops

HERE = Path(__file__).parent
VERSION = "0.3.0"
# Of the first stage; those of the others are in the configurations.
FIRST_STEPS = 4_500


def fit(
    name: str, output: Path, paths: dict[str, Path], steps: int | None, features: dict[str, Any] | None = None
) -> subprocess.Popen[bytes]:
    """Start training a configuration in a process of its own; its best model will be ``output/model-best``.

    steps: instead of the configuration's; the learning rate falls nearly to zero by then. features: those of
    words, and the rows of their tables, instead of the configuration's.
    """
    command = [sys.executable, str(HERE / "fit.py"), str(HERE / "configs" / f"{name}.cfg"), str(output)]
    command += [f"--paths.{key}={path}" for key, path in paths.items()]
    for key, value in (features or {}).items():
        command.append(f"--components.tok2vec.model.embed.{key}={json.dumps(value)}")
    if steps is not None:
        command += [
            f"--training.max_steps={steps}",
            f"--training.optimizer.learn_rate.total_steps={steps + 300}",
            f"--training.eval_frequency={min(steps, 500)}",
        ]
    # One thread: matrices are small, and threads make the sums, so the models, differ from run to run.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    return subprocess.Popen(command, env=environment)


def train_models(work: Path, names: Path, steps: int | None) -> None:
    """Train the starts ``work/first`` and ``first-ner``, then ``parser`` and ``ner``."""
    trees = {part: work / f"treebank-{part}.jsonl" for part in ("train", "dev", "extra")}
    entities = {part: work / f"entities-{part}.jsonl" for part in ("train", "dev")} | {"names": names}
    model = load_config(HERE / "configs" / "ner.cfg")["components"]["ner"]["model"]
    embed = model["tok2vec"]["tok2vec"]["embed"]
    features = {key: embed[key] for key in ("features", "rows")}
    first = steps or FIRST_STEPS
    _wait(
        fit("parser", work / "first", trees, first),
        fit("parser", work / "first-ner", trees, first, features),
    )
    _wait(
        fit("parser", work / "parser", trees | {"tok2vec": work / "first" / "model-best"}, steps),
        fit("ner", work / "ner", entities | {"tok2vec": work / "first-ner" / "model-best"}, steps),
    )


def measure_speed(model: Path, texts: Path) -> dict[str, float]:
    """Time the pipeline in a process and on a core of its own."""
    command = [sys.executable, str(HERE / "speed.py"), str(model), str(texts)]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    printed = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    scores: dict[str, float] = json.loads(printed.stdout)
    return scores


def _wait(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        if process.wait() != 0:
            raise SystemExit(f"training failed: {process.args!r}")


def main() -> None:
    """Run the chain."""
    arguments = _arguments()
    work, corpora = arguments.work, arguments.corpora
    start = time.perf_counter()
    counts_path = work / "counts.json"
    if arguments.only_assemble and counts_path.exists():
        counts = json.loads(counts_path.read_text())
    else:
        counts = prepare(corpora, arguments.gold, work)
        counts_path.write_text(json.dumps(counts))
    print(counts)
    subprocess.run(
        [sys.executable, HERE / "build_lemmas.py", "--train", work / "treebank-train.jsonl"], check=True
    )
    if not arguments.only_assemble:
        train_models(work, corpora / "names", arguments.steps)
    parts = {name: work / name / "model-best" for name in ("parser", "ner")}
    minutes = None if arguments.only_assemble else round((time.perf_counter() - start) / 60, 1)

    meta: dict[str, Any] = {"name": "claimx_fr", "version": VERSION} | ATTRIBUTION
    candidate = work / "candidate"
    save(assemble(parts), candidate, meta)
    nlp = spacy.load(candidate)  # scored as it will be used: from weights of 16 bits
    prefer_fast_ops(nlp)
    scores = evaluate(nlp, work, corpora / "treebanks", beside_spacy=arguments.beside_spacy)
    scores["speed"] = measure_speed(candidate, corpora / "entities" / "press.jsonl")
    megabytes = save(assemble(parts), arguments.output, meta | {"performance": scores})
    write_report(HERE / "REPORT.md", scores, counts, minutes=minutes, megabytes=megabytes)
    print((HERE / "REPORT.md").read_text(encoding="utf-8"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="documents to leave out")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="data and checkpoints")
    parser.add_argument(
        "--output", type=Path, default=HERE.parent / "src" / "claimx" / "models" / "claimx_fr"
    )
    parser.add_argument("--steps", type=int, default=None, help="train this little, to try the chain")
    parser.add_argument(
        "--only-assemble", action="store_true", help="join and score what is in --work already"
    )
    parser.add_argument("--beside-spacy", action="store_true", help="score spaCy's own tokenizer too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
