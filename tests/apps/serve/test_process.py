"""The command in a process of its own, on the loopback device."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

TEXT = "Selon Reuters, Acmé pourrait racheter Zénithal."


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url, data=None):
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"} if data else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def until(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if condition():
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def children(pid):
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(line) for line in found.stdout.split()]


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="module")
def port():
    """The port of a server that is ready."""
    port = free_port()
    command = [sys.executable, "-m", "claimx", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        assert until(lambda: get(f"http://127.0.0.1:{port}/healthz")["ready"])
        yield port
    finally:
        server.terminate()
        server.wait(30)


def sent(port, data, *, cut=False):
    """The status that these bytes get, b"" where the connection is closed without one, None if cut off by us."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(data)
        try:
            return None if cut else connection.makefile("rb").readline()[9:12]
        except ConnectionError:
            return b""


def request(body, length=None):
    head = "POST /api/extract HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body


def answered(port):
    """An article by a client that comes again when it is told to: its claims."""
    while True:
        try:
            return get(f"http://127.0.0.1:{port}/api/extract", json.dumps({"text": TEXT * 5}).encode())[
                "claims"
            ]
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(random.random() * float(error.headers["Retry-After"]))


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_bad_clients_cost_no_good_one_its_answer_and_get_one_of_their_own(port):
    whole = json.dumps({"text": TEXT}).encode()
    bad = {
        b"400": [b"\x16\x03\x01" + b"\xff" * 300 + b"\r\n\r\n"],
        b"413": [request(b"{}", 10**9)],
        b"422": [request(body) for body in (b"\xff", b'{"text": ', b"[]", b"{}", b'{"text": 3}')],
    }
    with ThreadPoolExecutor(60) as pool:
        cut = [pool.submit(sent, port, request(whole[:20], len(whole)), cut=True) for _ in range(10)]
        good = [pool.submit(answered, port) for _ in range(40)]
        statuses = [
            (pool.submit(sent, port, data), status) for status, many in bad.items() for data in many * 3
        ]
        for wrong, status in statuses:
            assert wrong.result() == status
        first, *others = [one.result() for one in good]
    assert first
    assert all(one == first for one in others)
    assert all(one.result() is None for one in cut)
    assert get(f"http://127.0.0.1:{port}/healthz")["ready"]


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_server_starts_answers_logs_no_text_and_ends_with_its_workers():
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [sys.executable, "-m", "claimx", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert until(lambda: get(f"{url}/healthz")["ready"])
        found = get(f"{url}/api/extract", json.dumps({"text": TEXT}).encode())
        assert [claim["confidence"]["level"] for claim in found["claims"]] == ["possible"]
        workers = children(server.pid)
        assert workers
        server.send_signal(signal.SIGTERM)
        out, err = server.communicate(timeout=30)
    finally:
        server.kill()
    assert until(lambda: not any(map(is_alive, workers)), 10)
    assert b"Z\xc3\xa9nithal" not in out + err
    assert b"Traceback" not in err
    assert f"127.0.0.1:{port}".encode() in err


def test_without_the_extra_the_command_says_what_to_install(monkeypatch, capsys):
    from claimx.apps.cli import main

    for name in [name for name in sys.modules if name.startswith("claimx.apps.serve")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.setattr(sys, "argv", ["claimx", "serve"])
    assert main() == 2
    assert "pip install 'claimx[serve]'" in capsys.readouterr().err
