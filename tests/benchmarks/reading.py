"""Reading back what was written: each format beside its bare parser, and how it grows with the length of the blog."""

from collections.abc import Callable, Iterator
from functools import partial

import orjson
from lxml import etree

import liveblog_archive as lba
from liveblog_archive.model import LiveBlog

from . import material
from .measure import Ratio, ratio

_TIMES = 10
_FORMATS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "jsonld": ("`orjson.loads`", orjson.loads),
    "xml": ("`lxml.etree.fromstring`", etree.fromstring),
}


def _blog(entries: int) -> LiveBlog:
    return lba.parse(material.text(entries), format="text", timezone="Asia/Yerevan")


def _growth(name: str, short: bytes, long: bytes) -> Ratio:
    """Return the CPU seconds of ten readings of a document, and of one reading of a document ten times as long."""
    read = partial(lba.parse, format=name)
    return ratio(lambda: [read(short) for _ in range(_TIMES)], lambda: read(long), repeats=3)


def table(entries: int) -> Iterator[str]:
    """Yield each format beside its floor, at a tenth and at all of `entries`, and the times that ten times take."""
    yield "| reading back | floor | entries | floor, per entry | reading, per entry | ratio | of a tenth |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    blogs = {count: _blog(count) for count in (entries // _TIMES, entries)}
    for name, (floor_name, floor) in _FORMATS.items():
        written = {count: lba.export(blog, name) for count, blog in blogs.items()}
        grown = f"x{_TIMES * _growth(name, *written.values()).times:.1f}"
        for count, data in written.items():
            found = ratio(partial(floor, data), partial(lba.parse, data, format=name), repeats=3)
            yield (
                f"| {name} | {floor_name} | {count:,} | {found.floor / count * 1e6:.1f} µs "
                f"| {found.stage / count * 1e6:.1f} µs | x{found.times:.1f} | {grown if count == entries else ''} |"
            )
