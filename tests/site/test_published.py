"""What a site shows is what was published at some time: never drafts and comments, nor what became of them."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from tests.samples import clock

import liveblog_archive as lba
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, LiveBlog, Paragraph
from liveblog_archive.site import Plan, site

BLOG_ID = "tag:news.example,2021:harbour"
# Native id -> the words and the status of the entry in each capture.
PAST = {
    "open": (("The bridge opened at noon.", "published"),) * 3,
    "kept": (("An unchecked claim about the mayor.", "draft"),) * 3,
    "said": (("A reader tells of her neighbour.", "comment"), ("A reader tells of two neighbours.", "comment"), None),
    "late": (("Lock keepers may strike.", "draft"), *(("Lock keepers will strike.", "published"),) * 2),
    "back": (("Two barges collided.", "published"), ("Three barges may be lost.", "draft"),
             ("Two barges touched.", "published")),
    "gone": (("A crane fell down.", "published"), ("A crane fell on a clerk.", "deleted"),
             ("A crane fell on a clerk.", "deleted")),
    "held": (("The tide was late.", "published"),) * 2 + (("The tide was early.", "draft"),),
}  # fmt: skip
PRIVATE = (
    "unchecked claim", "neighbour", "may strike", "may be lost", "fell on a clerk", "tide was early",
)  # fmt: skip
PUBLIC = ("bridge opened", "will strike", "barges", "A crane fell down", "tide was late")


def capture(number: int) -> LiveBlog:
    told = [(name, states[number]) for name, states in PAST.items()]
    entries = [
        Entry(native_id=name, body=[Paragraph(said[0])], status=said[1], time=clock(f"9:{minute:02d}", 9, minute))
        for minute, (name, said) in enumerate(told)
        if said is not None
    ]
    return identify(LiveBlog(id=BLOG_ID, title="Harbour", language="en", timezone="Asia/Yerevan", entries=entries))


IDS = {entry.native_id: entry.id for entry in capture(0).entries}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = lba.Archive(tmp_path_factory.mktemp("site") / "archive")
    for number in range(3):
        kept.deposit(capture(number))
    return {path: b"".join(pieces).decode(errors="replace") for path, pieces in site(kept, Plan())}


def local(name: str) -> str:
    return IDS[name].rpartition("#")[2]


def history(files: dict[str, str], name: str) -> str:
    (page,) = (text for path, text in files.items() if path.endswith(f"/entries/{local(name)}.html"))
    return " ".join(re.sub(r"<(style|script).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL).split())


@pytest.mark.parametrize("words", PRIVATE)
def test_words_that_were_never_published_are_in_no_file(files: dict[str, str], words: str) -> None:
    one, *more = words.split()
    pattern = re.compile(rf"{one}(?:<[^>]*>|\s)+" + r"(?:<[^>]*>|\s)+".join(more))
    assert [path for path, text in files.items() if words in text or pattern.search(text)] == []


@pytest.mark.parametrize("name", ["kept", "said"])
def test_ids_that_were_never_published_are_in_no_file(files: dict[str, str], name: str) -> None:
    assert [path for path, text in files.items() if local(name) in text or local(name) in path] == []


@pytest.mark.parametrize("words", PUBLIC)
def test_what_was_published_is_there(files: dict[str, str], words: str) -> None:
    assert any(words in text for text in files.values())


def test_the_other_formats_hold_what_the_page_shows(files: dict[str, str]) -> None:
    (data,) = (text for path, text in files.items() if path.endswith("blog.jsonld"))
    assert [entry.native_id for entry in lba.parse(data).entries] == ["open", "late", "back"]
    (lines,) = (text for path, text in files.items() if path.endswith("versions.txt"))
    assert [line.split()[1] for line in lines.splitlines()] == [IDS[name] for name in ("open", "late", "back")]


def test_what_was_published_and_is_not_any_more_keeps_its_words_and_says_its_status(files: dict[str, str]) -> None:
    said = history(files, "gone")
    assert "This entry is no longer in the blog" in said
    assert re.search(r"Captures 2 to 3 \S+ deleted Capture 1 \S+ .*A crane fell down\.", said)
    assert re.search(r"Capture 3 \S+ draft Captures 1 to 2 \S+ .*The tide was late\.", history(files, "held"))


def test_what_was_not_public_for_a_while_is_compared_with_what_was_before(files: dict[str, str]) -> None:
    said = history(files, "back")
    assert re.search(r"Capture 3 \S+ Changed: text .*Capture 2 \S+ draft Capture 1 \S+ .*Two barges collided\.", said)
    assert "The entry in the blog" in said


def test_a_history_begins_where_the_entry_was_published(files: dict[str, str]) -> None:
    assert "Capture 1" not in history(files, "late")
    assert "Captures 2 to 3" in history(files, "late")


def test_ids_of_what_is_withheld_now_land_on_the_page(files: dict[str, str]) -> None:
    (page,) = (text for path, text in files.items() if path.endswith("/index.html") and path.startswith("blogs/"))
    for name, status, number in (("gone", "deleted", 2), ("held", "draft", 3)):
        landed = re.search(rf'<li id="{local(name)}">.*?</li>', page)
        assert landed is not None
        assert f"<b>{status}</b>: since capture {number}" in landed[0]
        assert f'href="entries/{local(name)}.html"' in landed[0]


def test_an_entry_that_took_in_a_draft_does_not_name_it(tmp_path: Path) -> None:
    texts = ("They want a second light on the bar, and a bell beside it, for the winter, and a new pontoon.",
             "Pilots met at the station to talk about marks and lights on the bar.")  # fmt: skip
    entries = [Entry(body=[Paragraph(text)], time=clock("9:00", 9)) for text in texts]
    entries[1] = evolve(entries[1], status="draft")
    merged = [Entry(body=[*map(Paragraph, texts)], time=clock("9:00", 9))]
    kept = lba.Archive(tmp_path / "archive")
    first, second = (identify(LiveBlog(id=BLOG_ID, title="Harbour", entries=some)) for some in (entries, merged))
    kept.deposit(first)
    kept.deposit(second)
    assert kept.ledger(BLOG_ID).captures[-1].links[0].kind == "merged"
    name = first.entries[1].id.rpartition("#")[2]
    assert [path for path, pieces in site(kept, Plan()) if name in path or name.encode() in b"".join(pieces)] == []
