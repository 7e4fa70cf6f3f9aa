"""A user's script type-checks, and a typo in it is found."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("user_script.py")
CHECKERS = {"mypy": ["-m", "mypy", "--strict", "--no-incremental"], "pyright": ["-m", "pyright"]}


def check(checker, path):
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed")
    command = [sys.executable, *CHECKERS[checker], str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=SCRIPT.parents[2])


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_script_type_checks(checker):
    done = check(checker, SCRIPT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_typo_is_found(checker, tmp_path):
    script = tmp_path / "typo.py"
    script.write_text("import claimx\n\nclaimx.extract_mny([])\n", encoding="utf-8")
    done = check(checker, script)
    assert done.returncode != 0
    assert "extract_mny" in done.stdout
