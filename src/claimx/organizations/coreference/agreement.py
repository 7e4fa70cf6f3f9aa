"""Agreement of a pronoun in gender and number with what it may stand for."""

from __future__ import annotations

from claimx.organizations.coreference.canonical import Referent
from claimx.organizations.lexicon import ReferenceWord, word_with_role
from claimx.organizations.spelling import fold_word
from claimx.syntax.dependencies import feature
from claimx.syntax.words import Word

GENDERS = {"Masc": "m", "Fem": "f"}
NUMBERS = {"Sing": "s", "Plur": "p"}


def may_agree(token: Word, word: ReferenceWord) -> bool:
    """Whether the pronoun may stand for this word, which is no organisation."""
    if word_with_role(token.lower_, "relative") is not None:
        return False
    if token.pos_ == "PRON" and word_with_role(fold_word(token.text), "personal") is None:
        return False
    gender, number = GENDERS.get(feature(token, "Gender")), NUMBERS.get(feature(token, "Number"))
    if feature(token, "Person") in ("1", "2"):
        return False
    return (word.gender is None or gender in (None, word.gender)) and number in (None, word.number)


def agrees(referent: Referent, word: ReferenceWord, gender: str | None = None) -> bool:
    """Whether a pronoun agrees; gender: that of the noun that stood for the organisation last."""
    same = word.gender is None or (gender or referent.gender) in (None, word.gender)
    return same and (referent.number or "s") == word.number
