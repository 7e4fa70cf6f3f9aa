"""Finite clauses and their verb groups, from the parse.

A clause is headed by a predicate with a finite form. A chain of verb and infinitive ("pourrait
refuser de racheter") is one clause with three links; verbs that share an auxiliary or a modal
("pourraient s'étendre et entraîner") are clauses of their own that share the links before them.
The infinitive of a verb of speech or belief ("dit avoir levé 6 milliards") is a clause too.
"""

from __future__ import annotations

from collections.abc import Callable

from claimx.lexicons import grammar
from claimx.syntax.clause import Clause, Clauses
from claimx.syntax.clause_words import find_owners
from claimx.syntax.dependencies import (
    children,
    feature,
    first,
    has_class,
    helpers,
    is_demonstrative,
    is_helper,
    judged_act,
    marker_classes,
)
from claimx.syntax.headlines import is_headline
from claimx.syntax.subordination import interrogatives
from claimx.syntax.verbs import finite_form, mood
from claimx.syntax.words import Parse, Word

# The roles of verbs whose infinitive is a clause of its own.
REPORTING = frozenset({"accusation", "speech"})


def find_clauses(parse: Parse, *, role: Callable[[Word], str]) -> Clauses:
    """Find the clauses of a parsed text, in text order.

    role: what a verb does with an infinitive: ``speech`` where it reports or believes, so that the
        infinitive is a clause of its own, ``accusation`` where it reports of its object ("accuse X de
        mentir"), ``chain`` where it is an operator, else an empty string.
    Returns no clauses for a text without a parse.
    """
    tops: dict[int, Clause] = {}
    if parse.is_parsed:
        for token in _candidates(parse):
            _open(token, tops, role)
    clauses = Clauses([tops[i] for i in sorted(tops)], find_owners(parse, tops))
    for owner, token in zip(clauses.owners, parse, strict=True):
        if owner is not None:
            owner.tokens.append(token)
    return clauses


def _candidates(parse: Parse) -> list[Word]:
    """The tokens that may head a clause: verb forms, and the heads of finite auxiliaries and copulas."""
    found: dict[int, Word] = {}
    for token in parse:
        form = token.features.get("VerbForm")
        if form not in ("Fin", "Part"):
            continue
        if token.base == "fixed" and _is_frozen(token):
            continue  # "il y a cinq ans", "quoi que ce soit"
        top = token.head if form == "Fin" and is_helper(token) else token
        found[top.i] = top
    return [found[index] for index in sorted(found)]


def _is_frozen(word: Word) -> bool:
    """Whether a verb in a fixed phrase heads no clause: "il y a cinq ans", "c'est pourquoi P"."""
    opening, parse = word.head, word.parse
    if is_demonstrative(opening):
        return word.i + 1 < len(parse) and parse[word.i + 1].normal in interrogatives()
    return opening.pos_ == "SCONJ" or grammar.EXPLETIVE_SUBJECT in opening.classes


def _open(token: Word, tops: dict[int, Clause], role: Callable[[Word], str]) -> None:
    if token.is_space or token.is_punct or is_helper(token) or _is_name(token):
        return
    form = finite_form(token)
    if form is not None:
        partner = tops.get(token.head.i) if token.base == "conj" else None
        _grow(Clause([token], form, partner=partner), tops, role)
    elif is_headline(token):
        _grow(Clause([token], None, kind="headline"), tops, role)
    elif _may_report(token) and role(token) in REPORTING:
        following = _complement(token) or _of_object(token, role(token))
        if following is not None and following.i > token.i:
            _report(following, tops, role)
    elif token.base == "conj" and token.head.i in tops and _shares_auxiliary(token):
        partner = tops[token.head.i]
        if partner.finite is not None and partner.finite != partner.top:
            _grow(Clause([token], partner.finite, partner=partner), tops, role)


def _is_name(token: Word) -> bool:
    """Whether a word tagged as a verb is part of a name: "le volailler Arrivé"."""
    inside = token.ent_iob_ == "I" or token.i != token.sent.start
    return bool(token.ent_type_ and inside and token.features.get("VerbForm")) and token.text[0].isupper()


def _may_report(token: Word) -> bool:
    """Whether a participle may report: "affirmant avoir", "soupçonné d'avoir", "après avoir nié"."""
    if token.base not in ("acl", "advcl") or grammar.PARTIAL_NEGATION in marker_classes(token):
        return False  # "sans avoir reconnu"
    return feature(token, "VerbForm") == "Part"


