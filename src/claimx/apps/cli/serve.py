"""``claimx serve``: the web page and the HTTP API."""

from typing import Annotated

import typer

from claimx.apps.cli.console import print_error
from claimx.errors import Errors

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
MaxCharacters = Annotated[int, typer.Option(min=1, metavar="N", help="Of one text.")]
MaxTexts = Annotated[int, typer.Option(min=1, metavar="N", help="Of one request.")]
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
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"claimx: http://{shown}:{port} (the API: /docs). Ctrl-C ends it.", err=True)
    run(host, port, settings)
