"""Limits of the server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of a server. Sizes are in characters of a text, bytes of a body, and seconds.

    workers: processes that read texts; queue: requests that may wait for one.
    hosts: the names under which browsers may call it, ``*`` for any.
    """

    workers: int = 1
    queue: int = 16
    max_characters: int = 500_000
    max_texts: int = 500
    max_body_bytes: int = 8_000_000
    body_seconds: float = 20.0
    retry_seconds: int = 2
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
