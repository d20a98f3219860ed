"""Print every stage beside its floor: `python -m tests.benchmarks [--only SECTION] [--large] [--write FILE]`.

A stage has a row for the floor that the design sets a target for, and one that does the same work on ready data.
"""

import argparse
import platform
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import icalendar
import orjson

import liveblog_archive as lba
from liveblog_archive.canonical import entry_record
from liveblog_archive.identity import version_id
from liveblog_archive.model import LiveBlog
from liveblog_archive.zones import zone

from . import deposits, floors, identity, material, others, pages, plots, reading, scale, searching, streaming
from .measure import Ratio, added_memory, cpu, import_ratio, ratio

ZONE = "Asia/Yerevan"
PDF_SHARE = 20  # pages are slow: a twentieth of the entries is enough to compare
LARGE = 100_000
PLOTS, PLOT = Path(__file__).parents[2] / "docs", "images/growth.svg"
NEEDED = "import attrs, hashlib, orjson, zoneinfo"


class Stage(NamedTuple):
    """A stage, what its floor does, how many floors it may cost (None: as few as can be), and both as calls."""

    name: str
    floor_name: str
    target: float | None
    floor: Callable[[], object]
    call: Callable[[], object]


def _properties(blog: LiveBlog) -> list[tuple[str, str]]:
    """Return the properties that the calendar of a blog holds, unescaped and unfolded."""
    lines = icalendar.cal.Calendar.from_ical(lba.export(blog, "ical"))
    return [(name, str(getattr(value, "dt", value))) for name, value in lines.property_items()]


def _pair(
    name: str, call: Callable[[], object], *rows: tuple[str, float | None, Callable[[], object]]
) -> Iterator[Stage]:
    """Yield one stage beside several floors."""
    for floor_name, target, floor in rows:
        yield Stage(name, floor_name, target, floor, call)


