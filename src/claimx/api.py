"""The calls most users need: text in, claims out.

This module checks arguments and puts texts in batches; `claimx._batch` processes a batch, with the
bundled pipeline, which is loaded on first use and kept, or with one that the user gives.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, Unpack, overload

from claimx._arguments import Published, check_currency, iso_day, kind_of
from claimx._batch import INCLUDE, Include, batch_lock, job_of, process
from claimx.errors import ArgumentError, ArgumentTypeError, Errors
from claimx.extraction import Extraction, Failure

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.output.frames import Amounts

TEXTS_PER_BATCH = 32
OnError = Literal["raise", "skip", "return"]
ON_ERROR: tuple[OnError, ...] = ("raise", "skip", "return")
Context = TypeVar("Context")


class Options(TypedDict, total=False):
    """The options that ``extract_many`` and ``extract_frame`` share."""

    include: Include
    processes: int
    batch_size: int
    nlp: Language | None
    currency: str | None


def extract(
    text: str,
    *,
    published: Published = None,
    include: Include = "anchored",
    nlp: Language | None = None,
    currency: str | None = None,
) -> Extraction:
    """Find the claims of a French text.

    text: any string; offsets of the claims count its code points.
    published: the day of publication, a date or an ISO string, against which dates are
        resolved. By default it is read from a header line such as ``date 2026-02-02 Title``;
        the header itself is never part of a claim.
    include: "anchored" for the claims that have an organisation, an amount, a source or a
        hedge, "all" for every claim.
    nlp: a pipeline with the components of claimx, in place of the bundled one.
    currency: the ISO 4217 code of amounts whose currency the text leaves open; by default "EUR".

    A text of more than 30,000 characters is split between paragraphs, and coreference is then
    resolved within each part only. Raises ArgumentError, which names the argument.
    """
    _check_options(include, nlp, currency)
    return process([job_of(text, published, currency)], include, nlp)[0]


@overload
def extract_many(
    texts: Iterable[str],
    *,
    published: Published | Iterable[Published] = None,
    as_tuples: Literal[False] = False,
    on_error: Literal["raise", "skip"] = "raise",
    **options: Unpack[Options],
) -> Iterator[Extraction]: ...


@overload
def extract_many(
    texts: Iterable[str],
    *,
    published: Published | Iterable[Published] = None,
    as_tuples: Literal[False] = False,
    on_error: Literal["return"],
    **options: Unpack[Options],
) -> Iterator[Extraction | Failure]: ...


@overload
def extract_many(
    texts: Iterable[tuple[str, Context]],
    *,
    published: Published | Iterable[Published] = None,
    as_tuples: Literal[True],
    on_error: Literal["raise", "skip"] = "raise",
    **options: Unpack[Options],
) -> Iterator[tuple[Extraction, Context]]: ...


@overload
def extract_many(
    texts: Iterable[tuple[str, Context]],
    *,
    published: Published | Iterable[Published] = None,
    as_tuples: Literal[True],
    on_error: Literal["return"],
    **options: Unpack[Options],
) -> Iterator[tuple[Extraction | Failure, Context]]: ...


def extract_many(
    texts: Iterable[Any],
    *,
    published: Published | Iterable[Published] = None,
    include: Include = "anchored",
    processes: int = 1,
    batch_size: int = TEXTS_PER_BATCH,
    nlp: Language | None = None,
    as_tuples: bool = False,
    on_error: OnError = "raise",
    currency: str | None = None,
) -> Iterator[Any]:
    """Find the claims of many texts: a generator of one Extraction per text, in order.

    texts: any iterable, read as the results are consumed; it may be endless.
    published: one day for all texts, or one for each.
    processes: the number of worker processes, at most one per core; batch_size: texts per batch.
    as_tuples: whether the texts are (text, context) pairs; the results then are (Extraction, context).
    on_error: for a text that can't be processed: "raise" its error after the results before it, "skip" it, or
        "return" a Failure.
    Other options as in ``extract``. Raises ArgumentError at once for a bad option, while iterating for a bad
    text; ClaimxError if a worker process dies.
    """
    _check_options(include, nlp, currency)
    _check_number("processes", processes, least=1)
    _check_number("batch_size", batch_size, least=1)
    _check_on_error(on_error)
    _check_texts(texts)
    from claimx._many import Reading, map_batches

    reading = Reading(
        texts, _days(published), currency=currency, as_tuples=as_tuples, stops=on_error == "raise"
    )
    found = map_batches(reading.batches(batch_size), include, nlp, processes)
    return reading.give(found, on_error)


def extract_frame(
    frame: Any,
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002
    published: str | None = None,
    amounts: Amounts = "lists",
    on_error: Literal["raise", "skip"] = "raise",
    **options: Unpack[Options],
) -> Any:
    """The claims of the texts in a pandas or polars DataFrame, in a DataFrame of the same package.

    text, id, published: the columns with the texts, their names, and their days of publication (dates or
        ISO strings; cells may be missing). Without ``id`` the column ``document`` numbers the rows.
    amounts: as in `to_frame`. on_error: "skip" to leave out texts that can't be processed, such as missing
    ones.
    options: those of ``extract_many``: include, processes, batch_size, nlp, currency.
    Raises ArgumentError for a missing column, and for a text that can't be processed.
    """
    from claimx.output import frames

    kind = frames.frame_kind(frame)
    texts = frames.column_of(frame, text, "text")
    names: list[Any] = [*range(len(texts))] if id is None else frames.column_of(frame, id, "id")
    days = None if published is None else frames.column_of(frame, published, "published")
    found = extract_many(
        zip(texts, names, strict=True), published=days, as_tuples=True, on_error=on_error, **options
    )
    named = ((name, extraction) for extraction, name in found)
    write = frames.pandas_frame if kind == "pandas" else frames.polars_frame
    return write(named, amounts)


def reset_caches() -> None:
    """Free what claimx keeps between calls: the bundled pipeline, the lexicons read, the words looked up.

    The next call loads them again; results are the same. Pipelines that the user holds are not affected.
    """
    with batch_lock():
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] == "claimx":
                for value in list(vars(module).values()):
                    # Every cache of the package is one of functools on a function of a module.
                    clear = getattr(value, "cache_clear", None)
                    if callable(clear):
                        clear()


def check_include(include: str) -> None:
    """Raise ArgumentError for anything but "anchored" and "all"."""
    if include not in INCLUDE:
        raise ArgumentError(Errors.E002.format(value=include, known=", ".join(INCLUDE)))


def _check_options(include: str, nlp: Language | None, currency: object) -> None:
    check_include(include)
    _check_pipeline(nlp)
    check_currency(currency)


def _check_on_error(on_error: str) -> None:
    if on_error not in ON_ERROR:
        raise ArgumentError(Errors.E018.format(name="on_error", value=on_error, known=", ".join(ON_ERROR)))


def _days(published: Published | Iterable[Published]) -> Iterator[Published]:
    """The day of each text: its own, or the same for all."""
    if isinstance(published, Iterable) and not isinstance(published, str):
        return iter(published)
    return repeat(iso_day(published))


def _check_texts(texts: object) -> None:
    """Raise ArgumentTypeError for anything but an iterable of texts, including a frame or mapping."""
    got = kind_of(texts)
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        expected = "an iterable of strings (for one text there is extract)"
        raise ArgumentTypeError(Errors.E001.format(name="texts", expected=expected, got=got))
    if isinstance(texts, Mapping) or hasattr(texts, "columns"):
        raise ArgumentTypeError(Errors.E011.format(name="texts", expected="an iterable of strings", got=got))


def _check_number(name: str, value: int, least: int) -> None:
    if not isinstance(value, int) or value < least:
        raise ArgumentError(Errors.E005.format(name=name, least=least, value=value))


def _check_pipeline(nlp: Language | None) -> None:
    if nlp is None:
        return
    names = getattr(nlp, "pipe_names", None)
    if names is None:
        expected = "a spaCy pipeline (claimx.load(name) gives one)"
        raise ArgumentTypeError(Errors.E001.format(name="nlp", expected=expected, got=kind_of(nlp)))
    if "claimx_claims" not in names:
        raise ArgumentError(Errors.E006.format(pipes=", ".join(names) or "none"))
