"""The classes of a French word form (conditional, future, infinitive, noun …) and its lemmas.

    coûterait → class "Vc", verb lemma "coûter"

In: a word in lower case (`spelling.word_form`). Out: its class and lemmas, or nothing. The table,
``lexicons/wordforms.npz``, is made by ``training/build_lexicon.py``, which says where it comes from; it is
read at the first look-up, not at import.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("wordforms.npz")
Category = Literal["verb", "noun", "adj"]
REMEMBERED = 1 << 15


def form_hash(form: str) -> int:
    """Return the key of a form in the table."""
    return crc32(form.encode("utf-8"))


class WordForms:
    """The table of word forms."""

    def __init__(self, path: Path = FILE) -> None:
        """Read the table (a hundredth of a second)."""
        with np.load(path) as arrays:
            self._keys: NDArray[np.uint32] = np.cumsum(arrays["keys"], dtype="uint32")
            columns = ("class", "verb", "noun", "adj")
            self._codes: dict[str, NDArray[np.uint16]] = {column: arrays[column] for column in columns}
            self._names: dict[str, list[str]] = {
                column: arrays[column + "_names"].tolist() for column in columns
            }
        # Words recur: a cached row takes a tenth of the time of a search.
        self._row = lru_cache(maxsize=REMEMBERED)(self._search)
        self._class = lru_cache(maxsize=REMEMBERED)(self._find_class)

    def word_class(self, form: str) -> str:
        """Return the classes of a form joined by ``|``, ``-`` if it is unknown.

        The classes: Vc conditional, Vf future, Vi infinitive, Vg in -ant, Vm imperfect, Vp participle, Vl and
        V other verb forms; N noun, A adjective (x: irregular form, s: regular plural), R adverb, and the
        closed ones.
        """
        return self._class(form)

    def _find_class(self, form: str) -> str:
        row = self._find(form)
        if row is not None and (name := self._name("class", row)):
            return name
        singular = self._find(form[:-1]) if form.endswith("s") else None
        if singular is None:
            return "-"
        plural = [part + "s" for part in self._name("class", singular).split("|") if part in ("N", "A")]
        return "|".join(plural) or "-"

    def lemma(self, form: str, category: Category) -> str | None:
        """Return the lemma of a form read as a verb, noun or adjective; None if it is not known as one."""
        row = self._find(form)
        if row is not None and (edit := self._name(category, row)):
            if self._row(form) is None:
                form = "é" + form[1:]
            dropped, _, added = edit.partition(" ")
            lemma = form[: len(form) - int(dropped)] + added
            return self._masculine(lemma) if category == "adj" else lemma
        if form.endswith("s") and category != "verb" and len(form) > 3:
            return self.lemma(form[:-1], category)
        return None

    def _name(self, column: str, row: int) -> str:
        return self._names[column][int(self._codes[column][row])]

    def _masculine(self, adjective: str) -> str:
        """The masculine of a lemma: some feminines are lemmas of their own (absolue, légale)."""
        if not adjective.endswith("e"):
            return adjective
        row = self._row(adjective[:-1])
        known = row is not None and self._name("adj", row)
        return adjective[:-1] if known else adjective

    def _find(self, form: str) -> int | None:
        """Return the row of a form, or of the form with the accent that capitals lose (Etaient, Elus)."""
        row = self._row(form)
        return self._row("é" + form[1:]) if row is None and form.startswith("e") else row

    def _search(self, form: str) -> int | None:
        key = form_hash(form)
        row = int(self._keys.searchsorted(np.uint32(key)))
        return row if row < len(self._keys) and self._keys[row] == key else None


@cache
def word_forms() -> WordForms:
    """Return the table, read once a process."""
    return WordForms()
