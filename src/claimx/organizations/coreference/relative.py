"""Relative pronouns that stand for an organisation: "Amazon, qui pourrait entrer au capital"."""

from __future__ import annotations

from claimx.organizations.coreference.canonical import Referent
from claimx.organizations.coreference.discourse import DiscourseModel, ancestors
from claimx.syntax.dependencies import children, feature
from claimx.syntax.words import Word

# Labels of relative clauses, and of that of a cleft: "c'est Zorbex qui recrute".
RELATIVES = ("acl", "relcl", "advcl:cleft")


def relative_antecedent(discourse: DiscourseModel, token: Word) -> tuple[Referent, ...]:
    """The antecedent by the parse: what the clause of the relative modifies."""
    conjunction = token.pos_ not in ("PRON", "") or token.base == "mark"
    if feature(token, "PronType") == "Int" or (conjunction and not _is_object(token)):
        return ()
    clause = next((t for t in (token, *ancestors(token)) if t.dep_.startswith(RELATIVES)), None)
    if clause is None:
        return () if conjunction else adjacent_name(discourse, token)
    antecedent = clause.head
    if antecedent.i > token.i:
        return ()
    mention = discourse.mention_at.get(antecedent.i)
    if mention is None:
        return () if conjunction else adjacent_name(discourse, token, governed=True)
    last = max((child.i for child in children(antecedent, "conj") if child.i < token.i), default=None)
    apart = last is not None and discourse.document.form(token.i - 1) == ","
    if _is_plural(clause, token) or (apart and token.base != "nsubj"):
        return coordinated(discourse, antecedent) or mention.referents
    return _last_member(discourse, antecedent, token) or mention.referents


def _is_object(token: Word) -> bool:
    """Whether a "que" that the tagger takes for a conjunction is an object: "Zorbex, que X a racheté"."""
    return token.head.dep_ == "acl:relcl" and not any(children(token.head, "obj", "ccomp"))


def _last_member(discourse: DiscourseModel, antecedent: Word, token: Word) -> tuple[Referent, ...]:
    """The last of "X et Y, qui tenait": parsers attach a relative in the singular to the first."""
    members = [child for child in children(antecedent, "conj") if child.i < token.i]
    mention = discourse.mention_at.get(members[-1].i) if members and token.base == "nsubj" else None
    return mention.referents if mention else ()


def _is_plural(clause: Word, token: Word) -> bool:
    if token.base != "nsubj":
        return False
    verbs = [clause, *children(clause, "aux", "cop")]
    return any(feature(verb, "VerbForm") == "Fin" and feature(verb, "Number") == "Plur" for verb in verbs)


def coordinated(discourse: DiscourseModel, token: Word) -> tuple[Referent, ...]:
    """The members of a coordination, if all of them are organisations."""
    top = token
    while top.base == "conj":
        top = top.head
    members = [top, *children(top, "conj")]
    if token is not top and token.i != top.i:
        members += children(token, "conj")
    members = [member for member in members if member.pos_ not in ("VERB", "AUX")]
    found: list[Referent] = []
    for member in members:
        mention = discourse.mention_at.get(member.i)
        if mention is None:
            return ()
        found.extend(mention.referents)
    return tuple(dict.fromkeys(found)) if len(members) > 1 else ()


def adjacent_name(discourse: DiscourseModel, token: Word, *, governed: bool = False) -> tuple[Referent, ...]:
    """The name just before, unless it completes another noun; for texts or clauses without a usable parse.

    governed: only after a preposition, where parsers attach the clause to the noun before it ("un accord avec
        Zorbex, qui recrute").
    """
    document = discourse.document
    before = token.i - 1
    agreeing = feature(token, "Gender")  # "Un fonds de Zorbex, dans lequel": "lequel" is also for things.
    if not agreeing and document.category(before) == "ADP" and document.form(before - 1) == ",":
        before -= 1  # "Zorbex, à qui"
    while document.form(before) in (",", ")"):
        before -= 1
    mention = discourse.mention_at.get(before)
    if mention is None or mention.via not in (None, "acronym") or before == token.i - 1:
        return ()
    first = mention.first - 1
    while document.has_role(first, "article") or document.form(first) == "(":
        first = first - 1 if document.form(first) != "(" else _before_bracketed(discourse, first)
    if document.has_role(first, "complement") or (governed and document.parse[max(first, 0)].pos_ != "ADP"):
        return ()
    return mention.referents


def _before_bracketed(discourse: DiscourseModel, bracket: int) -> int:
    """The token before the name that a bracket explains, or before the bracket."""
    full = discourse.mention_at.get(bracket - 1)
    return (full.first if full else bracket) - 1
