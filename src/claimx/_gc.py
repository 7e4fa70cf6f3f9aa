"""The collector of garbage in processes of our own, where pipeline and lexicons are here to stay.

It looks through all that a process has allocated again and again, which costs a text in fifteen. Never called
in the process of a program that imports claimx: what is done to its collector is its own business.
"""

import gc

# New objects before the collector looks: those of a few texts, where Python's own number is half of one.
THRESHOLD = 20_000


def tune_gc() -> None:
    """Let the collector look at what comes from now on, and less often. To be called after a first text."""
    gc.freeze()
    gc.set_threshold(THRESHOLD)
