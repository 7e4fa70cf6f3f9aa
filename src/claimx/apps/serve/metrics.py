"""Metrics for Prometheus: requests, their duration, texts; never their content."""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from claimx.apps.serve.workers import Workers

_SECONDS = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)
# One label for all unknown paths, so that they create no new series.
_OTHER = "other"


class Metrics:
    """The counters of one application."""

    def __init__(self, workers: Workers) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "claimx_requests", "Requests answered.", ("path", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "claimx_request_seconds", "Time to answer.", ("path",), buckets=_SECONDS, registry=self.registry
        )
        self.texts = Counter("claimx_texts", "Texts read.", registry=self.registry)
        self.characters = Counter("claimx_characters", "Characters read.", registry=self.registry)
        taken = Gauge("claimx_requests_in_work", "Requests read or waiting.", registry=self.registry)
        taken.set_function(lambda: workers.taken)
        places = Gauge("claimx_places", "Requests that may be read or wait.", registry=self.registry)
        places.set(workers.places)

    def count(self, *texts: str) -> None:
        """Count texts that are about to be processed."""
        self.texts.inc(len(texts))
        self.characters.inc(sum(map(len, texts)))

    def text(self) -> bytes:
        """All counters in the text format of Prometheus."""
        return generate_latest(self.registry)


class Measured:
    """ASGI middleware that counts requests by path and status."""

    def __init__(self, app: Any, metrics: Metrics, paths: frozenset[str]) -> None:
        self.app, self.metrics, self.paths = app, metrics, paths

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Pass the request on and count its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"] if scope["path"] in self.paths else _OTHER
        begun = time.perf_counter()

        async def counted(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                self.metrics.requests.labels(path, message["status"]).inc()
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            self.metrics.seconds.labels(path).observe(time.perf_counter() - begun)
