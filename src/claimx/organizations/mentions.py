"""Mentions of organisations by name: what the model, the list and the patterns see, put together.

Example: in "la banque Oddo et le parquet de Paris ont saisi l'AMF", "Oddo" follows a nominal head,
"parquet de Paris" is an institution by its complement, "AMF" is in the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimx.lexicons.word_forms import word_forms
from claimx.organizations.abbreviations import definitions, find_defined, find_notions
from claimx.organizations.classifier import Plausibility
from claimx.organizations.context_patterns import find_surrounded
from claimx.organizations.disambiguation import is_classed, judge
from claimx.organizations.document import Context, Head
from claimx.organizations.entity_filter import is_organization, may_repeat, trim
from claimx.organizations.gazetteer import Entry, Gazetteer
from claimx.organizations.lexicon import first_names
from claimx.organizations.name_patterns import find_institutions, find_introduced
from claimx.organizations.spelling import display, fold
from claimx.syntax.words import Span

SHORTEST = 3
ORG_LABELS = frozenset({"ORG", "ORGANIZATION", "ORGANISATION"})
LABELS = ORG_LABELS | {"PER", "LOC", "MISC"}
# Log odds above which a name stays that the model calls an organisation, and one is added that it calls
# something else. F rises as long as what is dropped is right less than four times in ten.
KEPT, ADDED = -0.4, 0.0


@dataclass(slots=True)
class Mention:
    """A mention by name: characters ``start`` to ``end``, tokens ``first`` to ``last`` (excluded).

    ``spelling`` is that of the list, "" for a name out of it.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    entry: Entry | None = None
    kind: str | None = None
    spelling: str = ""


def find_mentions(context: Context, gazetteer: Gazetteer) -> list[Mention]:
    """The mentions by name of a text, in order, without overlap."""
    found, hidden = _listed(context, gazetteer)
    classed = Counter(text for span, text in context.spans if is_classed(context, span.start))
    entities = Counter(text for _, text in context.spans)
    others = {text for text, times in classed.items() if 2 * times >= entities[text]}
    others |= set(find_notions(context))
    for find in (find_introduced, find_institutions, find_defined, find_surrounded):
        for head in find(context):
            found.append(_mention(context, head.first, head.after, gazetteer, _kind(head)))
    listed = {mention.last - 1 for mention in found if mention.entry is not None}
    for span in _plausible(context, gazetteer, listed):
        found.append(_mention(context, span.start, span.end, gazetteer))
    kept = (
        mention
        for mention in found
        if hidden.get(mention.start, 0) < mention.end
        and not (mention.entry is None and (mention.text in others or gazetteer.is_other(mention.text)))
    )
    mentions = _without_overlap(kept)
    again = [*_abbreviated(context, mentions, gazetteer), *_repeated(context, mentions, hidden)]
    return _without_overlap([*mentions, *again])


def _plausible(context: Context, gazetteer: Gazetteer, listed: set[int]) -> Iterator[Span]:
    """The model's entities that are organisations, by their score where the list doesn't know them.

    listed: the last words of names of the list; "Ateliers Renault" ends in one.
    """
    trimmed = [trim(context, span) for span, _ in context.spans if span.label_ in LABELS]
    spans = [span for span in trimmed if span is not None]
    scores = Plausibility(context, spans) if context.tagged else None
    for span in spans:
        called = span.label_ in ORG_LABELS
        # Most names that are none are told by their first word, at no cost.
        if not called and context.form(span.start) in first_names():
            continue
        known = gazetteer.entries(span.text) or gazetteer.is_other(span.text)
        if (known and not called) or not is_organization(context, span):
            continue
        if scores is not None and not known and not (called and span.end - 1 in listed):
            called = scores[span.text] > (KEPT if called else ADDED)
        if called:
            yield span


