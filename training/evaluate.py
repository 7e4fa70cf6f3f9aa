"""Score a pipeline on text it was not trained on; everything starts from raw text, as for a user.

    python training/evaluate.py src/claimx/french/claimx_fr --work WORK --corpora ../shared/corpora

Trees, tags, features, lemmas and sentences: the test part of Sequoia, ten sentences a document and one. The
conditional and the future: there, and on the sentences of GSD that training leaves out. Verbs of the press
that are nouns or adjectives too: the sentences of ``homograph_probes.tsv``. Entities: held-out documents by
corpus, and two series of press articles of which nothing is in training; organisations whose name training
never shows apart. Punctuation does not count for UAS and LAS. Tokens: F of the spans; spaCy's own French
beside it.
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

import claimx.french.language
import claimx.french.lemmatizer
import claimx.french.parser
import claimx.french.sentence_starts
import claimx.french.verb_forms  # noqa: F401
from claimx.french.ops import prefer_fast_ops

PROBES = Path(__file__).parent / "homograph_probes.tsv"
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
    return {name: round(scores[key], 4) for name, key in names.items()}


# Features whose forms are easily mistaken for others: coûterait for admirait.
MOODS = {"Cnd": "Mood=Cnd", "Fut": "Tense=Fut"}


def score_moods(nlp: Language, *paths: Path) -> dict[str, float | int]:
    """Score the conditional and the future: precision, recall and how many there are, one sentence a text."""
    nlp.get_pipe("claimx_paragraphs").titles_inline = False
    sentences = [sentence for path in paths for sentence in load_sentences(path)]
    examples = _predict(nlp, [treebank_example(nlp, [sentence]) for sentence in sentences])
    scores: dict[str, float | int] = {}
    for name, feature in MOODS.items():
        expected = {(i, *span) for i, e in enumerate(examples) for span in _having(e.reference, feature)}
        given = {(i, *span) for i, e in enumerate(examples) for span in _having(e.predicted, feature)}
        scores |= {f"{name} {key}": value for key, value in _prf(expected, given).items() if key != "f"}
        scores[f"{name} gold"] = len(expected)
    return scores


def _having(doc: Doc, feature: str) -> set[tuple[int, int]]:
    return {(token.idx, len(token)) for token in doc if feature in str(token.morph).split("|")}


Found = set[tuple[Any, ...]]
LABELS = ("ALL", "LOC", "MISC", "ORG", "PER")


def score_entities(
    nlp: Language, rows: list[dict[str, Any]], known: frozenset[str]
) -> dict[str, dict[str, float]]:
    """Score entities: precision, recall and F, over all, for each label, and of organisations not in `known`.

    rows: documents with their entities. known: the names of organisations that training shows.
    """
    gold: Found = set()
    found: Found = set()
    for doc, row in zip(nlp.pipe([row["text"] for row in rows]), rows, strict=True):
        gold |= {(row["id"], *span, row["text"][span[0] : span[1]]) for span in _spans(nlp, row)}
        found |= {(row["id"], ent.start_char, ent.end_char, ent.label_, ent.text) for ent in doc.ents}
    scores = {
        label: _prf(*({span for span in spans if label in ("ALL", span[3])} for spans in (gold, found)))
        for label in LABELS
    }
    unseen = (
        {span for span in spans if span[3] == "ORG" and span[4] not in known} for spans in (gold, found)
    )
    return scores | {"ORG, names not in training": _prf(*unseen)}


def _spans(nlp: Language, row: dict[str, Any]) -> list[tuple[int, int, str]]:
    """The entities of a document as its tokens have them, so that both sides have the same borders."""
    reference = entity_example(nlp, row["text"], row["entities"]).reference
    return [(ent.start_char, ent.end_char, ent.label_) for ent in reference.ents]


def _prf(gold: Found, found: Found) -> dict[str, float]:
    right = len(gold & found)
    precision, recall = right / max(len(found), 1), right / max(len(gold), 1)
    f = 2 * right / max(len(gold) + len(found), 1)
    return {"p": round(precision, 3), "r": round(recall, 3), "f": round(f, 3)}


def entity_sets(work: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the documents that score entities, by what they are."""
    test = read_jsonl(work / "entities-test.jsonl")
    sources = {"press": "press", "ntrex": "NTREX", "winer": "WiNER"}
    by_source = {
        name: [row for row in test if row["id"].lower().startswith(prefix)]
        for prefix, name in sources.items()
    }
    return {
        "left-out press series": read_jsonl(work / "entities-press-test.jsonl"),
        **{f"held-out documents of {name}": rows for name, rows in by_source.items()},
        "all held-out documents": test,
    }


def score_homographs(nlp: Language, path: Path = PROBES) -> dict[str, Any]:
    """Count the verbs that are not tagged as verbs, and the nouns and adjectives that are.

    path: rows of a word, three subjects, the rest of the sentence, a sentence in which the word is no verb.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:] if not line.startswith("#")]
    verbs = [(word, f"{subject} {rest}") for word, many, rest, _ in rows for subject in many.split("|")]
    others = [(word, other) for word, _, _, other in rows]
    nlp.get_pipe("claimx_paragraphs").titles_inline = False
    lost = [text for word, text in verbs if "VERB" not in _tags(nlp(text), word)]
    false = [text for word, text in others if "VERB" in _tags(nlp(text), word)]
    return {"verbs": len(verbs), "verbs lost": len(lost), "others": len(others), "others lost": len(false)}


def _tags(doc: Doc, word: str) -> set[str]:
    return {token.pos_ for token in doc if token.lower_ == word}


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
    test, left_out = work / "treebank-test.jsonl", work / "treebank-left-out.jsonl"
    known = frozenset(
        row["text"][start:end]
        for row in read_jsonl(work / "entities-train.jsonl")
        for start, end, label in row["entities"]
        if label == "ORG"
    )
    return {
        "tokens": {
            f"{part} {name}": score_tokens(language, read_conllu(treebanks / f"{file}.conllu"))
            for part, file in TOKEN_SETS.items()
            for name, language in tokenizers.items()
        },
        "sequoia-test, 10 sentences a document": score_treebank(nlp, test, 10),
        "sequoia-test, 1 sentence a document": score_treebank(nlp, test, 1),
        "verbs that are nouns or adjectives too": score_homographs(nlp),
        "conditional and future, sequoia-test and left-out sentences": score_moods(nlp, test, left_out),
        **{f"entities, {name}": score_entities(nlp, rows, known) for name, rows in entity_sets(work).items()},
    }


def _predict(nlp: Language, examples: list[Example]) -> list[Example]:
    docs = nlp.pipe([example.text for example in examples])
    return [Example(doc, example.reference) for doc, example in zip(docs, examples, strict=True)]


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
