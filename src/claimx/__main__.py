"""The command line as ``python -m claimx``."""

import sys

from claimx.apps.cli import main

if __name__ == "__main__":
    sys.exit(main())
