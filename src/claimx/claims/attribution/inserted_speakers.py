"""The speaker of an inserted reporting clause: the subject after its verb, no hearer and no date.

"a déclaré mercredi à Reuters Anne Petit": the words after the verb are read in order, and those with a
preposition are passed over.
"""

from claimx import annotations
from claimx.claims.attribution.speaker_names import person_beside
from claimx.claims.attribution.speakers import can_speak
from claimx.claims.operators.lookup import Operators
from claimx.lexicons import grammar
from claimx.syntax.dependencies import children, feature, has_class
from claimx.syntax.noun_phrases import entity_at, noun_phrase
from claimx.syntax.span_groups import group
from claimx.syntax.words import Parse, Word

MAX_TOKENS_TO_SPEAKER = 9
MAX_TOKENS_TO_VERB = 3
ENDS = frozenset(".,;:!?…()")


def speaker_after(verb: Word, form: Word, operators: Operators) -> Word | None:
    """The speaker: the subject after the verb, an inverted clitic, or the next possible speaker; or None.

    form: the finite form of the verb.
    """
    for child in children(verb, "nsubj"):
        if child.i > form.i and can_speak(child) and not has_preposition(child):
            return child
    for token in verb.parse[form.i + 1 : verb.i + 2]:
        if token.pos_ == "PRON" and token.text.startswith("-"):
            return token
    return _next_speaker(verb, operators) or next(
        (child for child in children(verb, "nsubj") if child.i > form.i and _may_act(child)), None
    )


def noun_after(verb: Word) -> Word | None:
    """The noun right after a verb, with its determiner, whatever it means: "raconte un docker"; or None."""
    following = verb.parse[verb.i + 1 : min(verb.i + MAX_TOKENS_TO_VERB + 1, verb.sent.end)]
    found = next((word for word in following if word.pos_ not in ("DET", "ADJ", "NUM")), None)
    return found if found is not None and found.pos_ == "NOUN" and _may_act(found) else None


def ends_with_speaker(verb: Word) -> bool:
    """Whether a sentence or its part ends with a verb, its speaker and what is said of the speaker."""
    who = _first_speaker(verb, after_infinitive(verb)) or noun_after(verb)
    if who is None:
        return False
    parse, end = verb.parse, max(noun_phrase(who).end, _name_end(who))
    return not any(
        word.pos_ in ("VERB", "AUX") and feature(word, "VerbForm") in ("Fin", "Inf") and word.i > end
        for word in _up_to_comma(parse[end : verb.sent.end])
    )


def after_infinitive(verb: Word) -> int:
    """The index after a verb and the infinitives that it governs: "veut croire X", "tient à préciser X"."""
    parse, index = verb.parse, verb.i + 1
    for word in parse[index : index + MAX_TOKENS_TO_VERB]:
        if feature(word, "VerbForm") == "Inf":
            index = word.i + 1
        elif grammar.INFINITIVE_LINKER not in word.classes and not word.text.startswith("-"):
            break
    return index


def has_preposition(token: Word) -> bool:
    """Whether a noun phrase, or the name that a word is in, has a preposition before it."""
    if any(child.base == "case" and child.i < token.i for child in token.children):
        return True
    entity = entity_at(token.parse, token)
    first = entity.start if entity is not None else token.left_edge.i
    before = token.parse[first - 1] if first else token
    if before.pos_ == "DET" and first > 1:
        before = token.parse[first - 2]
    return before.pos_ == "ADP" and before.i < token.i


def _next_speaker(verb: Word, operators: Operators) -> Word | None:
    """The next name or noun after a verb that can be a speaker."""
    parse, start = verb.parse, verb.i + 1
    if start < len(parse) and _is_content_infinitive(parse[start], operators):
        start += 1  # "croit savoir Reuters"
    else:
        start = after_infinitive(verb)
    return _first_speaker(verb, start)


def _first_speaker(verb: Word, start: int) -> Word | None:
    parse = verb.parse
    start = _after_aside(parse, start)
    for token in parse[start : start + MAX_TOKENS_TO_SPEAKER]:
        if token.is_quote and _opens_name(token, start):
            continue  # "a révélé mardi « La Gruyère »"
        if token.text == "," and token.i > start and _names_person(token):
            continue  # "a déclaré sur les ondes de Radio Sud, Anne Petit, maire de Lorn"
        if token.is_punct or token.pos_ in ("VERB", "SCONJ") or (token.is_space and "\n" in token.text):
            return None
        if token.ent_type_ in ("PER", "ORG"):
            if not has_preposition(token):
                return token
            continue
        if token.pos_ == "NUM" and _counts_speakers(token):
            return token
        if token.pos_ not in ("NOUN", "PROPN") or has_preposition(token) or not _may_act(token):
            continue
        if can_speak(token) or person_beside(token) is not None:
            return token
    return None


def _names_person(comma: Word) -> bool:
    """Whether the name of a person follows a comma, and a mark the name."""
    parse = comma.parse
    entity = entity_at(parse, parse[comma.i + 1], ("PER",)) if comma.i + 1 < len(parse) else None
    return entity is not None and entity.end < len(parse) and parse[entity.end].is_punct


def _opens_name(quote: Word, start: int) -> bool:
    """Whether a quotation mark opens a name, with nothing but dates before it."""
    parse, dates = quote.parse, group(quote.parse, annotations.DATES)
    named = quote.i + 1 < len(parse) and parse[quote.i + 1].text[0].isupper()
    return named and all(dates.at(word.i) for word in parse[start : quote.i])


def _after_aside(parse: Parse, start: int) -> int:
    """The index after an adjective between commas: "lâche, amer, le boulanger"; else ``start``."""
    aside = [word.pos_ if word.text != "," else "," for word in parse[start : start + 3]]
    return start + 3 if aside[:1] == aside[2:] == [","] and aside[1] in ("ADJ", "VERB") else start


def _counts_speakers(number: Word) -> bool:
    """Whether a number counts some of those that may speak: "ont ajouté deux de ces sources"."""
    return any(
        has_class(children(noun, "case"), grammar.GENITIVE_PREPOSITION) and can_speak(noun)
        for noun in children(number, "nmod")
    )


def _is_content_infinitive(word: Word, operators: Operators) -> bool:
    """An infinitive that affirms the clause it takes: the words reported may be its content."""
    operator = operators.of_verb(word, "que") if feature(word, "VerbForm") == "Inf" else None
    return operator is not None and operator.polarity > 0


def _may_act(noun: Word) -> bool:
    """Whether a noun after a verb can be its subject: it is no date."""
    return noun.pos_ in ("NOUN", "PROPN") and not group(noun.parse, annotations.DATES).at(noun.i)


def _name_end(who: Word) -> int:
    entity = entity_at(who.parse, who)
    return entity.end if entity is not None else who.i + 1


def _up_to_comma(words: list[Word]) -> list[Word]:
    end = next((index for index, word in enumerate(words) if word.text in ENDS), len(words))
    return words[:end]
