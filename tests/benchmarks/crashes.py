"""Does an archive survive the death of a deposit? `python -m tests.benchmarks.crashes [--moments N] [--steps]`.

A child process deposits a capture and is killed with SIGKILL: at random moments, or (`--steps`) before each of its
steps on the disk in turn. Then every earlier version has to be intact and verified, and the next deposit has to work.
A killed process loses nothing that the kernel was given; a power failure is what the syncs are for, and no test here.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from liveblog_archive.archive import Archive
from liveblog_archive.archive.storage import STAGING
from liveblog_archive.model import LiveBlog
from tests.archive.captures import STORM, THIRD, captured, make

STEPS = ("fsync", "replace", "mkdir", "rmdir", "unlink")


def _deposit(root: Path, blog: LiveBlog, text: str) -> None:
    Archive(root).deposit(blog, text.encode())


def _in_child(act: Callable[[], None], before: Callable[[], None] = lambda: None) -> int:
    """Start a child that runs `before` and `act`; return its process id."""
    child = os.fork()
    if not child:
        before()
        act()
        os._exit(0)
    return child


def _die_at(step: int) -> Callable[[], None]:
    """Return what makes a process kill itself before its step number `step` on the disk."""

    def prepare() -> None:
        count = 0

        def counted(function: Callable[..., Any]) -> Callable[..., Any]:
            def call(*arguments: object, **options: object) -> Any:
                nonlocal count
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return function(*arguments, **options)

            return call

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))

    return prepare


def _check(root: Path, known: list[LiveBlog], blog: LiveBlog, text: str) -> str:
    """Return what a death left behind; raise `AssertionError` when anything is lost."""
    journal, staged = root / STAGING / "moves.json", root / STAGING
    left = "a complete deposit" if journal.exists() else "a part of one" if staged.exists() else "nothing"
    archive = Archive(root)
    assert archive.verify() == (), archive.verify()
    versions = archive.versions(STORM)
    assert [archive.blog(version) for version in versions[: len(known)]] == known
    assert len(versions) in (len(known), len(known) + 1)
    archive.deposit(blog, text.encode())
    assert len(archive.versions(STORM)) == len(known) + 1
    assert archive.verify() == ()
    return left


def _trial(sound: Path, act: Callable[[Path], int]) -> tuple[str, bool]:
    """Run one deposit to its death in a copy of a sound archive; return what was left, and whether it had ended."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        shutil.copytree(sound, root)
        archive = Archive(root)
        known = [archive.blog(version) for version in archive.versions(STORM)]
        child = act(root)
        _, status = os.waitpid(child, 0)
        text = THIRD + "6:00 p.m.: The ferry is afloat.\n"
        return _check(root, known, captured(text), text), os.WIFEXITED(status)


def at_every_step(sound: Path) -> list[str]:
    """Kill a deposit before each of its steps in turn, until it gets to its end; return what each death left."""
    text = THIRD + "6:00 p.m.: The ferry is afloat.\n"
    blog = captured(text)
    found = []
    while True:
        step = len(found) + 1
        left, ended = _trial(sound, lambda root: _in_child(lambda: _deposit(root, blog, text), _die_at(step)))  # noqa: B023
        if ended:
            return found
        found.append(left)


def at_random_moments(sound: Path, moments: int, seed: int) -> list[str]:
    """Kill a deposit at random moments; return what each death left."""
    text = THIRD + "6:00 p.m.: The ferry is afloat.\n"
    blog = captured(text)
    chance = Random(seed)

    def act(root: Path, moment: float) -> int:
        child = _in_child(lambda: _deposit(root, blog, text))
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        return child

    start = time.perf_counter()
    _trial(sound, lambda root: _in_child(lambda: _deposit(root, blog, text)))
    longest = (time.perf_counter() - start) / 2  # the trial checks and deposits once more
    found = []
    while len(found) < moments:
        left, ended = _trial(sound, lambda root: act(root, chance.uniform(0, longest)))
        if not ended:
            found.append(left)
    return found


def main() -> None:
    """Print how many deaths left what, all of them survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.crashes", description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--steps", action="store_true", help="kill before every step too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "archive"
        make(sound)
        rows = {"random moments": at_random_moments(sound, options.moments, options.seed)}
        if options.steps:
            rows["every step"] = at_every_step(sound)
    print("| killed at | deaths | survived | left nothing | a part of a deposit | a complete one |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, left in rows.items():
        counts = " | ".join(str(left.count(what)) for what in ("nothing", "a part of one", "a complete deposit"))
        print(f"| {name} | {len(left)} | {len(left)} | {counts} |")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
