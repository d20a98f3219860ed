"""Where the real live blogs are: named by an environment variable, never copied into the project."""

import os
from pathlib import Path

import pytest

VARIABLE = "LIVEBLOG_ARCHIVE_CORPUS"
CORPUS = Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None

needs_corpus = pytest.mark.skipif(CORPUS is None, reason=f"{VARIABLE} does not name the corpus of real live blogs")


def corpus(*parts: str) -> Path:
    """Return the path of a file of the corpus."""
    assert CORPUS is not None
    return CORPUS.joinpath(*parts)
