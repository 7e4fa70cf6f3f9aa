"""What a parser can only have got wrong is set right in the words that rules read; the Doc stays as it was.

"Le maire nie avoir frappé un policier": where "nie" is taken for part of the subject, "frappé" is left as the
verb of the sentence, an infinitive with a subject of its own. "La CFDT, elle, craint que": where "craint" is
taken for what describes "elle", the name is left as the head of the sentence.
"""

from __future__ import annotations

from claimx.syntax.repair_subjects import give_subjects
from claimx.syntax.words import Word

# What a parser makes of a verb that it takes for something else.
MISPLACED = frozenset({"acl", "amod", "appos", "conj", "dep", "nmod", "parataxis"})
TONIC = frozenset({"lui", "elle", "eux", "elles"})


def repair(words: list[Word]) -> None:
    """Set the tree of a text right."""
    for word in words:
        if word.base not in MISPLACED or word.features.get("VerbForm") != "Fin":
            continue
        if _governs(word, words):
            infinitive = word.head.head
            mine = [child for child in infinitive.children if child.i < word.i or child.is_punct]
            _take_place(word, infinitive, "xcomp", mine)
        elif (subject := _doubled(word, words)) is not None:
            _take_place(word, subject, "nsubj", [child for child in subject.children if child.i > word.i])
    give_subjects(words)


def _governs(verb: Word, words: list[Word]) -> bool:
    """A finite verb under its own subject, right before the infinitive that has the subject."""
    noun = verb.head
    infinitive = noun.head
    if noun.base != "nsubj" or not noun.i < verb.i < infinitive.i:
        return False
    group = [infinitive, *(child for child in infinitive.children if child.base in ("aux", "cop"))]
    forms = {word.features.get("VerbForm") for word in group}
    if "Inf" not in forms or "Fin" in forms:
        return False
    return all(word.head is infinitive and not word.is_punct for word in words[verb.i + 1 : infinitive.i])


def _doubled(verb: Word, words: list[Word]) -> Word | None:
    """The subject of a finite verb that stands under it or under the pronoun that says it again."""
    if verb.i < 4 or (words[verb.i - 3].text, words[verb.i - 1].text) != (",", ","):
        return None
    pronoun = words[verb.i - 2]
    noun = pronoun.head
    double = pronoun.lower_ in TONIC and pronoun.base == "appos" and noun.pos_ in ("NOUN", "PROPN")
    return noun if double and noun.i < pronoun.i and verb.head in (pronoun, noun) else None


def _take_place(verb: Word, other: Word, label: str, mine: list[Word]) -> None:
    """Put a verb where another word stands in the tree, and that word under the verb.

    label: what the other word is to the verb. mine: its children that are the verb's.
    """
    above = other.head if other.head is not other else verb
    verb.head.children = [child for child in verb.head.children if child is not verb]
    other.children = [child for child in other.children if child not in mine]
    verb.dep_, verb.base = other.dep_, other.base
    other.dep_ = other.base = label
    if above is not verb:
        above.children = [verb if child is other else child for child in above.children]
    verb.head, other.head = above, verb
    for child in mine:
        child.head = verb
    verb.children = sorted([*verb.children, *mine, other], key=lambda word: word.i)
