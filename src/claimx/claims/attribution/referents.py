"""Whom a pronoun in the place of a source stands for: "selon elle", "a-t-il répondu", "ce dernier".

The people and institutions named before are the candidates; they must agree in gender and number. A sentence
offers first its named subjects, then other names, then roles and institutions.
"""

from collections.abc import Callable, Iterator

from claimx import annotations
from claimx.claims.attribution.genders import agree, gender_of_noun, gender_of_person, number_of
from claimx.claims.attribution.source_nouns import noun_class
from claimx.claims.attribution.speaker_names import PEOPLE, full_name, person_beside
from claimx.lexicons import grammar
from claimx.model import SourceKind
from claimx.syntax.dependencies import feature
from claimx.syntax.span_groups import group
from claimx.syntax.words import Span, Word

MAX_TOKENS_BACK = 120
# Classes of nouns that "il", "elle", "ils" and "elles" take up as speakers.
SPEAKING = frozenset({"role", "body", "spokesperson", "anonymous"})


def referent(pronoun: Word, kind_of: Callable[[Word], SourceKind]) -> tuple[str | None, SourceKind]:
    """The name and kind of a pronoun's antecedent; the name is None if it has none or is unclear.

    kind_of: the kind of a source by its head noun.
    """
    parse = pronoun.parse
    for member in group(parse, annotations.ORGANIZATIONS).at(pronoun.i):
        resolved = member.start == pronoun.i and member.values.get("via") == "pronoun"
        if resolved and not _follows_person(pronoun):
            return member.values["name"], SourceKind.NAMED
    if _is_plural(pronoun):
        plural = next(_nouns(pronoun, "Plur"), None)
        return None, kind_of(plural) if plural is not None else SourceKind.INSTITUTION
    found = _singular(pronoun)
    if found is None:
        return _earlier(pronoun), SourceKind.NAMED
    if isinstance(found, Span):
        return full_name(parse, found), SourceKind.NAMED
    return None, kind_of(found)


def _is_plural(pronoun: Word) -> bool:
    own = feature(pronoun, "Number") == "Plur" and not _is_possessive(pronoun)
    return own or grammar.PLURAL_PRONOUN in pronoun.classes


def _is_possessive(word: Word) -> bool:
    """Whether a word is "son" or "leurs", whose own gender and number are those of what is possessed."""
    return feature(word, "Poss") == "Yes"


def _gender(pronoun: Word) -> str:
    return "" if _is_possessive(pronoun) else feature(pronoun, "Gender")


def _singular(pronoun: Word) -> Span | Word | None:
    """The nearest person, or noun that may speak, of the gender of a pronoun; or None."""
    people, nouns = _people(pronoun), _nouns(pronoun, "Sing")
    person, noun = next(people, None), next(nouns, None)
    if person is None or noun is None:
        return person or noun
    # A name is the better antecedent, unless it stands a sentence further back.
    return noun if person.sent.start < noun.sent.start else person


def _people(pronoun: Word) -> Iterator[Span]:
    """The people named before a pronoun that agree with it: by sentence, the subjects first."""
    parse, gender = pronoun.parse, _gender(pronoun)
    recent = [
        entity
        for entity in parse.entities
        if entity.label_ == "PER"
        and entity.end <= pronoun.i
        and pronoun.i - entity.end < MAX_TOKENS_BACK
        and _in_same_voice(entity[0], pronoun)
        and agree(gender_of_person(entity, full_name(parse, entity)), gender)
    ]
    recent.sort(key=lambda entity: (entity.sent.start, entity.root.base == "nsubj", entity.start))
    yield from reversed(recent)


def _nouns(pronoun: Word, number: str) -> Iterator[Word]:
    """The roles and institutions before a pronoun, without a name, that agree with it; the nearest first."""
    parse, gender = pronoun.parse, _gender(pronoun)
    for word in reversed(parse[max(0, pronoun.i - MAX_TOKENS_BACK) : pronoun.i]):
        if word.pos_ != "NOUN" or word.ent_type_ or noun_class(word) not in SPEAKING:
            continue
        if word.base in ("nmod", "appos", "flat") or person_beside(word) is not None:
            continue
        if (
            number_of(word) == number
            and agree(gender_of_noun(word), gender)
            and _in_same_voice(word, pronoun)
        ):
            yield word


def _in_same_voice(word: Word, pronoun: Word) -> bool:
    """Whether a word is not in a quotation that ends before the pronoun, where somebody else speaks."""
    return all(quote.end > pronoun.i for quote in group(word.parse, annotations.QUOTES).at(word.i))


def _earlier(pronoun: Word) -> str | None:
    """The last person of the right gender named far before a pronoun, or None."""
    parse, gender = pronoun.parse, _gender(pronoun)
    for entity in reversed(parse.entities):
        if entity.label_ != "PER" or entity.end > pronoun.i:
            continue
        name = full_name(parse, entity)
        if agree(gender_of_person(entity, name), gender):
            return name
    return None


def _follows_person(pronoun: Word) -> bool:
    """Whether the last name before an inverted clitic ("a-t-il dit") is a person, one sentence back."""
    parse, start = pronoun.parse, pronoun.sent.start
    if not pronoun.text.startswith("-") or start == 0:
        return False
    start = parse[start - 1].sent.start
    named = [
        entity
        for entity in parse.entities
        if start <= entity.start and entity.end <= pronoun.i and entity.label_ in PEOPLE
    ]
    return bool(named) and named[-1].label_ == "PER"
