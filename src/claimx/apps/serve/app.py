"""The application: routes, workers and middleware."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import FastAPI, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware

from claimx import __version__
from claimx.apps.serve import api, page
from claimx.apps.serve.body import LimitedBody
from claimx.apps.serve.headers import SafeHeaders
from claimx.apps.serve.metrics import Measured, Metrics
from claimx.apps.serve.problems import handle_problems
from claimx.apps.serve.reference import reference
from claimx.apps.serve.settings import Settings
from claimx.apps.serve.workers import Workers

DESCRIPTION = (
    "Claims in French press text: who does what, for how much, according to whom, how firmly. Texts are not "
    'kept and not logged. Errors are {"errors": [{"field": "texts[2].text", "message": "..."}]}.'
)


def create_app(settings: Settings) -> Any:
    """The ASGI application. Its workers start with its lifespan and load the model in the background."""
    app = FastAPI(
        title="claimx",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.schema = page.own("claim.schema.json")
    app.include_router(api.router)
    app.include_router(page.router)
    handle_problems(app, settings)
    documentation = reference(app.openapi())

    @app.get("/docs", include_in_schema=False)
    async def docs() -> Response:
        return Response(documentation, media_type=page.HTML)

    app.state.workers = Workers(settings.workers, settings.queue)
    app.state.metrics = Metrics(app.state.workers)
    # Around FastAPI's error handling, so that error answers get the headers and are counted too.
    routes = (*api.router.routes, *page.router.routes)
    paths = frozenset(("/docs", "/openapi.json", *(getattr(route, "path", "") for route in routes)))
    trusted = TrustedHostMiddleware(LimitedBody(app, settings), allowed_hosts=settings.hosts)
    return Measured(SafeHeaders(trusted), app.state.metrics, paths)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    workers: Workers = app.state.workers
    warming = asyncio.create_task(workers.warm())
    try:
        yield
    finally:
        warming.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await warming
        workers.close()
