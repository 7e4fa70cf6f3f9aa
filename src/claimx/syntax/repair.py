"""Repairs parses that are certainly wrong. Works on claimx's words; the Doc is not changed.

"Le maire nie avoir frappé un policier": if "nie" is parsed as part of the subject, "frappé" heads the
sentence as an infinitive with a subject.
"""

from __future__ import annotations

from claimx.syntax.repair_auxiliaries import repair_auxiliaries
from claimx.syntax.repair_clauses import repair_clauses
from claimx.syntax.repair_frames import free_frames
from claimx.syntax.repair_infinitives import join_infinitives
from claimx.syntax.repair_lists import join_complements
from claimx.syntax.repair_relatives import free_main_clauses
from claimx.syntax.repair_speakers import give_speakers
from claimx.syntax.repair_subjects import give_subjects
from claimx.syntax.repair_verbless import restore_present
from claimx.syntax.repair_verbs import restore_verbs
from claimx.syntax.tree import take_place
from claimx.syntax.words import Word

# Labels that parsers give to a finite verb which they mistake for a modifier.
MISPLACED = frozenset({"acl", "amod", "appos", "conj", "dep", "nmod", "parataxis"})


def repair(words: list[Word]) -> None:
    """Repair the tree of a text in place."""
    restore_present(words)
    restore_verbs(words)
    repair_auxiliaries(words)
    repair_clauses(words)
    free_frames(words)
    _restore_governors(words)
    free_main_clauses(words)
    join_complements(words)
    give_subjects(words)
    give_speakers(words)
    join_infinitives(words)


def _restore_governors(words: list[Word]) -> None:
    """Give the verb its subject back from the infinitive that took it: "Zorbex dément avoir vendu"."""
    for word in words:
        if word.base in MISPLACED and word.features.get("VerbForm") == "Fin" and _governs(word, words):
            infinitive = word.head.head
            mine = [child for child in infinitive.children if child.i < word.i or child.is_punct]
            take_place(word, infinitive, "xcomp", mine)


def _governs(verb: Word, words: list[Word]) -> bool:
    """Whether a finite verb is attached to its subject, right before the infinitive that took the subject."""
    noun = verb.head
    infinitive = noun.head
    if noun.base != "nsubj" or not noun.i < verb.i < infinitive.i:
        return False
    group = [infinitive, *(child for child in infinitive.children if child.base in ("aux", "cop"))]
    forms = {word.features.get("VerbForm") for word in group}
    if "Inf" not in forms or "Fin" in forms:
        return False
    return all(word.head is infinitive and not word.is_punct for word in words[verb.i + 1 : infinitive.i])
