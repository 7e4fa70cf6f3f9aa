"""Who stands behind a record without a voice of its own: "des images diffusées par X", "les chiffres de X".

A report, a study or a note says something itself. Pictures and figures show what somebody gathered: the
source is whoever published them, if the text says who; not who consulted them.
"""

from claimx.claims.attribution.source_nouns import RECORD, noun_class
from claimx.lexicons import grammar
from claimx.lexicons.phrases import CONTRACTED
from claimx.syntax.dependencies import children, is_agent, is_finite
from claimx.syntax.words import Word

PUBLISHERS = frozenset({"body", "role", "spokesperson"})


def publisher_of(noun: Word) -> Word | None:
    """The publisher of a record: the agent of its participle, or its complement; or None."""
    if noun_class(noun) != RECORD:
        return None
    owners: list[Word] = []
    for made in children(noun, "acl", "amod"):
        if not is_finite(made) and grammar.PERUSAL not in made.lemma_classes:
            owners += [child for child in children(made, "obl") if is_agent(child)]
    owners += [child for child in children(noun, "nmod") if _is_genitive(child)]
    return next((owner for owner in owners if _publishes(owner)), None)


def _is_genitive(word: Word) -> bool:
    """Whether a word has the preposition of a possessor, alone or contracted with an article."""
    cases = (CONTRACTED.get(case.normal, case.normal) for case in children(word, "case"))
    return any(grammar.GENITIVE_PREPOSITION in grammar.classes_of_form(case) for case in cases)


def _publishes(owner: Word) -> bool:
    """Whether a word names an organisation or a person, or is a noun for one."""
    return owner.ent_type_ in ("ORG", "PER") or noun_class(owner) in PUBLISHERS
