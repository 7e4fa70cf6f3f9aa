"""The versions and options behind the results of a directory, so that two configurations never mix."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimx.apps.batch.durable import write_whole
from claimx.arrow import Options, results_schema, versions
from claimx.errors import DocumentError, Errors

NAME = "_manifest.json"  # readers of Parquet directories ignore this prefix
# Options that are files: their content counts, not their path.
FILES = ("organizations", "operators")


def manifest_of(options: Options) -> dict[str, Any]:
    """The manifest of a run: versions, options, and the digest of both and of the tables' content.

    Raises DocumentError for a table that can't be read.
    """
    claimx_version, model_version = versions(options.model)
    plain = options._asdict()
    for name in FILES:
        plain[name] = plain[name] and _digest_of(str(plain[name]))
    configuration = {"claimx_version": claimx_version, "model_version": model_version, "options": plain}
    schema = str(results_schema())
    digest = sha256(json.dumps([configuration, schema], sort_keys=True).encode()).hexdigest()
    return {**configuration, "digest": digest}


def check_manifest(directory: Path, manifest: dict[str, Any]) -> None:
    """Write the manifest of a directory, or check it against the existing one.

    Raises DocumentError if the results there were made with another configuration.
    """
    found = read_manifest(directory)
    if found is None:
        data = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        write_whole(directory / NAME, lambda path: _write(path, data))
    elif found.get("digest") != manifest["digest"]:
        differing = ", ".join(_differences(found, manifest)) or "the columns"
        raise DocumentError(Errors.E081.format(directory=directory, differing=differing))


def read_manifest(directory: Path) -> dict[str, Any] | None:
    """The manifest of a directory, or None where there is none. Raises DocumentError for a damaged one."""
    path = directory / NAME
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
        raise ValueError("not an object")
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise DocumentError(Errors.E068.format(document=path, reason=error)) from None


def _differences(there: dict[str, Any], here: dict[str, Any]) -> list[str]:
    """The differences between two manifests, with both values: versions, then options."""
    flat = [
        {**{key: value for key, value in one.items() if key.endswith("version")}, **one.get("options", {})}
        for one in (there, here)
    ]
    return [
        f"{name} {_shown(flat[0].get(name))} there, {_shown(flat[1].get(name))} now"
        for name in flat[1]
        if flat[0].get(name) != flat[1].get(name)
    ]


def _shown(value: Any) -> str:
    return "none" if value is None else str(value)[:40]


def _digest_of(path: str) -> str:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        raise DocumentError(Errors.E032.format(document=path, reason=error.strerror or error)) from None


def _write(path: Path, data: str) -> None:
    path.write_text(data, encoding="utf-8")
