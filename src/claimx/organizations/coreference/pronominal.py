"""Relative and personal pronouns that stand for an organisation: "Amazon, qui pourrait", "Elle a annoncé".

A relative is resolved by the parse; a personal pronoun only to the nearest subject that agrees with it,
and to nothing when that is a person or another thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimx.organizations.coreference.canonical import NEAREST, Reference, Referent
from claimx.organizations.coreference.discourse import History, above, is_above
from claimx.organizations.lexicon import ReferenceWord, word_with_role
from claimx.organizations.spelling import fold_word
from claimx.syntax.dependencies import children, feature
from claimx.syntax.words import Word

GENDERS = {"Masc": "m", "Fem": "f"}
NUMBERS = {"Sing": "s", "Plur": "p"}
# The roles in ``reference_words.tsv`` of the words that ``resolve`` has an answer for.
KINDS = frozenset({"relative", "personal", "latter"})
REACH = 1
FURTHEST = 150
ROLES = ("nsubj", "obj", "iobj", "obl", "nmod")
OPENING, CLOSING = frozenset("«“"), frozenset("»”")


def resolve(history: History, token: Word) -> Reference | None:
    """What a pronoun stands for, or None."""
    form = history.context.forms[token.i]
    word = word_with_role(form, "relative")
    if word is not None:
        found = _relative(history, token) if history.parsed else _adjacent(history, token)
        return _reference(token, token, found, "relative")
    if not history.parsed:
        return None
    word = word_with_role(form, "personal")
    if word is not None and token.base in ROLES and not _is_impersonal(token):
        latter = form.endswith("-ci")
        found = _nearest(history, token, word) if latter else _subject(history, token, word)
        return _reference(token, token, found, "pronoun")
    word = word_with_role(form, "latter")
    if word is not None and token.i and history.context.has_role(token.i - 1, "demonstrative"):
        return _reference(token.parse[token.i - 1], token, _nearest(history, token, word), "pronoun")
    return None


def _reference(first: Word, last: Word, found: tuple[Referent, ...], via: str) -> Reference | None:
    if not found:
        return None
    return Reference(first.idx, last.end, first.i, last.i + 1, found, via)


def _is_impersonal(token: Word) -> bool:
    """Whether the pronoun stands for nothing: "il faut", "il est rappelé que"."""
    verb = token.head
    if word_with_role(fold_word(verb.lemma_), "impersonal") is not None:
        return True
    passive = any(child.base in ("aux", "cop") for child in verb.children)
    return passive and any(child.base in ("csubj", "ccomp") for child in verb.children)


def _relative(history: History, token: Word) -> tuple[Referent, ...]:
    """By the parse: the clause that the relative opens modifies its antecedent."""
    if token.pos_ not in ("PRON", "") or token.base == "mark" or feature(token, "PronType") == "Int":
        return ()
    clause = next((t for t in (token, *above(token)) if t.dep_.startswith(("acl", "relcl"))), None)
    if clause is None:
        return _adjacent(history, token)
    antecedent = clause.head
    if antecedent.i > token.i:
        return ()
    reference = history.at.get(antecedent.i)
    if reference is None:
        return _adjacent(history, token, governed=True)
    if _is_plural(clause, token):
        return _coordinated(history, antecedent) or reference.referents
    return _last_member(history, antecedent, token) or reference.referents


def _last_member(history: History, antecedent: Word, token: Word) -> tuple[Referent, ...]:
    """Of "X et Y, qui tenait", the nearest: parsers hang the relative on the first."""
    members = [child for child in children(antecedent, "conj") if child.i < token.i]
    reference = history.at.get(members[-1].i) if members and token.base == "nsubj" else None
    return reference.referents if reference else ()


def _is_plural(clause: Word, token: Word) -> bool:
    if token.base != "nsubj":
        return False
    verbs = [clause, *children(clause, "aux", "cop")]
    return any(feature(verb, "VerbForm") == "Fin" and feature(verb, "Number") == "Plur" for verb in verbs)


def _coordinated(history: History, token: Word) -> tuple[Referent, ...]:
    """The organisations of a coordination, if all its members are organisations."""
    top = token
    while top.base == "conj":
        top = top.head
    members = [top, *children(top, "conj")]
    if token is not top and token.i != top.i:
        members += children(token, "conj")
    members = [member for member in members if member.pos_ not in ("VERB", "AUX")]
    found: list[Referent] = []
    for member in members:
        reference = history.at.get(member.i)
        if reference is None:
            return ()
        found.extend(reference.referents)
    return tuple(dict.fromkeys(found)) if len(members) > 1 else ()


def _adjacent(history: History, token: Word, *, governed: bool = False) -> tuple[Referent, ...]:
    """Without a parse that tells: a name just before that completes no other noun.

    governed: only a name after a preposition, where a parser hung the clause on the noun before it
        ("un accord avec Zorbex, qui recrute").
    """
    context = history.context
    before = token.i - 1
    while context.form(before) in (",", ")"):
        before -= 1
    reference = history.at.get(before)
    if reference is None or reference.via not in (None, "acronym") or before == token.i - 1:
        return ()
    first = reference.first - 1
    while context.has_role(first, "article") or context.form(first) == "(":
        first = first - 1 if context.form(first) != "(" else history.opening(first)
    if context.has_role(first, "complement") or (governed and context.parse[max(first, 0)].pos_ != "ADP"):
        return ()
    return reference.referents


def _subject(history: History, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """The topic of the sentence or the nearest subject before, if it is an organisation that agrees."""
    topic = history.topic(token)
    if topic is not None:
        return topic.referents if all(_agrees(referent, word) for referent in topic.referents) else ()
    for subject in _subjects(history, token):
        reference = history.at.get(subject.i)
        doubtful = reference is not None and _is_rivalled(history, token, word, reference)
        if doubtful or (reference is not None and not _is_prominent(history, subject, token)):
            return ()
        together = _coordinated(history, subject) if word.number == "p" else ()
        if together:
            return together
        if reference is None:
            if _may_agree(subject, word):
                return ()
            continue
        if word.number == "p" and len(reference.referents) > 1:
            return reference.referents
        if len(reference.referents) == 1 and _agrees(reference.referents[0], word):
            return reference.referents
    return ()


def _is_prominent(history: History, subject: Word, token: Word) -> bool:
    """A subject before its verb, of a clause above the pronoun's or of the main clause before."""
    verb = subject.head
    if subject.i > verb.i:
        return False
    if history.sentence(subject.i) == history.sentence(token.i):
        return is_above(verb, token) or verb.head in (token.head, token.head.head)
    return verb.dep_ == "ROOT" or (verb.base in ("conj", "ccomp") and verb.head.dep_ == "ROOT")


