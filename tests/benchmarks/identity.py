"""Print how well entries are found again: `python -m tests.benchmarks.identity [--blogs N] [--write FILE]`.

Thresholds of the library are set on the development split (`--development`) and reported on the other, whose words,
names and seeds no threshold has seen. Where LIVEBLOG_ARCHIVE_CORPUS names real live blogs, these are edited too.
"""

import argparse
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from attrs import define, evolve

from liveblog_archive.identity import identify
from liveblog_archive.identity.matching import match
from liveblog_archive.identity.matching.doubt import MARGIN
from liveblog_archive.identity.matching.pipeline import find
from liveblog_archive.identity.matching.report import Findings
from liveblog_archive.identity.matching.sides import Sides
from liveblog_archive.model import Entry, LiveBlog, Paragraph

from . import real
from .edits import BLOG_ID, Case, Page, Pairs, case
from .measure import cpu
from .newsroom import BRIEF, DEVELOPMENT, HELD_OUT, LONG, Desk, Topic, Writer
from .rivals import RIVALS
from .unchanged import FORMS, unchanged

T = TypeVar("T")
NO_DOUBT = -9.0  # a margin that nothing is under: the best guess is always taken


class Target(NamedTuple):
    """What is asked of each desk's blogs."""

    pairs: float
    whole: float


TARGETS = {LONG.name: Target(0.997, 0.78), BRIEF.name: Target(0.994, 0.68)}
PRECISION, COVERAGE, SPLITS, MERGES, VARIANTS = 0.999, 0.96, 0.97, 0.92, 0.90


def cases(desk: Desk, topics: Sequence[Topic], blogs: int) -> Iterator[Case]:
    """Yield pages and what newsrooms made of them; the same number gives the same pages."""
    for seed in range(blogs):
        random = Random(f"{desk.name} {seed}")
        writer = Writer(desk, topics[seed % len(topics)], random)
        yield case(writer, writer.blog(random.randint(30, 130)))


@define
class Count:
    """How many were found of those that there are, and how many that are none."""

    right: int = 0
    wrong: int = 0
    there: int = 0
    whole: int = 0
    cases: int = 0

    def add(self, found: set[T], true: set[T]) -> None:
        """Count one case."""
        self.right += len(found & true)
        self.wrong += len(found - true)
        self.there += len(true)
        self.whole += found == true
        self.cases += 1

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / max(1, self.there)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.right + self.wrong + self.there)

    @property
    def entire(self) -> float:
        """The share of blogs without any mistake."""
        return self.whole / max(1, self.cases)


def pairs_of(findings: Findings) -> Pairs:
    """Return what was linked, entries of splits and merges with each of their parts."""
    found = {(one, other) for one, (other, _) in findings.links.items()}
    found |= {(split.whole, part) for split in findings.splits for part in split.parts}
    return found | {(part, merge.whole) for merge in findings.merges for part in merge.parts}


@define
class Result:
    """What matching made of the cases of one desk."""

    guessed: Count
    accepted: Count
    native: Count
    splits: Count
    merges: Count
    variants: Count

    @classmethod
    def of(cls, some: Iterable[Case]) -> "Result":
        """Match every case: with the best guess, with doubts, and with native ids."""
        result = cls(*(Count() for _ in range(6)))
        for one in some:
            sides = Sides.of(*one.blogs(natives=False))
            guessed, true = find(sides, NO_DOUBT), one.pairs()
            result.guessed.add(pairs_of(guessed), true)
            result.accepted.add(pairs_of(find(sides, MARGIN)), true)
            result.native.add(pairs_of(find(Sides.of(*one.blogs(natives=True)), NO_DOUBT)), true)
            result.splits.add({(split.whole, tuple(sorted(split.parts))) for split in guessed.splits}, one.splits())
            result.merges.add({(tuple(sorted(merge.parts)), merge.whole) for merge in guessed.merges}, one.merges())
            linked = {other for _, other in pairs_of(guessed)}
            new = {index for index, item in enumerate(one.after) if item.variant and not item.roots}
            result.variants.add(new - linked, new)
        return result


def rival(find_pairs: Callable[[Case], Pairs], some: Iterable[Case]) -> Count:
    """Count what a rival finds; it is not asked for entries that were gone before."""
    count = Count()
    for one in some:
        count.add(find_pairs(one), {pair for pair in one.pairs() if pair[0] < len(one.before)})
    return count


# Time


def seconds(entries: int) -> float:
    """Return the CPU seconds that matching two captures of so many entries takes, after one round of edits."""
    writer = Writer(LONG, HELD_OUT[0], Random(entries))
    posts = writer.blog(entries)
    page = Page.of(writer, posts)
    before = [evolve(item) for item in page.items]
    page.round()
    blogs = Case(before, page.items, [], reversed=False).blogs(natives=False)
    return min(cpu(lambda: match(*blogs[:2])) for _ in range(5))


