"""Decodes scores of BILUO tags into entities; tag sequences are always well formed.

A word is outside any entity (O), or the beginning, inside, last or only word of one (B, I, L, U for each
label). Tags chosen independently may not fit together (B-ORG L-LOC), so the best valid sequence is searched
(Viterbi). Shortcut: a search starts only where O does not lead every B and U by `SURE`, and goes on while O
does not lead every I and L; all texts are searched together. Linear in the number of words.
"""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

OUTSIDE = 0
KINDS = "BILU"
# A natural logarithm: O is twenty times as likely. The shortcut changes one entity in five hundred.
SURE = 3.0


class Spans(NamedTuple):
    """Entities: indices of their first words, of the words after their last, and of their labels."""

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    labels: NDArray[np.intp]


def tag(kind: str, label: int) -> int:
    """Return the column of a tag in the scores: O, then B, I, L, U of the first label, and so on.

    >>> tag("B", 0), tag("U", 1)
    (1, 8)
    """
    return 1 + len(KINDS) * label + KINDS.index(kind)


def decode(scores: Any, first: NDArray[np.bool_], taken: NDArray[np.bool_]) -> Spans:
    """Return the entities of some texts.

    scores: a row for each word, a column for each tag (`tag`); log probabilities, up to a constant per word.
    first: which words are the first of a text; no entity crosses a text boundary. taken: which words are
    outside regardless of their scores.
    """
    outside = scores[:, OUTSIDE] - SURE
    begin, within, last, single = (scores[:, tag(kind, 0) :: len(KINDS)].max(axis=1) for kind in KINDS)
    opens = (np.maximum(begin, single) > outside) & ~taken
    goes_on = (np.maximum(within, last) > outside) & ~taken & ~first
    places = np.arange(len(scores))
    opened = np.maximum.accumulate(np.where(opens, places, -1))
    ended = np.maximum.accumulate(np.where(goes_on, 0, places))
    words = np.flatnonzero(opened >= ended)
    begins = np.ones(len(words), dtype=bool)
    begins[1:] = (np.diff(words) > 1) | first[words[1:]]
    lengths = np.diff(np.append(np.flatnonzero(begins), len(words)))
    # Longest first, so that for every n the spans with an n-th word are contiguous.
    order = np.argsort(-lengths, kind="stable")
    return _spans(_best_tags(scores, words[begins][order], lengths[order]))


def _best_tags(scores: Any, starts: NDArray[np.intp], lengths: NDArray[np.intp]) -> NDArray[np.intp]:
    """Search spans of words, given by their first word and their length, longest first."""
    result = np.zeros(len(scores), dtype=np.intp)
    if not len(starts):
        return result
    follow = _may_follow(scores.shape[1])
    best = follow[OUTSIDE] + scores[starts]
    before: list[NDArray[np.intp]] = []
    active = [int(np.count_nonzero(lengths > n)) for n in range(int(lengths[0]))]
    for n, count in enumerate(active[1:], 1):
        paths = best[:count, :, None] + follow
        before.append(paths.argmax(axis=1))
        best[:count] = paths.max(axis=1) + scores[starts[:count] + n]
    tags = (best + follow[:, OUTSIDE]).argmax(axis=1)
    for n, count in reversed(list(enumerate(active))):
        result[starts[:count] + n] = tags[:count]
        if n:
            tags[:count] = before[n - 1][np.arange(count), tags[:count]]
    return result


@cache
def _may_follow(tags: int) -> Any:
    """0 where the tag of the column may follow that of the row, else minus infinity."""
    follow = np.full((tags, tags), -np.inf, dtype="float32")
    labels = range((tags - 1) // len(KINDS))
    closed = [OUTSIDE, *(tag(kind, label) for label in labels for kind in "LU")]
    follow[np.ix_(closed, [OUTSIDE, *(tag(kind, label) for label in labels for kind in "BU")])] = 0
    for label in labels:
        follow[tag("B", label) : tag("L", label), tag("I", label) : tag("U", label)] = 0
    return follow


def _spans(tags: NDArray[np.intp]) -> Spans:
    kinds = np.where(tags == OUTSIDE, -1, (tags - 1) % len(KINDS))
    begin, last, single = (kinds == KINDS.index(kind) for kind in "BLU")
    starts = np.flatnonzero(begin | single)
    return Spans(starts, np.flatnonzero(last | single) + 1, (tags[starts] - 1) // len(KINDS))


def marginals(probabilities: list[Any]) -> tuple[list[Any], float]:
    """Return the tag probabilities given that the sequence is valid, and the log probability that it is.

    probabilities: for each text a row for each word, a column for each tag; words are independent. The
    forward-backward algorithm over valid sequences (a CRF with fixed transitions), all texts at once.
    """
    order = sorted(range(len(probabilities)), key=lambda text: -len(probabilities[text]))
    lengths = np.array([len(probabilities[text]) for text in order])
    rows = np.maximum(np.concatenate([probabilities[text] for text in order]), 1e-12)
    starts = np.cumsum([0, *lengths[:-1]])
    allowed = np.exp(_may_follow(rows.shape[1]))
    active = [int(np.count_nonzero(lengths > n)) for n in range(int(lengths.max(initial=0)))]
    forward, backward = np.zeros_like(rows), np.zeros_like(rows)
    state = np.tile(allowed[OUTSIDE], (len(order), 1))
    scale = np.ones((len(rows), 1), dtype="float32")
    for n, count in enumerate(active):
        at = starts[:count] + n
        state = state[:count] * rows[at]
        scale[at] = state.sum(axis=1, keepdims=True)
        state /= scale[at]
        forward[at] = state
        state = state @ allowed
    state = np.tile(allowed[:, OUTSIDE], (len(order), 1))
    for n, count in reversed(list(enumerate(active))):
        at = starts[:count] + n
        backward[at] = state[:count]
        state[:count] = (rows[at] * state[:count]) @ allowed.T / scale[at]
    found = forward * backward
    totals = found.sum(axis=1, keepdims=True)
    ends = totals[starts[: active[0]] + lengths[: active[0]] - 1] if active else totals
    chance = float(np.log(scale).sum() + np.log(ends).sum())
    parts = np.split(found / totals, np.cumsum(lengths)[:-1])
    return [parts[place] for place in np.argsort(order)], chance
