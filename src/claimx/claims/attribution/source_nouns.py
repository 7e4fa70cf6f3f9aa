"""Classes of the head nouns of sources: role, body, document, anonymous, or no speaker."""

from functools import cache
from typing import Final

from claimx import lexicons
from claimx.syntax.words import Word

# The class of nouns that are no speakers: a standard or a circumstance after "selon", and all unlisted nouns.
NO_SOURCE: Final = "no-source"
# The class of people by what they do.
ROLE: Final = "role"
# The class of documents without a voice of their own; see `publishers`.
RECORD: Final = "record"


@cache
def noun_classes() -> dict[str, str]:
    """Lemma to class, for all nouns in the lexicons; nouns for organisations are bodies."""
    bodies = {row["noun"]: "body" for row in lexicons.read("organization_nouns")}
    return bodies | {row["lemma"]: row["class"] for row in lexicons.read("source_nouns")}


def noun_class(head: Word) -> str:
    """The class of a head noun, NO_SOURCE where it is unknown.

    A noun that is also a participle may have a verb's lemma ("salariés").
    """
    known = noun_classes()
    for lemma in (head.lemma_, head.lower_, head.lower_.removesuffix("s")):
        if lemma in known:
            return known[lemma]
    last = head.lower_.rpartition("-")[2]
    return ROLE if known.get(last) == ROLE else NO_SOURCE  # "présidente-directrice", "sous-préfet"
