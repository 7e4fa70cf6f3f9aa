"""Estimate the weights of the evidence that a name is an organisation's.

usage: python training/fit_evidence.py --work build/training

Two logistic regressions. The first learns from the annotated names of the training documents what the words
in a name and around it say ("chez", "usine de"): many documents, but the model has seen them, so its own
answers there would look better than they are. The second learns, from the model's names in the development
and test documents, which it has not seen, how far to trust the first, the model's labels, and what the text
is about. Press articles, few there, weigh more. The press series that ``benchmarks/entities.py`` measures is
not read. Run by hand after each new model; writes ``lexicons/organization_evidence.tsv``, takes five minutes.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from prepare import read_jsonl
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

import claimx
from claimx.organizations.classifier import NameClassifier
from claimx.organizations.document import NameDocument
from claimx.organizations.entities import LABELS
from claimx.organizations.entity_filter import trim
from claimx.organizations.gazetteer import Gazetteer, bundled_gazetteer
from claimx.syntax.parse import parse_of
from claimx.syntax.words import Span

TABLE = Path("src/claimx/lexicons/organization_evidence.tsv")
HEADER = """\
# Features of a name that may be an organisation's, as organizations/classifier.py names them, with their
# weights in log odds. Estimated by training/fit_evidence.py from annotated texts; don't edit it by hand.
evidence\tweight
"""
# The first regression weighs words, the second what is not a word, and these classes of words.
WORDS = frozenset(
    (
        "word",
        "noun",
        "explained",
        "subject",
        "undergoes",
        "attribute",
        "object",
        "nmod",
        "appos",
        "obl",
        "iobj",
    )
)
CLASSES = frozenset(("noun:head", "explained:head", "explained:number", "subject:inverted"))
# What the annotations of the training documents can't tell about the model's answers.
ABOUT_MODEL = ("model", "text", "beside")
DOCUMENTS, TIMES = 8, 15
LASSO, RIDGE = 1.5, (2.0, 12.0)
PRESS = 4.0
SMALLEST = 0.05
FIRST = "first regression"

Vector = dict[str, float]
Row = tuple[str, Vector, float, float]


def annotated(nlp: Language, rows: Sequence[Mapping]) -> Iterator[Row]:
    """The annotated names of documents: document, evidence, 1 for an organisation, weight."""
    for row in rows:
        doc = nlp(row["text"])
        spans = (
            doc.char_span(*entity[:2], label=entity[2], alignment_mode="expand") for entity in row["entities"]
        )
        doc.ents = filter_spans([span for span in spans if span is not None and len(span)])
        for span, vector in _vectors(doc):
            kept = {
                name: value for name, value in vector.items() if name.partition(":")[0] not in ABOUT_MODEL
            }
            yield row["id"], kept, float(span.label_ == "ORG"), 1.0


def predicted(nlp: Language, rows: Sequence[Mapping], gazetteer: Gazetteer) -> Iterator[Row]:
    """The model's names of documents that are not in the list, as ``annotated`` gives those."""
    for row in rows:
        doc = nlp(row["text"])
        gold = [entity[:2] for entity in row["entities"] if entity[2] == "ORG"]
        weight = PRESS if row["id"].startswith("press") else 1.0
        for span, vector in _vectors(doc):
            if gazetteer.entries(span.text) or gazetteer.is_other(span.text):
                continue
            right = any(start < span.end_char and span.start_char < end for start, end in gold)
            yield row["id"], vector, float(right), weight


def _vectors(doc: Doc) -> Iterator[tuple[Span, Vector]]:
    """Each name without its article, with the mean of the evidence of its mentions."""
    parse = parse_of(doc)
    context = NameDocument(parse)
    trimmed = (trim(context, span) for span in parse.entities if span.label_ in LABELS)
    spans = [span for span in trimmed if span]
    names = NameClassifier(context, spans)
    for span in spans:
        found = names.features(span.text)
        counts = Counter(piece for mention in found for piece in set(mention))
        yield span, {piece: times / len(found) for piece, times in counts.items()}


def is_word(name: str) -> bool:
    """Whether the first regression alone weighs a piece of evidence."""
    return name.partition(":")[0] in WORDS and name not in CLASSES and not name.endswith("-class")


def lasso(rows: Sequence[Row], names: Sequence[str]) -> Vector:
    """Logistic regression with an L1 penalty (FISTA, one step size a weight); most weights are 0."""
    lines, columns, values = _cells(rows, names)
    right, weights = np.array([row[2] for row in rows]), np.array([row[3] for row in rows])
    many = np.bincount(lines).max()
    steps = np.bincount(columns, values**2 * weights[lines], len(names)) * many / 4 + RIDGE[0]
    now = ahead = np.zeros(len(names))
    pace = 1.0
    for _ in range(300):
        odds = 1 / (1 + np.exp(-np.bincount(lines, values * ahead[columns], len(rows))))
        slope = np.bincount(columns, values * ((odds - right) * weights)[lines], len(names))
        new = ahead - (slope + RIDGE[0] * ahead) / steps
        new = np.sign(new) * np.maximum(np.abs(new) - LASSO / steps, 0)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead, now, pace = new + (pace - 1) / faster * (new - now), new, faster
    return {name: float(weight) for name, weight in zip(names, now, strict=True) if weight}


