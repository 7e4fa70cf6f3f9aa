"""Cuts texts into chunks for the pipeline, and maps what is found back to the whole text.

A header line (``date 2026-02-02 ...``) is left out, lone surrogates are replaced one for one
(spaCy's string store rejects them), and a very long text is cut: spaCy refuses more than a
million characters, and a parse needs memory in proportion. The offsets of claims found in a
chunk are then shifted to those of the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar

# Some 8,000 words, far more than any article: names are resolved within a chunk only.
MAX_CHUNK_CHARACTERS = 50_000
_SURROGATES = re.compile("[\ud800-\udfff]")
_BOUNDARIES = ("\n\n", "\n", ". ", " ")

# Values of span groups that are places of tokens, not of characters.
TOKEN_INDICES = frozenset({"anchor", "apart", "cue", "scopes", "top"})

Found = TypeVar("Found")


class Chunk(NamedTuple):
    """A part of a text, as the pipeline can read it, and where it starts in the text."""

    text: str
    start: int


def chunks(text: str, start: int = 0, longest: int = MAX_CHUNK_CHARACTERS) -> Iterator[Chunk]:
    r"""Cut a text from an offset on: after a paragraph where there is one, else a line, a sentence, a word.

    >>> list(chunks("date 2026-02-02 Titre", 16))
    [Chunk(text='Titre', start=16)]
    >>> [chunk.text for chunk in chunks("Un deux.\n\nTrois.", longest=12)]
    ['Un deux.\n\n', 'Trois.']
    """
    while True:
        end = _cut(text, start, longest)
        yield Chunk(_SURROGATES.sub("\ufffd", text[start:end]), start)
        start = end
        if start >= len(text):
            return


def _cut(text: str, start: int, longest: int) -> int:
    if len(text) - start <= longest:
        return len(text)
    # Not before the middle: a chunk of a few words would lose the names introduced before it.
    least = start + longest // 2
    for boundary in _BOUNDARIES:
        place = text.rfind(boundary, least, start + longest)
        if place >= 0:
            return place + len(boundary)
    return start + longest


def shift(found: Found, text: str, by: int) -> Found:
    """An object of the data model found in a chunk, with the offsets and words of the whole text.

    found: a dataclass of claimx.model; the objects that it holds are shifted too.
    text: the whole text; by: the offset of the chunk in it.
    """
    if isinstance(found, tuple):
        return tuple(shift(item, text, by) for item in found)  # type: ignore[return-value]
    if not is_dataclass(found) or isinstance(found, type):
        return found
    changed = {field.name: shift(getattr(found, field.name), text, by) for field in fields(found)}
    if "start" in changed:
        changed |= {"start": changed["start"] + by, "end": changed["end"] + by}
        if "text" in changed:
            changed["text"] = text[changed["start"] : changed["end"]]
    return replace(found, **changed)


def shift_values(value: Any, characters: int, tokens: int, names: dict[str, str]) -> Any:
    """The values of a group with offsets moved and claims renamed; claims without a new name are left out."""
    if isinstance(value, dict):
        moved: dict[str, Any] = {}
        for key, item in value.items():
            if key in ("start", "end") and isinstance(item, int):  # not the end of an interval of days
                moved[key] = item + characters
            elif key in TOKEN_INDICES:
                moved[key] = _added(item, tokens)
            elif key == "related":
                moved[key] = [{**one, "claim": names[one["claim"]]} for one in item if one["claim"] in names]
            else:
                moved[key] = shift_values(item, characters, tokens, names)
        return moved
    if isinstance(value, list):
        return [shift_values(item, characters, tokens, names) for item in value]
    return value


def _added(indices: Any, by: int) -> Any:
    return [_added(item, by) for item in indices] if isinstance(indices, list) else indices + by
