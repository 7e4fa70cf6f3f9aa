r"""A dependency parser that ignores white-space tokens.

    « X »  and  «\u00a0X\u00a0»  and  « X\n\n»  get the same tree.

spaCy makes a token of all white space beyond one plain space: U+00A0 before ``;``, line breaks, double
spaces. Its parser decides differently with and without them. Here it parses a copy of the document without
those tokens, and the tree is written back; a white-space token is attached to the visible token before it.
Sentence starts set earlier are respected, as in spaCy.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.dep_parser import (  # type: ignore[import-not-found]
    DEFAULT_PARSER_MODEL,
    DependencyParser,
)
from spacy.pipeline.trainable_pipe import TrainablePipe  # type: ignore[import-not-found]
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from claimx.french.embedding import visible_mask

# From about this many documents on, a step for all of them is faster than spaCy's loop in C.
TEXTS_AT_ONCE = 8
# spaCy's loop multiplies with blis, whatever the operations of the model are.
BLIS = NumpyOps(use_blis=True)


class VisibleText:
    """A document without its white-space tokens, with the mapping back."""

    def __init__(self, doc: Doc) -> None:
        """Copy the visible tokens of `doc`; a document without white-space tokens is not copied."""
        self.original = doc
        mask = visible_mask(doc)
        self.places: NDArray[np.intp] = np.flatnonzero(mask)
        self.same = bool(mask.all())
        self.doc = doc if self.same else self._copy()

    def _copy(self) -> Doc:
        doc, places = self.original, self.places
        orths, spaces, starts = doc.to_array(["ORTH", "SPACY", "SENT_START"]).T
        strings = doc.vocab.strings
        words = [strings[orth] for orth in orths[places].tolist()]
        copy = Doc(doc.vocab, words=words, spaces=spaces[places].astype(bool).tolist())
        if len(doc.tensor):
            copy.tensor = doc.tensor[places]
        copy.from_array(["SENT_START"], _starts_of_visible(starts, places))
        return copy

    def write_tree(self) -> None:
        """Write the heads and labels of the copy to the original."""
        if self.same:
            return
        size = len(self.original)
        heads = np.arange(size)
        labels = np.full(size, self.original.vocab.strings.add("dep"), dtype="uint64")
        if len(self.places):
            offsets = self.doc.to_array("HEAD").astype("int32")  # a 32-bit offset, stored unsigned
            heads[self.places] = self.places[np.arange(len(self.places)) + offsets]
            labels[self.places] = self.doc.to_array("DEP")
            hidden = np.setdiff1d(np.arange(size), self.places)
            anchors = np.maximum(np.searchsorted(self.places, hidden) - 1, 0)
            heads[hidden] = self.places[anchors]
        else:
            heads[:] = 0
        relative = (heads - np.arange(size)).astype("int64").astype("uint64")
        tree: Any = np.stack([relative, labels], axis=1)
        self.original.from_array(["HEAD", "DEP"], tree)


def _starts_of_visible(starts: NDArray[np.uint64], places: NDArray[np.intp]) -> Any:
    """Move a sentence start on white space to the visible token after it."""
    kept = starts[places]
    hidden = np.flatnonzero(starts == 1)
    following = np.searchsorted(places, hidden)
    kept[following[following < len(places)]] = 1
    return kept


class Prediction:
    """The parses of the visible texts of a batch."""

    def __init__(self, texts: list[VisibleText], states: Any) -> None:
        self.texts = texts
        self.states = states


class VisibleParser(DependencyParser):  # type: ignore[misc]
    """A dependency parser that does not see white space."""

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Parse a stream of documents, a batch at once; spaCy's parser takes a quarter of it."""
        yield from TrainablePipe.pipe(self, docs, batch_size=batch_size)

    def predict(self, docs: Iterable[Doc]) -> Prediction:
        """Parse the visible texts of `docs`."""
        texts = [VisibleText(doc) for doc in docs]
        visible = [text.doc for text in texts]
        many = sum(len(doc) > 0 for doc in visible) >= TEXTS_AT_ONCE
        plain = self.cfg["beam_width"] == 1 and not self.model.attrs["unseen_classes"]
        if many and plain and isinstance(self.model.ops, NumpyOps):
            return Prediction(texts, self._parse_at_once(visible))
        return Prediction(texts, super().predict(visible))

    def _parse_at_once(self, docs: list[Doc]) -> list[Any]:
        """Parse greedily: each step scores one move of every document.

        spaCy's own loop takes Python's lock dozens of times a word. The moves are the same, since the same
        functions add and multiply.
        """
        states: list[Any] = self.moves.init_batch(docs)
        steps = self.model.predict(docs)
        weights, bias = (steps.vec2scores.get_param(name) for name in ("W", "b"))
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            hidden = steps.state2vec.predict(steps.get_token_ids(unfinished))
            scores = BLIS.gemm(hidden, weights, trans2=True)
            scores += bias
            unfinished = self.transition_states(unfinished, scores)
        steps.clear_memory()
        return states

    def set_annotations(self, docs: Iterable[Doc], prediction: Prediction) -> None:
        """Write the trees on `docs`."""
        super().set_annotations([text.doc for text in prediction.texts], prediction.states)
        for text in prediction.texts:
            text.write_tree()


@Language.factory(
    "claimx_parser",
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    default_config={"model": DEFAULT_PARSER_MODEL, "update_with_oracle_cut_size": 100, "min_action_freq": 10},
    default_score_weights={"dep_uas": 0.5, "dep_las": 0.5, "dep_las_per_type": None, "sents_f": 0.0},
)
def create_parser(
    nlp: Language, name: str, model: Model[Any, Any], update_with_oracle_cut_size: int, min_action_freq: int
) -> VisibleParser:
    """Create the parser; its options are those of spaCy's ``parser``."""
    return VisibleParser(
        nlp.vocab,
        model,
        name,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        min_action_freq=min_action_freq,
    )
