"""Index of the documents of a run and of those already done; on disk, as there may be many millions."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

NAME = ".index.sqlite"
KEY_BYTES = 16
CACHE_KIB = 64_000


class Entry(NamedTuple):
    """What is known about an id: where it was first seen, and the digest of its text once it is done."""

    origin: str | None
    sha256: str | None
    is_done: bool


class Index:
    """The ids of a run. Rebuilt by each run from the results and the inputs, and removed at the end."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / NAME
        self._path.unlink(missing_ok=True)
        # The next run rebuilds the index, so it needs no durability.
        self._database = sqlite3.connect(self._path, isolation_level=None)
        for setting in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{CACHE_KIB}"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute(
            "CREATE TABLE documents (key BLOB PRIMARY KEY, origin TEXT, sha256 TEXT, done INTEGER)"
            " WITHOUT ROWID"
        )
        self._database.execute("CREATE TABLE problems (key BLOB PRIMARY KEY) WITHOUT ROWID")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
        self._path.unlink(missing_ok=True)

    def add_done(self, name: str, sha256: str | None) -> None:
        """Record that a document already has a row."""
        self._database.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, NULL, ?, 1)", (_key(name), sha256)
        )

    def meet(self, name: str, origin: str) -> Entry | None:
        """Record where a document was found. Returns the earlier entry of its id, None for a new id."""
        key = _key(name)
        found = self._database.execute(
            "SELECT origin, sha256, done FROM documents WHERE key = ?", (key,)
        ).fetchone()
        if found is None:
            self._database.execute("INSERT INTO documents VALUES (?, ?, NULL, 0)", (key, origin))
            return None
        if found[0] is None:
            self._database.execute("UPDATE documents SET origin = ? WHERE key = ?", (origin, key))
        return Entry(found[0], found[1], bool(found[2]))

    def take(self, name: str, origin: str) -> bool:
        """Claim a document for reading; false if it is done or taken, or is not the first with its id."""
        changed = self._database.execute(
            "UPDATE documents SET done = 1 WHERE key = ? AND done = 0 AND origin = ?", (_key(name), origin)
        )
        return changed.rowcount == 1

    def is_new_problem(self, origin: str) -> bool:
        """Record a place where no document could be read; false if it is already recorded."""
        added = self._database.execute("INSERT OR IGNORE INTO problems VALUES (?)", (_key(origin),))
        return added.rowcount == 1


def _key(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()
