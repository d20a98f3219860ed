"""Reads pages of the manual, and runs what they show: Python and shell blocks, in their order, in one folder.

A `python` block shares its names with those before it. A `sh` block runs in a shell that knows `liveblog-archive`.
A `text` block is what the block before it prints, to the letter. An `abnf`, `json` or `xml` block is nothing to
run: it is for the test of what it specifies. There is no other kind of block.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.storm import PATH, ROOT

_FENCE = re.compile(r"```(\w*)$")


class Block(NamedTuple):
    """A fenced block: its language, its text, the number of its first line, and the heading that it stands under."""

    language: str
    text: str
    line: int
    heading: str


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page in their order."""
    found: list[Block] = []
    heading, language, start, inside = "", "", 0, False
    lines: list[str] = []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if fence := _FENCE.match(line):
            if inside:
                found.append(Block(language, "".join(lines), start, heading))
            language, start, lines, inside = fence[1], number + 1, [], not inside
        elif inside:
            lines.append(f"{line}\n")
        elif line.startswith("#"):
            heading = line.lstrip("# ").replace("`", "")
    assert not inside, f"{page}:{start}: a block without an end"
    return found


def sections(page: Path) -> dict[str, str]:
    """Return the text under each heading of a page, the deeper headings' included."""
    found: dict[str, str] = {}
    open_: list[tuple[int, str]] = []
    for line in page.read_text(encoding="utf-8").splitlines(keepends=True):
        if match := re.match(r"(#+) (.*)", line):
            open_ = [(depth, title) for depth, title in open_ if depth < len(match[1])]
            open_.append((len(match[1]), match[2].strip()))
        for _, title in open_:
            found[title] = found.get(title, "") + line
    return found


def first_column(text: str) -> list[str]:
    """Return what stands between backticks in the first column of the tables of a text."""
    return [
        match for row in re.findall(r"^\|([^|]+)\|", text, re.MULTILINE) for match in re.findall(r"`([^`]+)`", row)
    ]


def run_page(page: Path, folder: Path) -> None:
    """Run a page in `folder`, which may have the files of pages that were run there before."""
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    names: dict[str, object] = {}
    printed: str | None = None
    for block in blocks(page):
        place = f"{page.name}:{block.line}"
        if block.language == "python":
            printed = _python(block, names, place)
        elif block.language == "sh":
            printed = _shell(block, folder, place)
        elif block.language == "text":
            assert printed == block.text, place
            printed = None
        else:
            assert block.language in {"abnf", "json", "xml"}, f"{place}: what is a block of {block.language!r}?"


def _python(block: Block, names: dict[str, object], place: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(compile(block.text, place, "exec"), names)
    return output.getvalue()


def _shell(block: Block, folder: Path, place: str) -> str:
    """Run a block in a shell; what it prints on either stream is its output, as on a terminal."""
    commands = folder / ".bin"
    commands.mkdir(exist_ok=True)
    command = commands / "liveblog-archive"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m liveblog_archive "$@"\n')
    command.chmod(0o755)
    done = subprocess.run(
        ["sh", "-e", "-c", block.text],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | PATH | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"},
        check=False,
        timeout=120,
    )
    output = done.stdout.decode()
    assert done.returncode in {0, 1, 2}, f"{place}: {output}"
    assert (done.returncode == 2) == output.rstrip().rpartition("\n")[2].startswith("liveblog-archive: "), place
    return output
