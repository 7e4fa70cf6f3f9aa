"""The argument that every reader of this package takes."""


def check_text(text: object) -> None:
    """Raise TypeError, with what to give instead, for anything that is not a string."""
    if not isinstance(text, str):
        raise TypeError(f"text: expected a string, got {type(text).__name__}. Decode bytes first.")
