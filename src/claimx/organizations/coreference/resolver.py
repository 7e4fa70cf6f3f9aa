"""Resolves every mention of an organisation in a text, left to right: names, nouns and pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimx.organizations.coreference import descriptions, nominal, pronominal
from claimx.organizations.coreference.canonical import ResolvedMention, assign_referents
from claimx.organizations.coreference.discourse import DiscourseModel
from claimx.organizations.document import NameDocument
from claimx.organizations.lexicon import set_nouns
from claimx.organizations.mention import Head
from claimx.organizations.mentions import Names


def resolve_mentions(document: NameDocument, names: Names) -> list[ResolvedMention]:
    """The mentions by name with their referents, and the anaphors resolved to those before them, in order."""
    starting: dict[int, list[ResolvedMention]] = {}
    for mention in assign_referents(document, names):
        starting.setdefault(mention.first, []).append(mention)
    if not starting:
        return []
    inside = {index for group in starting.values() for m in group for index in range(m.first, m.after)}
    heads = {head.first: head for head in (*_set_heads(document), *document.heads)}
    pronouns = {index for index, roles in document.roles_at.items() if not pronominal.ROLES.isdisjoint(roles)}
    discourse, found, free = DiscourseModel(document), [], 0
    for index in sorted((pronouns | heads.keys()) - inside | starting.keys()):
        if index in inside:
            mentions = [] if index < free else starting[index]
        elif index in heads:
            mentions = _nominal(discourse, heads[index], starting)
            # A place name within it is no organisation: "le géant de Redmond".
            free = max([free, *(mention.after for mention in mentions)])
        else:
            mentions = _optional(pronominal.resolve(discourse, document.parse[index]))
        for mention in mentions:
            if _is_bracketed(discourse, mention):
                mention.via = "acronym"
            found.append(mention)
            discourse.add(mention)
    return found


def _set_heads(document: NameDocument) -> Iterator[Head]:
    nouns = set_nouns()
    for index in [index for index, form in enumerate(document.forms) if form in nouns]:
        yield Head(index, index + 1, nouns[document.forms[index]][0])


def _nominal(
    discourse: DiscourseModel, head: Head, starting: Mapping[int, list[ResolvedMention]]
) -> list[ResolvedMention]:
    """The referents of a nominal head; none if it only describes a name beside it."""
    described = descriptions.note_description(discourse, head, starting)
    if described is None:
        return _optional(nominal.resolve(discourse, head, starting))
    discourse.mention_at.setdefault(head.first, described)
    return []


def _is_bracketed(discourse: DiscourseModel, mention: ResolvedMention) -> bool:
    """Whether it is in brackets after another name of its organisation: "Médias du Sud (MDS)"."""
    if discourse.document.form(mention.first - 1) != "(":
        return False
    before = discourse.mention_at.get(mention.first - 2)
    return before is not None and before.via is None and before.referents == mention.referents


def _optional(mention: ResolvedMention | None) -> list[ResolvedMention]:
    return [] if mention is None else [mention]
