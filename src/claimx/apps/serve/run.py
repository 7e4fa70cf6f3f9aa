"""Run the server until it is told to stop; it finishes open requests first."""

from __future__ import annotations

import uvicorn

from claimx.apps.serve.app import create_app
from claimx.apps.serve.settings import Settings

SECONDS_TO_FINISH = 10


def run(host: str, port: int, settings: Settings) -> None:
    """Serve on an address. Requests are not logged."""
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        timeout_keep_alive=15,
        h11_max_incomplete_event_size=64 * 1024,
    )
