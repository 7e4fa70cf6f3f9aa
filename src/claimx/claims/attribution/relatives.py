"""Relative clauses that credit their antecedent: "une étude selon laquelle P", "Paul Arzel, selon qui P"."""

from collections.abc import Iterator

from claimx.claims.attribution.genders import agree, gender_of_noun, number_of
from claimx.claims.attribution.source_nouns import NO_SOURCE, noun_class
from claimx.claims.attribution.speakers import antecedent, can_speak, speakers
from claimx.claims.attribution.types import Attribution, Construction, source_level
from claimx.claims.attribution.verb_arguments import owner_of
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.classes import Operator, Trait
from claimx.lexicons import grammar
from claimx.syntax.dependencies import feature
from claimx.syntax.noun_phrases import entity_at
from claimx.syntax.words import Parse, Word

MAX_TOKENS_TO_ANTECEDENT = 8


def relative_after(parse: Parse, start: int, end: int) -> Word | None:
    """The relative pronoun at the end of a locution or after it whose antecedent is a source; or None.

    "une étude selon laquelle P", ", selon qui P"; after "pour" only of the speaker of an inserted report.
    """
    words = parse[end - 1 : end + 1]
    found = next((word for word in words if grammar.RELATIVE_WITH_ARTICLE in word.classes), None)
    viewpoint = grammar.VIEWPOINT_PREPOSITION in parse[start].classes
    if found is None and _is_relative_pronoun(parse, end) and (viewpoint or antecedent(parse[end]) is None):
        found = parse[end]
    if found is None or (viewpoint and not _follows_inverted_speaker(start, found)):
        return None
    return found


def by_relative(start: int, pronoun: Word, operator: Operator, analysis: Analysis) -> Iterator[Attribution]:
    """The attribution of a relative clause to its antecedent: "une étude selon laquelle P"."""
    clause, noun = analysis.clauses.of(pronoun), antecedent(pronoun)
    if noun is None or not can_speak(noun):
        noun = _speaker_before(start, pronoun)
    if clause is None or noun is None:
        return
    own = analysis.operators.of_nominal(noun)
    if own is not None and not own.source:
        return  # "la rumeur selon laquelle P": a rumour, whoever spreads it
    if own is not None and own.has(Trait.CREDITS_BY_NOUN) and owner_of(noun) is not None:
        return  # "l'avis du préfet selon lequel P": the noun credits the prefect
    found = speakers(noun, before=_end_before(start, noun.parse))
    if found:
        yield Attribution(
            rule=Construction.PREPOSITION,
            cls=operator.cls,
            cue=(start, pronoun.i + 1),
            anchor=start,
            level=operator.effect(source=source_level(found))[0],
            speakers=found,
            scopes=[(pronoun.i + 1, max(pronoun.i + 2, clause.top.right_edge.i + 1))],
        )


def _is_relative_pronoun(parse: Parse, index: int) -> bool:
    return index < len(parse) and grammar.RELATIVE in parse[index].classes and parse[index].pos_ == "PRON"


def _follows_inverted_speaker(start: int, pronoun: Word) -> bool:
    """Whether a relative clause is said of the speaker of an inserted report: ", dit sa sœur, pour qui P"."""
    word = _speaker_before(start, pronoun)
    while word is not None and word.base == "appos":
        word = word.head
    return word is not None and word.base == "nsubj" and word.head.i < word.i


def _speaker_before(start: int, pronoun: Word) -> Word | None:
    """The antecedent that word order tells: the speaker right before a preposition and its relative pronoun.

    "le chef du parti, Paul Arzel, selon qui P", "l'avocat de la banque, selon lequel P": a name, or the
    nearest noun that may speak and agrees with the pronoun.
    """
    parse = pronoun.parse
    name = entity_at(parse, parse[_end_before(start, parse) - 1], ("PER",))
    if name is not None:
        return name.root
    for word in reversed(parse[max(pronoun.sent.start, start - MAX_TOKENS_TO_ANTECEDENT) : start]):
        if word.pos_ == "NOUN" and noun_class(word) != NO_SOURCE and _agrees(word, pronoun):
            # "Anne Petit, analyste chez Oxane, pour qui P": the relative is said of the person
            return word.head if word.base == "appos" and word.head.ent_type_ == "PER" else word
    return None


def _end_before(start: int, parse: Parse) -> int:
    """Where a phrase before a word index ends, without the comma after it."""
    return start - (start > 1 and parse[start - 1].text == ",")


def _agrees(noun: Word, pronoun: Word) -> bool:
    if grammar.RELATIVE_WITH_ARTICLE not in pronoun.classes:
        return True
    number = agree(number_of(noun), feature(pronoun, "Number"))
    return number and agree(gender_of_noun(noun), feature(pronoun, "Gender"))
