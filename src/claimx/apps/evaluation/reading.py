"""Gold from files: JSON lines, brat standoff, exports of Label Studio."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from claimx.apps.evaluation.gold import GoldDocument, gold_document
from claimx.apps.evaluation.graphs import Region, claims_of
from claimx.apps.inputs.decoding import check_bytes, decoded, lines
from claimx.apps.inputs.streams import opened
from claimx.apps.inputs.types import Unreadable
from claimx.errors import ClaimxError, DocumentError, Errors
from claimx.output.labelstudio import utf16_places

Found = Iterator[GoldDocument | Unreadable]


def gold_documents(path: str) -> Found:
    """Read the gold documents of a file or folder; unreadable ones are reported, the rest is read.

    path: JSON lines, also compressed; a JSON export of Label Studio; a folder or zip archive of brat files,
        or an ``.ann`` file with its text beside it.
    """
    try:
        if Path(path).is_dir():
            yield from _brat_folder(Path(path))
        elif path.lower().endswith(".ann"):
            yield _checked(path, partial(_brat_file, Path(path)))
        elif path.lower().endswith(".zip"):
            yield from _brat_archive(path)
        elif path.lower().endswith(".json"):
            yield from _label_studio(path)
        else:
            yield from _json_lines(path)
    except ClaimxError as error:
        yield Unreadable(path, error)


def _checked(origin: str, make: Callable[[], GoldDocument]) -> GoldDocument | Unreadable:
    try:
        return make()
    except ClaimxError as error:
        return Unreadable(origin, error)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        return Unreadable(origin, DocumentError(Errors.E091.format(document=origin, reason=reason)))


def _json_lines(path: str) -> Found:
    with opened(path) as stream:
        for number, line in enumerate(lines(path, stream), 1):
            if line.strip():
                yield _checked(f"{path}:{number}", partial(_of_line, path, number, line))


def _of_line(path: str, number: int, line: str) -> GoldDocument:
    check_bytes(path, number, line)
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DocumentError(Errors.E062.format(document=path, line=number, reason=error)) from None
    return gold_document(record, f"{path}:{number}")


def _label_studio(path: str) -> Found:
    try:
        tasks = json.loads(_read(path))
    except (ValueError, RecursionError) as error:
        raise DocumentError(Errors.E062.format(document=path, line=1, reason=error)) from None
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        origin = f"{path}:{number}"
        yield _checked(origin, partial(_of_task, task, origin))


def _of_task(task: Any, origin: str) -> GoldDocument:
    done = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    if not done:
        raise ValueError("the task has no annotation: nobody has submitted one")
    data = task["data"]
    text = data["text"]
    units = _code_points(text)
    regions: dict[str, Region] = {}
    links: list[tuple[str, str]] = []
    for item in sorted(done[-1]["result"], key=lambda item: item["type"] != "labels"):
        if item["type"] == "relation":
            links.append((item["from_id"], item["to_id"]))
            continue
        value = item["value"]
        if item["type"] == "labels":
            span = (units[value["start"]], units[value["end"]])
            regions[item["id"]] = Region(value["labels"][0], (span,), text[slice(*span)])
        elif item["from_name"] in ("level", "polarity"):
            setattr(regions[item["id"]], item["from_name"], value["choices"][0])
        elif item["from_name"] == "value":
            regions[item["id"]].value = value["text"][0]
    name = str(data.get("document") or task.get("id") or origin)
    return GoldDocument(name, text, data.get("published"), claims_of(regions, links))


def _code_points(text: str) -> dict[int, int]:
    """The offset in code points of each offset in UTF-16 units."""
    place = utf16_places(text)
    return {place(offset): offset for offset in range(len(text) + 1)}


def _brat_folder(folder: Path) -> Found:
    found = sorted(folder.rglob("*.ann"))
    if not found:
        raise DocumentError(Errors.E091.format(document=folder, reason="it holds no .ann file of brat"))
    for file in found:
        name = str(file)
        yield _checked(name, partial(_brat_file, file))


def _brat_archive(path: str) -> Found:
    try:
        with opened(path) as stream, ZipFile(io.BytesIO(stream.read())) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".ann"):
                    text = decoded(name, archive.read(f"{name[:-4]}.txt"))
                    origin = f"{path}:{name}"
                    yield _checked(origin, partial(_brat, origin, decoded(name, archive.read(name)), text))
    except (BadZipFile, KeyError) as error:
        raise DocumentError(Errors.E068.format(document=path, reason=error)) from None


def _brat_file(file: Path) -> GoldDocument:
    return _brat(str(file), _read(str(file)), _read(str(file.with_suffix(".txt"))))


def _brat(name: str, annotations: str, text: str) -> GoldDocument:
    """A document in brat format; its publication date is that of its header line, if any."""
    regions: dict[str, Region] = {}
    links: list[tuple[str, str]] = []
    rows = [line.split("\t") for line in annotations.splitlines() if line.strip()]
    for key, words, *_ in (row for row in rows if row[0].startswith("T")):
        label, _, extent = words.partition(" ")
        spans = tuple(_pair(part) for part in extent.split(";"))
        regions[key] = Region(label, spans, text[spans[0][0] : spans[-1][1]])
    for key, words, *more in rows:
        kind, *arguments = words.split(" ")
        if key.startswith("R"):
            origin, target = (argument.partition(":")[2] for argument in islice(arguments, 2))
            links.append((origin, target))
        elif key.startswith("A") and kind in ("Level", "Polarity"):
            setattr(regions[arguments[0]], kind.lower(), arguments[1])
        elif key.startswith("#") and kind == "AnnotatorNotes" and arguments[0] in regions:
            regions[arguments[0]].value = more[0]
    return GoldDocument(name, text, None, claims_of(regions, links))


def _pair(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)


def _read(path: str) -> str:
    with opened(path) as stream:
        return decoded(path, stream.read())
