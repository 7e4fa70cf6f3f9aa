"""Writes docs/man/claimx.1, the manual page, out of the commands and options themselves.

usage: python docs/man/generate.py
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from claimx import __version__
from claimx.apps.cli.app import app
from claimx.apps.inputs.kinds import KINDS

TARGET = Path(__file__).with_name("claimx.1")
# What typer adds, and each command repeats.
LEFT_OUT = {"--help", "--install-completion", "--show-completion"}


def page() -> str:
    """The manual page."""
    command: Any = get_command(app)
    names = ", ".join(sorted(command.commands))
    lines = [
        f'.TH CLAIMX 1 "" "claimx {__version__}" "User Commands"',
        ".SH NAME",
        r"claimx \- claims in French press text",
        ".SH SYNOPSIS",
        r".B claimx \fICOMMAND\fR [\fIOPTION\fR]... [\fIARGUMENT\fR]...",
        ".SH DESCRIPTION",
        _plain(command.help),
        f"Commands: {names}.",
        *_options(command),
    ]
    for name, one in command.commands.items():
        arguments = " ".join(
            rf"\fI{_plain(parameter.metavar or parameter.name)}\fR"
            for parameter in one.params
            if parameter.param_type_name == "argument"
        )
        lines += [f".SH CLAIMX {name.upper()}", rf".B claimx {name} \fR[\fIOPTION\fR]... {arguments}"]
        lines += [".PP", _plain(one.help), *_options(one)]
        lines += [".PP", _plain(one.epilog)] if one.epilog else []
    return "\n".join([*lines, *_rest()]) + "\n"


def _options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.param_type_name == "argument" or LEFT_OUT & set(parameter.opts):
            continue
        names = ", ".join(rf"\fB{_plain(name)}\fR" for name in reversed(parameter.opts))
        value = "" if parameter.is_flag else rf" \fI{_plain(parameter.metavar or 'TEXT')}\fR"
        yield from (".TP", names + value, _plain(parameter.help))


def _rest() -> Iterator[str]:
    endings = ", ".join(ending for kinds in KINDS.values() for ending in kinds)
    yield from (
        ".SH FILES",
        _plain(f"Endings that tell what a file is: {endings}; with .gz or .zst behind them, compressed."),
        ".SH EXIT STATUS",
        ".TP",
        "0",
        "All is done.",
        ".TP",
        "1",
        "Some documents failed: each is named on stderr, the others are written.",
        ".TP",
        "2",
        "The call can't be carried out.",
        ".SH ENVIRONMENT",
        ".TP",
        "NO_COLOR",
        "No colours.",
        ".TP",
        "CLAIMX_DEBUG",
        "The traceback of a text that claimx fails on.",
        ".SH EXAMPLES",
        ".nf",
        "claimx extract article.txt",
        r"claimx extract articles/ \-\-recursive \-\-level possible,doubtful \-o rumours.csv",
        "claimx extract < article.txt | jq .text",
        ".fi",
    )


def _plain(text: str | None) -> str:
    """A text on one line, without what roff would read as its own."""
    plain = re.sub(r"\s+", " ", text or "").strip().replace("\\", "\\e").replace("-", r"\-")
    return rf"\&{plain}" if plain[:1] in (".", "'") else plain


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
