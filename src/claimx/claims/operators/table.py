"""Reads and checks a user's table of operators.

A row names a word, its part of speech, the complements that it takes, and its operator class.
"""

from __future__ import annotations

from pathlib import Path

from claimx.claims.operators.classes import bundled_classes
from claimx.errors import DocumentError, Errors

COLUMNS = ("lemma", "pos", "frames", "class")
POS = frozenset({"ADJ", "ADP", "ADV", "NOUN", "VERB"})
FRAMES = frozenset(
    {
        "",
        "aim",
        "en",
        "event",
        "inf",
        "inserted",
        "np",
        "obl",
        "option",
        "passive",
        "person",
        "que",
        "said",
        "self",
        "si",
    }
    | {"still", "told"}
)


def read_user_rows(path: str) -> list[dict[str, str]]:
    """The rows of a user's table: tab-separated, with the header line of ``operators.tsv``.

    Empty lines and lines that begin with ``#`` are skipped. Raises DocumentError, with file and line, for an
    unreadable file and for unknown columns, parts of speech, complements or classes.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(Errors.E032.format(document=path, reason=reason)) from None
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines or tuple(lines[0][1]) != COLUMNS:
        raise DocumentError(Errors.E050.format(document=path, columns=" ".join(COLUMNS)))
    return [_checked(path, number, cells) for number, cells in lines[1:]]


def _checked(path: str, number: int, cells: list[str]) -> dict[str, str]:
    if len(cells) != len(COLUMNS):
        message = Errors.E051.format(document=path, line=number, got=len(cells), expected=len(COLUMNS))
        raise DocumentError(message)
    row = dict(zip(COLUMNS, cells, strict=True))
    frames = row["frames"].split(",")
    for column, values, known in (
        ("pos", [row["pos"]], POS),
        ("frames", frames, FRAMES - {""} if len(frames) > 1 else FRAMES),
        ("class", [row["class"]], bundled_classes().keys()),
    ):
        for value in values:
            if value not in known:
                names = ", ".join(sorted(filter(None, known)))
                message = Errors.E052.format(
                    document=path, line=number, column=column, value=value, known=names
                )
                raise DocumentError(message)
    if not row["lemma"].strip():
        raise DocumentError(Errors.E053.format(document=path, line=number))
    return row
