"""Relative clauses, and complements of nouns that are parsed as relatives."""

from functools import cache

from claimx import lexicons
from claimx.lexicons import grammar
from claimx.syntax.dependencies import children, feature, has_class, helpers, is_passive, takes_etre
from claimx.syntax.words import Word

MAX_INFINITIVES = 4


def has_no_gap(top: Word) -> bool:
    """Whether "que" after a noun opens a complement though parsed as a relative: "la rumeur qu'il partait".

    The verb has its object, or can't have one, or its participle doesn't agree with the noun ("la rumeur
    qu'il a menti"); and after "il y a" a noun has its complement ("il y a peu de chances que P").
    """
    noun, opened = top.head, top.left_edge
    if opened.base not in ("mark", "obj") or opened.head is not top:
        return False
    if grammar.COMPLEMENTIZER not in opened.classes or has_gap(top):
        return False
    if is_passive(top) or any(helper.base == "cop" for helper in helpers(top)):
        return True
    verb = _last_infinitive(top)
    if verb.lemma_ in _objectless() or takes_etre(verb):
        return True
    if any(child is not opened and child.i > verb.i for child in children(verb, "obj", "ccomp")):
        return True
    if any(child.i > verb.i and child.pos_ == "NOUN" for child in children(verb, "xcomp")):
        return True
    if helpers(top) and feature(noun, "Gender") == "Fem" and not top.lower_.rstrip("s").endswith("e"):
        return True
    above = noun.head if noun.head.pos_ != "ADV" else noun.head.head
    return has_class(above.children, grammar.LOCATIVE_CLITIC) and has_class(
        above.children, grammar.EXPLETIVE_SUBJECT
    )


def has_gap(top: Word) -> bool:
    """Whether "que" after a noun opens a relative though parsed as a complement: "les doutes qu'il a levés".

    Its participle agrees with the noun, as one with "avoir" does only with an object before it; or its
    causative has no other object ("les soupçons qu'il a fait naître").
    """
    held = any(child.base == "obj" and child.i > top.i for child in top.children)
    if not held and any(grammar.CAUSATIVE in helper.lemma_classes for helper in helpers(top)):
        return True
    auxiliaries = [helper for helper in helpers(top) if grammar.ACTIVE_AUXILIARY in helper.lemma_classes]
    if not auxiliaries or is_passive(top) or any(child.base == "obj" for child in top.children):
        return False
    noun = top.head
    plural = feature(noun, "Number") == "Plur" and top.lower_.endswith(("és", "us", "ées", "ues"))
    feminine = feature(noun, "Gender") == "Fem" and top.lower_.endswith(("ée", "ue", "ées", "ues"))
    return plural or feminine


def _last_infinitive(top: Word) -> Word:
    """The verb whose object "que" would be: the last infinitive under the head of a clause, or the head."""
    for _ in range(MAX_INFINITIVES):
        inner = next((child for child in children(top, "xcomp") if feature(child, "VerbForm") == "Inf"), None)
        if inner is None:
            break
        top = inner
    return top


@cache
def _objectless() -> frozenset[str]:
    """Verbs without an object, and those whose subject changes: "le prix baisse"."""
    changing = (row["lemma"] for row in lexicons.read("inactive_subjects") if row["subject"] == "patient")
    return frozenset((*changing, *(row["lemma"] for row in lexicons.read("objectless_verbs"))))
