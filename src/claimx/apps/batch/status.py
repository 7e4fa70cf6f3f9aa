"""The state of a run's directory, active or not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimx.apps.batch import progress
from claimx.apps.batch.lock import is_locked
from claimx.apps.batch.manifest import read_manifest
from claimx.apps.batch.parts import count, part_files
from claimx.errors import DocumentError, Errors
from claimx.output.display.labels import counted


def status(directory: Path) -> dict[str, Any]:
    """What a directory holds: versions, rows and failures, and the last report of the run.

    Raises DocumentError if it holds no run.
    """
    manifest = read_manifest(directory)
    if manifest is None:
        raise DocumentError(Errors.E089.format(directory=directory))
    counts = count(directory)
    return {
        "claimx_version": manifest["claimx_version"],
        "model_version": manifest["model_version"],
        "options": manifest["options"],
        "parts": len(part_files(directory)),
        "documents": counts.documents,
        "failed": counts.failed,
        "is_running": is_locked(directory),
        "last_report": _last_report(directory),
    }


def described(found: dict[str, Any]) -> Iterator[str]:
    """A status in sentences. found: what `status` gives."""
    last = found["last_report"] or {}
    left = last.get("left")
    state = "running" if found["is_running"] else "finished" if left == 0 else "stopped before its end"
    documents, files = counted(found["documents"], "document"), counted(found["parts"], "file")
    yield f"{state}: {documents} in {files}, {found['failed']} of them failed"
    if found["is_running"] and left:
        yield f"left: {counted(left, 'document')}, at {last['documents_per_second']:.1f} a second"
    if state.startswith("stopped"):
        yield "The command that started it goes on where it was."
    options = ", ".join(f"{name} {value}" for name, value in found["options"].items() if value is not None)
    yield f"made by claimx {found['claimx_version']} with {found['model_version']}: {options}"


def _last_report(directory: Path) -> dict[str, Any] | None:
    try:
        found = json.loads((directory / progress.NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
