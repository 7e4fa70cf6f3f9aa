"""Corpora of cases: a value, then the ways to say it, in text files that a linguist can edit."""

import re
from pathlib import Path

_MARKED = re.compile(r"\[([^]|]+)\|([^]]+)\]")


def cases(name):
    """Read ``name.txt``: a list of (value, phrasing), the value as the words of its line, "-" as None."""
    value, found = [], []
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
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


def tagged(name):
    """Read ``name.txt``: a list of (sentence, [(start, end, value)]) from sentences with [words|value] in them."""
    found = []
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            marks, shift = [], 0
            for match in _MARKED.finditer(line):
                start = match.start() - shift
                marks.append((start, start + len(match[1]), match[2]))
                shift += len(match[0]) - len(match[1])
            found.append((_MARKED.sub(r"\1", line), marks))
    return found


def sentences(name):
    """Read ``name.txt``: a list of (sentence, what its indented lines say)."""
    found = []
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found
