"""The lexicons: tab-separated tables beside this file, and the one function that reads them.

A table opens with ``#`` lines that say what it holds and where it comes from, then a line of
column names, then one row a line, sorted and unique. Empty cells are empty strings.
"""

from functools import cache
from importlib.resources import files


@cache
def read(name: str) -> tuple[dict[str, str], ...]:
    """Read a lexicon.

    name: the file's name without ``.tsv``.
    Returns the rows as dictionaries from column name to cell.
    Raises FileNotFoundError for an unknown name, ValueError for a row with too few or too many cells.
    """
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    columns = lines[0][1].split("\t")
    rows = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{name}.tsv, line {number}: {len(cells)} cells, expected {len(columns)}")
        rows.append(dict(zip(columns, cells, strict=True)))
    return tuple(rows)
