"""The README keeps its word: its code runs as printed, and its two commands do what they say."""

import contextlib
import io
import shlex
import shutil
import tomllib
from pathlib import Path

import lxml.etree
import orjson
import pypdf
import pytest

import liveblog_archive as lba
from tests.markdown import Block, blocks
from tests.storm import ROOT, python

README = ROOT / "README.md"
BRIEFING = "Make a briefing"
TESTS = "Pass the tests"


def command(heading: str) -> list[list[str]]:
    """Return the words of each command in the one shell block under a heading, which is one line."""
    (block,) = [block for block in blocks(README) if block.heading == heading]
    assert block.language == "sh"
    assert block.text.count("\n") == 1
    words = shlex.split(block.text)
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "&&":
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def test_every_block_is_run_by_some_test() -> None:
    kinds = [(block.language, block.heading) for block in blocks(README)]
    example = "Use it from Python"
    assert kinds == [("sh", BRIEFING), ("python", example), ("text", example), ("sh", TESTS)]


def test_the_python_example_runs_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, printed = (block for block in blocks(README) if block.language in {"python", "text"})
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(compile(code.text, "README.md", "exec"), {})
    assert output.getvalue() == printed.text
    assert len(pypdf.PdfReader("strait-storm.pdf").pages) > 10


def test_the_python_example_is_ten_lines() -> None:
    def statements(block: Block) -> int:
        return sum(bool(line.strip()) and not line.startswith((" ", ")")) for line in block.text.splitlines())

    assert statements(next(block for block in blocks(README) if block.language == "python")) <= 10


def test_the_briefing_command_makes_all_four_files(tmp_path: Path) -> None:
    *before, (program, *arguments) = command(BRIEFING)
    assert before == [
        ["python3", "-m", "venv", ".venv"],
        [".venv/bin/pip", "install", "-q", "."],
        ["mkdir", "-p", "build"],
    ]
    assert program == ".venv/bin/liveblog-archive"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "build").mkdir()
    for _ in range(2):  # a command that is copied is run again
        done = python("-m", "liveblog_archive", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr.decode() == "not-carried: ical: has no place for introduction\n"
    files = {path.suffix: path for path in (tmp_path / "build").iterdir()}
    assert sorted(files) == [".ics", ".jsonld", ".pdf", ".xml"]
    blog = lba.read(files[".jsonld"])
    assert lba.read(files[".xml"]) == blog
    assert len(blog.entries) == len(orjson.loads(files[".jsonld"].read_bytes())["liveBlogUpdate"]) >= 40
    assert len(lxml.etree.parse(files[".xml"]).findall("{*}entry")) == len(blog.entries)
    assert files[".ics"].read_bytes().count(b"BEGIN:VEVENT\r\n") == len(blog.entries)
    assert len(pypdf.PdfReader(files[".pdf"]).pages) > 10


def test_the_test_command_sets_up_all_it_needs_and_measures_coverage() -> None:
    """That it passes on a fresh machine is for `.ci/run` to say, which runs it as printed."""
    assert command(TESTS) == [
        ["python3", "-m", "venv", ".venv"],
        [".venv/bin/pip", "install", "-q", "-e", ".[test]"],
        [".venv/bin/python", "-m", "pytest", "--cov", "-n", "auto", "--dist", "worksteal"],
    ]
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert config["tool"]["coverage"]["report"]["fail_under"] == 100
    assert config["tool"]["coverage"]["run"]["branch"] is True


def test_the_picture_is_small() -> None:
    picture = (ROOT / "docs" / "images" / "briefing.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 150_000
