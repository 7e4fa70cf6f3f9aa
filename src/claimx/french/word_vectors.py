"""Static vectors of French words, close together for words with similar contexts.

    dément → a vector near that of nie   vivre-ensemble → the mean of its parts   Daltec → zeros: unknown

In: words as they are written. Out: a row of 161 numbers for each, the last one 1 for a known word, else 0.
The table, ``french/wordvectors.npz``, is made by ``training/build_vectors.py``, which says where it comes
from: 500,000 words, which share 20,000 rows of 8-bit numbers. It is read when first needed, not at import.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]

from claimx.lexicons.spelling import matching_form

FILE = Path(__file__).with_name("wordvectors.npz")
_LOW = 0xFFFFFFFF
_BETWEEN_PARTS = re.compile(r"(?<=')|[- ]+")


def word_key(word: str) -> int:
    """Return the key of a word in the table: the lower half of its spaCy hash."""
    return int(hash_string(word)) & _LOW


class WordVectors:
    """The table of word vectors."""

    def __init__(self, path: Path = FILE) -> None:
        """Read the table (a hundredth of a second)."""
        with np.load(path) as arrays:
            self._keys: NDArray[np.uint32] = arrays["keys"]
            self._places: NDArray[np.uint16] = arrays["places"]
            self._rows: NDArray[np.int8] = arrays["rows"]
            self._scales: NDArray[np.float32] = arrays["scales"]

    @property
    def size(self) -> int:
        """The length of a vector."""
        return int(self._rows.shape[1]) + 1

    def __call__(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return a row for each word: its vector, else that of a word that differs in case only.

        Words are looked up in their matching form (`spelling.matching_form`). The last number says whether
        the word is known; an unknown one gets the mean of its known parts, split at hyphens, spaces and
        apostrophes, else zeros.
        """
        forms = [matching_form(word) for word in words]
        result = self._look_up(forms)
        for at in np.flatnonzero(result[:, -1] == 0).tolist():
            parts = [part for part in _BETWEEN_PARTS.split(forms[at]) if part]
            if len(parts) > 1:
                found = self._look_up(parts)
                result[at, :-1] = found[:, :-1].sum(axis=0) / max(found[:, -1].sum(), 1)
        return result

    def _look_up(self, forms: Sequence[str]) -> NDArray[np.float32]:
        result = np.zeros((len(forms), self.size), dtype="float32")
        wanted = np.arange(len(forms))
        for spelling in (str, str.lower):
            keys = np.array([word_key(spelling(forms[at])) for at in wanted.tolist()], dtype="uint32")
            found = np.minimum(self._keys.searchsorted(keys), len(self._keys) - 1)
            known = self._keys[found] == keys
            rows = self._places[found[known]]
            result[wanted[known], :-1] = self._rows[rows] * self._scales[rows, None]
            result[wanted[known], -1] = 1
            wanted = wanted[~known]
        return result


@cache
def word_vectors() -> WordVectors:
    """Return the table, read once a process."""
    return WordVectors()