def _is_rivalled(history: History, token: Word, word: ReferenceWord, reference: Reference) -> bool:
    """Whether another organisation that agrees stands between a sentence before and the pronoun."""
    here = history.sentence(token.i)
    if history.sentence(reference.first) == here:
        return False
    for other in history.references[:-NEAREST:-1]:
        if history.sentence(other.first) != here:
            return False
        if other.referents != reference.referents and all(_agrees(r, word) for r in other.referents):
            return True
    return False


def _subjects(history: History, token: Word) -> Iterator[Word]:
    """The subjects before a pronoun, nearest first, of its sentence and the one before, outside quotes."""
    here, quoted = history.sentence(token.i), 0
    for index in range(token.i - 1, max(-1, token.i - FURTHEST), -1):
        other = history.context.parse[index]
        quoted += (other.text in CLOSING) - (other.text in OPENING)
        if quoted < 0 or here - history.sentence(index) > REACH or history.context.has_role(index, "topic"):
            return
        if not quoted and other.base == "nsubj":
            yield other


def _may_agree(token: Word, word: ReferenceWord) -> bool:
    """Whether a word that is no organisation may be meant by the pronoun."""
    if word_with_role(token.lower_, "relative") is not None:
        return False
    gender, number = GENDERS.get(feature(token, "Gender")), NUMBERS.get(feature(token, "Number"))
    if feature(token, "Person") in ("1", "2"):
        return False
    return gender in (None, word.gender) and number in (None, word.number)


def _agrees(referent: Referent, word: ReferenceWord) -> bool:
    return referent.gender in (None, word.gender) and (referent.number or "s") == word.number


def _nearest(history: History, token: Word, word: ReferenceWord) -> tuple[Referent, ...]:
    """For "celle-ci" and "ce dernier": the nearest name before, if it is an organisation that agrees."""
    context, here = history.context, history.sentence(token.i)
    for index in range(token.i - 2, max(-1, token.i - FURTHEST), -1):
        if here - history.sentence(index) > REACH:
            return ()
        reference = history.at.get(index)
        if reference is not None and len(reference.referents) == 1:
            return reference.referents if _agrees(reference.referents[0], word) else ()
        other = context.parse[index]
        if index in context.entities or (other.pos_ in ("NOUN", "PROPN") and _may_agree(other, word)):
            return ()
    return ()