def hostile(entries: int) -> Iterator[tuple[str, float]]:
    """Yield captures that a careless matcher compares all with all, and the CPU seconds that they take."""
    boilerplate = "Follow the storm with us all day and read what our correspondents hear from the coast. " * 4
    random = Random(entries)
    few = ["harbour", "council", "bridge", "closed", "divers", "piers", "tide", "station", "barge", "old", "said"]
    long_ = [post.text for post in Writer(LONG, HELD_OUT[1], Random(1)).blog(entries // 4)]

    def drawn() -> list[str]:
        return [" ".join(random.choice(few) for _ in range(40)) for _ in range(entries)]

    numbers = range(entries)
    for name, before, after in (
        ("unchanged", long_ * 4, long_ * 4),
        ("all the same two words", ["Fixed typo"] * entries, ["Fixed typo"] * (entries - 10)),
        ("all the same sentence", [boilerplate] * entries, [boilerplate] * (entries - 10)),
        (
            "boilerplate and a number",
            [f"{boilerplate}{n}" for n in numbers],
            [f"{boilerplate}{n} {n}" for n in numbers],
        ),
        ("eleven words in any order", drawn(), drawn()),
        ("short and all edited", [f"Update {n % 7}" for n in numbers], [f"Updated {n % 7}" for n in numbers]),
        ("all merged into one", long_, [" ".join(long_)]),
        ("one split into all", [" ".join(long_)], long_),
    ):
        blogs = [_untimed(texts) for texts in (before, after)]
        yield name, cpu(lambda blogs=blogs: match(*blogs))  # type: ignore[misc]


def _untimed(texts: Iterable[str]) -> LiveBlog:
    entries = [Entry(body=[Paragraph(text)]) for text in texts]
    return identify(LiveBlog(id=BLOG_ID, order="oldest-first", entries=entries))


# Report


def table(blogs: int, topics: Sequence[Topic]) -> Iterator[str]:
    """Yield the tables of one split, and of the real live blogs where they are."""
    for desk in (LONG, BRIEF):
        target = TARGETS[desk.name]
        yield from _desk(f"{desk.name}, generated", [*cases(desk, topics, blogs)], target)
    texts = real.blogs()
    if texts:
        yield from _desk("Real live blogs", [*real.cases(texts, blogs)], TARGETS[LONG.name])


def _desk(name: str, some: Sequence[Case], target: Target) -> Iterator[str]:
    result = Result.of(some)
    entries = sum(len(one.before) for one in some)
    yield f"## {name}: {len(some)} blogs, {entries:,} entries, {result.guessed.there:,} true links"
    yield ""
    yield "| links found, best guess | F1 | precision | recall | whole blogs right |"
    yield "| --- | --- | --- | --- | --- |"
    for title, count in [(title, rival(method, some)) for title, method in RIVALS.items()]:
        yield _row(title, count)
    yield _row("**this library**", result.guessed)
    yield _row("**this library, with native ids**", result.native)
    yield ""
    yield "| measure | found | at least |"
    yield "| --- | --- | --- |"
    yield f"| pair F1 without native ids | {result.guessed.f1:.4f} | {target.pairs} |"
    yield f"| pair F1 with native ids | {result.native.f1:.4f} | 1.000 |"
    yield f"| accepted links: precision | {result.accepted.precision:.4f} | {PRECISION} |"
    yield f"| accepted links: coverage | {result.accepted.recall:.4f} | {COVERAGE} |"
    yield f"| split found exactly | {result.splits.recall:.3f} of {result.splits.there} | {SPLITS} |"
    yield f"| merge found exactly | {result.merges.recall:.3f} of {result.merges.there} | {MERGES} |"
    yield f"| false splits and merges | {result.splits.wrong + result.merges.wrong} | – |"
    yield f"| near-duplicate left new | {result.variants.recall:.3f} of {result.variants.there} | {VARIANTS} |"
    yield f"| whole blogs entirely right | {result.guessed.entire:.2f} | {target.whole} |"
    yield ""


def _row(title: str, count: Count) -> str:
    return f"| {title} | {count.f1:.4f} | {count.precision:.4f} | {count.recall:.4f} | {count.entire:.2f} |"


def speed() -> Iterator[str]:
    """Yield the tables of time."""
    small, large = seconds(500), seconds(5_000)
    yield "## Time"
    yield ""
    yield "CPU seconds for one pair of captures, after one round of edits."
    yield ""
    yield "| entries | seconds | at most |"
    yield "| --- | --- | --- |"
    yield f"| 500 | {small:.2f} | 0.3 |"
    yield f"| 5,000 | {large:.2f} | 3 |"
    yield ""
    yield f"Ten times the entries take {large / small:.1f} times as long (n log n: 13.7)."
    yield ""
    yield "| 4,000 entries against a careless matcher | CPU seconds | of 2,000, times |"
    yield "| --- | --- | --- |"
    for (name, half), (_, whole) in zip(hostile(2_000), hostile(4_000), strict=True):
        yield f"| {name} | {whole:.2f} | {whole / half:.1f} |"
    yield ""


def report(blogs: int, topics: Sequence[Topic]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"Python {platform.python_version()}, {blogs} blogs a desk."
    yield ""
    yield from table(blogs, topics)
    yield "## An unchanged source"
    yield ""
    kept = sum(unchanged(form) for form in FORMS)
    yield f"{kept} of {len(FORMS)} other forms of one text gave the same ids and versions: {', '.join(FORMS)}."
    yield ""
    yield from speed()


def main() -> None:
    """Print the report, and keep it in a file when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.identity", description=__doc__)
    parser.add_argument("--blogs", type=int, default=60, help="blogs of each desk (default: 60)")
    parser.add_argument("--development", action="store_true", help="the split that thresholds are set on")
    parser.add_argument("--write", type=Path, help="file to keep the report in, such as docs/benchmarks-identity.md")
    options = parser.parse_args()
    lines = ["# Benchmarks of identity", "", "Made by `python -m tests.benchmarks.identity --write", ""]
    lines[2] += " docs/benchmarks-identity.md`. What the rows mean: [matching](explanation/matching.md)."
    for line in report(options.blogs, DEVELOPMENT if options.development else HELD_OUT):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        options.write.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