def _shares_auxiliary(token: Word) -> bool:
    return (
        feature(token, "VerbForm") == "Part"
        and feature(token.head, "VerbForm") == "Part"
        and token.pos_ in ("VERB", "AUX")
    )


def _grow(clause: Clause, tops: dict[int, Clause], role: Callable[[Word], str]) -> None:
    """Follow the infinitives below a verb: links of the same clause, or separate clauses."""
    tops[clause.top.i] = clause
    while (following := _infinitive(clause.head, role)) is not None:
        if role(clause.head) in REPORTING:
            if clause.kind != "finite" or mood(clause.finite) != "Imp":
                _report(following, tops, role)
            return
        for twin in _twins(following):
            shared = Clause(
                [*clause.links, twin],
                clause.finite,
                kind=clause.kind,
                shared=len(clause.links),
                partner=clause,
            )
            _grow(shared, tops, role)
        clause.links.append(following)


def _report(infinitive: Word, tops: dict[int, Clause], role: Callable[[Word], str]) -> None:
    """Make clauses of the infinitives that a verb of speech or belief reports."""
    _grow(Clause([infinitive], None, kind="infinitive"), tops, role)
    for twin in _twins(infinitive):
        _grow(Clause([twin], None, kind="infinitive", partner=tops[infinitive.i]), tops, role)


def _infinitive(token: Word, role: Callable[[Word], str]) -> Word | None:
    if role(token) in REPORTING and judged_act(token) is not None:
        return None
    return _complement(token) or _of_adjective(token) or _of_object(token, role(token))


def _complement(token: Word) -> Word | None:
    """The infinitive that is parsed as the complement of a verb, or None."""
    for child in children(token, "xcomp", "ccomp"):
        marks = list(children(child, "mark"))
        if has_class(marks, grammar.COMPLEMENTIZER) and has_class(marks, grammar.PARTIAL_NEGATION):
            continue  # "a reconnu ..., sans donner de noms"
        if (child.base == "xcomp" or first(child, "mark") is None or child.i > token.i) and _is_infinitive(
            child
        ):
            return child
    return None


def _of_object(verb: Word, role: str) -> Word | None:
    """The infinitive that the parser attached to the object: "empêche les manifestants de passer".

    role: what the verb does with an infinitive. One that accuses takes it wherever the noun phrase ends.
    """
    if verb.pos_ != "VERB" or not role:
        return None
    accuses = role == "accusation"
    for held in children(verb, "obj", "iobj", "obl"):
        if held.base == "obl" and not accuses and not has_class(held.children, grammar.DATIVE_PREPOSITION):
            continue
        # "annonce la décision du maire de partir": with a verb of speech, the noun takes the infinitive.
        for noun in (held, *(children(held, "nmod") if role == "chain" else ())):
            for child in children(noun, "acl", "nmod", *(("xcomp",) if role == "chain" else ())):
                if _follows(child, noun, accuses=accuses) and _is_infinitive(child):
                    return child
    return None


def _follows(infinitive: Word, noun: Word, *, accuses: bool) -> bool:
    """Whether the preposition of an infinitive comes right after a noun, or anywhere after one accused."""
    mark = first(infinitive, "mark")
    if mark is None or not links_infinitive(mark):
        return False
    return mark.i == noun.i + 1 or (accuses and mark.i > noun.i)


def _of_adjective(token: Word) -> Word | None:
    """The infinitive of a personal predicate: "est apte à combattre", "est sur le point de signer"."""
    if first(token, "cop") is None or first(token, "nsubj") is None:
        return None
    if token.pos_ != "ADJ" and first(token, "case") is None:
        return None
    for child in children(token, "csubj", "advcl", "acl"):
        mark = first(child, "mark")
        if child.i > token.i and mark is not None and mark.i == token.i + 1 and links_infinitive(mark):
            return child if _is_infinitive(child) else None
    return None


def links_infinitive(mark: Word) -> bool:
    """Whether a word links a noun or an adjective to its infinitive: "apte à combattre"."""
    return grammar.INFINITIVE_LINKER in mark.classes


def _is_infinitive(token: Word) -> bool:
    if finite_form(token) is not None:
        return False
    return feature(token, "VerbForm") == "Inf" or any(
        feature(helper, "VerbForm") == "Inf" for helper in helpers(token)
    )


def _twins(token: Word) -> list[Word]:
    """The infinitives coordinated with one, whether each hangs under the first or under the one before it."""
    found = [token]
    for word in found:
        found += [child for child in children(word, "conj") if _is_infinitive(child)]
    return sorted(found[1:], key=lambda word: word.i)
