"""Nominal anaphora: "la startup", "le groupe", "la firme de Redmond", "les deux constructeurs".

Precision first: without one clear antecedent nothing is resolved. Names are read in order, so that an
anaphor is itself an antecedent of the next one.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimx.organizations.coreference.canonical import Reference, Referent
from claimx.organizations.coreference.discourse import History, is_above
from claimx.organizations.document import Head
from claimx.organizations.lexicon import Noun, nationality, nouns, word_with_role
from claimx.organizations.name_patterns import name_after
from claimx.organizations.spelling import is_acronym

NEAR = 3
MARGIN = 0.75
GROUPS = 20
CALLED, FITTING, POSSIBLE = 3, 2, 1
COMPLEMENT = ("complement", "contraction")


def note_call(history: History, head: Head, names: Mapping[int, list[Reference]]) -> Reference | None:
    """The reference that a head names in apposition or as an attribute, and remember that it is called so.

    "l'opérateur Orange", "OpenAI, la startup dirigée par", "OpenAI est une startup".
    names: first token → the references by name that begin there.
    """
    context = history.context
    introduced = names.get(name_after(context, head.after) or -1) or _named_after(history, head, names)
    reference = introduced[0] if introduced else None
    if reference is None:
        before = head.first - 1
        while context.parse[before].pos_ == "ADJ" and before > 0:
            before -= 1
        if before < 2 or context.form(before) in (",", "et"):
            return None
        joint, known = context.form(before - 1), context.has_role(before - 1, "copula")
        if known or joint in (",", "(", "-", "–") or _is_apposition(history, head):
            reference = history.at.get(before - 2)
        if reference is None or (not known and not _is_definite_or_bare(history, before)):
            return None
    if len(reference.referents) != 1:
        return None
    reference.referents[0].calls.add(head.noun.lemma)
    if len(head.noun.kinds) == 1 and reference.referents[0].kind is None:
        reference.referents[0].kind = next(iter(head.noun.kinds))
    return reference


def _named_after(
    history: History, head: Head, names: Mapping[int, list[Reference]]
) -> list[Reference] | None:
    """The name that follows between commas: "l'entreprise, Zorbex, a", "sa rivale, la CPME."."""
    context, index = history.context, head.after
    while _pos(history, index) == "ADJ":
        index += 1
    if context.form(index) != ",":
        return None
    index += 2 if context.has_role(index + 1, "article") else 1
    found = names.get(index)
    return found if found and context.form(found[0].last) in (",", ".", ")", "") else None


def _is_apposition(history: History, head: Head) -> bool:
    return history.parsed and history.context.parse[head.first].dep_.startswith("appos")


def _is_definite_or_bare(history: History, index: int) -> bool:
    return history.context.has_role(index, "article", "demonstrative")


def resolve(history: History, head: Head) -> Reference | None:
    """What a nominal head with a definite determiner stands for, or None."""
    context, noun = history.context, head.noun
    named = context.is_capital(head.first) and head.first not in context.starts
    named = named and not is_acronym(context.words[head.first])
    if noun.evidence == "none" or named:
        return None
    first, amount = head.first - 1, None
    while first >= 0 and first > head.first - 4:
        number = word_with_role(context.form(first), "number")
        amount = int(number.number) if number and number.number else amount
        if number is None and context.parse[first].pos_ != "ADJ":
            break
        first -= 1
    if not context.has_role(first, "article", "contraction", "demonstrative"):
        return None
    if noun.number == "p":
        chosen, last = _resolve_set(history, head, first, amount)
    else:
        chosen, last = _resolve_one(history, head)
    if not chosen:
        return None
    parse = context.parse
    start, end = parse[first].idx, parse[last - 1].end
    return Reference(start, end, first, last, tuple(chosen), "nominal")


def _resolve_one(history: History, head: Head) -> tuple[list[Referent], int]:
    context, after = history.context, head.after
    phrases = _phrases(history, head)
    country, last = nationality(context.form(after)), after
    strict = alone = False
    if phrases:
        last = max(phrases.values())
    elif country is not None:
        last = after + 1
    elif context.form(after) in ("de", "d'") and not context.has_role(after + 1, "article"):
        strict = not context.is_capital(after + 1)
        alone = not strict
        place = context.entities.get(after + 1)
        if alone and (place is None or place.label_ != "LOC"):
            return [], after
        last = place.end if alone and place is not None else after
    elif _is_specified(history, head):
        return [], after
    elif _is_adjective(history, after):
        strict, last = True, after + 1
    candidates = []
    for referent, reference in history.recent():
        grade = CALLED if id(referent) in phrases else _grade(referent, head.noun)
        if (phrases and id(referent) not in phrases) or (strict and grade < CALLED):
            continue
        if grade and _same_country(referent, country) and not _is_own_subject(history, reference, head):
            known = country and referent.entry is not None and referent.entry.country == country
            candidates.append((CALLED if known else grade, referent, reference))
    if alone and len(candidates) > 1:
        return [], last
    return _best(history, head, candidates), last


def _is_specified(history: History, head: Head) -> bool:
    """Whether what follows tells which one is meant: "la société d'à côté", "la société Zorbex"."""
    context, after = history.context, head.after
    if context.has_role(after, *COMPLEMENT) or context.is_capital(after):
        return True
    return _introduces(history, after) or _has_complement(history, head)


def _introduces(history: History, after: int) -> bool:
    """An adjective of any kind, then a name: "la chaîne new-yorkaise Zorbex"."""
    context = history.context
    if not context.form(after).replace("-", "").isalpha() or not context.is_capital(after + 1):
        return False
    return after + 1 not in context.starts and _pos(history, after) not in ("VERB", "AUX", "ADP", "")


def _has_complement(history: History, head: Head) -> bool:
    """A complement after an adjective: "la compagnie régionale de Versailles"."""
    parse = history.context.parse
    if not history.parsed:
        return _pos(history, head.after) == "ADJ" and history.context.has_role(head.after + 1, *COMPLEMENT)
    for child in parse[head.first].children:
        edge = child.left_edge.i
        if child.base == "nmod" and edge > head.after and history.context.has_role(edge, *COMPLEMENT):
            return all(token.pos_ == "ADJ" for token in parse[head.after : edge])
    return False


def _pos(history: History, index: int) -> str:
    return history.context.category(index)


def _is_adjective(history: History, index: int) -> bool:
    """An adjective that says which one ("public"), not one with a complement of its own ("issu de")."""
    return _pos(history, index) == "ADJ" and _pos(history, index + 1) != "ADP"


def _best(history: History, head: Head, candidates: list[tuple[int, Referent, Reference]]) -> list[Referent]:
    """The candidate called so, else the nearest and most prominent one; nobody when two are equal."""
    here = history.sentence(head.first)
    near = [c for c in candidates if here - history.sentence(c[2].first) <= NEAR]
    if all(candidate[0] == POSSIBLE for candidate in near):
        called = [candidate[1] for candidate in candidates if candidate[0] == CALLED]
        if called or not near:
            return called if len(called) == 1 else []

    def weight(candidate: tuple[int, Referent, Reference]) -> tuple[float, int]:
        grade, referent, reference = candidate
        distance = here - history.sentence(reference.first)
        prominence = 1.5 if history.is_prominent(reference) else 0.0
        return (4.0 * (grade == CALLED) + 0.6 * grade + prominence - distance, history.count(referent))

    order = sorted(near, key=weight, reverse=True)
    if len(order) > 1 and weight(order[0])[0] - weight(order[1])[0] < MARGIN:
        main = max(near, key=lambda candidate: history.count(candidate[1]))
        if order[0][1] is not main[1] or history.count(order[0][1]) == history.count(order[1][1]):
            return []
    return [order[0][1]]


def _grade(referent: Referent, noun: Noun) -> int:
    """How well a noun suits an organisation: called so, of a kind that fits, possible, 0 for not at all."""
    if noun.lemma in referent.calls:
        return CALLED
    if referent.kind is None and _is_otherwise_called(referent, noun):
        return 0
    if noun.evidence == "called":
        listed = referent.entry is not None and noun.lemma in referent.entry.anaphors
        return FITTING if listed else 0
    if referent.kind in noun.kinds:
        return FITTING if referent.kind != "media" or len(noun.kinds) == 1 else POSSIBLE
    return POSSIBLE if referent.kind is None and noun.evidence == "any" else 0


def _is_otherwise_called(referent: Referent, noun: Noun) -> bool:
    """Whether the text calls it what a noun can't mean: "la Cour supérieure" is no "entreprise"."""
    called = (nouns()[call] for call in referent.calls if call in nouns())
    return any(call.kinds.isdisjoint(noun.kinds) for call in called)


