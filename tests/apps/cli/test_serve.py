"""``claimx serve`` as it is called. What it serves is tested in tests/apps/serve."""

import socket

import pytest

pytest.importorskip("uvicorn")


def test_a_port_that_is_taken_is_told(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = run("serve", "--port", port)
    assert (code, out) == (2, "")
    assert err == (
        f"claimx: [E098] 127.0.0.1:{port}: can't be served there (Address already in use). "
        "Give another --port or --host."
    )


def test_a_host_that_is_not_there_is_told(run):
    code, _, err = run("serve", "--host", "no-such-host.invalid")
    assert code == 2
    assert "no-such-host.invalid:8000: can't be served there" in err
