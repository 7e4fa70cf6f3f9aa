"""Shifts offsets: of objects found in a part of a text, and of values copied from one Doc to another."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

# The values of span groups that are token indices, not character offsets.
TOKEN_INDICES = frozenset({"anchor", "apart", "cue", "scopes", "top"})

Found = TypeVar("Found")


def shift(found: Found, text: str, by: int) -> Found:
    """An object of the data model found in a part of a text, with the offsets and words of the whole text.

    found: a dataclass of claimx.model; the objects that it holds are shifted too.
    text: the whole text; by: the offset of the part in it.
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
    """The values of a span group with offsets shifted and claims renamed.

    characters, tokens: what to add to character offsets and to token indices.
    names: new ids by old ones; relations to a claim that is not among them are left out.
    """
    if isinstance(value, dict):
        shifted: dict[str, Any] = {}
        for key, item in value.items():
            if key in ("start", "end") and isinstance(item, int):  # not the end of an interval of days
                shifted[key] = item + characters
            elif key in TOKEN_INDICES:
                shifted[key] = _added(item, tokens)
            elif key == "related":
                shifted[key] = [
                    {**one, "claim": names[one["claim"]]} for one in item if one["claim"] in names
                ]
            else:
                shifted[key] = shift_values(item, characters, tokens, names)
        return shifted
    if isinstance(value, list):
        return [shift_values(item, characters, tokens, names) for item in value]
    return value


def _added(indices: Any, by: int) -> Any:
    return [_added(item, by) for item in indices] if isinstance(indices, list) else indices + by
