"""What the benchmarks of functions share: processor time, so that other work on the machine counts less."""

import time
from collections.abc import Callable, Iterable
from typing import Any


def seconds(function: Callable[[str], Any], texts: Iterable[str], *, times: int = 3) -> float:
    """Seconds of processor time that a function takes for all texts, the best of some times."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        for text in texts:
            function(text)
        best = min(best, time.process_time() - start)
    return best
