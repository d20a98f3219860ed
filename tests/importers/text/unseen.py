"""Texts in the habits of real newsrooms, with what each line means written above it, and how well they are read.

A file of `unseen/` holds texts one after another. `=== name | zone | date | order` begins one (`-`: no date given);
`@ day time | headline` stands above the first line of an entry, `@ text |` above one whose time has no value, and
`@@` above lines that are in no entry. Run `python -m tests.importers.text.unseen` for the table of figures.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import liveblog_archive as lba

HERE = Path(__file__).parent / "unseen"
FIELDS = ("boundaries", "dates", "times", "headlines")
_DATED = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)")


class Meant(NamedTuple):
    """An entry as its author meant it, or as it was read; a time without a value is its printed text."""

    first: int
    last: int
    day: str | None
    time: str
    headline: str | None


class Case(NamedTuple):
    """A text, what the caller tells, and what it means."""

    name: str
    text: str
    told: dict[str, str]
    order: str
    meant: list[Meant]


def cases(folder: Path | None = None) -> Iterator[Case]:
    """Yield every text of the files of a folder, that beside this module if none is given."""
    for path in sorted((folder or HERE).glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            head, _, body = part.partition("\n")
            name, zone, date, order = head.split(" | ")
            told = {"timezone": zone} | ({"date": date} if date != "-" else {})
            yield Case(f"{path.stem}: {name}", *_told_and_meant(body, told, order))


def _told_and_meant(body: str, told: dict[str, str], order: str) -> tuple[str, dict[str, str], str, list[Meant]]:
    lines: list[str] = []
    meant: list[Meant] = []
    inside = False
    for line in body.splitlines():
        if line.startswith("@"):
            inside = line != "@@"
            if inside:
                meant.append(_entry(line, len(lines) + 1))
            continue
        lines.append(line)
        if inside and line:
            meant[-1] = meant[-1]._replace(last=len(lines))
    return "\n".join(lines) + "\n", told, order, meant


def _entry(mark: str, first: int) -> Meant:
    when, _, headline = mark.removeprefix("@ ").partition(" |")
    dated = _DATED.fullmatch(when)
    day, time = dated.groups() if dated else (None, when)
    return Meant(first, first, day, time, headline.strip() or None)


def read(case: Case) -> tuple[lba.LiveBlog | None, list[Meant]]:
    """Return the blog that a text is read as, and its entries in the words of the gold."""
    try:
        blog = lba.parse(case.text, format="text", **case.told)
    except lba.LiveBlogError:
        return None, []
    return blog, [_as_meant(entry) for entry in blog.entries]


def _as_meant(entry: lba.model.Entry) -> Meant:
    assert entry.span is not None
    value = entry.time.value if entry.time else None
    if entry.time and isinstance(value, datetime):
        form = "%H:%M:%S" if entry.time.precision == "second" else "%H:%M"
        return Meant(entry.span.first, entry.span.last, f"{value:%Y-%m-%d}", f"{value:{form}}", entry.headline)
    return Meant(entry.span.first, entry.span.last, None, entry.time.text if entry.time else "", entry.headline)


def _facts(field: str, entries: list[Meant]) -> set[tuple[object, ...]]:
    """Return what a field claims; an entry without a headline claims none."""
    if field == "boundaries":
        return {(entry.first, entry.last) for entry in entries}
    if field == "dates":
        return {(entry.first, entry.day) for entry in entries}
    if field == "times":
        return {(entry.first, entry.time) for entry in entries}
    return {(entry.first, entry.headline) for entry in entries if entry.headline}


class Score(NamedTuple):
    """How many claims were right, made, and wanted."""

    right: int
    made: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.made + self.wanted) if self.made + self.wanted else 1.0


def scores() -> dict[str, Score]:
    """Return the score of each field over all texts."""
    found = dict.fromkeys(FIELDS, Score(0, 0, 0))
    for case in cases():
        _, entries = read(case)
        for field in FIELDS:
            made, wanted = _facts(field, entries), _facts(field, case.meant)
            right, all_made, all_wanted = found[field]
            found[field] = Score(right + len(made & wanted), all_made + len(made), all_wanted + len(wanted))
    return found


def complaints(case: Case) -> list[str]:
    """Return what of a text was read otherwise than it was meant."""
    blog, entries = read(case)
    found = [f"not read: {entry}" for entry in case.meant if entry not in entries]
    found += [f"read: {entry}" for entry in entries if entry not in case.meant]
    if blog is None or blog.order != case.order:
        found.append(f"order {blog.order if blog else 'unknown'} instead of {case.order}")
    return found


def main() -> None:
    """Print the figures, and each text that is not read exactly."""
    every = list(cases())
    for case in every:
        for complaint in complaints(case):
            print(f"{case.name}: {complaint}")
    print(f"\n{len(every)} texts, {sum(len(case.meant) for case in every)} entries")
    for field, score in scores().items():
        print(f"{field:<12} F1 {score.f1:.4f}  ({score.right} right of {score.made} made and {score.wanted} wanted)")


if __name__ == "__main__":
    main()
