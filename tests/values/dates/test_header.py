"""The header of an article."""

import pytest

from claimx.values.dates.header import header


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2026-02-02 Titre", ("2026-02-02", "Titre")),
        (" date 2026-02-02 Titre", ("2026-02-02", "Titre")),
        ("\n Date 2026-02-02\nTitre", ("2026-02-02", "\nTitre")),
        ("date 2026-02-02\r\nTitre", ("2026-02-02", "\r\nTitre")),
        ("date 2026-02-02\u00a0Titre", ("2026-02-02", "Titre")),
        ("\ufeffdate 2026-02-02 Titre", ("2026-02-02", "Titre")),
        ("date 2026-02-30 Titre", (None, "date 2026-02-30 Titre")),
        ("Le titre date 2026-02-02 non", (None, "Le titre date 2026-02-02 non")),
        ("date 2026-02-021 x", (None, "date 2026-02-021 x")),
        ("date 2026-02-02", ("2026-02-02", "")),
        ("", (None, "")),
    ],
)
def test_header(text, expected):
    day, start = header(text)
    assert (day, text[start:]) == expected
