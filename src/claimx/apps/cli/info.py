"""``claimx info``: versions, the model and its scores, the lexicons."""

import json
import platform
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import typer

from claimx import __version__


def info() -> None:
    """Show versions, the bundled model with its scores and licence, and the lexicons."""
    typer.echo(f"claimx      {__version__}")
    typer.echo(f"python      {platform.python_version()}")
    typer.echo(f"spacy       {version('spacy')}")
    for meta in _models():
        typer.echo(f"\nmodel       {meta['name']} {meta['version']}")
        typer.echo(f"licence     {meta['license'] or 'not given'}")
        for part, scores in meta.get("performance", {}).items():
            typer.echo(f"  {part}")
            typer.echo("    " + "  ".join(f"{name} {_shown(score)}" for name, score in scores.items()))
    lexicons = _lexicons()
    typer.echo(f"\nlexicons    {len(lexicons)}")
    for name, rows in lexicons:
        typer.echo(f"  {name:22} {rows:6} rows")


def _models() -> list[dict[str, Any]]:
    found = [
        directory / "meta.json"
        for directory in files("claimx").joinpath("french").iterdir()
        if directory.is_dir()
    ]
    return [json.loads(meta.read_text(encoding="utf-8")) for meta in found if meta.is_file()]


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
