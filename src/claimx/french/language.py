"""The light French language: ``claimx_fr``, built in a tenth of a second.

`ClaimxFrench` is an ordinary spaCy language. Nothing of ``spacy.lang.fr`` is imported, because that import
compiles a regular expression of 1.4 MB. The form that rules match (``NORM``) is the word in lower case with
one spelling of apostrophes, spaces and hyphens; the tokens keep the text as given.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import IS_ASCII, LIKE_NUM, LIKE_URL, NORM, SHAPE  # type: ignore[import-not-found]
from spacy.lang import lex_attrs
from spacy.language import BaseDefaults, Language
from spacy.util import load_config_from_str, registry
from thinc.api import Model

from claimx.french import tokenizer as tokenizer
from claimx.french.noun_chunks import noun_chunks
from claimx.lexicons import read
from claimx.lexicons.spelling import matching_form, word_form

# Kinds of number words in cardinals, and the words that join them ("vingt-et-un").
CARDINALS = frozenset({"hundred", "teen", "ten", "thousand", "unit"})
CONJUNCTION = "et"
LARGE = frozenset({"million", "millions", "milliard", "milliards"})
# A memory zone drops its words at its end, and spaCy computes their attributes again for the next texts: the
# slow ones are cached, for as many words as have vectors cached (`embedding.MAX_VECTORS`).
MAX_CACHED_WORDS = 20_000

CONFIG = """
[nlp]
lang = "claimx_fr"

[nlp.tokenizer]
@tokenizers = "claimx.FrenchTokenizer.v1"
"""


@lru_cache(maxsize=MAX_CACHED_WORDS)
def norm(word: str) -> str:
    """Return the form of a word that rules compare: lower case, one spelling of apostrophes and spaces.

    >>> norm("L’")
    "l'"
    """
    return matching_form(word).lower()


@lru_cache(maxsize=MAX_CACHED_WORDS)
def like_num(word: str) -> bool:
    """Tell whether a token is a number in digits (12, 5,5, 20 000, 3/4, -5) or in words.

    >>> like_num("20 000"), like_num("vingt-deux"), like_num("A380")
    (True, True, False)
    """
    digits = word.lstrip("+-−±~")
    if digits[:1].isdigit():
        return all(character.isdigit() or character.isspace() or character in ".,/" for character in digits)
    parts = [part for part in word_form(word).split("-") if part != CONJUNCTION]
    return bool(parts) and all(part in _number_words() for part in parts)


@lru_cache(maxsize=MAX_CACHED_WORDS)
def _shape(word: str) -> str:
    return lex_attrs.word_shape(word)


@lru_cache(maxsize=MAX_CACHED_WORDS)
def _like_url(word: str) -> bool:
    return lex_attrs.like_url(word)


@cache
def _number_words() -> frozenset[str]:
    """The words of which cardinal numbers are made."""
    words = {row["word"] for row in read("number_words") if row["kind"] in CARDINALS}
    return frozenset(words | LARGE)


def stop_words() -> set[str]:
    """The grammatical words, with either apostrophe."""
    words = {row["word"] for row in read("stop_words")}
    return words | {word.replace("'", "’") for word in words}


class ClaimxFrenchDefaults(BaseDefaults):
    """The default configuration and lexical attributes of `ClaimxFrench`."""

    config = load_config_from_str(CONFIG)
    lex_attr_getters = lex_attrs.LEX_ATTRS | {
        NORM: norm,
        LIKE_NUM: like_num,
        SHAPE: _shape,
        LIKE_URL: _like_url,
        IS_ASCII: str.isascii,
    }
    stop_words = stop_words()
    syntax_iterators = {"noun_chunks": noun_chunks}  # noqa: RUF012


@registry.languages("claimx_fr")
class ClaimxFrench(Language):  # type: ignore[no-untyped-call]
    """French with the tokenizer of claimx."""

    lang = "claimx_fr"
    Defaults = ClaimxFrenchDefaults

    def from_disk(self, path: str | Path, **options: Any) -> "ClaimxFrench":
        """Load the pipeline data like any spaCy language, from 16-bit or 32-bit weights."""
        super().from_disk(path, **options)
        for _, component in self.components:
            model = getattr(component, "model", None)
            if isinstance(model, Model):
                restore_precision(model)
            # spaCy adds the features of a label when it first writes them, and to this vocabulary only; they
            # would be missing in a pipeline that sources the component.
            for features in getattr(component, "cfg", {}).get("labels_morph", {}).values():
                self.vocab.morphology.add(features)
        return self


def restore_precision(model: Model[Any, Any]) -> None:
    """Convert the weights of a model to 32 bits; on disk they are 16-bit."""
    for node in model.walk():
        for name in node.param_names:
            weights: Any = node.get_param(name) if node.has_param(name) else None
            if weights is not None and weights.dtype == np.float16:
                node.set_param(name, weights.astype(np.float32))
