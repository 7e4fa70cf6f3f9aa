"""Trained pipelines → the one that is shipped: joined, rules added, weights halved, strings pruned."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.util import load_config_from_str
from thinc.api import Model

import claimx.french.language
import claimx.french.lemmatizer
import claimx.french.parser
import claimx.french.sentence_starts
import claimx.french.verb_forms  # noqa: F401

# Entities before the tree: a sentence boundary that the parser gets wrong does not cut a name in two.
ORDER = (
    "claimx_paragraphs",
    "tok2vec",
    "morphologizer",
    "ner",
    "parser",
    "claimx_conditional",
    "claimx_lemmas",
)


def assemble(parts: dict[str, Path]) -> Language:
    """Join the parts of trained pipelines into one.

    parts: where the component ``ner`` is, and under ``parser`` where all the others are.
    The components travel as bytes, not with ``add_pipe(source=...)``, so that the vocabulary of the result
    holds its own labels and not the hundred thousand words of the training data.
    """
    sources = {name: spacy.load(path) for name, path in parts.items()}
    trained = {name: sources.get(name, sources["parser"]) for name in ORDER if not name.startswith("claimx_")}
    config: dict[str, Any] = {
        "nlp": {
            "lang": "claimx_fr",
            "pipeline": list(ORDER),
            "batch_size": 64,
            "tokenizer": {"@tokenizers": "claimx.FrenchTokenizer.v1"},
        },
        "components": {
            name: trained[name].config["components"][name] if name in trained else {"factory": name}
            for name in ORDER
        },
    }
    nlp = spacy.blank("claimx_fr").from_config(
        load_config_from_str(spacy.Config(config).to_str()), auto_fill=True
    )
    for name, source in trained.items():
        nlp.get_pipe(name).from_bytes(source.get_pipe(name).to_bytes(exclude=["vocab"]), exclude=["vocab"])
    return nlp


def halve(nlp: Language) -> None:
    """Round every weight to 16 bits; `claimx.french.language` makes them 32 bits again when it loads them."""
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                for name in node.param_names:
                    if node.has_param(name):
                        node.set_param(name, np.asarray(node.get_param(name)).astype("float16"))


SPACY = ">=3.8.7,<4"


def save(nlp: Language, target: Path, meta: dict[str, Any]) -> float:
    """Write the pipeline beside `target`, then put it in its place; returns its size in megabytes."""
    fresh = target.with_name(target.name + ".new")
    old = target.with_name(target.name + ".old")
    shutil.rmtree(fresh, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.meta.update(meta)
    halve(nlp)
    nlp.to_disk(fresh)
    path = fresh / "meta.json"
    # spaCy notes the version it runs in; the package says which ones it works with.
    written = json.loads(path.read_text(encoding="utf-8")) | {"spacy_version": SPACY}
    path.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    return sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6
