"""Everything from the corpora to the model in the package, in one command.

    python training/train.py --corpora ../shared/corpora --output src/claimx/models/claimx_fr

Prepares the data, builds the lemma table, trains tags and trees, then entities from the same word vectors,
joins them, halves the weights, scores the result from raw text, and writes the scores to the model's
``meta.json`` and to ``training/REPORT.md``. The model in the package is replaced at the very end, at once.
Seeds are fixed. Takes about 35 minutes on one core; ``--steps 100`` tries the whole chain in two.
"""

import argparse
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

from claimx.ops import prefer_fast_ops

HERE = Path(__file__).parent
VERSION = "0.1.0"


def fit(name: str, work: Path, paths: dict[str, Path], steps: int | None) -> Path:
    """Train one configuration in a process of its own; returns the folder of its best model."""
    output = work / name
    command = [sys.executable, str(HERE / "fit.py"), str(HERE / "configs" / f"{name}.cfg"), str(output)]
    command += [f"--paths.{key}={path}" for key, path in paths.items()]
    if steps is not None:
        rates = {"max_steps": steps, "optimizer.learn_rate.total_steps": steps + 200, "eval_frequency": steps}
        command += [f"--training.{key}={value}" for key, value in rates.items()]
    # One thread: matrices are small, and threads make the sums, so the models, differ from run to run.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    subprocess.run(command, check=True, env=environment)
    return output / "model-best"


def main() -> None:
    """Run the chain."""
    arguments = _arguments()
    work, corpora = arguments.work, arguments.corpora
    start = time.perf_counter()
    counts = prepare(corpora, arguments.gold, work)
    print(counts)
    subprocess.run(
        [sys.executable, HERE / "build_lemmas.py", "--train", work / "treebank-train.jsonl"], check=True
    )
    parser = ner = None
    if not arguments.only_assemble:
        files = {part: work / f"treebank-{part}.jsonl" for part in ("train", "dev")}
        parser = fit("parser", work, files, arguments.steps)
        files = {part: work / f"entities-{part}.jsonl" for part in ("train", "dev")}
        ner = fit("ner", work, files | {"names": corpora / "names", "tok2vec": parser}, arguments.steps)
    parser, ner = parser or work / "parser" / "model-best", ner or work / "ner" / "model-best"
    minutes = round((time.perf_counter() - start) / 60, 1)

    meta: dict[str, Any] = {"name": "claimx_fr", "version": VERSION} | ATTRIBUTION
    candidate = work / "candidate"
    save(assemble(parser, ner), candidate, meta)
    nlp = spacy.load(candidate)  # scored as it will be used: from weights of 16 bits
    prefer_fast_ops(nlp)
    scores = evaluate(nlp, work, corpora / "treebanks", beside_spacy=arguments.beside_spacy)
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
