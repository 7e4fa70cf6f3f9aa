"""Score a pipeline on text it was not trained on; everything starts from raw text, as for a user.

    python training/evaluate.py src/claimx/models/claimx_fr --work WORK --corpora ../shared/corpora

Trees, tags, features, lemmas and sentences: the test part of Sequoia, ten sentences a document and one.
Entities: held-out documents of WiNER, of the sentences and of the press, and two series of press articles of
which nothing is in training. Punctuation does not count for UAS and LAS. Tokens: F of the spans; spaCy's own
French beside it.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from conllu import Sentence, read_conllu
from corpora import entity_example, load_sentences, treebank_example
from prepare import read_jsonl
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

import claimx.components.conditional
import claimx.components.lemmas
import claimx.components.paragraphs
import claimx.language
import claimx.visible  # noqa: F401
from claimx.ops import prefer_fast_ops

TOKEN_SETS = {"sequoia-test": "fr_sequoia-ud-test", "gsd-dev": "fr_gsd-ud-dev"}


def score_treebank(nlp: Language, path: Path, size: int) -> dict[str, float]:
    """Score tags, features, lemmas, trees, sentences and conditionals on documents of `size` sentences."""
    sentences = load_sentences(path)
    # The file's titles have no final point and no line of their own when sentences are joined by spaces.
    nlp.get_pipe("claimx_paragraphs").titles_inline = size > 1
    examples = [treebank_example(nlp, sentences[i : i + size]) for i in range(0, len(sentences), size)]
    examples = _predict(nlp, examples)
    scores: dict[str, Any] = {}
    scores |= Scorer.score_token_attr(examples, "pos")
    scores |= Scorer.score_token_attr(examples, "morph", getter=_morph)
    scores |= Scorer.score_token_attr(examples, "lemma")
    scores |= Scorer.score_deps(examples, "dep", getter=_label, ignore_labels=("p", "punct"))
    scores |= Scorer.score_spans(
        examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=_has_sents
    )
    names = {
        "POS": "pos_acc",
        "MORPH": "morph_acc",
        "LEMMA": "lemma_acc",
        "UAS": "dep_uas",
        "LAS": "dep_las",
        "SENT F": "sents_f",
    }
    return {name: round(scores[key], 4) for name, key in names.items()} | _conditionals(examples)


def score_entities(nlp: Language, path: Path) -> dict[str, Any]:
    """Score entities: precision, recall and F, over all and for each label."""
    examples = _predict(nlp, [entity_example(nlp, row["text"], row["entities"]) for row in read_jsonl(path)])
    scores = Scorer.score_spans(examples, "ents")
    by_label = {"ALL": {"p": scores["ents_p"], "r": scores["ents_r"], "f": scores["ents_f"]}}
    by_label |= scores["ents_per_type"]
    return {
        label: {key: round(value, 3) for key, value in by_label[label].items()} for label in sorted(by_label)
    }


def score_tokens(nlp: Language, sentences: Iterable[Sentence]) -> float:
    """Score the tokenizer: F of the token spans, white space left out."""
    right = gold = found = 0
    for sentence in sentences:
        position, expected = 0, set()
        for token in sentence.tokens:
            expected.add((position, position + len(token.text)))
            position += len(token.text) + token.space
        given = {
            (token.idx, token.idx + len(token)) for token in nlp.make_doc(sentence.text) if not token.is_space
        }
        right += len(expected & given)
        gold += len(expected)
        found += len(given)
    return round(2 * right / (gold + found), 4)


def evaluate(nlp: Language, work: Path, treebanks: Path, *, beside_spacy: bool = False) -> dict[str, Any]:
    """Return every score."""
    tokenizers = {"claimx": nlp} | ({"spacy": spacy.blank("fr")} if beside_spacy else {})
    test = work / "treebank-test.jsonl"
    return {
        "tokens": {
            f"{part} {name}": score_tokens(language, read_conllu(treebanks / f"{file}.conllu"))
            for part, file in TOKEN_SETS.items()
            for name, language in tokenizers.items()
        },
        "sequoia-test, 10 sentences a document": score_treebank(nlp, test, 10),
        "sequoia-test, 1 sentence a document": score_treebank(nlp, test, 1),
        "entities, held-out documents": score_entities(nlp, work / "entities-test.jsonl"),
        "entities, left-out press series": score_entities(nlp, work / "entities-press-test.jsonl"),
    }


def _predict(nlp: Language, examples: list[Example]) -> list[Example]:
    docs = nlp.pipe([example.text for example in examples])
    return [Example(doc, example.reference) for doc, example in zip(docs, examples, strict=True)]


def _conditionals(examples: list[Example]) -> dict[str, float]:
    found = right = gold = 0
    for example in examples:
        expected = {_span(token) for token in example.reference if "Mood=Cnd" in str(token.morph)}
        given = {_span(token) for token in example.predicted if "Mood=Cnd" in str(token.morph)}
        right, found, gold = right + len(expected & given), found + len(given), gold + len(expected)
    return {
        "Cnd P": round(right / max(found, 1), 3),
        "Cnd R": round(right / max(gold, 1), 3),
        "Cnd gold": gold,
    }


def _span(token: Token) -> tuple[int, int]:
    return token.idx, len(token)


def _morph(token: Token, _: str) -> Any:
    return token.morph.key


def _label(token: Token, _: str) -> str:
    return str(token.dep_).lower()


def _has_sents(doc: Doc) -> bool:
    return bool(doc.has_annotation("SENT_START"))


def main() -> None:
    """Print the scores of a pipeline as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument(
        "--beside-spacy", action="store_true", help="score spaCy's French tokenizer too (slow start)"
    )
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    prefer_fast_ops(nlp)
    scores = evaluate(
        nlp, arguments.work, arguments.corpora / "treebanks", beside_spacy=arguments.beside_spacy
    )
    print(json.dumps(scores, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
