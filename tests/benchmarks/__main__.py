"""Print every stage beside its floor: `python -m tests.benchmarks [--entries N] [--write docs/benchmarks.md]`."""

import argparse
import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import icalendar
import orjson

import liveblog_archive as lba
from liveblog_archive.canonical import entry_record
from liveblog_archive.identity import version_id
from liveblog_archive.model import LiveBlog

from . import floors, material
from .measure import Ratio, cpu, ratio

ZONE = "Asia/Yerevan"
PDF_SHARE = 20  # pages are slow: a twentieth of the entries is enough to compare


class Stage(NamedTuple):
    """A stage, what its floor does, how many floors it may cost, and both as calls."""

    name: str
    floor_name: str
    target: float
    floor: Callable[[], object]
    call: Callable[[], object]


def _properties(blog: LiveBlog) -> list[tuple[str, str]]:
    """Return the properties that the calendar of a blog holds, unescaped and unfolded."""
    lines = icalendar.cal.Calendar.from_ical(lba.export(blog, "ical"))
    return [(name, str(getattr(value, "dt", value))) for name, value in lines.property_items()]


def stages(text: str) -> Iterator[Stage]:
    """Yield every stage on the same text."""
    blog = lba.parse(text, format="text", timezone=ZONE)
    short = lba.parse(material.text(max(20, len(blog.entries) // PDF_SHARE)), format="text", timezone=ZONE)
    records = [entry_record(entry) for entry in blog.entries]
    document = orjson.loads(lba.export(blog, "jsonld"))
    properties = _properties(blog)
    yield Stage(
        "import with ids", "line loop + one `re`", 8.0,
        lambda: floors.text_to_tuples(text), lambda: lba.parse(text, format="text", timezone=ZONE),
    )  # fmt: skip
    yield Stage(
        "version ids", "sorted `orjson` + SHA-256 of ready records", 2.0,
        lambda: floors.digests(records), lambda: [version_id(entry) for entry in blog.entries],
    )  # fmt: skip
    yield Stage(
        "JSON-LD", "`orjson.dumps` of the ready document", 6.0,
        lambda: floors.json_bytes(document), lambda: lba.export(blog, "jsonld"),
    )  # fmt: skip
    yield Stage(
        "XML", "bare `lxml.etree.xmlfile`, text only", 1.5,
        lambda: floors.xml_bytes(blog), lambda: lba.export(blog, "xml"),
    )  # fmt: skip
    yield Stage(
        "iCalendar", "hand-written escape, fold, join", 4.0,
        lambda: floors.calendar_bytes(properties), lambda: lba.export(blog, "ical"),
    )  # fmt: skip
    yield Stage(
        "PDF", "stock platypus, untagged, text only", 0.6,
        lambda: floors.platypus_bytes(short), lambda: lba.export(short, "pdf"),
    )  # fmt: skip


def hostile() -> Iterator[tuple[str, float]]:
    """Yield texts that a careless pattern would take hours for, and the CPU seconds that they take."""
    heading = "November 16, 2021\n10:00: Begins.\n"
    for name, lines in (
        ("one line of 1 MB of words", "word " * 200_000),
        ("one line of 1 MB of digits and colons", "12:34:" * 170_000),
        ("100,000 blank lines", "\n" * 100_000),
        ("100,000 lookalike labels", "\n".join(f"12:{n % 60:02} was when it began, again" for n in range(100_000))),
        ("100,000 headlines", "\n".join(["Bridge closed again"] * 100_000)),
    ):
        source = heading + lines
        yield name, cpu(lambda source=source: lba.parse(source, format="text", timezone=ZONE))  # type: ignore[misc]


def growth(entries: int) -> float:
    """Return how many times the import of ten times the entries costs."""
    small, large = material.text(entries), material.text(10 * entries)

    def read(source: str) -> Callable[[], object]:
        return lambda: lba.parse(source, format="text", timezone=ZONE)

    return ratio(read(small), read(large), repeats=3).times


def _row(stage: Stage, found: Ratio, entries: int) -> str:
    per_entry = found.stage / entries * 1e6
    return (
        f"| {stage.name} | {stage.floor_name} | {found.floor / entries * 1e6:.1f} µs | {per_entry:.1f} µs "
        f"| x{found.times:.1f} | x{stage.target:g} |"
    )


def table(entries: int) -> Iterator[str]:
    """Yield the lines of the report."""
    python = platform.python_version()
    yield f"{entries:,} entries of about {material.PARAGRAPH} words, CPU time, medians, Python {python}."
    yield ""
    yield "| stage | floor | floor, per entry | stage, per entry | ratio | target |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for stage in stages(material.text(entries)):
        count = max(20, entries // PDF_SHARE) if stage.name == "PDF" else entries
        yield _row(stage, ratio(stage.floor, stage.call, repeats=3 if stage.name == "PDF" else 5), count)
    yield ""
    yield f"Importing ten times as many entries costs {growth(entries):.1f} times as much (target: 10.5)."
    yield ""
    yield "| hostile text | CPU seconds |"
    yield "| --- | --- |"
    for name, seconds in hostile():
        yield f"| {name} | {seconds:.2f} |"


def main() -> None:
    """Print the report, and keep it in a file when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--write", type=Path, help="file to keep the report in, such as docs/benchmarks.md")
    options = parser.parse_args()
    lines = ["# Benchmarks", "", "Made by `python -m tests.benchmarks --write docs/benchmarks.md`.", ""]
    for line in table(options.entries):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        options.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
