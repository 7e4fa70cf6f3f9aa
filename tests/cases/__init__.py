"""Corpora of cases in text files that a linguist can edit: values with the ways to say them, tagged texts."""

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
TAG = re.compile(r"\[([^\]|]+)((?:\|[^\]|]*)*)\]")
MARK = re.compile(r"\[([^]|]+)\|([^]]+)\]")
PREFIX = re.compile(r"(model|xfail \(([^)]*)\)): ")


def cases(name):
    """Read ``name.txt``: a list of (value, phrasing), the value as the words of its line, "-" as None."""
    value, found = [], []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            phrasing = line.strip()
            for escape in ("\\u00a0", "\\u202f", "\\n"):
                phrasing = phrasing.replace(escape, escape.encode().decode("unicode_escape"))
            found.append((value, phrasing))
        else:
            value = tuple(None if word == "-" else word for word in line.split())
    return found


def marked(name):
    """Read ``name.txt``: a list of (sentence, [(start, end, value)]) from sentences with [words|value] in them."""
    found = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            marks, shift = [], 0
            for match in MARK.finditer(line):
                start = match.start() - shift
                marks.append((start, start + len(match[1]), match[2]))
                shift += len(match[0]) - len(match[1])
            found.append((MARK.sub(r"\1", line), marks))
    return found


def sentences(name):
    """Read ``name.txt``: a list of (sentence, what its indented lines say)."""
    found = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found


@dataclass(frozen=True)
class Tag:
    """A mention in a tagged text: its characters, the names that it stands for, and what else the tag says."""

    start: int
    end: int
    names: tuple[str, ...]
    via: str | None
    notes: tuple[str, ...]


@dataclass
class Tagged:
    """A tagged text without its tags; ``needs`` is "model" or None, ``xfail`` the reason or None."""

    text: str
    needs: str | None = None
    xfail: str | None = None
    tags: list[Tag] = field(default_factory=list)


def tagged(name):
    """Read the tagged texts of ``name.txt``, one a line; ``organizations_names.txt`` says how they look."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [read_tagged(line) for line in lines if line.strip() and not line.startswith("#")]


def read_tagged(line):
    """One tagged text."""
    found = Tagged("")
    while prefix := PREFIX.match(line):
        if prefix[1] == "model":
            found.needs = "model"
        else:
            found.xfail = prefix[2]
        line = line[prefix.end() :]
    last = 0
    for tag in TAG.finditer(line):
        found.text += line[last : tag.start()]
        name, *notes = tag[2].split("|")[1:] or [""]
        via = next((note.removeprefix("via=") for note in notes if note.startswith("via=")), None)
        start, end = len(found.text), len(found.text) + len(tag[1])
        names = tuple((name or tag[1]).split(" + "))
        found.tags.append(Tag(start, end, names, via, tuple(n for n in notes if not n.startswith("via="))))
        found.text += tag[1]
        last = tag.end()
    found.text += line[last:]
    return found
