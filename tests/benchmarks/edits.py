"""What newsrooms do to a live blog between two captures: seeded edits that remember what came from what."""

import unicodedata
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from attrs import define, evolve, field

from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Moment, Paragraph

from .newsroom import Post, Writer, clock

BLOG_ID = "tag:example.org,2024-03-08:benchmark"

Pairs = set[tuple[int, int]]


@define
class Item:
    """A post of the page, the places in the earlier capture that it came from, and its native id."""

    post: Post
    roots: frozenset[int] = frozenset()
    native: str = ""
    variant: bool = False  # written after the model of another entry, and yet new
    rewritten: bool = False  # much of it is new: it is neither rewritten again nor split nor merged
    pieced: bool = False  # split or merged: only small edits follow, so that the pieces can be told


class Case(NamedTuple):
    """Two captures and what is true of them; entries that were gone before follow those of the earlier capture."""

    before: list[Item]
    after: list[Item]
    gone: list[Item]
    reversed: bool

    def pairs(self) -> Pairs:
        """Return which entry came from which, entries of splits and merges with each of their parts."""
        return {(root, index) for index, item in enumerate(self.after) for root in item.roots}

    def splits(self) -> set[tuple[int, tuple[int, ...]]]:
        """Return the entries that were split, with their parts."""
        return {
            (root, parts)
            for root in range(len(self.before))
            if len(parts := tuple(i for i, item in enumerate(self.after) if item.roots == {root})) > 1
        }

    def merges(self) -> set[tuple[tuple[int, ...], int]]:
        """Return the entries that were merged, with what came of them."""
        return {(tuple(sorted(item.roots)), index) for index, item in enumerate(self.after) if len(item.roots) > 1}

    def blogs(self, *, natives: bool) -> tuple[LiveBlog, LiveBlog, list[Entry]]:
        """Return both captures as blogs with ids, and the entries that were gone before the first."""
        before = _blog([*self.before, *self.gone], natives=natives)
        gone = list(before.entries[len(self.before) :])
        before = LiveBlog(id=BLOG_ID, order="oldest-first", entries=before.entries[: len(self.before)])
        return before, _blog(self.after, natives=natives, order="manual" if self.reversed else "oldest-first"), gone


def _blog(items: Sequence[Item], *, natives: bool, order: str = "oldest-first") -> LiveBlog:
    return identify(LiveBlog(id=BLOG_ID, order=order, entries=[_entry(item, natives) for item in items]))  # type: ignore[arg-type]


def _entry(item: Item, natives: bool) -> Entry:
    post = item.post
    value = clock(post.minute)
    return Entry(
        headline=post.headline,
        body=[Paragraph(text) for text in post.paragraphs],
        time=Moment(text=f"{value:%H:%M}", value=value, precision="minute"),
        native_id=item.native if natives else None,
    )


# Edits of one entry


def typo(writer: Writer, post: Post) -> Post:
    """Swap, drop, double or change letters in one to three words."""
    chance = writer.random
    paragraphs = list(post.paragraphs)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(paragraphs))
        text = paragraphs[at]
        place = chance.randrange(max(1, len(text) - 2))
        change = chance.choice(("swap", "drop", "double", "other"))
        first, second, rest = text[place : place + 1], text[place + 1 : place + 2], text[place + 2 :]
        new = {"swap": second + first, "drop": second, "double": first + first + second, "other": "e" + second}[
            change
        ]
        paragraphs[at] = text[:place] + new + rest
    return post._replace(paragraphs=tuple(paragraphs))


def retime(writer: Writer, post: Post) -> Post:
    """Change the printed time, mostly by minutes."""
    reach = 8 if writer.random.random() < 0.7 else 90
    return post._replace(minute=post.minute + writer.random.choice((-1, 1)) * writer.random.randint(1, reach))


def append(writer: Writer, post: Post) -> Post:
    """Add a paragraph or two."""
    return post._replace(paragraphs=(*post.paragraphs, *writer.paragraphs(writer.random.randint(10, 60))))


def rewrite(writer: Writer, post: Post) -> Post:
    """Replace 40 % of the words, here and there or a sentence at a time."""
    if len(post.text.split()) < 5:  # of so few words nothing would be left
        return typo(writer, post)
    sentences = [sentence for text in post.paragraphs for sentence in text.split(". ")]
    if len(sentences) < 3 or writer.random.random() < 0.5:
        return post._replace(paragraphs=tuple(writer.reworded(text, 0.4) for text in post.paragraphs))
    for at in writer.random.sample(range(len(sentences)), round(0.4 * len(sentences))):
        sentences[at] = writer.sentence().rstrip(".")
    return post._replace(paragraphs=(". ".join(sentences),))


def reflow(writer: Writer, post: Post) -> Post:
    """Break the same text into other paragraphs."""
    sentences = " ".join(post.paragraphs).split(". ")
    sentences = [*(f"{sentence}." for sentence in sentences[:-1]), sentences[-1]]
    cut = writer.random.randint(1, max(1, len(sentences) - 1))
    return post._replace(paragraphs=tuple(" ".join(part) for part in (sentences[:cut], sentences[cut:]) if part))


