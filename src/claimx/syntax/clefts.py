"""Clefts: "c'est X qui P", "c'est en mai que P". The modality of the frame applies to P."""

from claimx.lexicons import grammar
from claimx.syntax.dependencies import (
    SUBJECTS,
    children,
    feature,
    first,
    has_class,
    helpers,
    is_demonstrative,
)
from claimx.syntax.verbs import finite_form, is_past
from claimx.syntax.word_cache import cached_per_word
from claimx.syntax.words import Word

MAX_LIST = 10


@cached_per_word
def cleft_frame(top: Word) -> Word | None:
    """The predicate of the frame of a cleft whose content clause has this head, or None.

    "C'est le maire qui a signé", "ce n'est pas en mai que le pont a cédé". With an indefinite noun
    the relative may as well describe it ("c'est un club qui perd"): then only a relative about the past is
    read as the content.
    """
    named = top.head
    if top.dep_ not in ("acl:relcl", "advcl:cleft") or named.i > top.i:
        return None
    opened = top.left_edge
    if opened.base == "mark" and named.pos_ == "NOUN" and first(named, "case") is None:
        return None  # "ce n'est pas la première fois que P"
    named = _first_conjunct(named)
    frame = next((word for word in (named, named.head) if _presents(word)), None)
    if frame is None or top.dep_ == "advcl:cleft":
        return frame
    behind = named.base == "nsubj" and named.i > frame.i  # "c'est sans doute X qui P", parsed as a predicate
    if named is not frame and named.base not in ("obj", "xcomp") and not behind:
        return None
    if not opened.classes & {grammar.RELATIVE, grammar.COMPLEMENTIZER}:
        return None
    return frame if _is_definite(named) or is_past(top, finite_form(top)) else None


def _first_conjunct(noun: Word) -> Word:
    """The noun that opens a list: "c'est le maire ou son adjoint qui a signé", wherever its members hang."""
    listed = noun.base == "conj"
    for _ in range(MAX_LIST):
        if not listed or noun.base not in ("conj", "nmod") or noun.pos_ not in ("NOUN", "PROPN"):
            break
        noun = noun.head
    return noun


def _presents(word: Word) -> bool:
    """Whether a word is predicated of "ce": "ce serait un voisin"."""
    copular = any(helper.base == "cop" for helper in helpers(word)) or first(word, "xcomp") is not None
    return copular and any(is_demonstrative(child) for child in children(word, *SUBJECTS, "expl"))


def _is_definite(noun: Word) -> bool:
    return noun.pos_ in ("PROPN", "PRON") or any(
        feature(child, "Definite") == "Def" or feature(child, "Poss") == "Yes" for child in noun.children
    )


def equated_verb(copula: Word) -> Word | None:
    """The verb whose object a copula states: "crois" in "ce que je crois, c'est que P"; or None."""
    if grammar.COPULA not in copula.lemma_classes:
        return None
    for child in children(copula, "dislocated", *SUBJECTS):
        for verb in children(child, "acl") if is_demonstrative(child) else ():
            if has_class(children(verb, "obj", "mark"), grammar.COMPLEMENTIZER):
                return verb
    return None


def frames_time(head: Word) -> bool:
    """Whether an act is the frame of a cleft: "C'est après avoir entendu le maire que P"."""
    presents = any(is_demonstrative(child) for child in children(head, "expl", "nsubj"))
    linked = first(head, "mark")
    copular = presents and linked is not None and linked.pos_ == "ADP"
    return copular and first(head, "cop") is not None
