"""Everything from the corpora to the model in the package, in one command.

    python training/train.py --corpora ../shared/corpora --output src/claimx/models/claimx_fr

Prepares the data and builds the lemma table. Then three stages: two networks for tags and trees, from two
seeds; from the word vectors and the encoder of the first, side by side, a third one and the entities; from
the same and from what the three read alike in raw text, the final tags and trees. Joins them, halves the
weights, scores the result from raw text, writes the scores to the model's ``meta.json`` and to
``training/REPORT.md``. The model in the package is replaced at the very end, at once. Seeds are fixed. Takes
about an hour on two cores; ``--steps 100`` tries the whole chain in a few minutes.
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
from prepare import prepare, read_jsonl
from report import ATTRIBUTION, write_report
from self_train import self_train

from claimx.ops import prefer_fast_ops

HERE = Path(__file__).parent
VERSION = "0.2.0"
# Of the first two stages; those of the last and of the entities are in the configurations.
FIRST_STEPS, SECOND_STEPS = 4_500, 3_000
# What is parsed for self-training: the entities' documents that are in no treebank.
RAW = ("winer", "ntrex", "press", "article")


def fit(
    name: str, output: Path, paths: dict[str, Path], steps: int | None, *, seed: int = 1
) -> subprocess.Popen[bytes]:
    """Start training a configuration in a process of its own; its best model will be ``output/model-best``.

    steps: instead of the configuration's; the learning rate falls nearly to zero by then.
    """
    command = [sys.executable, str(HERE / "fit.py"), str(HERE / "configs" / f"{name}.cfg"), str(output)]
    command += [f"--paths.{key}={path}" for key, path in paths.items()] + [f"--system.seed={seed}"]
    if steps is not None:
        command += [
            f"--training.max_steps={steps}",
            f"--training.optimizer.learn_rate.total_steps={steps + 300}",
        ]
        command += [f"--training.eval_frequency={min(steps, 500)}"]
    # One thread: matrices are small, and threads make the sums, so the models, differ from run to run.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    return subprocess.Popen(command, env=environment)


def train_models(work: Path, names: Path, steps: int | None) -> None:
    """Train in ``work`` the teachers ``first``, ``other`` and ``second``, then ``ner``, then ``parser``."""
    trees = {part: work / f"treebank-{part}.jsonl" for part in ("train", "dev")}
    entities = {part: work / f"entities-{part}.jsonl" for part in ("train", "dev")} | {"names": names}
    _wait(
        fit("parser", work / "first", trees, steps or FIRST_STEPS),
        fit("parser", work / "other", trees, steps or FIRST_STEPS, seed=2),
    )
    start = {"tok2vec": work / "first" / "model-best"}
    _wait(
        fit("parser", work / "second", trees | start, steps or SECOND_STEPS),
        fit("ner", work / "ner", entities | start, steps),
    )
    silver = work / "silver.jsonl"
    texts = [row["text"] for row in read_jsonl(entities["train"]) if row["id"].startswith(RAW)]
    teachers = [work / name / "model-best" for name in ("second", "first", "other")]
    print(self_train(silver, texts, teachers), "sentences that three parsers read alike")
    _wait(fit("parser", work / "parser", trees | start | {"silver": silver}, steps))


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
    parser, ner = work / "parser" / "model-best", work / "ner" / "model-best"
    minutes = None if arguments.only_assemble else round((time.perf_counter() - start) / 60, 1)

    meta: dict[str, Any] = {"name": "claimx_fr", "version": VERSION} | ATTRIBUTION
    candidate = work / "candidate"
    save(assemble(parser, ner), candidate, meta)
    nlp = spacy.load(candidate)  # scored as it will be used: from weights of 16 bits
    prefer_fast_ops(nlp)
    scores = evaluate(nlp, work, corpora / "treebanks", beside_spacy=arguments.beside_spacy)
    scores["speed"] = measure_speed(candidate, corpora / "entities" / "press.jsonl")
    megabytes = save(assemble(parser, ner), arguments.output, meta | {"performance": scores})
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
