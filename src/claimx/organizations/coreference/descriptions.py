"""Descriptions: the nouns by which a text calls an organisation, beside its name.

"l'opérateur Zorbex", "Zorbex, la startup de Lyon" and "Zorbex est une startup" let a later "la startup" stand
for Zorbex.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimx.organizations.coreference.canonical import ResolvedMention
from claimx.organizations.coreference.discourse import DiscourseModel
from claimx.organizations.lexicon import origin
from claimx.organizations.mention import Head
from claimx.organizations.name_patterns import name_after


def note_description(
    discourse: DiscourseModel, head: Head, names: Mapping[int, list[ResolvedMention]]
) -> ResolvedMention | None:
    """Record the nominal head beside a name: "OpenAI, la startup", "OpenAI est une startup".

    names: the mentions by name, by first token. Returns the mention that the head describes, None if it
    describes none.
    """
    document = discourse.document
    introduced = names.get(name_after(document, head.after) or -1) or _named_after(discourse, head, names)
    mention = introduced[0] if introduced else _described_before(discourse, head)
    if mention is None or len(mention.referents) != 1:
        return None
    referent = mention.referents[0]
    referent.head_nouns.add(head.noun.lemma)
    if len(head.noun.kinds) == 1 and referent.kind is None:
        referent.kind = next(iter(head.noun.kinds))
    referent.country = referent.country or origin(discourse.document.form(head.after)) or None
    return mention


def _named_after(
    discourse: DiscourseModel, head: Head, names: Mapping[int, list[ResolvedMention]]
) -> list[ResolvedMention] | None:
    """The name between commas that follows a head: "l'entreprise, Zorbex, a", "sa rivale, la CPME."."""
    document, index = discourse.document, head.after
    while document.category(index) == "ADJ":
        index += 1
    if document.form(index) != ",":
        return None
    index += 2 if document.has_role(index + 1, "article") else 1
    found = names.get(index)
    return found if found and document.form(found[0].after) in (",", ".", ")", "") else None


def _described_before(discourse: DiscourseModel, head: Head) -> ResolvedMention | None:
    """The name before a head in apposition or a predicate noun: "OpenAI, la", "OpenAI est une startup"."""
    document = discourse.document
    determiner = head.first - 1
    while document.parse[determiner].pos_ == "ADJ" and determiner > 0:
        determiner -= 1
    if document.form(determiner) == "," and discourse.is_parsed:
        # "Zorbex, jeune société de Lyon, vend"; in a list, a noun in the singular has a determiner.
        bare = document.parse[head.first].dep_.startswith("appos") or (
            head.noun.number == "s" and document.has_role(head.after, "complement", "contraction")
        )
        return discourse.mention_at.get(determiner - 1) if bare else None
    if determiner < 2 or document.form(determiner) == "," or document.has_role(determiner, "coordinator"):
        return None
    if document.has_role(determiner - 1, "copula"):
        return discourse.mention_at.get(determiner - 2)
    if not document.has_role(determiner, "article", "demonstrative"):
        return None
    apposed = document.form(determiner - 1) in (",", "(", "-", "–")
    if apposed or (discourse.is_parsed and document.parse[head.first].dep_.startswith("appos")):
        return discourse.mention_at.get(determiner - 2)
    return None
