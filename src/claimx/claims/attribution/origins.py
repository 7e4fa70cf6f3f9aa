"""Origins of information: "de source syndicale", "a-t-on appris auprès de la mairie", "lit-on dans l'avis".

Where nobody in particular is told ("on") the origin is the source; a medium that is told ("a appris Reuters
de deux sources") is the first source, its origin the second.
"""

from collections.abc import Iterator
from dataclasses import replace

from claimx.claims.attribution.inserted_speakers import after_infinitive, has_preposition
from claimx.claims.attribution.prepositions import scopes_around
from claimx.claims.attribution.source_nouns import RECORD, noun_class
from claimx.claims.attribution.speakers import can_speak, speakers
from claimx.claims.attribution.types import Attribution, Construction, Speaker, source_level
from claimx.claims.operators.analysis import Analysis
from claimx.claims.operators.lookup import UNKNOWN_REPORT
from claimx.lexicons import grammar
from claimx.model import SourceKind
from claimx.syntax.dependencies import children
from claimx.syntax.noun_phrases import entity_at, noun_phrase
from claimx.syntax.quotes import previous_word
from claimx.syntax.words import Word

MAX_TOKENS_TO_NOUN = 2
MAX_TOKENS_TO_ORIGIN = 12


def find_origins(analysis: Analysis) -> Iterator[Attribution]:
    """The attributions to unnamed sources without a verb: "De bonne source, le ministre part."."""
    for word in analysis.parse:
        if grammar.GENITIVE_PREPOSITION not in word.classes:
            continue
        noun = _bare_source(word)
        before = previous_word(word.parse, word.i)
        if noun is None or not (before is None or before.i < word.sent.start or before.is_punct):
            continue
        high = _end(noun)
        yield Attribution(
            rule=Construction.PREPOSITION,
            cls=UNKNOWN_REPORT,
            cue=(word.i, noun.i + 1),
            anchor=word.i,
            level=source_level([_origin(word, noun)]),
            speakers=[_origin(word, noun)],
            scopes=scopes_around(word.i, word.i, high, noun, analysis.clauses),
            apart=frozenset(range(word.i, high)),
        )


def informed_speakers(verb: Word, who: Word) -> list[Speaker]:
    """The sources of a reporting clause: its speaker, and from whom that speaker has it.

    verb: the reporting verb. who: the head of its subject.
    """
    learns = any(
        grammar.LEARNING in word.lemma_classes for word in verb.parse[verb.i : after_infinitive(verb)]
    )
    place, found = _origins(verb, who, everywhere=learns)
    if not found:
        return speakers(who)
    if grammar.GENERIC_PRONOUN in who.classes or grammar.GENERIC_PRONOUN in _clitic_classes(who):
        return found
    return [*(replace(speaker, cites=True) for speaker in speakers(who, before=place)), *found]


def _clitic_classes(who: Word) -> grammar.Classes:
    """The classes of an inverted clitic without its hyphens: those of "on" for "-t-on"."""
    return grammar.classes_of_form(who.lower_.rpartition("-")[2])


def _origins(verb: Word, who: Word, *, everywhere: bool) -> tuple[int, list[Speaker]]:
    """Where the origins of what a verb reports begin after its speaker, and the origins.

    everywhere: whether any complement is an origin ("apprend-on dans un avis"); else only "de source ...".
    """
    # "la ministre des Comptes publics": the complement of a role is no origin
    named = noun_phrase(who).end if who.pos_ == "NOUN" and noun_class(who) == "role" else who.i + 1
    parse, start = verb.parse, max(verb.i + 1, named)
    entity = entity_at(parse, who)
    for word in parse[start : min(start + MAX_TOKENS_TO_ORIGIN, verb.sent.end)]:
        if word.pos_ in ("VERB", "SCONJ") and word.i > after_infinitive(verb):
            break
        if word.text == ",":
            break
        noun = _bare_source(word) if grammar.GENITIVE_PREPOSITION in word.classes else None
        if noun is not None:
            return word.i, [_origin(word, noun)]
        nominal = everywhere and word.pos_ in ("NOUN", "PROPN") and (entity is None or word.i >= entity.end)
        if nominal and has_preposition(word) and can_speak(word) and not _is_means(word):
            found = speakers(word)
            if found:
                return word.left_edge.i, found
    return start, []


def _is_means(noun: Word) -> bool:
    """Whether a document without a determiner is how something is learnt: "par courrier", "de mémoire"."""
    return noun_class(noun) in ("document", RECORD) and not any(children(noun, "det"))


def _bare_source(preposition: Word) -> Word | None:
    """The noun of "de source sûre", "de bonne source": anonymous and without a determiner; or None."""
    parse = preposition.parse
    for word in parse[preposition.i + 1 : preposition.i + 1 + MAX_TOKENS_TO_NOUN]:
        if word.pos_ == "NOUN":
            following = parse[word.i + 1] if word.i + 1 < len(parse) else word
            described = word.i > preposition.i + 1 or following.pos_ in ("ADJ", "VERB", "ADV", "ADP")
            return word if noun_class(word) == "anonymous" and described else None
        if word.pos_ != "ADJ":
            return None
    return None


def _origin(preposition: Word, noun: Word) -> Speaker:
    return Speaker(preposition.i + 1, _end(noun), None, SourceKind.ANONYMOUS)


def _end(noun: Word) -> int:
    """End of the phrase of a bare source: before a punctuation mark or a verb that is not its own."""
    parse, end = noun.parse, noun.i + 1
    following = parse[end] if end < len(parse) else noun
    described = following.right_edge.i if following.pos_ == "ADJ" and following.left_edge.i > noun.i else 0
    limit = max(noun.i + 2, noun.right_edge.i + 1, described + 1)
    while end < min(limit, noun.sent.end) and not parse[end].is_punct and parse[end].pos_ != "SCONJ":
        end += 1
    return end
