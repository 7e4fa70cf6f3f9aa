"""Reads and checks a user's table of operators.

A row names a word, its part of speech, the complements that it takes, and its operator class.
"""

from __future__ import annotations

from claimx.claims.operators.classes import bundled_classes
from claimx.errors import DocumentError, Errors
from claimx.lexicons.user_tables import check_cell, read_table

COLUMNS = ("lemma", "pos", "frames", "class")
POS = frozenset({"ADJ", "ADP", "ADV", "NOUN", "VERB"})
FRAMES = frozenset(
    {
        "",
        "aim",
        "as",
        "en",
        "event",
        "in",
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
        "still",
        "to",
        "told",
    }
)


def read_user_rows(path: str) -> list[dict[str, str]]:
    """Read a user's table of operators; ``docs/operators.md`` describes its columns, all of them required.

    path: a file that `lexicons.user_tables.read_table` reads.
    Returns the rows as dictionaries from column to cell. Raises DocumentError, with the file and line, for a
    table that can't be read, an empty lemma, and a part of speech, complement or class that doesn't exist.
    """
    rows = read_table(path, columns=COLUMNS, required=COLUMNS)
    for row in rows:
        if not row.cells["lemma"]:
            raise DocumentError(Errors.E044.format(document=path, line=row.line, column="lemma"))
        frames = row.cells["frames"].split(",")
        check_cell(path, row, "pos", row.cells["pos"], POS)
        check_cell(path, row, "class", row.cells["class"], bundled_classes().keys())
        for frame in frames:
            check_cell(path, row, "frames", frame, FRAMES - {""} if len(frames) > 1 else FRAMES)
    return [row.cells for row in rows]
