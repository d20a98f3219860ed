"""Judges in JavaScript: programs that others wrote, and that the library's own tests cannot have influenced.

`npm ci` in this folder installs them at the versions of `package-lock.json`. Where that was not done, the tests that
ask them are skipped with a reason.
"""

import shutil
import subprocess
from pathlib import Path

import orjson
import pytest

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"


def require() -> None:
    """Skip the test when there is no Node.js, or nothing installed for it."""
    if shutil.which("node") is None:
        pytest.skip("Node.js is not installed")
    if not MODULES.is_dir():
        pytest.skip("the judges are not installed: run npm ci in tests/judges")


def ask(script: str, question: object) -> object:
    """Return what a script of this folder answers: JSON on its standard input, JSON on its standard output."""
    require()
    done = subprocess.run(
        ["node", str(FOLDER / script)], input=orjson.dumps(question), capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr.decode()
    return orjson.loads(done.stdout)


def installed(path: str) -> Path:
    """Return a file of the Python packages that lie here alone, because they ask for old versions of others.

    `packages.txt` says how they are put here; the test is skipped where that was not done.
    """
    found = FOLDER / "site-packages" / path
    if not found.is_file():
        pytest.skip(f"{path} is not installed: see tests/judges/packages.txt")
    return found
