"""How plausible it is that a name of the model is an organisation's, by what stands in it and around it.

Example: of "Zorbex" in "Le patron de Zorbex a démissionné", ``evidence`` gives "model:ORG", "form:single",
"noun:patron", "nmod:patron" and others. Each is a fact that can be read in the text, the weights of
``organization_evidence.tsv`` add up to log odds: 0 is as likely as not. ``training/fit_evidence.py``
estimates them by logistic regression.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from claimx.lexicons import read
from claimx.lexicons.name_words import name_class
from claimx.lexicons.word_forms import word_forms
from claimx.organizations.document import Context
from claimx.organizations.features import after, before, beside, governed
from claimx.organizations.lexicon import class_nouns, first_names, generic_words, noun_of
from claimx.organizations.spelling import is_acronym
from claimx.syntax.words import Span

LONG_WORD = 4
LONGEST_ACRONYM = 5
# A text with fewer words, or fewer names beside the one in question, doesn't tell what it is about.
SHORT_TEXT = 40
ENOUGH = 6
FIFTHS = 5
# One word in so many is a noun of money or of organisations: seldom, sometimes, often.
RATES = (200, 50)
MONEY = frozenset(("euro", "euros", "dollars", "francs", "milliard", "milliards", "million", "millions", "%"))


class Plausibility:
    """The scores of the names of one text; all mentions of a name have one, the mean of theirs."""

    def __init__(self, context: Context, spans: list[Span]) -> None:
        """spans: the entities of the model, without articles."""
        self.context = context
        self._mentions: dict[str, list[Span]] = defaultdict(list)
        for span in spans:
            self._mentions[span.text].append(span)
        self._size = len(spans)
        self._organizations = sum(map(_is_called, spans))
        self._about = list(_about(context))
        self._scores: dict[str, float] = {}

    def __getitem__(self, name: str) -> float:
        """The log odds that a name is an organisation's."""
        if name not in self._scores:
            weights, found = _weights(), self.pieces(name)
            total = sum(weights.get(piece, 0.0) for mention in found for piece in mention)
            self._scores[name] = total / len(found)
        return self._scores[name]

    def pieces(self, name: str) -> list[list[str]]:
        """The evidence on a name, a list for each of its mentions."""
        mentions = self._mentions[name]
        others, about = self._size - len(mentions), list(self._about)
        if others >= ENOUGH:
            organizations = self._organizations - sum(map(_is_called, mentions))
            about.append(f"text:fifths-{FIFTHS * organizations // others}")
        return [[*evidence(self.context, span), *about] for span in mentions]


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in read("organization_evidence")}


def evidence(context: Context, span: Span) -> Iterator[str]:
    """The evidence on one mention, by its name in ``organization_evidence.tsv``."""
    yield f"model:{'ORG' if _is_called(span) else span.label_}"
    yield from _own(context, span)
    yield from before(context, span)
    yield from after(context, span)
    yield from beside(context, span)
    if context.parse.is_parsed:
        yield from governed(context, span)


def _is_called(span: Span) -> bool:
    """Whether the model calls it an organisation; models differ in the label."""
    return span.label_.startswith("ORG")


def _about(context: Context) -> Iterator[str]:
    """What the text speaks of: money, organisations; nothing where it is too short to tell."""
    size = len(context.words)
    if size < SHORT_TEXT:
        return
    money = sum(form in MONEY for form in context.forms)
    for kind, times in (("money", money), ("heads", len(context.heads))):
        often = sum(times * rate > size for rate in RATES)
        yield f"text:{kind}-{often}"


def _own(context: Context, span: Span) -> Iterator[str]:
    """What a name looks like, and what its words are known as."""
    text = span.text
    found = [word for word in context.words[span.start : span.end] if any(map(str.isalnum, word))]
    single = len(found) == 1
    if is_acronym(text):
        yield "form:acronym"
        yield f"form:acronym-{min(sum(map(str.isalpha, text)), LONGEST_ACRONYM)}"
    else:
        yield "form:single" if single else "form:pair" if len(found) == 2 else "form:long"
        if single and any(map(str.isupper, text[1:])):
            yield "form:inner-capital"
    if any(map(str.isdigit, text)):
        yield "form:digit"
    if any(word.islower() and word.isalpha() and len(word) >= LONG_WORD for word in found):
        yield "form:small-word"
    first = context.form(span.start)
    if not single:
        yield from _longer(context, span, found)
    if first in first_names():
        yield "form:first-name"
    for letter in sorted(set().union(*(name_class(word.lower()) for word in found)) - {"-"}):
        yield f"known:{letter}"
    yield "first:coined" if word_forms().word_class(first) == "-" else "first:word"


def _longer(context: Context, span: Span, found: list[str]) -> Iterator[str]:
    first = context.form(span.start)
    if noun_of(first) is not None:
        yield "form:head"
    elif first in class_nouns():
        yield f"form:{class_nouns()[first]}"
    if any(word.rstrip(".") in generic_words() for word in found[1:]):
        yield "form:legal"
    for form in dict.fromkeys(context.forms[span.start : span.end]):
        if len(form) >= LONG_WORD and word_forms().word_class(form) != "-":
            yield f"word:{form}"
