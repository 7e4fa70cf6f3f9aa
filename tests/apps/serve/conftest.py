"""The server as its clients see it: one application with a real worker for all tests."""

import time

import pytest
from fastapi.testclient import TestClient

from claimx.apps.serve.app import create_app
from claimx.apps.serve.settings import Settings

SMALL = Settings(max_characters=20_000, max_texts=20, max_body_bytes=200_000, hosts=("testserver",))


def ready(client):
    """Wait until the model is loaded."""
    while not client.get("/healthz").json()["ready"]:
        time.sleep(0.1)
    return client


@pytest.fixture(scope="session")
def client():
    with TestClient(create_app(SMALL)) as client:
        yield ready(client)