def stages(text: str) -> Iterator[Stage]:
    """Yield every stage on the same text."""
    blog = lba.parse(text, format="text", timezone=ZONE)
    short = lba.parse(material.text(max(20, len(blog.entries) // PDF_SHARE)), format="text", timezone=ZONE)
    records = [entry_record(entry) for entry in blog.entries]
    document = orjson.loads(lba.export(blog, "jsonld"))
    elements = list(floors.xml_nodes(lba.export(blog, "xml")))
    properties, printed = _properties(blog), floors.printed(short)
    day = material.START.replace(tzinfo=zone(ZONE))

    ticker = material.ticker(len(blog.entries))
    yield from _pair(
        "import with ids, 3 lines an entry", lambda: lba.parse(ticker, format="text", timezone=ZONE),
        ("line loop + one `re` of common labels", 8.0, lambda: floors.text_to_rows(ticker)),
        ("line loop + one `re` of one label", None, lambda: floors.text_to_tuples(ticker)),
    )  # fmt: skip
    yield from _pair(
        "import with ids, 1 line an entry", lambda: lba.parse(text, format="text", timezone=ZONE),
        ("line loop + one `re` of common labels", None, lambda: floors.text_to_rows(text)),
        ("line loop + one `re` of one label", None, lambda: floors.text_to_tuples(text)),
        ("the same + bare attrs values, all fields + digests", None, lambda: floors.text_to_posts(text, day)),
    )  # fmt: skip
    yield from _pair(
        "version ids", lambda: [version_id(entry) for entry in blog.entries],
        ("sorted `orjson` + SHA-256 of ready records", 2.0, lambda: floors.digests(records)),
        ("the same + records written down", None, lambda: floors.records_and_digests(blog.entries)),
    )  # fmt: skip
    yield from _pair(
        "JSON-LD", lambda: lba.export(blog, "jsonld"),
        ("`orjson.dumps` of the ready document", 6.0, lambda: floors.json_bytes(document)),
        ("`orjson.dumps` of each ready node + both digests", None, lambda: floors.json_lines(document, records)),
        ("the same + records, nodes, citations written down", None, lambda: floors.json_entries(blog.entries)),
    )  # fmt: skip
    yield from _pair(
        "XML", lambda: lba.export(blog, "xml"),
        ("bare `lxml.etree.xmlfile`, text only", 1.5, lambda: floors.xml_bytes(blog)),
        ("bare `lxml.etree.xmlfile`, all ready elements and attributes", None, lambda: floors.xml_elements(elements)),
    )  # fmt: skip
    yield Stage(
        "iCalendar", "hand-written escape, fold, join", 4.0,
        lambda: floors.calendar_bytes(properties), lambda: lba.export(blog, "ical"),
    )  # fmt: skip
    yield from _pair(
        "PDF", lambda: lba.export(short, "pdf"),
        ("stock platypus, untagged, text only", 0.6, lambda: floors.platypus_bytes(short)),
        ("stock platypus, untagged, all ready texts that it prints", None, lambda: floors.platypus_texts(printed)),
    )  # fmt: skip


HOSTILE: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("one line of 1 MB of words", lambda size: "word " * (2 * size)),
    ("one line of 1 MB of digits and colons", lambda size: "12:34:" * (17 * size // 10)),
    ("100,000 blank lines", lambda size: "\n" * size),
    ("100,000 lookalike labels", lambda size: "\n".join(f"12:{n % 60:02} was when it began" for n in range(size))),
    ("100,000 lookalike dates", lambda size: "\n".join(f"November {n % 99}, when it began" for n in range(size))),
    ("100,000 headlines", lambda size: "\n".join(["Bridge closed again"] * size)),
)


def hostile() -> Iterator[tuple[str, Ratio]]:
    """Yield texts that a careless pattern would take hours for, and the CPU seconds of a tenth and of all of it."""
    for name, lines in HOSTILE:
        found = []
        for size in (LARGE // 10, LARGE):
            source = f"November 16, 2021\n10:00: Begins.\n{lines(size)}"
            found.append(cpu(lambda source=source: lba.parse(source, format="text", timezone=ZONE)))  # type: ignore[misc]
        yield name, Ratio(*found)


def growth(entries: int, repeats: int) -> Ratio:
    """Return the CPU seconds of ten imports, one after the other, and of one import of all their entries.

    A long import beside one short one would be a measure of the machine: a slow spell hits what takes ten times as
    long ten times as often, and the median of the short ones leaves it out.
    """
    small, large = material.ticker(entries), material.ticker(10 * entries)

    def read(source: str, times: int) -> Callable[[], None]:
        def call() -> None:
            for _ in range(times):
                lba.parse(source, format="text", timezone=ZONE)

        return call

    lba.parse(small, format="text", timezone=ZONE)  # what is loaded once is no part of it
    return ratio(read(small, 10), read(large, 1), repeats)


def import_memory(entries: int) -> float:
    """Return the bytes an entry that an import holds at its peak, beside the bytes that it is given."""
    data = material.ticker(entries).encode()
    return added_memory(lambda: lba.parse(data, format="text", timezone=ZONE)) / entries


def _row(stage: Stage, found: Ratio, entries: int) -> str:
    per_entry = found.stage / entries * 1e6
    return (
        f"| {stage.name} | {stage.floor_name} | {found.floor / entries * 1e6:.1f} µs | {per_entry:.1f} µs "
        f"| x{found.times:.1f} | {f'x{stage.target:g}' if stage.target else ''} |"
    )


def _import_rows() -> Iterator[str]:
    loaded = "from liveblog_archive import read, write"
    for stage, floor, target in (
        ("import liveblog_archive", "import attrs", "x1.5"),
        (loaded, "import attrs", ""),
        (loaded, NEEDED, ""),
    ):
        found = import_ratio(floor, stage)
        yield (
            f"| `{stage}` | `{floor}` | {found.floor * 1e3:.0f} ms | {found.stage * 1e3:.0f} ms "
            f"| x{found.times:.1f} | {target} |"
        )


def table(entries: int) -> Iterator[str]:
    """Yield every stage beside its floors."""
    python = platform.python_version()
    yield f"{entries:,} entries of about {material.PARAGRAPH} words, CPU time, medians, Python {python}."
    yield ""
    yield "| stage | floor | floor, per entry | stage, per entry | ratio | target |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for stage in stages(material.text(entries)):
        count = max(20, entries // PDF_SHARE) if stage.name == "PDF" else entries
        yield _row(stage, ratio(stage.floor, stage.call, repeats=3 if stage.name == "PDF" else 5), count)
    yield from _import_rows()


def size_table(entries: int) -> Iterator[str]:
    """Yield what becomes of long blogs: time for ten times the entries, and memory."""
    found = growth(entries, repeats=1 if entries >= LARGE else 3)
    yield "| long blogs | measured | target |"
    yield "| --- | --- | --- |"
    yield f"| import of {10 * entries:,} entries, in imports of {entries:,} | x{10 * found.times:.1f} | x10.5 |"
    for count in (entries, 10 * entries):
        per_entry = import_memory(count)
        yield f"| peak memory of that of {count:,}, an entry, beside the text | {per_entry:,.0f} B | 2,000 B |"
    yield from streaming.rows(10 * entries)


def hostile_table() -> Iterator[str]:
    """Yield the seconds of every hostile text, and how they grow: a quadratic pattern would show a hundredfold."""
    yield "| hostile text | CPU seconds | times those of a tenth |"
    yield "| --- | --- | --- |"
    for name, found in hostile():
        yield f"| {name} | {found.stage:.2f} | x{found.times:.0f} |"


def _plot(entries: int) -> Iterator[str]:
    """Yield how cost grows with the length of a blog, and draw it."""
    found = plots.measured(entries)
    yield from plots.table(found)
    yield ""
    yield f"![CPU seconds over the number of entries, both logarithmic]({PLOT})"
    PLOTS.joinpath(PLOT).write_text(plots.svg(found), encoding="utf-8")


# What is measured, section by section: with how many entries, and, with `--large`, with how many.
SECTIONS: dict[str, tuple[int, int, Callable[[int], Iterator[str]]]] = {
    "Stages": (10_000, 10_000, table),
    "Reading back": (20_000, 100_000, reading.table),
    "Pages": (500, 500, pages.table),
    "Matching": (500, 500, lambda _: identity.speed()),
    "Rivals": (2_000, 2_000, others.table),
    "Long blogs": (10_000, 100_000, size_table),
    "Growth": (10_000, 1_000_000, _plot),
    "Many blogs": (10_000, 100_000, lambda entries: scale.engine_table(200, entries // 200, 3)),
    "Memory of a batch": (100_000, 1_000_000, scale.memory_table),
    "Many captures": (200, 1_000, deposits.table),
    "Searching": (50_000, 1_000_000, searching.table),
    "Hostile texts": (LARGE, LARGE, lambda _: hostile_table()),
}


def report(names: Sequence[str], large: bool, entries: int | None) -> Iterator[str]:
    """Yield the lines of the report."""
    for name in names:
        small, full, lines = SECTIONS[name]
        yield f"## {name}"
        yield ""
        yield from lines(entries or (full if large else small))
        yield ""


def main() -> None:
    """Print the report, and keep it in a file when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--entries", type=int, help="of every section, instead of its own number")
    parser.add_argument("--large", action="store_true", help="up to 1,000,000 entries: an hour, and gigabytes")
    parser.add_argument(
        "--only", action="append", choices=SECTIONS, metavar="SECTION", help=f"of {', '.join(SECTIONS)}"
    )
    parser.add_argument("--write", type=Path, help="file to keep the report in, such as docs/benchmarks.md")
    options = parser.parse_args()
    command = "python -m tests.benchmarks --large" if options.large else "python -m tests.benchmarks"
    lines = [
        "# Benchmarks",
        "",
        f"Made by `{command} --write docs/benchmarks.md`, on Python {platform.python_version()}.",
    ]
    lines += ["Ratios are of one run: absolute times are those of the machine, and of what else it does.", ""]
    for line in report(options.only or list(SECTIONS), options.large, options.entries):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        options.write.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
