"""Every reference to an organisation in a text: names first, then what stands for them, left to right."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.resolution import nominals, pronouns
from claimx.resolution.evidence import Context
from claimx.resolution.history import History
from claimx.resolution.mentions import Mention
from claimx.resolution.naming import Reference, name_mentions
from claimx.resolution.patterns import heads


def find_references(context: Context, mentions: Sequence[Mention]) -> list[Reference]:
    """The mentions by name with their referents, and the anaphora resolved against those before them."""
    names = {reference.first: reference for reference in name_mentions(context, mentions)}
    if not names:
        return []
    inside = {index for r in names.values() for index in range(r.first, r.last)}
    nouns = {head.first: head for head in heads(context)}
    history, found = History(context), []
    for token in context.doc:
        reference = names.get(token.i)
        if reference is not None:
            history.add(reference)
        elif token.i in nouns and token.i not in inside:
            called = nominals.note_call(history, nouns[token.i], names)
            reference = None if called else nominals.resolve(history, nouns[token.i])
            if called:
                history.at.setdefault(token.i, called)
            elif reference:
                history.add(reference)
        elif token.i not in inside:
            reference = pronouns.resolve(history, token)
            if reference:
                history.add(reference)
        if reference:
            found.append(reference)
    return found
