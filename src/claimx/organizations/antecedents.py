"""Names recognised as organisations by a noun that takes them up: "Zorbex a levé 12 millions. La jeune pousse
conçoit des capteurs".

A definite noun of a company without complement has been named before. Where nothing else in the sentence
before can be meant, it is the one word there that no list knows, whatever the model takes it for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.organizations.document import LINE_ENDS, NameDocument
from claimx.organizations.entity_filter import is_organization, is_unknown_word
from claimx.organizations.lexicon import Noun, origin, word_with_role
from claimx.organizations.mention import Head, Mention
from claimx.syntax.dependencies import is_passive
from claimx.syntax.words import Span, Word

MAX_TOKENS_BACK = 90
MAX_SENTENCES_BACK = 3
MAX_ADJECTIVES = 2
COMPANY = "company"
LABELS = ("LOC", "PER", "MISC")


def find_antecedents(document: NameDocument, mentions: Sequence[Mention]) -> Iterator[Head]:
    """The names that a noun takes up, each with that noun.

    mentions: the organisations found so far.
    """
    if not document.parse.is_parsed:
        return
    names = {mention.after - 1: mention for mention in mentions}
    seen: set[int] = set()
    for head in document.heads:
        span = _antecedent(document, head, names) if _takes_up(document, head) else None
        if span is not None and span.start not in seen:
            seen.add(span.start)
            yield Head(span.start, span.end, head.noun)


def _takes_up(document: NameDocument, head: Head) -> bool:
    """Whether a head is a definite company in the singular that no name or complement tells apart."""
    noun, determiner = head.noun, head.first - 1
    if COMPANY not in noun.kinds or noun.evidence == "none" or noun.number != "s":
        return False
    while determiner > 0 and document.parse[determiner].pos_ == "ADJ":
        determiner -= 1
    word = word_with_role(document.form(determiner), "article", "contraction", "demonstrative")
    if word is None or word.number == "p" or document.is_capital(head.first):
        return False
    if any(document.has_role(index, "different") for index in range(determiner, head.first)):
        return False
    after = head.after
    while after < head.after + MAX_ADJECTIVES and _is_adjective(document, after):
        if document.has_role(after, "different"):
            return False
        after += 1
    if any(child.base == "cop" for child in document.parse[head.first].children):
        return False
    return not (document.has_role(after, "complement", "contraction") or document.is_capital(after))


def _is_adjective(document: NameDocument, index: int) -> bool:
    return origin(document.form(index)) is not None or document.category(index) == "ADJ"


def _antecedent(document: NameDocument, head: Head, names: dict[int, Mention]) -> Span | None:
    """The unknown word that the head must mean; None if there are several, or an organisation that fits."""
    if document.form(head.after) == ",":
        return None
    country = origin(document.form(head.after))
    found: list[Span] = []
    ends = 0
    for index in range(head.first - 1, max(-1, head.first - MAX_TOKENS_BACK - 1), -1):
        ends += document.form(index) in LINE_ENDS or "\n" in document.form(index)
        if ends > MAX_SENTENCES_BACK:
            break
        if index in names and _fits(names[index], head.noun, country):
            return None
        span = document.entity_at.get(index)
        if ends == 1 and span is not None and span.end - 1 == index and _may_be_meant(document, span):
            found.append(span)
    return found[0] if len({span.text for span in found}) == 1 else None


def _fits(mention: Mention, noun: Noun, country: str | None) -> bool:
    """Whether a noun with an adjective of this country may take up a known organisation."""
    home = mention.entry.country if mention.entry else None
    foreign = country and home and country != home
    return not foreign and (mention.kind is None or mention.kind in noun.kinds)


def _may_be_meant(document: NameDocument, span: Span) -> bool:
    """Whether an entity is an unknown word in the place of somebody who takes part in something."""
    if span.label_ not in LABELS or not is_unknown_word(document, span):
        return False
    if not is_organization(document, span):
        return False
    root = span.root
    cases = [document.form(child.i) for child in root.children if child.base == "case"]
    if not cases:
        return root.base in ("nsubj", "obj")
    if cases == ["a"]:
        return span.start - 1 not in document.starts and root.dep_ == "obl:arg" and _is_given(root.head)
    return cases in (["de"], ["d'"], ["par"])


def _is_given(verb: Word) -> bool:
    """Whether a verb has an object or is passive, so that "à" may name a recipient: "accordé à Zorbex"."""
    return verb.base == "acl" or any(child.base == "obj" for child in verb.children) or is_passive(verb)
