"""How a run goes: counted as results come, shown now and then, and put where --status finds it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.apps.batch.scan import Found

if TYPE_CHECKING:
    import pyarrow

NAME = "_progress.json"
SECONDS_BETWEEN = 1.0
Report = dict[str, Any]


class Progress:
    """Counts of one run.

    show: told a report each second: ``phase`` ("scan", "read", "end"), ``documents`` and ``left`` of the
    inputs, ``done`` and ``failed`` of this run, ``documents_per_second``, ``characters_per_second``,
    ``elapsed_seconds`` and ``seconds_left`` (None where nobody can tell).
    """

    def __init__(self, directory: Path, show: Callable[[Report], None]) -> None:
        self.found = Found()
        self.done = self.failed = self.characters = 0
        self._directory, self._show = directory, show
        self._phase = "scan"
        self._started = self._shown = time.monotonic()

    def scanned(self, documents: int) -> None:
        """So many documents were met."""
        self.found.documents = documents
        self.show()

    def begin(self, found: Found) -> None:
        """The inputs are looked through; the clock of the rates starts here."""
        self.found, self._phase = found, "read"
        self._started = time.monotonic()
        self._report()

    def add(self, documents: pyarrow.RecordBatch, results: pyarrow.RecordBatch) -> None:
        """Documents are done."""
        self.done += results.num_rows
        self.failed += results.num_rows - results.column("error").null_count
        self.characters += sum(map(len, documents.column("text").to_pylist()))

    def show(self) -> None:
        """Report, where the last time is long enough ago."""
        if time.monotonic() - self._shown >= SECONDS_BETWEEN:
            self._report()

    def end(self) -> None:
        """Report for the last time."""
        self._phase = "end"
        self._report()

    def report(self) -> Report:
        """How it goes now."""
        elapsed = max(time.monotonic() - self._started, 1e-9)
        rate = self.characters / elapsed
        left = self.found.left_characters - self.characters
        return {
            "phase": self._phase,
            "documents": self.found.documents,
            "left": max(self.found.left - self.done, 0),
            "done": self.done,
            "failed": self.failed,
            "documents_per_second": round(self.done / elapsed, 2),
            "characters_per_second": round(rate),
            "elapsed_seconds": round(elapsed, 1),
            # Texts differ in length: what is left is counted in characters.
            "seconds_left": round(max(left, 0) / rate, 1) if rate else None,
        }

    def _report(self) -> None:
        self._shown = time.monotonic()
        report = self.report()
        with suppress(OSError):  # a full disk is told by what must be written
            _write(self._directory / NAME, report)
        self._show(report)


def _write(path: Path, report: Report) -> None:
    aside = path.with_name(f".{path.name}.aside")
    aside.write_text(json.dumps(report), encoding="utf-8")
    aside.replace(path)
