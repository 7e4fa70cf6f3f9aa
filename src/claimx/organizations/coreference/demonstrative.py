"""Pronouns that point at names just said: "celle-ci", "ce dernier", "la seconde", "ni l'un ni l'autre"."""

from __future__ import annotations

from claimx.organizations.coreference.agreement import agrees, may_agree
from claimx.organizations.coreference.canonical import Referent, ResolvedMention
from claimx.organizations.coreference.discourse import DiscourseModel, ancestors
from claimx.organizations.lexicon import ReferenceWord, agents, noun_of
from claimx.organizations.spelling import fold_word
from claimx.syntax.dependencies import children
from claimx.syntax.words import Word

MAX_SENTENCES_BACK = 1
MAX_TOKENS_BACK = 149
MEMBERS_OF_PAIR = 2


def nearest_name(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """For "celle-ci" and "ce dernier": the nearest name that agrees, unless something else is as near."""
    document, here = discourse.document, discourse.sentence(token.i)
    described = _described_last(discourse, token)
    if described is not None:
        return described.referents if agrees(described.referents[0], word) else ()
    for index in range(token.i - 2, max(-1, token.i - MAX_TOKENS_BACK - 1), -1):
        if here - discourse.sentence(index) > MAX_SENTENCES_BACK:
            return ()
        other = document.parse[index]
        mention = discourse.mention_at.get(index) or _described(discourse, other)
        if mention is not None and len(mention.referents) == 1:
            if agrees(mention.referents[0], word):
                return mention.referents
            continue
        if _acts(token) and _is_thing(other):
            continue
        if index in document.entity_at or (other.pos_ in ("NOUN", "PROPN") and may_agree(other, word)):
            return ()
    return ()


def _described_last(discourse: DiscourseModel, token: Word) -> ResolvedMention | None:
    """The name that the end of the sentence before describes: "avec Zorbex, une société de Velmont."."""
    document, here = discourse.document, discourse.sentence(token.i)
    for index in range(token.i - 2, max(-1, token.i - MAX_TOKENS_BACK - 1), -1):
        if here - discourse.sentence(index) > MAX_SENTENCES_BACK:
            return None
        if document.form(index) == ",":
            announced = document.has_role(index + 1, "article", "indefinite")
            mention = discourse.mention_at.get(index - 1)
            headed = noun_of(document.form(index + 1 + announced)) is not None
            return mention if mention and headed and len(mention.referents) == 1 else None
    return None


def _acts(token: Word) -> bool:
    """Whether a pronoun is the subject of a verb with an object, as somebody who acts.

    A reflexive infinitive tells nothing: "celui-ci devrait s'ouvrir" may be a trial.
    """
    if token.dep_ != "nsubj":
        return False
    infinitives = children(token.head, "xcomp")
    return any(children(token.head, "obj", "ccomp")) or any(
        not any(children(infinitive, "expl")) for infinitive in infinitives
    )


def _is_thing(token: Word) -> bool:
    """Whether a common noun is neither that of a person nor of a body."""
    return token.pos_ == "NOUN" and fold_word(token.lemma_) not in agents()


def _described(discourse: DiscourseModel, token: Word) -> ResolvedMention | None:
    """The name that a noun is in apposition to: "Zorbex, une filiale de restauration rapide"."""
    for word in (token, *ancestors(token)):
        if word.base == "appos":
            return discourse.mention_at.get(word.head.i)
        if word.base not in ("nmod", "amod", "acl", "obl"):
            return None
    return None


def named_member(discourse: DiscourseModel, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """For "le premier" and "la seconde": that of the pair of names that was said last."""
    if not discourse.coordinations or any(child.pos_ == "NOUN" for child in token.children):
        return ()
    last = discourse.coordinations[-1]
    near = discourse.sentence(token.i) - discourse.sentence(last.first) <= MAX_SENTENCES_BACK
    if not near or len(last.referents) != MEMBERS_OF_PAIR:
        return ()
    referent = last.referents[int(word.number or 1) - 1]
    return (referent,) if referent.gender in (None, word.gender) else ()


def both_from(discourse: DiscourseModel, token: Word) -> int | None:
    """The first token of a pronoun for two, or None.

    token: "autre" of "ni l'un ni l'autre", "deux" of "aucun des deux".
    """
    document, index = discourse.document, token.i
    if document.has_role(index, "number"):
        free = document.category(index + 1) not in ("ADJ", "NOUN", "NUM", "PROPN")
        of_two = document.has_role(index - 1, "contraction") and document.has_role(index - 2, "of two")
        return index - 2 if free and of_two else None
    members = document.has_role(index, "other of two") and document.has_role(index - 3, "one of two")
    articles = all(document.has_role(place - 1, "article") for place in (index, index - 3))
    if not (members and articles and document.has_role(index - 2, "joint of two")):
        return None
    return index - 5 if document.has_role(index - 5, "joint of two") else index - 4


def named_pair(discourse: DiscourseModel, token: Word) -> tuple[Referent, ...]:
    """For "ni l'un ni l'autre": the two that were named together last, or called "les deux groupes"."""
    together = [
        mention
        for mention in (*discourse.coordinations[-1:], *discourse.mentions[-1:])
        if len(mention.referents) == MEMBERS_OF_PAIR
        and discourse.sentence(token.i) - discourse.sentence(mention.first) <= MAX_SENTENCES_BACK
    ]
    return max(together, key=lambda mention: mention.first).referents if together else ()
