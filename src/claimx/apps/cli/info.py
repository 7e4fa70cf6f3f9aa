"""``claimx info``: versions, the model and its scores, the lexicons."""

import json
import platform
import shutil
import textwrap
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from typing import Annotated, Any

import typer

from claimx import __version__

MIN_WIDTH_COLUMNS = 40


def info(
    all_lexicons: Annotated[
        bool, typer.Option("--lexicons", help="List each lexicon with its rows.")
    ] = False,
) -> None:
    """Show versions, the bundled model with its scores and licence, and the lexicons."""
    typer.echo(f"claimx      {__version__}")
    typer.echo(f"python      {platform.python_version()}")
    typer.echo(f"spacy       {version('spacy')}")
    for meta in _models():
        typer.echo(f"\nmodel       {meta['name']} {meta['version']}")
        typer.echo(f"licence     {meta['license'] or 'not given'}")
        for part, scores in meta.get("performance", {}).items():
            typer.echo(f"  {part}")
            typer.echo(_wrapped(f"{name} {_shown(score)}" for name, score in scores.items()))
    lexicons = _lexicons()
    typer.echo(f"\nlexicons    {len(lexicons)}, {sum(rows for _, rows in lexicons)} rows")
    longest = max(len(name) for name, _ in lexicons)
    for name, rows in lexicons if all_lexicons else ():
        typer.echo(f"  {name:{longest}} {rows:6} rows")


def _models() -> list[dict[str, Any]]:
    found = [
        directory / "meta.json"
        for directory in files("claimx").joinpath("french").iterdir()
        if directory.is_dir()
    ]
    return [json.loads(meta.read_text(encoding="utf-8")) for meta in found if meta.is_file()]


def _wrapped(items: Iterable[str]) -> str:
    """Items in lines as wide as the terminal; none of them is broken."""
    kept = "  ".join(item.replace(" ", "\u00a0") for item in items)
    width = max(shutil.get_terminal_size().columns, MIN_WIDTH_COLUMNS)
    lines = textwrap.fill(
        kept, width, initial_indent="    ", subsequent_indent="    ", break_long_words=False
    )
    return lines.replace("\u00a0", " ")


def _shown(score: Any) -> str:
    if isinstance(score, dict):
        return "/".join(_shown(part) for part in score.values())
    return f"{score:.3f}" if isinstance(score, float) else str(score)


def _lexicons() -> list[tuple[str, int]]:
    from claimx import lexicons

    names = sorted(
        table.name.removesuffix(".tsv")
        for table in files("claimx.lexicons").iterdir()
        if table.name.endswith(".tsv")
    )
    return [(name, len(lexicons.read(name))) for name in names]
