"""Who speaks for somebody: "Le club, par la voix de son avocat, Paul Arzel, dément toute fraude".

Both are sources: the club, and the lawyer through whom it speaks.
"""

from claimx.claims.attribution.speaker_names import name_of
from claimx.lexicons import grammar
from claimx.syntax.dependencies import children, has_class
from claimx.syntax.words import Word


def is_mouthpiece(word: Word) -> bool:
    """Whether a word is the noun of "par la voix de", "par l'intermédiaire de"."""
    return grammar.MOUTHPIECE in word.classes and has_class(children(word, "case"), grammar.AGENT_PREPOSITION)


def spokesperson_of(speaker: Word) -> Word | None:
    """The named person through whom a subject speaks, beside it or beside its verb; or None."""
    for word in (*children(speaker, "nmod", "obl"), *children(speaker.head, "nmod", "obl")):
        if not is_mouthpiece(word):
            continue
        for person in children(word, "nmod", "appos"):
            name = name_of(person)
            if name is not None and name.label_ == "PER":
                return person
    return None
