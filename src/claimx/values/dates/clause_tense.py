"""Whether a clause is about the past or the future, from its words alone.

"Le comité se réunira mardi" is about next Tuesday, "s'est réuni mardi" about last Tuesday. Used for texts
without a parse (`syntax.time_reference` does the same with one). Verb forms are looked up in the table of
French word forms; one that may be a present, or no verb at all, decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from claimx.lexicons import read
from claimx.lexicons.grammar import AUXILIARY, COPULA, classes_of_lemma
from claimx.lexicons.word_forms import word_forms
from claimx.values.scanner import NUMBER, WORD, Token, ends_sentence

_FINITE = {"V", "Vl"}
_MIN_VERB_LETTERS = 2
_MAX_TOKENS_TO_VERB = 14
_MAX_TOKENS_TO_PARTICIPLE = 4
_MAX_TOKENS_TO_AUXILIARY = 4


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(row["form"] for row in read("clause_tenses") if row["kind"] == kind)


@cache
def _openers() -> frozenset[str]:
    rows = [row for row in read("calendar") if row["kind"] in ("prep", "range_article", "hour_opener")]
    return frozenset(word for row in rows for word in row["form"].replace("'", "' ").split())


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(_forms(kind))


def tense_around(tokens: list[Token], index: int) -> int:
    """The time reference of the verbs around a token: 1 future, -1 past, 0 unknown.

    A participle right before decides ("vendue en mars"); else the nearest verb of the clause, those before
    the token first; then the other clauses of the sentence, but not across quotation marks.
    """
    own = _participle_before(tokens, index)
    if own:
        return 0 if own > 0 and _was_planned(tokens, index) else own
    before = [tokens[place].norm for place in _places(tokens, index, -1, marks=0)]
    # "Mardi, le comité se réunira": a date that opens the sentence belongs to the clause after the comma.
    opens = all(norm in _openers() or norm.isdigit() for norm in before)
    own = _nearest(tokens, index, before=0, after=int(opens)) or _loose_participle(tokens, index)
    return own or _nearest(tokens, index, before=_MAX_TOKENS_TO_VERB, after=_MAX_TOKENS_TO_VERB)


def _loose_participle(tokens: list[Token], index: int) -> int:
    """The time reference of a participle some words before a date: "dévoilées par X mardi"."""
    for place in _places(tokens, index, -1, marks=0):
        norm = tokens[place].norm
        if norm.endswith(_endings("loose_ending")) and _is_participle(tokens, place):
            return _auxiliary(tokens, place)
    return 0


def is_present(tokens: list[Token], index: int) -> bool:
    """Whether no verb of the sentence around a token is past or future."""
    return not tense_around(tokens, index)


def _participle_before(tokens: list[Token], index: int) -> int:
    """The time reference of a participle right before a date: "réuni mardi", "sera vendue en mars"."""
    place = index - 1
    until = False
    while place >= max(0, index - _MAX_TOKENS_TO_PARTICIPLE) and tokens[place].norm in _openers():
        until = until or tokens[place].norm in _forms("until")
        if tokens[place].norm in _forms("apart"):
            return 0  # "créera une option dédiée dès septembre"
        place -= 1
    if place < 0 or not (_is_participle(tokens, place) or _is_begun(tokens, place, index)):
        return 0
    if tokens[place].norm in _forms("coming") or (until and tokens[place].norm in _forms("postponed")):
        return 1
    return _auxiliary(tokens, place) if place else -1


def _was_planned(tokens: list[Token], index: int) -> bool:
    """Whether the plan for a date is told in the past, so that the date may be past: "était prévue le 3"."""
    place = index - 1
    while place > 0 and tokens[place].norm in _openers():
        place -= 1
    while place > 0 and (
        tokens[place].norm in _forms("coming") or tokens[place].norm in _forms("passive_participle")
    ):
        place -= 1
    return _by_form(tokens[place].norm) < 0


def _is_begun(tokens: list[Token], place: int, index: int) -> bool:
    """Whether a word that may be an adjective is a participle: "clos le 31 mars", not "ouvert du lundi"."""
    adjective = tokens[place].norm in _forms("adjectival") and tokens[place - 1].norm not in _forms("article")
    return adjective and tokens[index].kind == NUMBER and tokens[index - 1].norm == "le"


def _auxiliary(tokens: list[Token], participle: int) -> int:
    """The time reference of the auxiliary before a participle; the past if there is none."""
    for place in range(participle - 1, max(-1, participle - 1 - _MAX_TOKENS_TO_AUXILIARY), -1):
        norm = tokens[place].norm
        if tokens[place].kind != WORD or norm in _forms("clause_mark"):
            return -1
        infinitive = classes_of_lemma(norm)
        if AUXILIARY in infinitive:
            before = place - 1 - (tokens[place - 1].norm in ("de", "d'")) if place else 0
            return _points(tokens, before) or (1 if COPULA in infinitive else -1)
        if norm in _forms("passive_present") and not _is_reflexive(tokens, place):
            return _points(tokens, place)
        if found := _points(tokens, place):
            return found
        if norm in _forms("passive_participle"):
            continue
        if AUXILIARY in classes_of_lemma(word_forms().lemma(norm, "verb") or ""):
            return 0
        if norm not in _forms("between") and not norm.endswith("ment"):
            return -1
    return -1


def _nearest(tokens: list[Token], index: int, *, before: int, after: int) -> int:
    """The time reference of the nearest verb. before, after: how many clause marks may be crossed."""
    places = chain(_places(tokens, index, -1, marks=before), _places(tokens, index, 1, marks=after))
    return next((found for place in places if (found := _points(tokens, place))), 0)


def _places(tokens: list[Token], index: int, step: int, *, marks: int) -> Iterator[int]:
    """The indices up to the end of the sentence or quote. marks: how many clause marks may be crossed."""
    for place in range(index + step, index + step * _MAX_TOKENS_TO_VERB, step):
        if not 0 <= place < len(tokens) or ends_sentence(tokens, place):
            return
        norm = tokens[place].norm
        if norm in _forms("clause_mark"):
            marks -= 1
        if marks < 0 or norm in _forms("quote_mark"):
            return
        yield place


def _points(tokens: list[Token], place: int) -> int:
    """The time reference of the verb at an index, 0 for any other word."""
    if not 0 <= place < len(tokens) or tokens[place].kind != WORD:
        return 0
    norm = tokens[place].norm
    if norm in _forms("have"):
        return _have(tokens, place)
    if norm in _forms("coming"):
        return 1
    if norm in _forms("gone"):
        return -1
    if norm in _forms("open"):
        return 0  # "devait repartir le 5"
    if norm in _forms("conditional_auxiliary"):
        return -1 if _has_participle(tokens, place) else 1
    if norm in _forms("passive_present"):
        moved = place + 1 < len(tokens) and tokens[place + 1].norm in _forms("moved")
        return -1 if moved or _is_reflexive(tokens, place) else 0
    return _by_form(norm)


def _is_reflexive(tokens: list[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].norm in ("s'", "se", "m'", "me", "t'", "te")


def _have(tokens: list[Token], place: int) -> int:
    """The time reference of a present of "avoir": "a vendu" is past, "a lieu" and "a à vendre" are future."""
    if place + 1 < len(tokens) and tokens[place + 1].norm in _forms("have_coming"):
        return 1
    return -1 if _has_participle(tokens, place) else 0


def _has_participle(tokens: list[Token], auxiliary: int) -> bool:
    """Whether a participle follows an auxiliary, past adverbs and parentheses between commas."""
    place = auxiliary + 1
    limit = min(auxiliary + 1 + _MAX_TOKENS_TO_AUXILIARY, len(tokens))
    while place < limit:
        norm = tokens[place].norm
        if norm == ",":
            commas = [at for at in range(place + 1, min(place + 8, len(tokens))) if tokens[at].norm == ","]
            if not commas:
                return False
            place = commas[0] + 1
            limit = min(place + _MAX_TOKENS_TO_AUXILIARY, len(tokens))
            continue
        if tokens[place].kind != WORD and norm != "-":
            return False
        if _is_participle(tokens, place) or norm in _forms("irregular_participle"):
            return True
        if norm not in _forms("between") and not norm.endswith("ment"):
            return False
        place += 1
    return False


def _by_form(norm: str) -> int:
    """The time reference of a form that can only be a future, an imperfect or a simple past."""
    classes = set(word_forms().word_class(norm).split("|"))
    if classes <= {"Vf", "Vc"}:
        return 1
    if classes == {"Vm"}:
        return -1
    if classes <= _FINITE and len(norm) > _MIN_VERB_LETTERS:
        past = norm.endswith(_endings("gone_ending")) and not norm.endswith(_endings("present_ending"))
        return -1 if past and norm not in _forms("present") else 0
    return 0


def _is_participle(tokens: list[Token], place: int) -> bool:
    """Whether a word is a past participle, judging by its ending, its article and the table of forms."""
    norm = tokens[place].norm
    if tokens[place].kind != WORD or len(norm) < 2 or not norm.endswith(_endings("participle_ending")):
        return False
    if norm in _forms("moved"):
        return True
    if place and tokens[place - 1].norm in _forms("article"):
        return False
    classes = word_forms().word_class(norm).split("|")
    if norm.endswith("it") and (word_forms().lemma(norm, "verb") or "").endswith("ir"):
        return False  # "finit" is a present or a simple past
    if "Vp" not in classes and norm.endswith("s"):
        classes = word_forms().word_class(norm[:-1]).split("|")
    # "nuit", "avis" are nouns; "rendu", "rompu" rarely are.
    return "Vp" in classes and not ("N" in classes and norm.endswith(_endings("noun_ending")))