def ridge(rows: Sequence[Row], names: Sequence[str]) -> Vector:
    """Logistic regression with an L2 penalty (Newton), a weak one on the model's labels."""
    lines, columns, values = _cells(rows, names)
    matrix = np.zeros((len(rows), len(names)))
    matrix[lines, columns] = values
    right, weights = np.array([row[2] for row in rows]), np.array([row[3] for row in rows])
    penalty = np.array([0.5 if name.startswith("model") or name == FIRST else RIDGE[1] for name in names])
    now = np.zeros(len(names))
    for _ in range(30):
        odds = 1 / (1 + np.exp(-matrix @ now))
        hessian = (matrix * (weights * odds * (1 - odds))[:, None]).T @ matrix + np.diag(penalty)
        now -= np.linalg.solve(hessian, matrix.T @ (weights * (odds - right)) + penalty * now)
    return {name: float(weight) for name, weight in zip(names, now, strict=True)}


def _cells(rows: Sequence[Row], names: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The lines, the columns and the values of what is not 0."""
    place = {name: column for column, name in enumerate(names)}
    cells = [
        (line, place[name], value)
        for line, (_, vector, _, _) in enumerate(rows)
        for name, value in vector.items()
        if name in place
    ]
    lines, columns, values = zip(*cells, strict=True)
    return np.array(lines), np.array(columns), np.array(values)


def score(vector: Vector, weights: Vector) -> float:
    """The sum of the weights of the evidence."""
    return sum(value * weights.get(name, 0.0) for name, value in vector.items())


def frequent(rows: Sequence[Row], least: int) -> list[str]:
    """The evidence of so many documents."""
    documents = defaultdict(set)
    for document, vector, _, _ in rows:
        for name in vector:
            documents[name].add(document)
    return sorted(name for name, found in documents.items() if len(found) >= least)


def combine(first: Vector, rows: Sequence[Row]) -> Vector:
    """The second regression, on the score of the first and on what is no word, as one table of weights."""
    scored = [
        (document, {**vector, FIRST: score(vector, first)}, right, weight)
        for document, vector, right, weight in rows
    ]
    names = [name for name in frequent(scored, TIMES) if name == FIRST or not is_word(name)]
    second = ridge(scored, names)
    trust = second.pop(FIRST)
    found = {name: second.get(name, 0.0) + trust * first.get(name, 0.0) for name in {*first, *second}}
    return {name: weight for name, weight in found.items() if abs(weight) >= SMALLEST}


def accuracy(rows: Sequence[Row], weights: Vector) -> str:
    """How well the weights tell the names that the model calls organisations."""
    called = [row for row in rows if row[1].get("model:ORG", 0) >= 0.5]
    scores = sorted((score(vector, weights), right) for _, vector, right, _ in called)
    below = Counter()
    for threshold in (-1.0, -0.4, 0.0):
        below[threshold] = sum(value <= threshold for value, _ in scores)
    lost = {t: sum(right for _, right in scores[:n]) for t, n in below.items()}
    return "; ".join(f"below {t}: {n} of {len(scores)}, {lost[t]:.0f} right" for t, n in below.items())


def main() -> None:
    """Fit, check each half of the unseen documents with the weights of the other, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True, help="where prepare.py has put its files")
    parser.add_argument("--output", type=Path, default=TABLE)
    options = parser.parse_args()
    nlp, gazetteer = claimx.load(), bundled_gazetteer()
    nlp.disable_pipes(*nlp.pipe_names[nlp.pipe_names.index("claimx_quotes") :])
    rows = list(annotated(nlp, read_jsonl(options.work / "entities-train.jsonl")))
    first = lasso(rows, frequent(rows, DOCUMENTS))
    parts = {
        part: list(predicted(nlp, read_jsonl(options.work / f"entities-{part}.jsonl"), gazetteer))
        for part in ("dev", "test")
    }
    print(f"dev by test: {accuracy(parts['dev'], combine(first, parts['test']))}")
    print(f"test by dev: {accuracy(parts['test'], combine(first, parts['dev']))}")
    weights = combine(first, [*parts["dev"], *parts["test"]])
    lines = [f"{name}\t{weights[name]:.2f}\n" for name in sorted(weights)]
    options.output.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} pieces of evidence in {options.output}")


if __name__ == "__main__":
    main()