def _abbreviated(context: Context, mentions: list[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """The places of the acronyms that the text defines."""
    defined = definitions(context, mentions)
    for token in context.parse if defined else ():
        if token.text in defined:
            yield _mention(context, token.i, token.i + 1, gazetteer, defined[token.text].kind)


def _repeated(context: Context, mentions: list[Mention], hidden: dict[int, int]) -> Iterator[Mention]:
    """Other places of names out of the list that a pattern, or the model twice, found."""
    seen = Counter(mention.text for mention in mentions)
    firm = (m for m in mentions if m.entry is None and (m.kind is not None or seen[m.text] > 1))
    kinds = {}
    for mention in firm:
        if context.is_capital(mention.first):
            kinds[mention.text] = mention.kind
            for short in _short_forms(mention.text):
                kinds.setdefault(short, mention.kind)
    if not kinds:
        return
    for match in Gazetteer({"name": name} for name in kinds).find(context.text):
        span = context.parse.cover(match.start, match.end, exact=True)
        if span is None or match.start in hidden or context.text[match.start : match.end] not in kinds:
            continue
        if may_repeat(context, span):
            yield Mention(match.start, match.end, span.start, span.end, span.text, None, kinds[span.text])


def _short_forms(name: str) -> Iterator[str]:
    """A name without legal form, and its first word where that is no word of the language."""
    yield display(name)
    first = name.split()[0]
    coined = first.isalpha() and word_forms().word_class(first.lower()) == "-"
    if coined and len(first) > SHORTEST and fold(first) not in first_names():
        yield first


def _listed(context: Context, gazetteer: Gazetteer) -> tuple[list[Mention], dict[int, int]]:
    """Plausible names of the list, and the characters of what is something else here → its end."""
    sure: list[Mention] = []
    doubtful: list[Mention] = []
    hidden: dict[int, int] = {}
    for match in gazetteer.find(context.text):
        span = context.parse.cover(match.start, match.end)
        verdict = False if match.alias.entry is None or span is None else judge(context, span, match)
        if span is None or verdict is False:
            hidden.update(dict.fromkeys(range(match.start, match.end), match.end))
            continue
        text, entry = context.text[match.start : match.end], match.alias.entry
        kind = entry.kind if entry else None
        mention = Mention(match.start, match.end, span.start, span.end, text, entry, kind, match.alias.text)
        (sure if verdict else doubtful).append(mention)
    ends = {mention.last for mention in sure}
    left: list[Mention] = []
    for mention in doubtful:
        if _joined(context, mention.first) in ends:
            sure.append(mention)
            ends.add(mention.last)
        else:
            left.append(mention)
    names = {mention.entry for mention in sure}
    return sure + [mention for mention in left if mention.entry in names], hidden


def _joined(context: Context, first: int) -> int:
    """The token after the name that a name is coordinated to, if any: "SFR et Orange"."""
    if context.has_role(first - 1, "article"):
        first -= 1
    return first - 1 if context.form(first - 1) in ("et", "ou", ",", "&") else -1


def _kind(head: Head) -> str | None:
    """The kind that a head gives to the name it introduces, where there is one."""
    kinds = head.noun.kinds
    if len(kinds) == 1:
        return next(iter(kinds))
    return "company" if head.noun.evidence == "any" and "company" in kinds else None


def _mention(
    context: Context, first: int, last: int, gazetteer: Gazetteer, kind: str | None = None
) -> Mention:
    span = context.parse.span(first, last)
    text = span.text
    entry = next(iter(gazetteer.entries(text)), None)
    kind = entry.kind if entry else kind
    return Mention(span.start_char, span.end_char, first, last, text, entry, kind)


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """The longest of those that overlap; a known organisation before an unknown one as long."""
    return sorted(_kept(mentions), key=lambda mention: mention.start)


def _kept(mentions: Iterable[Mention]) -> Iterator[Mention]:
    taken: set[int] = set()
    order = sorted(mentions, key=lambda m: (m.start - m.end, m.entry is None, m.kind is None, m.start))
    for mention in order:
        place = range(mention.start, mention.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield mention
