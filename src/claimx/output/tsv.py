"""TSV: as CSV, with tabs."""

from collections.abc import Iterable
from typing import BinaryIO

from claimx.output import Document, csv


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Write the rows; a cell with a tab, a quote or a line break is quoted."""
    csv.write(documents, stream, delimiter="\t")
