"""Prepositions that attribute a clause to a source: "selon The Information", "de l'avis des experts".

Not an attribution: "selon la loi", "selon les besoins", "varie selon l'âge", "selon que".
"""

from collections.abc import Iterator
from functools import cache

from claimx import annotations, lexicons
from claimx.claims.attribution.relatives import by_relative, relative_after
from claimx.claims.attribution.scopes import after_colon
from claimx.claims.attribution.source_nouns import NO_SOURCE, noun_class
from claimx.claims.attribution.speaker_names import named_by
from claimx.claims.attribution.speakers import can_speak, is_author, speakers, with_apposition
from claimx.claims.attribution.types import Attribution, Construction, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.lexicons import grammar
from claimx.lexicons.phrases import CONTRACTED
from claimx.model import Level
from claimx.syntax.clause import Clauses
from claimx.syntax.dependencies import children, feature, first, has_class, is_demonstrative, is_finite
from claimx.syntax.noun_phrases import subtree
from claimx.syntax.quotes import CLOSING, OPENING, previous_word
from claimx.syntax.span_groups import Member, group
from claimx.syntax.words import Parse, Word

LONGEST_FRAGMENT = 15
MAX_CLAUSES_IN_PHRASE = 3
# Kinds of organisations that state opinions.
JUDGING = frozenset({"international", "media", "ngo", "party", "union"})
# Words after which a clause begins or ends.
EDGES = frozenset({"ADV", "CCONJ", "SCONJ"})
UPWARDS = frozenset({"det", "case", "amod", "nummod", "flat", "fixed", "compound", "advmod"})


