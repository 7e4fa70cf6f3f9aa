"""``python -m claimx``: the command line."""

import sys

from claimx.apps.cli import main

sys.exit(main())
