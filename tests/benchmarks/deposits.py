"""A long history of captures: what one more deposit costs, what verification does, and how much is on the disk.

CPU time; the syncs, which wait for the disk and use none of it, are left out. The floor of a deposit is what OCFL
asks of each: to check the inventory by its digest, to read it, and to write the next one with its digest.
"""

import hashlib
import os
import statistics
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest import mock

import orjson

import liveblog_archive as lba
from liveblog_archive.archive import Archive
from liveblog_archive.archive.inventory import INVENTORY
from liveblog_archive.archive.layout import object_path

from . import material
from .measure import cpu

NAME = "tag:news.example,2021-11-01:harbour"
BEGIN = datetime(2021, 11, 1, 8, tzinfo=UTC)
ENTRIES = 30
MARKS = (50, 200, 1000)
_LAST = 10  # deposits whose median is taken


class Cost(NamedTuple):
    """CPU seconds of a deposit, of its floor and of a verification, and octets, after so many captures."""

    captures: int
    deposit: float
    floor: float
    verify: float
    octets: int


def edited(number: int) -> str:
    """Return capture `number` of a page whose entries are edited, one at a time."""
    return _page({at: number // ENTRIES + (number % ENTRIES > at) for at in range(ENTRIES)})


def moving(number: int) -> str:
    """Return capture `number` of a page that has the latest entries: each time one is new, and one is gone."""
    return _page(dict.fromkeys(range(number, number + ENTRIES), 0))


def _page(reports: dict[int, int]) -> str:
    """Return a page with an entry for every ten minutes that are given, and how often each was edited."""
    lines: list[str] = []
    day = None
    for at, edits in reports.items():
        now = material.START + timedelta(minutes=10 * at)
        if now.date() != day:
            day = now.date()
            lines.append(f"{now:%B} {now.day}, {now.year}")
        chance = Random(at)
        words = " ".join("".join(chance.choices(material.WORDS, k=2)) for _ in range(30))  # of this entry alone
        lines.append(f"{now:%H:%M}: Report {at} of the day, {words}, edited {edits} times.")
    return "\n".join(lines)


def _floor(inventory: Path) -> None:
    for data in (inventory.read_bytes(), orjson.dumps(orjson.loads(inventory.read_bytes()))):
        hashlib.sha512(data).hexdigest()


def costs(folder: Path, page: str, marks: tuple[int, ...]) -> Iterator[Cost]:
    """Deposit captures of the page called so, and yield what it costs at each of the marks."""
    archive = Archive(folder)
    taken = []
    for number in range(1, marks[-1] + 1):
        text = {"edited": edited, "moving": moving}[page](number)
        blog = lba.parse(text, format="text", timezone="UTC", id=NAME)
        captured = BEGIN + timedelta(minutes=10 * number)
        taken.append(cpu(partial(archive.deposit, blog, text.encode(), captured)))
        if number in marks:
            inventory = folder / object_path(NAME) / INVENTORY
            floor = statistics.median(cpu(partial(_floor, inventory)) for _ in range(_LAST))
            octets = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            yield Cost(number, statistics.median(taken[-_LAST:]), floor, cpu(archive.verify), octets)


def table(most: int) -> Iterator[str]:
    """Yield the costs of pages of both kinds, with at most so many captures."""
    marks = tuple(mark for mark in MARKS if mark <= most)
    columns = ("captures", "a deposit", "of the first", "of its floor", "verification, a capture", "size")
    yield f"| a page of {ENTRIES} entries | {' | '.join(columns)} |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(os, "fsync"):
        for page, name in (("edited", "one entry is edited each time"), ("moving", "one is new, and one is gone")):
            first = 0.0
            for cost in costs(Path(folder) / page, page, marks):
                first = first or cost.deposit
                yield (
                    f"| {name} | {cost.captures:,} | {cost.deposit * 1e3:.0f} ms | x{cost.deposit / first:.1f} "
                    f"| x{cost.deposit / cost.floor:.1f} | {cost.verify / cost.captures * 1e3:.1f} ms "
                    f"| {cost.octets / 1e6:.1f} MB |"
                )
