"""Pronominal anaphora: relative, personal and demonstrative pronouns that stand for an organisation."""

from __future__ import annotations

from claimx.organizations.coreference.canonical import Referent, ResolvedMention
from claimx.organizations.coreference.demonstrative import both_from, named_member, named_pair, nearest_name
from claimx.organizations.coreference.discourse import DiscourseModel
from claimx.organizations.coreference.personal import agreeing_subject, only_other
from claimx.organizations.coreference.relative import adjacent_name, relative_antecedent
from claimx.organizations.lexicon import ReferenceWord, word_with_role
from claimx.organizations.spelling import fold_word
from claimx.syntax.words import Word

# The roles of pronouns in ``reference_words.tsv``.
ROLES = frozenset({"relative", "personal", "indirect", "latter", "ordinal", "other of two", "number"})
FUNCTIONS = ("nsubj", "obj", "iobj", "obl", "nmod")


def resolve(discourse: DiscourseModel, token: Word) -> ResolvedMention | None:
    """The referents of a pronoun, None if they are no organisations or uncertain."""
    form = discourse.document.forms[token.i]
    if word_with_role(form, "relative") is not None:
        find = relative_antecedent if discourse.is_parsed else adjacent_name
        return _mention(token, token, find(discourse, token), "relative")
    if not discourse.is_parsed:
        return None
    word = word_with_role(form, "personal")
    if word is not None and token.base in FUNCTIONS and not _is_impersonal(token, word):
        latter = form.endswith("-ci")
        found = nearest_name(discourse, token, word) if latter else agreeing_subject(discourse, token, word)
        return _mention(token, token, found, "pronoun")
    word = word_with_role(form, "indirect")
    if word is not None and token.base == "iobj" and discourse.document.form(token.i + 1) != ",":
        found = agreeing_subject(discourse, token, word) or only_other(discourse, token, word)
        return _mention(token, token, found, "pronoun")
    word = word_with_role(form, "latter")
    if word is not None and token.i and discourse.document.has_role(token.i - 1, "demonstrative"):
        return _mention(token.parse[token.i - 1], token, nearest_name(discourse, token, word), "pronoun")
    word = word_with_role(form, "ordinal")
    if word is not None and token.base in FUNCTIONS and discourse.document.has_role(token.i - 1, "article"):
        return _mention(token.parse[token.i - 1], token, named_member(discourse, token, word), "pronoun")
    first = both_from(discourse, token)
    if first is None:
        return None
    return _mention(token.parse[first], token, named_pair(discourse, token), "pronoun")


def _mention(first: Word, last: Word, found: tuple[Referent, ...], via: str) -> ResolvedMention | None:
    if not found:
        return None
    return ResolvedMention(first.idx, last.end, first.i, last.i + 1, found, via)


def _is_impersonal(token: Word, word: ReferenceWord) -> bool:
    """Whether the pronoun is impersonal: "il faut", "il est rappelé que"; not "elle vaut"."""
    if (word.gender, word.number) != ("m", "s"):
        return False
    verb = token.head
    if word_with_role(fold_word(verb.lemma_), "impersonal") is not None:
        return True
    passive = any(child.base in ("aux", "cop") for child in verb.children)
    return passive and any(child.base in ("csubj", "ccomp") for child in verb.children)
