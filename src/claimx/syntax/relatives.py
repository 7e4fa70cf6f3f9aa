"""Relative clauses, and complements of nouns that are parsed as relatives."""

from claimx.lexicons import grammar
from claimx.syntax.dependencies import children, feature, has_class, helpers, is_passive, takes_etre
from claimx.syntax.words import Word


def has_no_gap(top: Word) -> bool:
    """Whether "que" after a noun opens a complement though parsed as a relative: "la rumeur qu'il partait".

    The verb has its object, or can't have one, or its participle doesn't agree with the noun ("la rumeur
    qu'il a menti"); and after "il y a" a noun has its complement ("il y a peu de chances que P").
    """
    noun, opened = top.head, top.left_edge
    if opened.base != "obj" or opened.head is not top or grammar.COMPLEMENTIZER not in opened.classes:
        return False
    if any(grammar.CAUSATIVE in word.lemma_classes for word in helpers(top)):
        return False  # "les soupçons qu'il a fait naître"
    if takes_etre(top) or is_passive(top) or any(helper.base == "cop" for helper in helpers(top)):
        return True
    if any(child is not opened and child.i > top.i for child in children(top, "obj", "ccomp")):
        return True
    if helpers(top) and feature(noun, "Gender") == "Fem" and not top.lower_.rstrip("s").endswith("e"):
        return True
    above = noun.head if noun.head.pos_ != "ADV" else noun.head.head
    return has_class(above.children, grammar.LOCATIVE_CLITIC) and has_class(
        above.children, grammar.EXPLETIVE_SUBJECT
    )


def has_gap(top: Word) -> bool:
    """Whether "que" after a noun opens a relative though parsed as a complement: "les doutes qu'il a levés".

    Its participle agrees with the noun, as one with "avoir" does only with an object before it.
    """
    auxiliaries = [helper for helper in helpers(top) if grammar.ACTIVE_AUXILIARY in helper.lemma_classes]
    if not auxiliaries or is_passive(top) or any(child.base == "obj" for child in top.children):
        return False
    noun = top.head
    plural = feature(noun, "Number") == "Plur" and top.lower_.endswith(("és", "us", "ées", "ues"))
    feminine = feature(noun, "Gender") == "Fem" and top.lower_.endswith(("ée", "ue", "ées", "ues"))
    return plural or feminine
