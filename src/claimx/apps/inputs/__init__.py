"""Reads documents from files, folders and stdin, one at a time, and reports unreadable ones.

`documents` is what the commands and the batch runs call. Files of records (JSON lines, CSV, Parquet) are
streamed, so that they may be larger than memory.
"""

from claimx.apps.inputs.documents import documents, read_document, read_text
from claimx.apps.inputs.files import STDIN, expanded, same_file
from claimx.apps.inputs.kinds import KINDS
from claimx.apps.inputs.types import Fields, InputDocument, Unreadable

__all__ = [
    "KINDS",
    "STDIN",
    "Fields",
    "InputDocument",
    "Unreadable",
    "documents",
    "expanded",
    "read_document",
    "read_text",
    "same_file",
]
