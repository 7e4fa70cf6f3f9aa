"""The two things that name recognition finds: mentions by name, and nominal heads.

In "la banque Oddo", "Oddo" is a mention, and "banque" a head, with what the lexicon knows about the noun.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claimx.organizations.gazetteer import Entry
from claimx.organizations.lexicon import Noun


class Head(NamedTuple):
    """A nominal head at its place, or a name with the noun that announces it.

    first, after: its first token, and the token after its last.
    """

    first: int
    after: int
    noun: Noun


@dataclass(slots=True)
class Mention:
    """A mention of an organisation by name.

    start, end: characters. first, after: its first token, and the token after its last.
    entry: its row of the list, None for a name that isn't listed. kind: the kind of organisation, if known.
    spelling: how the list spells the name that was matched, "" for a name that isn't listed.
    """

    start: int
    end: int
    first: int
    after: int
    text: str
    entry: Entry | None = None
    kind: str | None = None
    spelling: str = ""
