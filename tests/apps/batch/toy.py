"""An extractor that needs no model, with texts that kill, hang or break it, for worker processes."""

import os
import signal
import sys
import time
from pathlib import Path

import pyarrow

from claimx.apps.batch.progress import Progress
from claimx.apps.batch.run import Run, Settings
from claimx.apps.batch.scan import Inputs
from claimx.apps.inputs import Fields
from claimx.arrow import results_schema
from claimx.arrow.kernel import DEFAULTS, error_row
from claimx.errors import ClaimxError

SECONDS_A_TEXT = 0.002


def extract(batch, options):
    """A row a document. DIE and HANG do what they say."""
    rows = []
    for document in batch.to_pylist():
        time.sleep(SECONDS_A_TEXT)
        if "DIE" in document["text"]:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in document["text"]:
            time.sleep(3600)
        row = error_row(document["id"], document["text"], ClaimxError("[E036] failed"), options)
        rows.append(row if "FAIL" in document["text"] else {**row, "claims": [], "error": None})
    return pyarrow.RecordBatch.from_pylist(rows, results_schema())


def never_ready(batch, options):
    """Dies before it is ready."""
    os._exit(3)


def run(directory, paths, *, options=DEFAULTS, problem=print, extract=extract, reports=None, **settings):
    """One run with the toy."""
    progress = Progress(Path(directory), (reports if reports is not None else []).append)
    inputs = Inputs(tuple(map(str, paths)), Fields())
    return Run(
        Path(directory),
        inputs,
        options,
        Settings(**settings),
        progress=progress,
        problem=problem,
        extract=extract,
    )


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2:], workers=2, part_size=40, timeout=20).go()
