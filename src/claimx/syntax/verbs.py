"""Mood, tense and negation of a verb group.

``n'aurait pas été vendu`` is one predicate with the head ``vendu``, the finite form
``aurait``, the mood ``Cnd``, past, negated by ``pas``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimx import lexicons
from claimx.lexicons import grammar
from claimx.syntax.dependencies import feature, helpers, is_finite, is_helper, is_passive, takes_etre
from claimx.syntax.word_cache import cached_per_word
from claimx.syntax.words import Word


@cache
def _negators() -> dict[str, str]:
    return {row["form"]: row["needs_ne"] for row in lexicons.read("negation")}


@cached_per_word
def finite_form(token: Word) -> Word | None:
    """The finite form of the predicate headed by a token: the token itself or its first helper.

    None where the token is a helper, or where nothing in the group is finite.
    """
    if is_finite(token):
        return None if is_helper(token) else token
    return next((helper for helper in helpers(token) if is_finite(helper)), None)


# Endings of the simple past. Suffixes are morphology, not words: they stand here, beside their only rule.
NARRATIVE_ENDINGS = ("èrent", "irent", "urent", "inrent", "îmes", "ûmes", "âmes")


def narrates(token: Word) -> bool:
    """Whether a form can only be a simple past, the tense of narration: "rachetèrent", "racheta", "fut"."""
    if not is_finite(token) or feature(token, "Mood") not in ("", "Ind"):
        return False
    word = token.lower_
    first_group = (
        word.endswith("a") and token.lemma_.endswith("er") and grammar.NEAR_FUTURE not in token.lemma_classes
    )
    auxiliary = grammar.AUXILIARY in token.lemma_classes and word.endswith("ut")
    present = word.endswith(("irent", "urent", "inrent")) and token.lemma_.endswith(("irer", "urer", "iner"))
    narrative = word.endswith(NARRATIVE_ENDINGS) and not present
    return narrative or auxiliary or (first_group and not word.endswith("era"))


def group_span(verb: Word) -> tuple[int, int]:
    """Word indices of a verb with its auxiliaries, the end excluded."""
    indices = [verb.i, *(helper.i for helper in helpers(verb))]
    return min(indices), max(indices) + 1


def mood(form: Word | None) -> str:
    """``Cnd``, ``Sub``, ``Imp`` or ``Ind``; an empty string for no finite form."""
    if form is None:
        return ""
    return feature(form, "Mood") or "Ind"


def tense(form: Word | None) -> str:
    """``Pres``, ``Fut``, ``Imp`` or ``Past`` of the finite form alone; an empty string for none."""
    return feature(form, "Tense") if form is not None else ""


def is_compound(token: Word, form: Word | None) -> bool:
    """Whether the group is a compound (past) form: an auxiliary of tense and a participle."""
    if form is None or form == token:
        return False
    if grammar.COPULA in form.lemma_classes and is_passive(token) and not takes_etre(token):
        return False  # "sera voté", whatever its auxiliary is called
    return form.dep_ == "aux:tense" or (form.dep_ == "aux" and not is_passive(token))


def is_past(token: Word, form: Word | None) -> bool:
    """Whether a predicate reports from the past: imperfect, simple past, or a compound form."""
    return tense(form) in ("Past", "Imp") or (mood(form) != "Cnd" and is_compound(token, form))


@cached_per_word
def negation(token: Word) -> Word | None:
    """The word that negates the predicate headed by a token (``pas``, ``aucune``, ``personne``), or None.

    ``ne ... que`` and the expletive ``ne`` do not negate. A dropped ``ne`` is allowed for
    ``pas``, and for ``rien`` and ``jamais`` between an auxiliary and its participle; other determiners and
    pronouns (``aucun``) negate with ``ne``.
    """
    group = [token, *helpers(token)]
    particle = next((child for word in group for child in word.children if _is_particle(child)), None)
    particle = particle or _particle_before(finite_form(token) or token)
    negators = _negators()
    for word in group:
        for child in word.children:
            kind = negators.get(child.lower_)
            if kind is None or child.base in ("conj", "parataxis"):
                continue
            if kind == "no" or particle is not None or (kind == "apart" and _parts_group(child, token)):
                if _is_only_partial(child):
                    continue
                return child
    if particle is None:
        return None
    return _distant(token, particle) or (particle if _negates_alone(token, particle) else None)


def _parts_group(word: Word, verb: Word) -> bool:
    """Whether a word stands right after the auxiliary of a verb and before its participle.

    Not with an infinitive ("nie avoir jamais vu"), nor in a relative clause or a cleft, where "jamais" means
    ever: "le plus gros qu'il ait jamais vu", "le joueur le plus cher qui a jamais signé".
    """
    before = word.parse[word.i - 1] if word.i else word
    inside = before.base == "aux" and before.head is verb and word.i < verb.i
    return inside and is_finite(before) and mood(before) == "Ind" and verb.base not in ("acl", "advcl")


def _is_particle(word: Word) -> bool:
    return grammar.NEGATION_PARTICLE in word.classes


def _particle_before(form: Word) -> Word | None:
    """A "ne" before the finite form and its clitics that the parser attached elsewhere."""
    for word in reversed(form.parse[max(form.i - 3, 0) : form.i]):
        if _is_particle(word):
            return word
        if word.pos_ != "PRON":
            return None
    return None


def _distant(token: Word, particle: Word) -> Word | None:
    """A negator that the parser attached elsewhere: in the subject, the object, or an adverb between."""
    negators = _negators()
    for child in _arguments(token):
        for word in (child, *child.children):
            if grammar.NEGATIVE_ADVERB in word.classes or _is_only_partial(word):
                continue
            if negators.get(word.lower_) in ("yes", "apart"):
                return word
    for word in token.parse[particle.i + 1 : token.i + 2]:
        if word.lower_ in negators and not _is_only_partial(word):
            return word
    return next(
        (
            word
            for word in token.subtree
            if grammar.NEGATIVE_COORDINATOR in word.classes and word.i > particle.i
        ),
        None,
    )


def _arguments(token: Word) -> Iterator[Word]:
    """The arguments of a verb and of the infinitives below it: "ne compte vendre aucun site"."""
    for child in token.children:
        if child.base in ("nsubj", "obj", "obl", "iobj", "csubj"):
            yield child
        elif child.base == "xcomp" and feature(child, "VerbForm") == "Inf":
            yield from _arguments(child)


def _negates_alone(token: Word, particle: Word) -> bool:
    form = finite_form(token)
    opened = any(child.base == "mark" and grammar.COMPLEMENTIZER in child.classes for child in token.children)
    expletive = mood(form) == "Sub" or opened
    return token.lemma_ in _bare_ne() and not expletive and not _has_only(token, particle)


@cache
def _bare_ne() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("bare_ne"))


def _has_only(token: Word, particle: Word) -> bool:
    return any(
        grammar.EXCEPTIVE in word.classes and word.i > particle.i and _restricts(word)
        for word in token.subtree
    )


def _is_only_partial(negator: Word) -> bool:
    """``pas seulement``, ``pas moins de``, ``plus que`` ("n'a plus que dix usines"): affirmed; or a noun."""
    parse = negator.parse
    if _is_noun(negator):
        return True
    following = parse[negator.i + 1].classes if negator.i + 1 < len(parse) else grammar.NONE
    if grammar.EXCEPTIVE_NEGATOR in negator.classes:
        return grammar.EXCEPTIVE in following
    if grammar.EXCEPTIVE in following and _restricts(parse[negator.i + 1]):
        return True
    return grammar.PARTIAL_NEGATION in following


def _is_noun(negator: Word) -> bool:
    """Whether the form of a negator is a noun here: "une personne", "marque le pas", "à grands pas"."""
    if negator.pos_ == "NOUN" and any(child.base in ("det", "nummod") for child in negator.children):
        return True
    if negator.i < 2 or grammar.NEGATIVE_ADVERB in negator.classes:
        return False
    outer, inner = negator.parse[negator.i - 2 : negator.i]
    return inner.pos_ == "DET" or (inner.pos_ in ("ADJ", "NUM") and outer.pos_ in ("ADP", "DET"))


def _restricts(que: Word) -> bool:
    """Whether a "que" after "pas" opens no clause: "ne fait pas que parler", "n'est pas que du vent"."""
    return que.head is que or finite_form(que.head) is None or que.head.i < que.i
