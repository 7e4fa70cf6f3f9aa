"""Mentions of organisations by name: those of the model, of the list and of the patterns together.

In "la banque Oddo et le parquet de Paris ont saisi l'AMF", "Oddo" follows a nominal head, "parquet de Paris"
is an institution by its complement, and "AMF" is in the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from claimx.lexicons.word_forms import word_forms
from claimx.organizations.abbreviations import find_abbreviated, find_abbreviations, find_other_acronyms
from claimx.organizations.conjuncts import find_conjuncts
from claimx.organizations.context_patterns import find_in_context
from claimx.organizations.disambiguation import is_organization_here, is_related
from claimx.organizations.document import NameDocument
from claimx.organizations.entities import find_entities
from claimx.organizations.entity_filter import is_classed, may_repeat
from claimx.organizations.gazetteer import Gazetteer
from claimx.organizations.lexicon import first_names
from claimx.organizations.mention import Head, Mention
from claimx.organizations.name_patterns import find_institutions, find_introduced
from claimx.organizations.spelling import display_name, fold

PATTERNS = (find_introduced, find_institutions, find_abbreviated, find_in_context)
MAX_LETTERS_OF_AMBIGUOUS_WORD = 3
TOKENS_OF_PERSON = 2


class Names(NamedTuple):
    """The names of a text.

    mentions: in order, without overlap. abbreviations: acronym → the mention of the full name it stands for.
    """

    mentions: list[Mention]
    abbreviations: dict[str, Mention]


def find_names(document: NameDocument, gazetteer: Gazetteer) -> Names:
    """Find the mentions of organisations by name, and the acronyms that the text defines."""
    found, hidden = _listed(document, gazetteer)
    pairs = {mention.start: mention for mention in found}, {mention.end: mention for mention in found}
    for find in PATTERNS:
        for head in find(document):
            mention = _mention(document, head.first, head.after, gazetteer, _kind(head))
            if not _is_pair(mention, *pairs):
                found.append(mention)
    listed = {mention.after - 1 for mention in found if mention.entry is not None}
    for span in find_entities(document, gazetteer, listed):
        found.append(_mention(document, span.start, span.end, gazetteer))
    others = _other_names(document, {mention.first for mention in found if mention.kind is not None})
    known = {mention.first: mention.after for mention in found if mention.entry is not None}
    kept = (
        mention
        for mention in found
        if hidden.get(mention.start, 0) < mention.end
        and not _is_listing(document, mention)
        and not _ends_in_person(document, mention, known)
        and not (mention.entry is None and (mention.text in others or gazetteer.is_other(mention.text)))
    )
    mentions = _without_apposed(document, _without_overlap(kept))
    for span in find_conjuncts(document, mentions):
        mentions.append(_mention(document, span.start, span.end, gazetteer))
    mentions = _without_overlap(mentions)
    abbreviations = find_abbreviations(document, mentions)
    again = [
        *_abbreviated(document, abbreviations, gazetteer),
        *_repeated(document, mentions, hidden),
    ]
    return Names(_without_overlap([*mentions, *again]), abbreviations)


def _is_pair(mention: Mention, starts: Mapping[int, Mention], ends: Mapping[int, Mention]) -> bool:
    """Whether it is one word made of two listed names: "Renault-Nissan"."""
    first, last = starts.get(mention.start), ends.get(mention.end)
    return mention.after - mention.first == 1 and first is not last and None not in (first, last)


def _is_listing(document: NameDocument, mention: Mention) -> bool:
    """Whether it is the exchange or the code of a listing in brackets: "(Euronext : ZBX)"."""
    following = (document.form(index).strip() for index in range(mention.after, mention.after + 2))
    after = next(filter(None, following), "")
    if after not in (":", ")"):
        return False
    words = (document.form(index) for index in range(mention.first - 5, mention.first))
    before = [word for word in words if word.strip()]
    if before[-1:] == ["("]:
        return after == ":"
    return before[-1:] == [":"] and "(" in before[-3:] and after == ")"


def _ends_in_person(document: NameDocument, mention: Mention, known: Mapping[int, int]) -> bool:
    """Whether an unlisted name is a listed one and a person's: "le PDG de Renault Ana Velm".

    known: first token → token after, of the listed names.
    """
    after = known.get(mention.first, mention.after)
    if mention.entry is not None or mention.after - after != TOKENS_OF_PERSON:
        return False
    titled = all(document.words[index].istitle() for index in range(after, mention.after))
    return titled and is_related(document, mention.first)


def _other_names(document: NameDocument, announced: Container[int]) -> set[str]:
    """Names that are something else here: by the noun before half their mentions, or by definition."""
    classed = Counter(
        span.text for span in document.entities if span.start not in announced and is_classed(document, span)
    )
    times = Counter(span.text for span in document.entities)
    others = {text for text, count in classed.items() if 2 * count >= times[text]}
    return others | set(find_other_acronyms(document))


def _abbreviated(
    document: NameDocument, abbreviations: dict[str, Mention], gazetteer: Gazetteer
) -> Iterator[Mention]:
    """The mentions by an acronym that the text defines."""
    for token in document.parse if abbreviations else ():
        if token.text in abbreviations:
            kind = abbreviations[token.text].kind
            yield _mention(document, token.i, token.i + 1, gazetteer, kind)


def _repeated(document: NameDocument, mentions: list[Mention], hidden: dict[int, int]) -> Iterator[Mention]:
    """Further mentions of unlisted names that a pattern, or the model twice, found elsewhere in the text."""
    seen = Counter(mention.text for mention in mentions)
    firm = (m for m in mentions if m.entry is None and (m.kind is not None or seen[m.text] > 1))
    kinds = {}
    for mention in firm:
        if document.is_capital(mention.first):
            kinds[mention.text] = mention.kind
            for short in _short_forms(mention.text):
                kinds.setdefault(short, mention.kind)
    if not kinds:
        return
    for match in Gazetteer({"name": name} for name in kinds).find(document.folded):
        span = document.parse.cover(match.start, match.end, exact=True)
        if span is None or match.start in hidden or document.text[match.start : match.end] not in kinds:
            continue
        if may_repeat(document, span):
            yield Mention(match.start, match.end, span.start, span.end, span.text, None, kinds[span.text])


def _short_forms(name: str) -> Iterator[str]:
    """A name without legal form, and its first word if that is no French word."""
    yield display_name(name)
    first = name.split()[0]
    coined = first.isalpha() and word_forms().word_class(first.lower()) == "-"
    if coined and len(first) > MAX_LETTERS_OF_AMBIGUOUS_WORD and fold(first) not in first_names():
        yield first


def _listed(document: NameDocument, gazetteer: Gazetteer) -> tuple[list[Mention], dict[int, int]]:
    """The listed names that are organisations here, and first character → end of those that are not."""
    sure: list[Mention] = []
    doubtful: list[Mention] = []
    hidden: dict[int, int] = {}
    for match in gazetteer.find(document.folded):
        span = document.parse.cover(match.start, match.end)
        listed = match.alias.entry is not None
        verdict = listed and span is not None and is_organization_here(document, span, match)
        if span is None or verdict is False:
            hidden.update(dict.fromkeys(range(match.start, match.end), match.end))
            continue
        text, entry = document.text[match.start : match.end], match.alias.entry
        kind = entry.kind if entry else None
        mention = Mention(match.start, match.end, span.start, span.end, text, entry, kind, match.alias.text)
        (sure if verdict else doubtful).append(mention)
    ends = {mention.after for mention in sure}
    left: list[Mention] = []
    for mention in doubtful:
        if _joined(document, mention.first) in ends:
            sure.append(mention)
            ends.add(mention.after)
        else:
            left.append(mention)
    names = {mention.entry for mention in sure}
    return sure + [mention for mention in left if mention.entry in names], hidden


def _joined(document: NameDocument, first: int) -> int:
    """The token after the name that this one is coordinated with, or -1: "SFR et Orange"."""
    while document.has_role(first - 1, "article", "complement", "contraction"):
        first -= 1
    return first - 1 if document.is_joint(first - 1) else -1


def _kind(head: Head) -> str | None:
    """The kind that a head gives to the name it introduces, None if it may be of several."""
    kinds = head.noun.kinds
    if len(kinds) == 1:
        return next(iter(kinds))
    return "company" if head.noun.evidence == "any" and "company" in kinds else None


def _mention(
    document: NameDocument, first: int, last: int, gazetteer: Gazetteer, kind: str | None = None
) -> Mention:
    span = document.parse.span(first, last)
    text = span.text
    entry = next(iter(gazetteer.entries(text)), None)
    kind = entry.kind if entry else kind
    return Mention(span.start_char, span.end_char, first, last, text, entry, kind)


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """The longest of those that overlap, listed ones before others of the same length, in order."""
    return sorted(_kept(mentions), key=lambda mention: mention.start)


def _without_apposed(document: NameDocument, mentions: list[Mention]) -> list[Mention]:
    """Without institutions in small letters that describe the name before: "Velm, le régulateur fédéral,"."""
    ends = {mention.after for mention in mentions}
    return [
        mention
        for mention in mentions
        if any(map(document.is_capital, range(mention.first, mention.after)))
        or not (
            document.has_role(mention.first - 1, "article")
            and document.form(mention.first - 2) == ","
            and mention.first - 2 in ends
        )
        or document.has_role(mention.after, "coordinator")
    ]


def _kept(mentions: Iterable[Mention]) -> Iterator[Mention]:
    taken: set[int] = set()
    order = sorted(mentions, key=lambda m: (m.start - m.end, m.entry is None, m.kind is None, m.start))
    for mention in order:
        place = range(mention.start, mention.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield mention
