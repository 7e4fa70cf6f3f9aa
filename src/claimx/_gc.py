"""Garbage-collector tuning for processes that claimx owns: the command line and its workers.

Pipeline and lexicons stay for the life of such a process, and scanning them again and again takes about 7 %
of the time. Never called in a host program: its collector is not ours to tune.
"""

import gc

# Allocations between two collections: those of a few texts. Python's default is about half a text.
ALLOCATIONS_PER_COLLECTION = 20_000


def tune_gc() -> None:
    """Exempt what exists now from collection and collect less often. Call it after the first text."""
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_PER_COLLECTION)
