"""Progress of a run: counted as results arrive, shown every second, and saved for --status."""

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

    show: receives a report every second: ``phase`` ("scan", "read", "end"), ``documents`` and ``left`` of the
    inputs, ``done`` and ``failed`` of this run, ``documents_per_second``, ``characters_per_second``,
    ``elapsed_seconds`` and ``seconds_left`` (None while there is no rate).
    """

    def __init__(self, directory: Path, show: Callable[[Report], None]) -> None:
        self.found = Found()
        self.done = self.failed = self.characters = 0
        self._directory, self._show = directory, show
        self._phase = "scan"
        self._started = self._shown = time.monotonic()

    def scanned(self, documents: int) -> None:
        """Set the number of documents scanned so far."""
        self.found.documents = documents
        self.show()

    def begin(self, found: Found) -> None:
        """End the scan and start the clock of the rates."""
        self.found, self._phase = found, "read"
        self._started = time.monotonic()
        self._report()

    def add(self, documents: pyarrow.RecordBatch, results: pyarrow.RecordBatch) -> None:
        """Count finished documents."""
        self.done += results.num_rows
        self.failed += results.num_rows - results.column("error").null_count
        self.characters += sum(map(len, documents.column("text").to_pylist()))

    def show(self) -> None:
        """Report, unless the last report is too recent."""
        if time.monotonic() - self._shown >= SECONDS_BETWEEN:
            self._report()

    def end(self) -> None:
        """Make the final report."""
        self._phase = "end"
        self._report()

    def report(self) -> Report:
        """The current report."""
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
            # in characters, as texts differ in length
            "seconds_left": round(max(left, 0) / rate, 1) if rate else None,
        }

    def _report(self) -> None:
        self._shown = time.monotonic()
        report = self.report()
        with suppress(OSError):  # writing the results will report a full disk
            _write(self._directory / NAME, report)
        self._show(report)


def _write(path: Path, report: Report) -> None:
    aside = path.with_name(f".{path.name}.aside")
    aside.write_text(json.dumps(report), encoding="utf-8")
    aside.replace(path)
