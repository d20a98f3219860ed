"""How cost grows with the length of a blog: a table, and a picture of it as SVG, both axes logarithmic."""

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from math import floor, log10

import liveblog_archive as lba

from . import material
from .measure import cpu

ZONE = "Asia/Yerevan"
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
PDF_MOST = 10_000  # entries: ten times as many take minutes and show nothing new
_COLOURS = ("#0b62a4", "#b3541e", "#2e7d32", "#7a3e9d", "#555555")
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 720, 440, 70, 20, 150, 50

Points = list[tuple[int, float]]


def measured(most: int) -> dict[str, Points]:
    """Return the CPU seconds of each stage for blogs of up to `most` entries; the PDF of up to a tenth, or 10,000."""
    found: dict[str, Points] = {}
    for name in ("jsonld", "xml", "ical", "pdf"):
        _drain(lba.parse(material.ticker(SIZES[0]), timezone=ZONE), name)  # what is loaded once is no part of it
    for size in SIZES:
        if size > most:
            break
        text = material.ticker(size)
        read: list[lba.LiveBlog] = []
        taken = cpu(lambda text=text, read=read: read.append(lba.parse(text, timezone=ZONE)))  # type: ignore[misc]
        found.setdefault("import", []).append((size, taken))
        (blog,) = read
        calls: dict[str, Callable[[], object]] = {
            name: partial(_drain, blog, name)
            for name in ("jsonld", "xml", "ical", *(["pdf"] * (size <= min(most // 10, PDF_MOST))))
        }
        for name, call in calls.items():
            found.setdefault(name, []).append((size, cpu(call)))
    return found


def _drain(blog: lba.LiveBlog, name: str) -> None:
    for _ in lba.stream(blog, name):
        pass


def table(found: dict[str, Points]) -> Iterator[str]:
    """Yield CPU microseconds an entry, by stage and number of entries."""
    sizes = sorted({size for points in found.values() for size, _ in points})
    yield f"| CPU, per entry, of a blog of | {' | '.join(f'{size:,}' for size in sizes)} |"
    yield f"| --- |{' --- |' * len(sizes)}"
    for name, points in found.items():
        taken = dict(points)
        cells = [f"{taken[size] / size * 1e6:.0f} µs" if size in taken else "" for size in sizes]
        yield f"| {name} | {' | '.join(cells)} |"


def svg(found: dict[str, Points]) -> str:
    """Return the seconds of every stage over the number of entries."""
    sizes = [size for points in found.values() for size, _ in points]
    seconds = [max(taken, 1e-4) for points in found.values() for _, taken in points]
    low, high = floor(log10(min(seconds))), floor(log10(max(seconds))) + 1
    first, last = log10(min(sizes)), max(log10(max(sizes)), log10(min(sizes)) + 1)

    def across(size: float) -> float:
        return round(_LEFT + (log10(size) - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT), 1)

    def down(taken: float) -> float:
        return round(_TOP + (high - log10(max(taken, 1e-4))) / (high - low) * (_HEIGHT - _TOP - _BOTTOM), 1)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img" aria-label="CPU seconds over the number of entries, both logarithmic">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(low, high + 1):
        y = down(10.0**power)
        lines.append(f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="#dddddd"/>')
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g} s</text>')
    for size in sorted(set(sizes)):
        x = across(size)
        lines.append(f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    lines.append(f'<text x="{_LEFT}" y="{_HEIGHT - 10}">entries; what is linear rises like the dashed line</text>')
    even = f"{across(min(sizes))} {down(10.0**low)}L{across(max(sizes))} {down(10.0**low * max(sizes) / min(sizes))}"
    lines.append(f'<path d="M{even}" fill="none" stroke="#999999" stroke-dasharray="4 4"/>')
    ends: list[float] = []
    for (name, points), colour in zip(found.items(), _COLOURS, strict=False):
        path = "L".join(f"{across(size)} {down(taken)}" for size, taken in points)
        lines.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        y = _apart(down(points[-1][1]) + 4, ends)
        lines.append(f'<text x="{across(points[-1][0]) + 8}" y="{y:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*lines, "</svg>", ""])


def _apart(y: float, others: list[float], least: int = 14) -> float:
    """Return a height for a label that covers no other; remember it."""
    while any(abs(y - other) < least for other in others):
        y -= least
    others.append(y)
    return y
