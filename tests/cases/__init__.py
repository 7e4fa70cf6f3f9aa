"""Corpora of cases: a value, then the ways to say it, in text files that a linguist can edit."""

from pathlib import Path


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
