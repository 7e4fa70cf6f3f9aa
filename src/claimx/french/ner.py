"""Named entities from one tag per word, all words at once.

    Le groupe Lactis a → O O U-ORG O → Lactis

The tags are scored by a network like that of spaCy's tagger and decoded by `biluo`, twenty times as fast as
spaCy's transition-based decoding. In training the loss is that of the sequence: a tag is likely only if it
fits its neighbours.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline.tagger import DEFAULT_TAGGER_MODEL  # type: ignore[import-not-found]
from spacy.pipeline.trainable_pipe import TrainablePipe  # type: ignore[import-not-found]
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example, validate_get_examples
from spacy.vocab import Vocab
from thinc.api import Model

from claimx.french.biluo import KINDS, OUTSIDE, decode, marginals, tag
from claimx.french.embedding import visible_mask

# First and last token (exclusive) in the document, label.
Entity = tuple[int, int, str]
# How spaCy marks a token that must not be in an entity: as a first word without a type.
_BLOCKED = 3


class EntityTagger(TrainablePipe):  # type: ignore[misc]
    """An entity recognizer that ignores white-space tokens.

    Existing entities of a document are kept, and new ones do not overlap them.
    """

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str = "ner") -> None:
        """Create it without labels. model: maps documents to a row of scores for each token."""
        super().__init__(vocab, model, name, labels=[])
        self.scorer = get_ner_prf

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of entities, in the order of their tags."""
        return tuple(self.cfg["labels"])

    @property
    def label_data(self) -> tuple[str, ...]:
        """What `initialize` takes as ``labels``."""
        return self.labels

    def add_label(self, label: str) -> int:
        """Add a label; returns 0 if it exists. Only before `initialize`, which fixes the number of tags."""
        if label in self.labels:
            return 0
        self.cfg["labels"].append(label)
        self.vocab.strings.add(label)
        return 1

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: Iterable[str] | None = None,
    ) -> None:
        """Take the labels from the examples, unless they are given, and initialize the network."""
        validate_get_examples(get_examples, "EntityTagger.initialize")
        if labels is None:
            labels = {ent.label_ for example in get_examples() for ent in example.reference.ents}
        for label in sorted(labels):
            self.add_label(label)
        self._require_labels()
        self.model.get_ref("output_layer").set_dim("nO", tag("B", len(self.labels)))
        self.model.initialize(X=[example.predicted for example in islice(get_examples(), 10)])

    def get_loss(self, examples: Iterable[Example], scores: list[Any]) -> tuple[float, list[Any]]:
        """Return the negative log-likelihood of the gold tags, and its gradient.

        scores: for each example the tag probabilities of each token. White space and tokens without gold
        annotation are ignored.
        """
        columns = self._columns()
        examples = list(examples)
        masks = [visible_mask(example.predicted) for example in examples]
        visible = [part[mask] for part, mask in zip(scores, masks, strict=True)]
        likely, chance = marginals(visible)
        gradients, loss = [], chance
        for example, mask, part, own, rows in zip(examples, masks, scores, visible, likely, strict=True):
            names = example.get_aligned_ner()
            tags = np.array([columns.get(names[token], -1) for token in np.flatnonzero(mask)], dtype=int)
            known = np.flatnonzero(tags >= 0)
            loss -= float(np.log(own[known, tags[known]] + 1e-9).sum())
            difference = np.zeros_like(own)
            difference[known] = rows[known]
            difference[known, tags[known]] -= 1
            gradient = np.zeros_like(part)
            gradient[mask] = difference
            gradients.append(gradient)
        return loss, gradients

    def _columns(self) -> dict[str, int]:
        columns = {"O": OUTSIDE}
        for number, label in enumerate(self.labels):
            columns |= {f"{kind}-{label}": tag(kind, number) for kind in KINDS}
        return columns

    def predict(self, docs: Iterable[Doc]) -> list[list[Entity]]:
        """Return the new entities of each document."""
        docs = list(docs)
        found: list[list[Entity]] = [[] for _ in docs]
        if not any(map(len, docs)):
            return found
        scores = np.concatenate(self.model.predict(docs))
        types, marks = np.concatenate([doc.to_array(["ENT_TYPE", "ENT_IOB"]) for doc in docs]).T
        taken = (types != 0) | (marks == _BLOCKED)
        lengths = [len(doc) for doc in docs]
        owners = np.repeat(np.arange(len(docs)), lengths)
        visible = np.flatnonzero(np.concatenate([visible_mask(doc) for doc in docs]))
        # Each text ends the one before; so does a taken token, even if it is white space.
        first = np.diff((owners + np.cumsum(taken))[visible], prepend=-1) != 0
        spans = decode(scores[visible], first, taken[visible])
        starts, lasts = visible[spans.starts], visible[spans.ends - 1]
        before = np.cumsum([0, *lengths])[owners[starts]]
        for owner, start, end, label in zip(
            owners[starts].tolist(),
            (starts - before).tolist(),
            (lasts - before + 1).tolist(),
            spans.labels.tolist(),
            strict=True,
        ):
            found[owner].append((start, end, self.labels[label]))
        return found

    def set_annotations(self, docs: Iterable[Doc], found: list[list[Entity]]) -> None:
        """Add the new entities to those of the documents."""
        for doc, entities in zip(docs, found, strict=True):
            spans = [Span(doc, start, end, label=label) for start, end, label in entities]
            doc.set_ents([*doc.ents, *spans])


@Language.factory(
    "claimx_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"model": DEFAULT_TAGGER_MODEL},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def create_ner(nlp: Language, name: str, model: Model[Any, Any]) -> EntityTagger:
    """Create the entity recognizer. model: a tagger, such as ``spacy.Tagger.v2``."""
    return EntityTagger(nlp.vocab, model, name)
