"""The chain, one component a file."""

from importlib import import_module


def register_all() -> None:
    """Import every component, so that spaCy knows its factory where entry points are not installed."""
    for module in (
        "quotes",
        "amounts",
        "dates",
        "organizations",
        "cues",
        "sources",
        "claims",
        "confidence",
    ):
        import_module(f"{__name__}.{module}")
