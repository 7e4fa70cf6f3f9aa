"""Commands import spaCy without its command line, and nothing of spaCy is lost by it."""

import subprocess
import sys

import pytest


def in_new_process(program):
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_spacy_is_whole_afterwards():
    shown = in_new_process(
        "import sys\n"
        "from claimx.apps.cli.spacy_import import import_spacy\n"
        "import_spacy()\n"
        "import spacy\n"
        "print('spacy.cli' in sys.modules, 'spacy.cli.info' in sys.modules)\n"
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
        "from spacy.cli.info import info\n"
        "print(info.__module__)\n"
    )
    assert shown == ["False", "False", "True", "spacy.cli.info"]


def test_a_spacy_that_is_there_is_left_alone():
    shown = in_new_process(
        "import spacy\n"
        "before = spacy.info\n"
        "from claimx.apps.cli.spacy_import import import_spacy\n"
        "import_spacy()\n"
        "print(spacy.info is before)\n"
    )
    assert shown == ["True"]


@pytest.mark.model
@pytest.mark.parametrize("command", [["extract", "-f", "jsonl", "-"], ["explain", "-"], ["show", "-"]])
def test_a_command_does_without_the_command_line_of_spacy(command):
    program = (
        "import io, sys\n"
        f"sys.argv = ['claimx', *{command!r}]\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO('Selon Reuters, Acmé vendrait Zénith.'.encode()))\n"
        "from claimx.apps.cli import main\n"
        "code = main()\n"
        "print('\\n', code, 'spacy' in sys.modules, 'spacy.cli' in sys.modules)\n"
    )
    assert in_new_process(program)[-3:] == ["0", "True", "False"]
