"""Direct speech: the speaker of each quotation that contains a clause.

The speaker is named in a reporting clause after, before or within the quotation, in a "selon" of the same
sentence, or is the speaker of the previous quotation. A quoted fragment without a clause is no attribution.
"""

from collections.abc import Iterator

from claimx import annotations
from claimx.claims.attribution.quote_introductions import (
    MAX_TOKENS_TO_QUOTE,
    announced,
    introduced_by_line,
    signed,
    spoken_of,
)
from claimx.claims.attribution.reporting_verbs import speakers_of
from claimx.claims.attribution.types import Attribution, Construction, reported_by, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Trait
from claimx.claims.operators.lookup import Operators
from claimx.model import SourceKind
from claimx.syntax.clause import Clauses
from claimx.syntax.quotes import CLOSING
from claimx.syntax.span_groups import group
from claimx.syntax.verbs import finite_form
from claimx.syntax.words import Span, Word

# Where a sentence or an earlier quotation ends.
BREAKS = frozenset(".!?") | CLOSING


def find_quotations(analysis: Analysis, reports: list[Attribution]) -> Iterator[Attribution]:
    """The attributions of the quotations of a parsed text.

    reports: the attributions by verbs and prepositions; one that reaches into a quotation is extended to all
    of it, across sentences.
    """
    parse, clauses, operators = analysis.parse, analysis.clauses, analysis.operators
    previous: Attribution | None = None
    for quote in group(parse, annotations.QUOTES):
        if not _holds_clause(quote, clauses):
            continue
        after = _verb_after(quote)
        found = (
            next((report for report in reports if after and report.anchor == after[0].i), None)
            or _introduced(after, analysis, any_verb=True)
            or _reaching(quote, reports, operators)
            or _introduced(_words_before(quote), analysis, any_verb=False)
            or announced(quote, clauses)
            or signed(quote, clauses)
            or introduced_by_line(quote)
            or spoken_of(quote, clauses)
        )
        if found is None:
            earlier = [*reports, *([previous] if previous is not None else [])]
            found = _still_speaking(quote, earlier, operators)
        opening = max(quote.start - 1, 0)
        while opening > 0 and parse[opening].is_space:
            opening -= 1
        attribution = Attribution(
            rule=Construction.QUOTE,
            cls=found.cls if found is not None else operators.unknown_report.cls,
            cue=found.cue if found is not None else (opening, opening + 1),
            anchor=found.anchor if found is not None else opening,
            level=found.level if found is not None else source_level([]),
            polarity=found.polarity if found is not None else 1,
            speakers=found.speakers if found is not None else [],
            scopes=[(quote.start, quote.end)],
        )
        previous = attribution
        yield attribution


def _holds_clause(quote: Span, clauses: Clauses) -> bool:
    """Whether a quotation contains the whole verb group of a main or complement clause."""
    return any(
        clause.finite is not None
        and quote.start <= clause.finite.i < quote.end
        and all(quote.start <= link.i < quote.end for link in clause.links[clause.shared :])
        and clause.top.dep_ not in ("acl:relcl", "acl")
        for clause in {id(c): c for c in (clauses.of(token) for token in quote) if c is not None}.values()
    )


def _reaching(quote: Span, reports: list[Attribution], operators: Operators) -> Attribution | None:
    """The nearest report whose scope holds most of the quote's first or last sentence."""
    best: tuple[int, Attribution] | None = None
    for report in reports:
        inside = sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in report.scopes)
        if inside * 2 < min(len(quote), 6) or not _is_speech(report, operators) or not report.speakers:
            continue
        distance = min(abs(report.anchor - quote.start), abs(report.anchor - quote.end))
        if best is None or distance < best[0]:
            best = (distance, report)
    return best[1] if best is not None else None


def _words_before(quote: Span) -> list[Word]:
    """The words before a quote in its sentence, from the nearest ("a déclaré : «", "explique que «")."""
    index, found = quote.start - 1, []
    while (
        index >= 0 and quote.start - index < MAX_TOKENS_TO_QUOTE and not _is_break(quote.parse[index], quote)
    ):
        found.append(quote.parse[index])
        index -= 1
    return found


def _introduced(words: list[Word], analysis: Analysis, *, any_verb: bool) -> Attribution | None:
    """The attribution by the first reporting verb with a speaker among some words.

    any_verb: whether any verb counts as a reporting verb ("», sourit-elle").
    """
    for verb in words:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if not any_verb and any(child.text.startswith("-") for child in verb.children):
            continue  # a question before the answer: "Craignez-vous une hausse ?"
        operator = analysis.operators.of_speech(verb)
        if operator is None or not operator.has(Trait.SPEECH):
            if not any_verb:
                continue
            operator = analysis.operators.unknown_report
        found, _ = speakers_of(verb, analysis.clauses)
        if found:
            return reported_by(verb, operator, found, Construction.QUOTE)
    return None


def _verb_after(quote: Span) -> list[Word]:
    """The verb of "», a déclaré X": the first after the quotation if its subject follows; else empty."""
    parse = quote.parse
    index = quote.end
    while index < len(parse) and index - quote.end < 4 and (parse[index].is_punct or parse[index].is_space):
        index += 1
    for token in parse[index : index + 6]:
        if token.pos_ == "VERB" and finite_form(token) is not None:
            late = any(child.base == "nsubj" and child.i > token.i for child in token.children)
            return [token] if late else []
    return []


def _is_break(token: Word, quote: Span) -> bool:
    """Whether a sentence or a paragraph ends at a token before a quotation."""
    return token.text in BREAKS or (
        token.is_space and token.text.count("\n") > 1 and token.i < quote.start - 2
    )


def _still_speaking(quote: Span, earlier: list[Attribution], operators: Operators) -> Attribution | None:
    """The previous attribution, for a quotation without an introduction: its speaker continues."""
    best: Attribution | None = None
    for attribution in earlier:
        end = max(attribution.anchor, *(scope[1] for scope in attribution.scopes), 0)
        near = attribution.anchor < quote.start and quote.start - end < MAX_TOKENS_TO_QUOTE
        spoken = any(speaker.kind is not SourceKind.ANONYMOUS for speaker in attribution.speakers)
        if (
            near
            and spoken
            and _is_speech(attribution, operators)
            and (best is None or attribution.anchor > best.anchor)
        ):
            best = attribution
    return best


def _is_speech(attribution: Attribution, operators: Operators) -> bool:
    return operators.classes[attribution.cls].has(Trait.SPEECH)
