r"""A parser and an entity recognizer for which white-space tokens do not exist.

    « X »  and  «\u00a0X\u00a0»  and  « X\n\n»  get the same tree.

spaCy makes a token of every white space beyond one plain space: U+00A0 before ``;``, line breaks, double
spaces. Its parser and its entity recognizer then take other decisions than without them. Here both work on a
copy of the document without those tokens, and what they find is written back; a white-space token hangs on
the visible token before it. Sentence starts and entities set earlier are respected, as in spaCy.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.dep_parser import (  # type: ignore[import-not-found]
    DEFAULT_PARSER_MODEL,
    DependencyParser,
)
from spacy.pipeline.ner import (  # type: ignore[import-not-found]
    DEFAULT_NER_MODEL,
    EntityRecognizer,
)
from spacy.tokens import Doc, Span
from thinc.api import Model

from claimx.embedding import visible_mask


class VisibleText:
    """A document without its white-space tokens, and the way back."""

    def __init__(self, doc: Doc) -> None:
        """Copy the visible tokens of `doc`; a document without white-space tokens is its own copy."""
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
        if doc.ents:
            copy.set_ents(
                [span for ent in doc.ents if (span := self._inward(copy, ent)) is not None], default="missing"
            )
        return copy

    def _inward(self, copy: Doc, ent: Span) -> Span | None:
        start, end = np.searchsorted(self.places, [ent.start, ent.end])
        return Span(copy, int(start), int(end), label=ent.label) if end > start else None

    def write_tree(self) -> None:
        """Give the original the heads and labels of the copy."""
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

    def write_entities(self) -> None:
        """Give the original the entities of the copy."""
        if self.same:
            return
        spans = [
            Span(
                self.original, int(self.places[ent.start]), int(self.places[ent.end - 1]) + 1, label=ent.label
            )
            for ent in self.doc.ents
        ]
        self.original.set_ents(spans)


def _starts_of_visible(starts: NDArray[np.uint64], places: NDArray[np.intp]) -> Any:
    """A sentence start set on white space is that of the visible token after it."""
    kept = starts[places]
    hidden = np.flatnonzero(starts == 1)
    following = np.searchsorted(places, hidden)
    kept[following[following < len(places)]] = 1
    return kept


class Prediction:
    """What a model found in the visible texts of a batch."""

    def __init__(self, texts: list[VisibleText], states: Any) -> None:
        self.texts = texts
        self.states = states


class _OnVisibleText:
    """Stands before a component of spaCy: hands it the visible texts, and writes back what it finds."""

    def predict(self, docs: Iterable[Doc]) -> Prediction:
        """Annotate the visible texts of `docs`."""
        texts = [VisibleText(doc) for doc in docs]
        return Prediction(texts, super().predict([text.doc for text in texts]))  # type: ignore[misc]

    def set_annotations(self, docs: Iterable[Doc], prediction: Prediction) -> None:
        """Write what was found on `docs`."""
        super().set_annotations(  # type: ignore[misc]
            [text.doc for text in prediction.texts], prediction.states
        )
        for text in prediction.texts:
            self.write(text)

    def write(self, text: VisibleText) -> None:
        """Carry this component's annotation over to the whole document."""
        raise NotImplementedError


class VisibleParser(_OnVisibleText, DependencyParser):  # type: ignore[misc]
    """A dependency parser that does not see white space."""

    def write(self, text: VisibleText) -> None:
        """Write the tree."""
        text.write_tree()


class VisibleEntityRecognizer(_OnVisibleText, EntityRecognizer):  # type: ignore[misc]
    """An entity recognizer that does not see white space."""

    def write(self, text: VisibleText) -> None:
        """Write the entities."""
        text.write_entities()


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


@Language.factory(
    "claimx_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"model": DEFAULT_NER_MODEL, "update_with_oracle_cut_size": 100},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def create_ner(
    nlp: Language, name: str, model: Model[Any, Any], update_with_oracle_cut_size: int
) -> VisibleEntityRecognizer:
    """Create the entity recognizer; its options are those of spaCy's ``ner``."""
    return VisibleEntityRecognizer(
        nlp.vocab, model, name, update_with_oracle_cut_size=update_with_oracle_cut_size
    )
