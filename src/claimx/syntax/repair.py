"""Repairs parses that are certainly wrong. Works on claimx's words; the Doc is not changed.

Each rule states the wrong tree that it expects, and changes no other.
"""

from __future__ import annotations

from claimx.syntax.repair_clauses import repair_clauses
from claimx.syntax.repair_frames import free_frames
from claimx.syntax.repair_infinitives import join_infinitives
from claimx.syntax.repair_lists import join_complements
from claimx.syntax.repair_relatives import free_main_clauses
from claimx.syntax.repair_speakers import give_speakers
from claimx.syntax.repair_subjects import give_subjects
from claimx.syntax.repair_verbless import restore_present
from claimx.syntax.repair_verbs import restore_verbs
from claimx.syntax.words import Word


def repair(words: list[Word]) -> None:
    """Repair the tree of a text in place."""
    restore_present(words)
    restore_verbs(words)
    repair_clauses(words)
    free_frames(words)
    free_main_clauses(words)
    join_complements(words)
    give_subjects(words)
    give_speakers(words)
    join_infinitives(words)