def find_prepositions(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions made by prepositions in a parsed text."""
    parse, clauses = analysis.parse, analysis.clauses
    for start, end, operator in analysis.operators.find_locutions(parse, "ADP"):
        relative = relative_after(parse, start, end)
        if relative is not None:
            yield from by_relative(start, relative, operator, analysis)
            continue
        if any(feature(word, "Poss") == "Yes" for word in parse[start:end]):
            continue  # "à ses yeux": see `possessors`
        head = _complement(parse, end)
        worded = has_class(parse[start:end], grammar.WORDING)  # "aux termes du règlement"
        if head is None or not (worded or _is_source(head, parse[start])):
            continue
        if not _is_adjunct(parse, start, end, clauses):
            continue
        if grammar.VIEWPOINT_PREPOSITION in parse[start].classes and not _is_opinion(head, start):
            continue
        author = is_author(head)
        high = _phrase_end(head)
        found = speakers(head, before=high, definite=parse[end - 1].lower_ in CONTRACTED)
        if not found and not author:
            continue
        low = min(start, head.left_edge.i)
        beyond = max([high, *(speaker.end for speaker in found)])
        high = max(high, with_apposition(parse, beyond, head.sent.end))
        yield Attribution(
            rule=Construction.PREPOSITION,
            cls=operator.cls,
            cue=(start, end),
            anchor=start,
            level=Level.PROBABLE if author else operator.effect(source=source_level(found))[0],
            speakers=found,
            scopes=scopes_around(start, low, high, head, clauses),
            apart=frozenset(range(low, high)),
        )


def _is_adjunct(parse: Parse, start: int, end: int, clauses: Clauses) -> bool:
    """Whether a locution with a noun or a verb qualifies a clause, not a word: "compte tenu de l'avis de X".

    It then stands at the edge of a clause; with a noun, also after a predicate.
    """
    kinds = {word.pos_ for word in parse[start:end]}
    if not kinds & {"NOUN", "VERB"}:
        return True
    before = previous_word(parse, start)
    if before is None or before.i < parse[start].sent.start or before.is_punct or before.pos_ in EDGES:
        return True
    clause = clauses.of(before) if "NOUN" in kinds else None
    return clause is not None and before in (*clause.links, clause.finite)


def _is_opinion(head: Word, start: int) -> bool:
    """Whether a sentence-initial "pour" with a comma gives somebody's opinion: "Pour lui, il s'agit ...".

    Before a quotation, any possible speaker qualifies ("Pour un courtier, « ... »"). Otherwise an
    organisation qualifies by its kind only: "Pour la CGT, ...", not "Pour Apple, ...".
    """
    parse = head.parse
    if grammar.RELATIVE in head.classes:
        return False  # "Paul Arzel, pour qui le club a payé": see `relatives`
    end = _phrase_end(head)
    quoted = end + 1 < len(parse) and parse[end + 1].text in OPENING
    person = (
        head.ent_type_ == "PER"
        or grammar.TONIC_PRONOUN in head.classes
        or (noun_class(head) == "role" and has_class(head.children, grammar.DEFINITE_ARTICLE))
        or (quoted and can_speak(head))
        or any(member.values.get("kind") in JUDGING for member in _named(head))
    )
    return person and _is_initial(parse[start]) and end < len(parse) and parse[end].text == ","


def _named(head: Word) -> list[Member]:
    """The organisations that a phrase names, by its head or by a name in apposition."""
    name = named_by(head)
    return group(head.parse, annotations.ORGANIZATIONS).at(name.start if name is not None else head.i)


def _complement(parse: Parse, index: int) -> Word | None:
    """The head of the noun phrase that starts at a token."""
    if index >= len(parse):
        return None
    token = parse[index]
    while token.head.i >= index and token.head != token and token.base in UPWARDS:
        token = token.head
    named = token.pos_ == "DET" and first(token, "flat") is not None  # "La Gazzetta dello Sport"
    return token if named or token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM") else None


def _phrase_end(head: Word) -> int:
    """End of the phrase of a source: of its subtree, unless the parser attached a whole clause to it."""
    parse, end = head.parse, head.right_edge.i + 1
    # "Selon Anne Petit, juriste : « P »": P may be parsed as part of the phrase
    end = next((index for index in range(head.i + 1, end) if parse[index].text == ":"), end)
    comma = next((index for index in range(head.i + 1, end) if parse[index].text == ","), end)
    apposed = [grand for child in children(head, "appos") for grand in children(child, "acl")]
    for child in (*apposed, *children(head, "appos", "acl")):
        if child in apposed and child.dep_ == "acl:relcl":
            # "selon son avocate, Me Anne Petit, qui a fait appel, P"
            return child.right_edge.i + (not parse[child.right_edge.i].is_punct)
        if child.base == "appos" and first(child, "det") is not None and noun_class(child) == NO_SOURCE:
            continue  # "selon un négociant, la prime ...": the subject of the clause
        # "selon Jean Dupont, analyste chez X, le marché ..." against "selon Reuters, Nvidia ..."
        if child.i > comma and child.text[0].islower() and child.left_edge.i <= comma + 2:
            end = min(end, child.right_edge.i + 1)
            return end - 1 if parse[end - 1].is_punct else end
    return comma


@cache
def _variation_verbs() -> dict[str, bool]:
    """Words that say by what something varies; whether they tell of a range of cases."""
    return {row["lemma"]: bool(row["range"]) for row in lexicons.read("variation_verbs")}


def _is_source(head: Word, preposition: Word) -> bool:
    verbs = _variation_verbs()
    before = _before_adverbs(preposition).lemma_
    if head.ent_type_ or head.pos_ in ("PROPN", "PRON"):
        # "diffère donc selon les Facultés", and "le taux varie selon Reuters"
        ranging = verbs.get(before) and feature(head, "Number") == "Plur"
        return grammar.RELATIVE_WITH_ARTICLE not in head.classes and not ranging
    if (noun_class(head) == NO_SOURCE and named_by(head) is None) or before in verbs:
        return False
    ranges = verbs.get(head.head.lemma_)
    if ranges is None:
        return True
    # "Selon la police, il a agi seul"; "Selon la région, le taux varie" is a range, of no people
    end = _phrase_end(head)
    parted = end < len(head.parse) and head.parse[end].text == ","
    return parted and _is_initial(preposition) and not (ranges and noun_class(head) == "body")


def _before_adverbs(preposition: Word) -> Word:
    """The word before a preposition and the adverbs before it: "diffère donc selon"."""
    index = preposition.i
    while index > preposition.sent.start and preposition.parse[index - 1].pos_ == "ADV":
        index -= 1
    return preposition.parse[max(index - 1, preposition.sent.start)]


def _is_initial(word: Word) -> bool:
    """Whether nothing but marks and a conjunction stands before a word in its sentence."""
    before = word.parse[word.sent.start : word.i]
    return all(token.is_punct or token.is_space or token.pos_ == "CCONJ" for token in before)


def _quoted_before(parse: Parse, start: int) -> int | None:
    """Start of a quoted apposition before a preposition: ", « un rempart », selon X,"; or None."""
    close = start - 1 - (start > 1 and parse[start - 1].text == ",")
    if close < 1 or parse[close].text not in CLOSING:
        return None
    for index in range(close - 1, max(start - LONGEST_FRAGMENT, 1), -1):
        if parse[index].text in OPENING:
            return index if parse[index - 1].text == "," else None
        if is_finite(parse[index]):
            return None
    return None


def _bounded(
    parse: Parse, before: tuple[int, int], after: tuple[int, int], *, opening: bool
) -> tuple[int, int]:
    """Start and end of a scope, bounded by semicolons, by a relative that comments on it, and by "mais".

    before, after: the sentence before and after the phrase. opening: whether the phrase opens it.
    """
    left = max([before[0], *(word.i + 1 for word in parse[slice(*before)] if word.text == ";")])
    right = min([after[1], *(word.i for word in parse[slice(*after)] if word.text == ";")])
    start = after[0] + (after[0] < right and parse[after[0]].text == ",")
    if (
        not opening
        and start < right
        and (is_demonstrative(parse[start]) or has_class([parse[start]], grammar.ADVERSATIVE))
    ):
        right = after[0]
    return left, right


def scopes_around(start: int, low: int, high: int, head: Word, clauses: Clauses) -> list[tuple[int, int]]:
    """The scopes of a phrase: the rest of its sentence if the phrase is at an edge, else its clause.

    start: the preposition. low, high: the range of the phrase, of which ``head`` is the head.
    """
    parse, sentence = head.parse, head.sent
    opening = _is_initial(parse[start])
    closing = all(token.is_punct or token.is_space for token in parse[high : sentence.end])
    left, right = sentence.start, sentence.end
    if closing and not opening:
        left = after_colon(parse, left, start)
    if opening and high >= right and high < len(parse) and not parse[right - 1].is_punct:
        # The parser cut the sentence after its opening phrase.
        right = parse[high].sent.end
    left, right = _bounded(parse, (left, low), (high, right), opening=opening)
    fragment = None if opening or closing else _quoted_before(parse, start)
    if fragment is not None:
        return [(fragment, low)]
    clause = clauses.of(head)
    governor = head.head
    for _ in range(MAX_CLAUSES_IN_PHRASE):
        if clause is None or not low <= clause.top.i < high:
            break
        # "si l'on en croit X": the clause around it
        governor = clause.top.head
        clause = clauses.of(governor) if governor is not clause.top else None
    while clause is not None and governor not in clause.links and governor.head != governor:
        if governor.base == "acl":
            return [
                scope
                for scope in ((governor.left_edge.i, low), (high, governor.right_edge.i + 1))
                if scope[0] < scope[1]
            ]
        governor = governor.head
    if not (opening or (closing and start and parse[start - 1].text == ",")) and clause is not None:
        first_word, end = subtree(clause.top)
        left, right = max(left, first_word), min(right, end)
    return [scope for scope in ((left, low), (high, right)) if scope[0] < scope[1]]