def _phrases(history: History, head: Head) -> dict[int, int]:
    """The organisations with a listed anaphor of several words that stands here → its end, in tokens."""
    found: dict[int, int] = {}
    text = " ".join(history.context.forms[head.first : head.first + 6]).replace("' ", "'") + " "
    for referent, _ in history.recent():
        for anaphor in referent.entry.anaphors if referent.entry else ():
            if " " in anaphor and text.startswith(anaphor + " "):
                size = anaphor.replace("'", "' ").count(" ") + 1
                found[id(referent)] = head.first + size
    return found


def _same_country(referent: Referent, country: str | None) -> bool:
    known = referent.entry.country if referent.entry else None
    return not country or not known or known == country


def _is_own_subject(history: History, reference: Reference, head: Head) -> bool:
    """Whether both hang on one verb: in "Apple rachète la société", the latter is not Apple."""
    if not history.parsed:
        return False
    subject, token = history.head(reference), history.context.parse[head.first]
    if reference.via == "relative" and is_above(subject.head, token):
        return True
    return history.is_subject(reference) and subject.head.i == token.head.i and subject.i != token.i


def _resolve_set(history: History, head: Head, first: int, amount: int | None) -> tuple[list[Referent], int]:
    """The organisations of the last coordination that fits, or those of the sentences before, all of them."""
    context, noun = history.context, head.noun
    involved = context.has_role(head.after, "involved")
    last = head.after + involved
    definite = context.has_role(first, "article", "contraction")
    if amount is None and not involved and definite:
        return [], last
    if not involved and (context.has_role(head.after, *COMPLEMENT) or context.is_capital(head.after)):
        return [], last
    for group in history.groups[:-GROUPS:-1]:
        members = list(group.referents)
        if all(_grade(m, noun) for m in members) and amount in (None, len(members)) and len(members) > 1:
            return members, last
    if amount is None:
        return [], last
    here = history.sentence(head.first)
    near = [
        referent
        for referent, reference in history.recent()
        if here - history.sentence(reference.first) <= NEAR - 1 and _grade(referent, noun)
    ]
    return (near if len(near) == amount else []), last
