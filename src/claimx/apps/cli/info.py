"""``claimx info``: versions, the model and its scores, the lexicons."""

import json
import platform
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from typing import Annotated, Any

import typer

from claimx import __version__
from claimx.apps.cli.console import wrapped

ABOUT_SCORES = (
    "of 1; three figures are precision, recall and F. UAS and LAS: arcs of the parse that are right, "
    "without and with their label."
)


def info(
    all_lexicons: Annotated[
        bool, typer.Option("--lexicons", help="List each lexicon with its rows.")
    ] = False,
    scores: Annotated[bool, typer.Option("--scores", help="List the scores of the model.")] = False,
) -> None:
    """Show versions, the bundled model with its licence and scores, and the lexicons."""
    typer.echo(f"claimx      {__version__}")
    typer.echo(f"python      {platform.python_version()}")
    typer.echo(f"spacy       {version('spacy')}")
    for meta in _models():
        typer.echo(f"\nmodel       {meta['name']} {meta['version']}")
        typer.echo(wrapped(f"licence     {meta['license'] or 'not given'}", indent=" " * 12))
        _print_scores(meta.get("performance", {}), scores)
    lexicons = _lexicons()
    typer.echo(f"\nlexicons    {len(lexicons)}, {sum(rows for _, rows in lexicons)} rows")
    longest = max(len(name) for name, _ in lexicons)
    for name, rows in lexicons if all_lexicons else ():
        typer.echo(f"  {name:{longest}} {rows:6} rows")


def _print_scores(measured: dict[str, dict[str, Any]], wanted: bool) -> None:
    if not wanted:
        typer.echo(f"scores      of {len(measured)} measurements: claimx info --scores")
        return
    typer.echo(wrapped(f"scores      {ABOUT_SCORES}", indent=" " * 12))
    for part, scores in measured.items():
        typer.echo(wrapped(part, first="  ", indent="  "))
        typer.echo(_wrapped(f"{name} {_shown(score)}" for name, score in scores.items()))


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
    return wrapped(kept, first="    ", indent="    ").replace("\u00a0", " ")


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
