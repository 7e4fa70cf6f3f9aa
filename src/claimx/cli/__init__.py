"""The command line: one file a command. Data goes to stdout, talk to stderr."""

import os
import sys


def main() -> int:
    """Run the command line. Returns the exit code: 0 done, 1 some documents failed, 2 misuse."""
    from claimx.cli.app import app

    try:
        code: int | None = app(standalone_mode=True)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BrokenPipeError:
        # The reader (head, a pager) has what it wanted. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code or 0
