"""The command line as a user calls it."""

import io
import sys

import pytest

from claimx.apps.cli import main


@pytest.fixture
def run(monkeypatch, capfdbinary):
    """Run the command line; gives its exit code, stdout and stderr, white space of the latter folded."""

    def run_with(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["claimx", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), " ".join(err.decode().split())

    return run_with
