"""A short live blog as text, where the long example, the project and its manual are, and how to run it anew."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "strait-storm.txt"
ZONE = "Europe/Istanbul"
BLOG_ID = "tag:news.example,2026-03-03:storm"

TEXT = """\
A storm has reached the strait. This page follows the rescue.

March 3, 2026

3:20 p.m.: Statement by the Harbour Board
The ferry is aground on the south-western edge of the bank.
Her master has reported no breach of the hull.
3:45 p.m.: The first lifeboat has left the harbour.
"""

# A child process finds the package where this one found it, installed or not.
PATH = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def python(
    *arguments: str, cwd: Path, data: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run Python with these arguments in a process of its own, with `data` as its standard input."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        input=data,
        capture_output=True,
        env=os.environ | PATH | (env or {}),
        check=False,
        timeout=120,
    )
