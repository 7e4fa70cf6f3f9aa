"""Extracts the claims of a record batch of documents, as a record batch.

A pure function of its arguments: the same text gives the same row, whichever engine calls it, however the
documents are cut into batches. No row is lost: a document that can't be read, or that claimx fails on, leaves
a row with the error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from claimx._batch import Include, Job, Setup, job_of, process_each
from claimx.arrow.schema import results_schema, versions
from claimx.errors import ArgumentError, ArgumentTypeError, ClaimxError, Errors
from claimx.extraction import Extraction, Failure

if TYPE_CHECKING:
    import pyarrow

# Documents in memory at once, by number and characters.
DOCUMENTS_AT_ONCE = 32
CHARACTERS_AT_ONCE = 400_000
_CODE = re.compile(r"\[([A-Z]\d+)\] ")
_SENTENCE_END = re.compile(r"[.!?…]+[ \u00a0\u202f]*[»”\"')\]]*\s|\n")


class Options(NamedTuple):
    """What claims depend on beside the text, as in `claimx.extract` and `claimx.load`, in plain types.

    max_chars: the longest text that is read whole; of a longer one, the sentences that fit.
    """

    include: Include = "anchored"
    currency: str | None = None
    max_chars: int | None = None
    model: str | None = None
    organizations: str | None = None
    operators: str | None = None

    @property
    def setup(self) -> Setup:
        """The pipeline that they ask for."""
        return Setup(self.model, self.organizations, self.operators)


DEFAULTS = Options()


class _Document(NamedTuple):
    id: str | None
    sha256: str | None
    cut_at: int | None
    job: Job | Failure


def extract_batch(batch: pyarrow.RecordBatch, options: Options = DEFAULTS) -> pyarrow.RecordBatch:
    """The claims of a batch of documents, one row a document, in order.

    batch: the columns ``id`` and ``text``, and perhaps ``published`` (dates, timestamps or ISO strings).
    The pipeline is loaded at the first batch of a process.
    Returns the columns of `results_schema`. Raises ArgumentError if ``id`` or ``text`` is missing.
    """
    import pyarrow

    rows: list[dict[str, Any]] = []
    for documents in _slices(_documents(batch, options)):
        jobs = [document.job for document in documents if isinstance(document.job, Job)]
        found = iter(process_each(jobs, options.include, options.setup))
        for document in documents:
            result = document.job if isinstance(document.job, Failure) else next(found)
            rows.append(_row(document, result, options))
    return pyarrow.RecordBatch.from_pylist(rows, schema=results_schema())


def error_row(name: str, text: str | None, error: ClaimxError, options: Options) -> dict[str, Any]:
    """The row of a document whose worker process died."""
    document = _Document(name, None if text is None else _sha256(text), None, Failure(0, error))
    return _row(document, Failure(0, error), options)


def _documents(batch: pyarrow.RecordBatch, options: Options) -> Iterator[_Document]:
    names, texts = _column(batch, "id"), _column(batch, "text")
    days = _column(batch, "published") if "published" in batch.schema.names else [None] * len(names)
    for number, (name, text, day) in enumerate(zip(names, texts, days, strict=True)):
        yield _document(number, None if name is None else str(name), text, day, options)


def _document(number: int, name: str | None, text: Any, day: Any, options: Options) -> _Document:
    if not isinstance(text, str):
        return _Document(name, None, None, Failure(number, _no_text(text)))
    cut_at = _end_of_what_is_read(text, options.max_chars)
    job: Job | Failure
    try:
        job = job_of(text if cut_at is None else text[:cut_at], day, options.currency, number)
    except ClaimxError as error:
        job = Failure(number, error)
    return _Document(name, _sha256(text), cut_at, job)


def _column(batch: pyarrow.RecordBatch, name: str) -> list[Any]:
    if name not in batch.schema.names:
        raise ArgumentError(Errors.E012.format(name=name, column=name, columns=", ".join(batch.schema.names)))
    values: list[Any] = batch.column(name).to_pylist()
    return values


def _no_text(text: object) -> ClaimxError:
    got = "null" if text is None else type(text).__name__
    return ArgumentTypeError(Errors.E001.format(name="text", expected="a string", got=got))


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _end_of_what_is_read(text: str, most: int | None) -> int | None:
    """Where to cut a text that is too long: after a sentence, else after a word. None if it is not."""
    if most is None or len(text) <= most:
        return None
    end = max((found.end() for found in _SENTENCE_END.finditer(text, 0, most)), default=0)
    # Not in the first half: a short sentence before a long table must not be all that is read.
    least = most // 2
    return end if end >= least else max(text.rfind(" ", least, most), 0) or most


def _slices(documents: Iterator[_Document]) -> Iterator[list[_Document]]:
    """Groups of documents that share a memory zone."""
    group: list[_Document] = []
    characters = 0
    for document in documents:
        group.append(document)
        characters += len(document.job.text) if isinstance(document.job, Job) else 0
        if len(group) == DOCUMENTS_AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _row(document: _Document, result: Extraction | Failure, options: Options) -> dict[str, Any]:
    claimx_version, model_version = versions(options.model)
    return {
        "id": document.id,
        "text_sha256": document.sha256,
        "claimx_version": claimx_version,
        "model_version": model_version,
        "cut_at": document.cut_at,
        "claims": None if isinstance(result, Failure) else [claim.to_dict() for claim in result],
        "error": _error(document, result.error) if isinstance(result, Failure) else None,
    }


def _error(document: _Document, error: ClaimxError) -> dict[str, str]:
    """The code and message of an error."""
    cause = error.__cause__
    message = str(error)
    if cause is not None and message.startswith("[E037]"):
        message = Errors.E036.format(document=document.id, reason=f"{type(cause).__name__}: {cause}")
    code = _CODE.match(message)
    if code is None:
        return {"code": type(error).__name__, "message": message}
    return {"code": code[1], "message": message[code.end() :]}