def typography(writer: Writer, post: Post) -> Post:
    """Type other quotation marks, dashes, blanks and compositions of letters."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", " ": " "})
    if writer.random.random() < 0.3:
        table = str.maketrans({" ": "\u00a0"})
    return post._replace(paragraphs=tuple(unicodedata.normalize("NFD", t.translate(table)) for t in post.paragraphs))


def title(writer: Writer, post: Post) -> Post:
    """Give a headline, or another."""
    return post._replace(headline=writer.headline())


# Each entry gets one of these at most in a round; and small ones only where it was split or merged.
SMALL = ((typo, 0.08), (retime, 0.06), (typography, 0.03), (reflow, 0.03))
LARGE = ((append, 0.06), (title, 0.03), (rewrite, 0.05))
SPLIT, MERGED, DELETED, INSERTED, VARIANT, MOVED, GONE = 0.02, 0.02, 0.04, 0.05, 0.025, 0.015, 0.03


def _edit(writer: Writer, item: Item) -> None:
    chance = writer.random.random()
    large = () if item.pieced else LARGE[:2] if item.rewritten else LARGE
    for edit, share in (*SMALL, *large):
        chance -= share
        if chance < 0:
            item.post = edit(writer, item.post)
            item.rewritten |= edit in {rewrite, append}
            return


# Edits of the page


@define
class Page:
    """A page in the hands of its newsroom."""

    writer: Writer
    items: list[Item]
    made: int = field(default=0)

    @classmethod
    def of(cls, writer: Writer, posts: Sequence[Post]) -> "Page":
        """Return a page as it was first captured."""
        page = cls(writer, [])
        page.items = [Item(post, frozenset({index}), page.native()) for index, post in enumerate(posts)]
        return page

    def native(self) -> str:
        """Return a native id that no entry had."""
        self.made += 1
        return f"block-{self.made}"

    def round(self) -> None:
        """Edit entries here and there, as happens between two captures."""
        chance = self.writer.random
        self._split_and_merge()
        for item in self.items:
            _edit(self.writer, item)
        self.items = [item for item in self.items if item.pieced or chance.random() >= DELETED]
        for _ in range(round(len(self.items) * MOVED)):
            self.items.insert(chance.randrange(len(self.items)), self.items.pop(chance.randrange(len(self.items))))
        for share, variant in ((INSERTED, False), (VARIANT, True)):
            for _ in range(_times(chance, len(self.items) * share)):
                self._insert(variant)

    def finish(self) -> bool:
        """Truncate the page, move its clock, or reverse it, each now and then; return whether it was reversed."""
        chance = self.writer.random
        if chance.random() < 0.12:
            self.items = self.items[int(len(self.items) * chance.uniform(0.2, 0.5)) :]
        if chance.random() < 0.12:
            shift = chance.choice((-300, -60, 60, 120, 480))
            for item in self.items:
                item.post = item.post._replace(minute=item.post.minute + shift)
        turned = chance.random() < 0.15
        if turned:
            self.items.reverse()
        return turned

    def _split_and_merge(self) -> None:
        chance = self.writer.random
        found: list[Item] = []
        for item in self.items:
            sentences = " ".join(item.post.paragraphs).split(". ")
            last = found[-1] if found and not (found[-1].pieced or found[-1].rewritten) else None
            if item.pieced or item.rewritten:
                found.append(item)
            elif chance.random() < SPLIT and len(sentences) > 3:
                cut = chance.randint(2, len(sentences) - 2)
                first, rest = f"{'. '.join(sentences[:cut])}.", ". ".join(sentences[cut:])
                found.append(Item(item.post._replace(paragraphs=(first,)), item.roots, item.native, pieced=True))
                found.append(Item(Post(None, (rest,), item.post.minute), item.roots, self.native(), pieced=True))
            elif chance.random() < MERGED and last and _mergeable(last) and _mergeable(item):
                last.post = last.post._replace(paragraphs=(*last.post.paragraphs, *item.post.paragraphs))
                last.roots |= item.roots
                last.pieced = True
            else:
                found.append(item)
        self.items = found

    def _insert(self, variant: bool) -> None:
        chance = self.writer.random
        at = chance.randrange(len(self.items)) if self.items and chance.random() < 0.5 else len(self.items)
        near = self.items[min(at, len(self.items) - 1)].post if self.items else Post(None, (), 0)
        minute = near.minute + chance.randint(0, 5)
        if variant and self.items:
            model = chance.choice(self.items[max(0, at - 12) : at + 3] or self.items)
            post = self.writer.variant(model.post, minute)
        else:
            post = self.writer.post(minute)
        self.items.insert(at, Item(post, native=self.native(), variant=variant))


def _mergeable(item: Item) -> bool:
    return bool(item.roots) and len(item.post.text) > 60


def _times(chance: Random, expected: float) -> int:
    return int(expected) + (chance.random() < expected % 1)


def case(writer: Writer, posts: Sequence[Post]) -> Case:
    """Return a page and what its newsroom made of it, sometimes with two captures skipped."""
    chance = writer.random
    page = Page.of(writer, posts)
    gone = [item for item in page.items if chance.random() < GONE]
    page.items = [item for item in page.items if item not in gone]
    for index, item in enumerate([*page.items, *gone]):
        item.roots = frozenset({index})
    before, lost = [evolve(item) for item in page.items], [evolve(item) for item in gone]
    for item in gone:
        if chance.random() < 0.5:  # comes back, anywhere
            page.items.insert(chance.randint(0, len(page.items)), evolve(item, pieced=True))
    for _ in range(3 if chance.random() < 0.2 else 1):
        page.round()
    turned = page.finish()
    return Case(before, page.items, lost, turned)
