"""Nouns of planned acts ("vente", "fusion"), and the verbs that they are the nouns of."""

from functools import cache

from claimx import lexicons


def is_event_noun(lemma: str) -> bool:
    """Whether a noun with this lemma names something that is planned and done."""
    return lemma in _verbs()


def verb_of_event(lemma: str) -> str | None:
    """The verb of an event noun ("vendre" for "vente"); None for other nouns, and where there is no verb."""
    return _verbs().get(lemma) or None


def is_act(lemma: str) -> bool:
    """Whether a verb is that of an event noun: "vendre"."""
    return lemma in _acts()


@cache
def _acts() -> frozenset[str]:
    return frozenset(verb for verb in _verbs().values() if verb)


@cache
def _verbs() -> dict[str, str]:
    return {row["lemma"]: row["verb"] for row in lexicons.read("event_nouns")}
