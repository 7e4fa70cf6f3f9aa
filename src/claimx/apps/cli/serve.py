"""``claimx serve``: the web page and the HTTP API."""

import os
import socket
from typing import Annotated

import typer

from claimx.apps.cli.console import misuse, print_error
from claimx.errors import ArgumentError, Errors

LOCAL = ("127.0.0.1", "localhost", "::1")


Host = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS",
        help="The address to listen on; 0.0.0.0 for all, which shows the page to your network.",
    ),
]
Port = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port.")]
Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read texts, 250 MB each.")]
Queue = Annotated[
    int, typer.Option(min=0, metavar="N", help="Requests that may wait; more are told to come again.")
]
MaxCharacters = Annotated[int, typer.Option(min=1, metavar="N", help="The most that one text may have.")]
MaxTexts = Annotated[int, typer.Option(min=1, metavar="N", help="The most that one request may have.")]
AllowedHosts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="A name under which browsers reach the server; with --host it is any by default.",
    ),
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 1,
    queue: Queue = 16,
    max_characters: MaxCharacters = 500_000,
    max_texts: MaxTexts = 500,
    allowed_host: AllowedHosts = None,
) -> None:
    """Serve a page to paste articles into, and an HTTP API."""
    try:
        from claimx.apps.serve.run import run
        from claimx.apps.serve.settings import Settings
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "claimx":
            raise
        print_error(Errors.E010.format(feature="claimx serve", package=error.name, extra="serve"))
        raise typer.Exit(2) from None
    hosts = tuple(allowed_host or (Settings().hosts if host in LOCAL else ("*",)))
    settings = Settings(
        workers=workers, queue=queue, max_characters=max_characters, max_texts=max_texts, hosts=hosts
    )
    with misuse():
        _check_free(host, port)
    shown = f"[{host}]" if ":" in host else host
    print_error(f"http://{shown}:{port} (the API: /docs). Ctrl-C ends it.")
    run(host, port, settings)


def _check_free(host: str, port: int) -> None:
    """Raise ArgumentError where nothing can listen, before an address is told and worker processes start."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        # Python adds the address to what the system says; an unknown name has no number of the system.
        code = error.errno or 0
        reason = os.strerror(code) if code > 0 else error.strerror or str(error)
        raise ArgumentError(Errors.E098.format(host=host, port=port, reason=reason)) from None
