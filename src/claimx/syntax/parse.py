"""Builds the Parse of a Doc: reads its arrays once and repairs the tree; the components share the result.

``parse_of(doc)`` returns the same Parse until the tags, tree, entities or sentences of the Doc change. The
cache keeps no Doc alive, and drops a Parse with its Doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from typing import Any
from weakref import WeakKeyDictionary

from spacy.strings import StringStore
from spacy.tokens import Doc

from claimx.syntax.forms import form_of
from claimx.syntax.repair import repair
from claimx.syntax.words import Parse, Span, Word

# The signed attributes first.
READ: list[int | str] = ["HEAD", "SENT_START", "DEP", "POS", "MORPH", "LEMMA", "ENT_TYPE", "ENT_IOB"]
IOB = ("", "I", "O", "B")

_parses: WeakKeyDictionary[Doc, Parse] = WeakKeyDictionary()


def parse_of(doc: Doc) -> Parse:
    """The parse of a Doc; the same object as long as the annotations of the Doc do not change."""
    annotated = doc.to_array(READ)
    state = annotated.tobytes()
    known = _parses.get(doc)
    if known is None or known.state != state:
        known = _parses[doc] = _read(doc, annotated, state)
    return known


def known_parse(doc: Doc) -> Parse | None:
    """The parse that `parse_of` last gave for a Doc, or None.

    Its annotations may be out of date; its text never is.
    """
    return _parses.get(doc)


def release(doc: Doc) -> None:
    """Free the parse of a Doc early; ``parse_of`` rebuilds it if asked again."""
    known = _parses.pop(doc, None)
    if known is not None:
        known.release()


def _read(doc: Doc, annotated: Any, state: bytes) -> Parse:
    strings = doc.vocab.strings
    orths, places, spaces = doc.to_array(["ORTH", "IDX", "SPACY"]).T.tolist() if len(doc) else ([], [], [])
    forms = [form_of(strings[orth]) for orth in orths]
    text = "".join(
        [form.text + " " if space else form.text for form, space in zip(forms, spaces, strict=True)]
    )
    parse = Parse(doc, text, state)
    if not len(doc):
        return parse
    steps, starts = annotated[:, :2].T.astype("int64").tolist()
    labels, tags, bundles, lemmas, kinds, marks = annotated[:, 2:].T.tolist()
    labels_by_key = {key: _label(strings[key]) for key in set(labels)}
    features_by_key = {key: _features(strings[key]) for key in set(bundles)}
    parse.extend(
        map(
            Word,
            repeat(parse),
            range(len(doc)),
            places,
            forms,
            _strings(tags, strings),
            _strings(lemmas, strings),
            map(labels_by_key.__getitem__, labels),
            map(features_by_key.__getitem__, bundles),
            zip(map(IOB.__getitem__, marks), _strings(kinds, strings), strict=True),
        )
    )
    _link(parse, steps)
    _divide(parse, starts)
    parse.entities = [Span(parse, span.start, span.end, span.label_) for span in doc.ents]
    repair(parse)
    return parse


def _strings(keys: Iterable[int], strings: StringStore) -> Iterator[str]:
    known = {key: strings[key] for key in set(keys)}
    return map(known.__getitem__, keys)


def _label(name: str) -> tuple[str, str]:
    """A dependency label, and its base in lower case: ``obl:arg`` and ``obl``."""
    return name, name.partition(":")[0].lower()


def _features(bundle: str) -> dict[str, str]:
    """Morphological features by name, the first value of each."""
    pairs = (pair.partition("=") for pair in bundle.split("|") if "=" in pair)
    return {name: values.partition(",")[0] for name, _, values in pairs}


def _link(parse: Parse, steps: list[int]) -> None:
    for word, step in zip(parse, steps, strict=True):
        head = word.head = parse[word.i + step] if step else word
        if step:
            if head.children:
                head.children.append(word)
            else:
                head.children = [word]


def _divide(parse: Parse, starts: list[int]) -> None:
    """Split the parse into sentences at the sentence starts of the Doc."""
    firsts = [index for index, start in enumerate(starts) if start == 1 or index == 0]
    for first, after in pairwise([*firsts, len(parse)]):
        sentence = Span(parse, first, after)
        parse.sentences.append(sentence)
        for word in parse[first:after]:
            word.sent = sentence
