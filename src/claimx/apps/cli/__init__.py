"""The command line, one file a command. Data goes to stdout, messages to stderr."""


def main() -> int:
    """Run the command line. Returns the exit code: 0 done, 1 some documents failed, 2 misuse."""
    from claimx.apps.cli.app import app

    try:
        app()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0
