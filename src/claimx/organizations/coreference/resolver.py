"""Every reference to an organisation in a text: names first, then what stands for them, left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimx.organizations.coreference import nominal, pronominal
from claimx.organizations.coreference.canonical import Reference, name_mentions
from claimx.organizations.coreference.discourse import History
from claimx.organizations.document import Context, Head
from claimx.organizations.mentions import Mention


def find_references(context: Context, mentions: Sequence[Mention]) -> list[Reference]:
    """The mentions by name with their referents, and the anaphora resolved against those before them."""
    names: dict[int, list[Reference]] = {}
    for reference in name_mentions(context, mentions):
        names.setdefault(reference.first, []).append(reference)
    if not names:
        return []
    inside = {index for group in names.values() for r in group for index in range(r.first, r.last)}
    nouns = {head.first: head for head in context.heads}
    others = {
        index for index, roles in enumerate(context.roles) if roles and not pronominal.KINDS.isdisjoint(roles)
    }
    history, found = History(context), []
    for index in sorted((others | nouns.keys()) - inside | names.keys()):
        if index in inside:
            references = names[index]
        elif index in nouns:
            references = _nominal(history, nouns[index], names)
        else:
            references = _optional(pronominal.resolve(history, context.parse[index]))
        for reference in references:
            if _explains(history, reference):
                reference.via = "acronym"
            found.append(reference)
            history.add(reference)
    return found


def _nominal(history: History, head: Head, names: Mapping[int, list[Reference]]) -> list[Reference]:
    """What a nominal head refers to; nothing where it only says what a name beside it is."""
    called = nominal.note_call(history, head, names)
    if called is None:
        return _optional(nominal.resolve(history, head))
    history.at.setdefault(head.first, called)
    return []


def _explains(history: History, reference: Reference) -> bool:
    """A short name between brackets after the full one: "l'Autorité des marchés financiers (AMF)"."""
    if history.context.form(reference.first - 1) != "(":
        return False
    before = history.at.get(reference.first - 2)
    return before is not None and before.via is None and before.referents == reference.referents


def _optional(reference: Reference | None) -> list[Reference]:
    return [] if reference is None else [reference]
