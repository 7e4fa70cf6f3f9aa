"""The columns of documents and results, and the versions stored with results."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimx
from claimx.output.arrow import claim_type

if TYPE_CHECKING:
    import pyarrow

BUNDLED = Path(claimx.__file__).parent / "french" / "claimx_fr" / "meta.json"


@cache
def documents_schema() -> pyarrow.Schema:
    """The input columns of the kernel: ``id``, ``text``, ``published``."""
    import pyarrow

    return pyarrow.schema(
        [
            pyarrow.field("id", pyarrow.string(), nullable=False),
            pyarrow.field("text", pyarrow.string()),
            pyarrow.field("published", pyarrow.string()),
        ]
    )


@cache
def results_schema() -> pyarrow.Schema:
    """The output columns of the kernel, one row per document.

    id: as given. text_sha256: of the text in UTF-8, as hexadecimal digits; null where there is no text.
    claimx_version, model_version: what made the row. cut_at: how many characters were read of a text that is
    longer than the limit, else null. claims: those of the JSON Schema, none for a text without any, null
    where it failed. error: the code and message of the failure, else null.
    """
    import pyarrow

    string = pyarrow.string()
    error = [pyarrow.field(name, string, nullable=False) for name in ("code", "message")]
    claim = pyarrow.field("element", claim_type(), nullable=False)
    return pyarrow.schema(
        [
            pyarrow.field("id", string),
            pyarrow.field("text_sha256", string),
            pyarrow.field("claimx_version", string, nullable=False),
            pyarrow.field("model_version", string, nullable=False),
            pyarrow.field("cut_at", pyarrow.int32()),
            pyarrow.field("claims", pyarrow.list_(claim)),
            pyarrow.field("error", pyarrow.struct(error)),
        ]
    )


@cache
def versions(model: str | None = None) -> tuple[str, str]:
    """The versions of claimx and of the model, without loading it.

    model: the package or directory of a spaCy model, None for the bundled one.
    """
    return claimx.__version__, _bundled_version() if model is None else _version(model)


def _bundled_version() -> str:
    return _of_meta(json.loads(BUNDLED.read_text(encoding="utf-8")))


def _version(model: str) -> str:
    meta = Path(model) / "meta.json"
    if meta.is_file():
        return _of_meta(json.loads(meta.read_text(encoding="utf-8")))
    try:
        return f"{model} {version(model)}"
    except PackageNotFoundError:
        return model


def _of_meta(meta: dict[str, Any]) -> str:
    name, language = meta["name"], meta["lang"]
    return f"{name if name.startswith(language) else f'{language}_{name}'} {meta['version']}"
