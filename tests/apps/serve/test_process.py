"""The command in a process of its own, on the loopback device."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

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
