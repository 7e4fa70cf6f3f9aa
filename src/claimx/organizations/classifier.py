"""Classifies the model's names as organisations or not, by what stands in them and around them.

A logistic regression over named binary features. Of "Zorbex" in "Le patron de Zorbex a démissionné", they are
"model:ORG", "form:single", "noun:patron", "nmod:patron" and others; the weights of
``organization_evidence.tsv`` add up to log odds, so that 0 is as likely as not. ``training/fit_evidence.py``
estimates them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from claimx.lexicons import read
from claimx.lexicons.name_words import name_class
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.document import NameDocument
from claimx.organizations.features import coordination, left_context, right_context, syntax
from claimx.organizations.lexicon import class_nouns, first_names, generic_words, noun_of
from claimx.organizations.spelling import is_acronym
from claimx.syntax.words import Span

MIN_LETTERS_OF_CONTENT_WORD = 4
MAX_LETTERS_COUNTED = 5
# Shorter texts, or those with fewer other names, give no evidence of their topic.
MIN_TOKENS_OF_TEXT = 40
MIN_OTHER_NAMES = 6
SHARES_OF_ORGANIZATIONS = 5
# Tokens per word of money, or per nominal head, in texts that mention them sometimes or often.
TOKENS_PER_OCCURRENCE = (200, 50)


class NameClassifier:
    """The scores of the names of one text; a name has one score, the mean over its mentions."""

    def __init__(self, document: NameDocument, spans: list[Span]) -> None:
        """spans: the entities of the model, trimmed of articles."""
        self.document = document
        self._mentions: dict[str, list[Span]] = defaultdict(list)
        for span in spans:
            self._mentions[span.text].append(span)
        self._size = len(spans)
        self._organizations = sum(map(_is_labelled, spans))
        self._text_features = list(_text_features(document))
        self._scores: dict[str, float] = {}

    def __getitem__(self, name: str) -> float:
        """The log odds that a name is an organisation's."""
        if name not in self._scores:
            weights, found = _weights(), self.features(name)
            total = sum(weights.get(feature, 0.0) for mention in found for feature in mention)
            self._scores[name] = total / len(found)
        return self._scores[name]

    def features(self, name: str) -> list[list[str]]:
        """The features of each mention of a name."""
        mentions = self._mentions[name]
        others, text_features = self._size - len(mentions), list(self._text_features)
        if others >= MIN_OTHER_NAMES:
            organizations = self._organizations - sum(map(_is_labelled, mentions))
            text_features.append(f"text:fifths-{SHARES_OF_ORGANIZATIONS * organizations // others}")
        return [[*mention_features(self.document, span), *text_features] for span in mentions]


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in read("organization_evidence")}


def mention_features(document: NameDocument, span: Span) -> Iterator[str]:
    """The features of one mention, by their names in ``organization_evidence.tsv``."""
    yield f"model:{'ORG' if _is_labelled(span) else span.label_}"
    yield from _form_features(document, span)
    yield from left_context(document, span)
    yield from right_context(document, span)
    yield from coordination(document, span)
    if document.parse.is_parsed:
        yield from syntax(document, span)


def _is_labelled(span: Span) -> bool:
    """Whether the model labels it an organisation; models name the label differently."""
    return span.label_.startswith("ORG")


def _text_features(document: NameDocument) -> Iterator[str]:
    """How often the text mentions money and organisations; empty for short texts."""
    size = len(document.words)
    if size < MIN_TOKENS_OF_TEXT:
        return
    money = sum("money" in roles for roles in document.roles_at.values())
    for kind, times in (("money", money), ("heads", len(document.heads))):
        often = sum(times * rate > size for rate in TOKENS_PER_OCCURRENCE)
        yield f"text:{kind}-{often}"


def _form_features(document: NameDocument, span: Span) -> Iterator[str]:
    """The shape of a name, and the lexicon entries of its words."""
    text = span.text
    found = [word for word in document.words[span.start : span.end] if any(map(str.isalnum, word))]
    single = len(found) == 1
    if is_acronym(text):
        yield "form:acronym"
        yield f"form:acronym-{min(sum(map(str.isalpha, text)), MAX_LETTERS_COUNTED)}"
    else:
        yield "form:single" if single else "form:pair" if len(found) == 2 else "form:long"
        if single and any(map(str.isupper, text[1:])):
            yield "form:inner-capital"
    if any(map(str.isdigit, text)):
        yield "form:digit"
    if any(word.islower() and word.isalpha() and len(word) >= MIN_LETTERS_OF_CONTENT_WORD for word in found):
        yield "form:small-word"
    first = document.form(span.start)
    if not single:
        yield from _word_features(document, span, found)
    if first in first_names():
        yield "form:first-name"
    for letter in sorted(set().union(*(name_class(word.lower()) for word in found)) - {"-"}):
        yield f"known:{letter}"
    yield "first:coined" if word_forms().word_class(first) == "-" else "first:word"


def _word_features(document: NameDocument, span: Span, found: list[str]) -> Iterator[str]:
    """The features of a name of several words; found: those with a letter or digit."""
    first = document.form(span.start)
    if noun_of(first) is not None:
        yield "form:head"
    elif first in class_nouns():
        yield f"form:{class_nouns()[first]}"
    if any(word.rstrip(".") in generic_words() for word in found[1:]):
        yield "form:legal"
    for form in dict.fromkeys(document.forms[span.start : span.end]):
        if len(form) >= MIN_LETTERS_OF_CONTENT_WORD and word_forms().word_class(form) != "-":
            yield f"word:{form}"
