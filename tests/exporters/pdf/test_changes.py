"""What a briefing tells of the changes since an earlier capture."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from attrs import evolve
from pypdf import PdfReader
from tests.exporters.pdf.reading import all_words, destination_pages, set_words, solid
from tests.samples import clock

import liveblog_archive as lba
from liveblog_archive.errors import ModelError
from liveblog_archive.exporters import exporter
from liveblog_archive.exporters.pdf.changes import Changes
from liveblog_archive.exporters.pdf.whatchanged import marked
from liveblog_archive.identity import identify, version_id
from liveblog_archive.identity.differences import word_difference
from liveblog_archive.model import Agent, Capture, Entry, Link, LiveBlog, Media, Paragraph, Quotation, local_of

TEXTS = (
    "The first sluice was opened at dawn, and the water in the lower basin began to fall within the hour.",
    "Engineers from both towns have met at the pumping station to agree on how much each may take.",
    "A goods train with sand for the dyke has been held at the junction because the signal is dark.",
    "Two schools near the canal stay closed today; lessons are to begin again when the cellars are dry.",
    "The mayor thanked everybody who had carried sacks through the night and asked them to sleep.",
)


def before() -> LiveBlog:
    """An earlier capture."""
    entries = [
        Entry(headline=f"Report {n}", body=[Paragraph(text)], time=clock(f"{8 + n}:00", 8 + n))
        for n, text in enumerate(TEXTS, start=1)
    ]
    return identify(
        LiveBlog(
            id="tag:news.example,2021:canal",
            title="The canal",
            timezone="Asia/Yerevan",
            order="oldest-first",
            entries=entries,
        )
    )


def after() -> LiveBlog:
    """A later one: the first was edited, the second retimed, the third is gone, and one is new."""
    earlier = before()
    one, two, _, four, five = earlier.entries
    edited = evolve(one, headline="Report one", body=[Paragraph(TEXTS[0].replace("at dawn", "before dawn"))])
    retimed = evolve(two, time=clock("10:20", 10, 20))
    new = Entry(
        headline="A bridge is closed", body=[Paragraph("Nobody may cross until noon.")], day=date(2021, 11, 16)
    )
    return lba.revise(earlier, evolve(earlier, entries=[edited, retimed, four, five, new]))


def opened(blog: LiveBlog, **options: object) -> PdfReader:
    return PdfReader(BytesIO(b"".join(exporter("pdf").write(blog, options))), strict=True)


@pytest.fixture(scope="module")
def reader() -> Iterator[PdfReader]:
    return opened(after(), previous=before(), mark_changes=True)


def test_changes_are_counted_and_said_of_each_entry() -> None:
    changes = Changes.between(before(), after())
    assert changes.counts == {"edited": 1, "retimed": 1, "inserted": 1, "deleted": 1}
    assert changes.same == 2
    assert [changes.kinds_of(entry) for entry in after().entries] == [
        ("edited",),
        ("retimed",),
        (),
        (),
        ("inserted",),
    ]


def test_long_stretches_that_did_not_change_are_cut() -> None:
    text = f"{'word ' * 60}before {'word ' * 60}"
    shown = "".join(run.text for run in marked(word_difference(text, text.replace("before", "after"))))
    assert "[−before−]{+after+}" in shown
    assert shown.count("[…]") == 2
    assert len(shown) < len(text)
    assert "".join(run.text for run in marked(word_difference("a\n\nb", "a\n\nc"))) == "a ¶ [−b−]{+c+}"


def test_the_briefing_says_that_it_tells_what_changed(reader: PdfReader) -> None:
    cover = all_words(reader)
    assert cover.startswith("LIVE BLOG BRIEFING · WHAT CHANGED The canal")
    assert "SINCE THE LAST CAPTURE 1 edited · 1 retimed · 1 new · 1 deleted" in cover
    assert destination_pages(reader)["changes"] > 1


def test_each_change_is_told_in_words(reader: PdfReader) -> None:
    printed = set_words(reader)
    assert "EARLIER CAPTURE date and time not recorded, 5 entries" in printed
    assert "EDITED 16 Nov 9:00 Report one #" in printed
    assert "Headline: Report [−1−]{+one+} Text: The first sluice was opened" in printed
    assert "[−at−]{+before+} dawn" in printed
    assert "RETIMED 16 Nov 10:20 Report 2 #" in printed
    assert "Time: [−10:00−]{+10:20+} ([−2021-11-16T10:00−]{+2021-11-16T10:20+}+04:00)" in printed
    assert "NEW 16 Nov A bridge is closed" in printed
    assert "DELETED 16 Nov 11:00 Report 3 #" in printed
    assert TEXTS[2] in printed


def test_each_change_has_the_id_and_the_versions_that_it_is_cited_by(reader: PdfReader) -> None:
    printed = set_words(reader)
    was = {local_of(entry.id): version_id(entry).short for entry in before().entries}
    now = {local_of(entry.id): version_id(entry).short for entry in after().entries}
    edited, retimed, *_, new = now
    gone = [*was][2]
    for one in (edited, retimed):
        assert f"#{one}, version {now[one]}, version {was[one]} in the earlier capture" in printed
    assert f"A bridge is closed #{new}, version {now[new]}" in printed
    assert f"Report 3 #{gone}, version {was[gone]} in the earlier capture {TEXTS[2]}" in printed


def test_times_that_changed_are_drawn_from_left_to_right_on_pages_read_from_the_right() -> None:
    printed = solid(all_words(opened(evolve(after(), language="ar"), previous=before(), mark_changes=True)))
    assert "[−10:00−]{+10:20+}([−2021-11-16T10:00−]{+2021-11-16T10:20+}+04:00)" in printed


SILENT = Entry(
    headline="A house burnt", time=clock("9:05", 9, 5), authors=[Agent(name="Ann Lee")],
    body=[
        Paragraph("See the report.", [Link(0, 3, "https://a.example/1")]),
        Quotation("We fired no shot.", "The minister"),
        Media(kind="image", url="https://a.example/1.jpg", caption="A burnt house.", credit="AFP"),
    ],
)  # fmt: skip


def test_edits_that_leave_the_words_alone_are_told() -> None:
    report, quotation, picture = SILENT.body
    body = (
        evolve(report, links=[Link(0, 3, "https://b.example/1")]),
        evolve(quotation, source="The general"),
        evolve(picture, url="https://a.example/2.jpg", credit="Reuters"),
    )
    time = evolve(SILENT.time, qualifier="approximate")
    earlier = identify(LiveBlog(id="tag:news.example,2021:fire", title="Fire", language="en", entries=[SILENT]))
    edited = evolve(SILENT, body=body, time=time, authors=[Agent(name="Bob Ray")], status="draft")
    later = lba.revise(earlier, evolve(earlier, entries=[edited]))
    printed = set_words(opened(later, previous=earlier, mark_changes=True, entries="all"))
    for told in (
        "Links: See: https:// [−a.example−]{+b.example+} /1",
        "Source of the quotation: The [−minister−]{+general+}",
        "Media: Picture https://a.example/ [−1.jpg−]{+2.jpg+}",
        "Credit: [−AFP−]{+Reuters+}",
        "Time: 9:05 (2021-11-16T09:05+04:00 {+, approximate+} )",
        "Authors: [−Ann Lee−]{+Bob Ray+}",
        "Status: [−published−]{+Draft+}",
    ):
        assert solid(told) in solid(printed)


def test_what_blocks_are_is_told_in_the_language_of_the_briefing() -> None:
    earlier = identify(LiveBlog(id="tag:news.example,2021:fire", title="Feuer", language="de", entries=[SILENT]))
    report, _, picture = SILENT.body
    time = evolve(SILENT.time, qualifier="approximate")
    body = (report, evolve(picture, kind="video"))
    edited = evolve(SILENT, body=body, time=time, status="draft", native_id="draft", key_event=True)
    later = lba.revise(earlier, evolve(earlier, entries=[edited]))
    printed = set_words(opened(later, previous=earlier, mark_changes=True, entries="all", language="en"))
    assert "[−quotation−]" in printed
    german = all_words(opened(later, previous=earlier, mark_changes=True, entries="all"))
    for told in (
        "Überschriften, Listen und Zitate: [−Zitat−]",
        "Medien: [−Bild−]{+Video+} https",
        "{+, ungefähr+}",
        "Wichtig: {+ja+}",
        "Status: [−veröffentlicht−]{+Entwurf+}",
        "{+draft+}",  # the id of the source is no word of ours
    ):
        assert solid(told) in solid(german)
    for english in ("quotation", "approximate", "published"):
        assert english not in german


def test_the_contents_list_what_changed_before_the_days_as_it_stands(reader: PdfReader) -> None:
    printed = set_words(reader)
    pages = destination_pages(reader)
    assert pages["changes"] < pages["day-2021-11-16"]
    assert re.search(rf"Contents {pages['changes']} What changed {pages['day-2021-11-16']} TUESDAY 16 Nov", printed)


def test_entries_that_changed_say_so_and_lead_to_how(reader: PdfReader) -> None:
    printed = set_words(reader)
    first, second, *_, last = (entry.id.rpartition("#")[2] for entry in after().entries)
    assert f"9:00 09:00 UTC+4 EDITED {first} Report one" in printed
    assert f"10:20 UTC+4 RETIMED {second} Report 2" in printed
    assert f"NEW {last} A bridge is closed" in printed
    gone = before().entries[2].id.rpartition("#")[2]
    assert {f"change-{name}" for name in (first, second, last, gone)} <= destination_pages(reader).keys()


def test_changes_may_be_counted_without_being_told() -> None:
    quiet = opened(after(), previous=before())
    printed = all_words(quiet)
    assert printed.startswith("LIVE BLOG BRIEFING The canal")
    assert "SINCE THE LAST CAPTURE 1 edited" in printed
    assert "changes" not in destination_pages(quiet)
    assert "DELETED" not in printed


def test_nothing_may_have_changed() -> None:
    printed = all_words(opened(before(), previous=before(), mark_changes=True))
    assert "SINCE THE LAST CAPTURE nothing has changed" in printed
    assert "DIFFERENCES" not in printed


def test_an_earlier_capture_that_has_a_name_is_called_by_it() -> None:
    printed = all_words(opened(after(), previous=before(), previous_name="v1", mark_changes=True))
    assert printed.count("SINCE V1 1 edited · 1 retimed · 1 new · 1 deleted") == 2
    assert "SINCE THE LAST CAPTURE" not in printed


def test_what_was_edited_above_the_entries_is_counted_and_told() -> None:
    earlier = evolve(before(), description="All day.", introduction=[Paragraph("No water was lost.")])
    later = evolve(earlier, title="The canals", description=None, introduction=[Paragraph("Some water was lost.")])
    reader = opened(later, previous=earlier, mark_changes=True)
    assert "SINCE THE LAST CAPTURE title edited · description edited · introduction edited" in all_words(reader)
    printed = set_words(reader)
    assert "DIFFERENCES [−…−] was removed" in printed
    assert "TITLE EDITED The [−canal−]{+canals+} DESCRIPTION EDITED [−All day.−] INTRODUCTION EDITED" in printed
    assert "INTRODUCTION EDITED [−No−]{+Some+} water was lost." in printed


def test_the_earlier_capture_is_named_by_its_time() -> None:
    capture = Capture(
        sha256="0" * 64, media_type="text/plain", length=1, importer="x", retrieved=clock("x", 12).value
    )
    earlier = evolve(before(), capture=capture)
    printed = all_words(opened(after(), previous=earlier, mark_changes=True))
    assert "EARLIER CAPTURE 16 November 2021, 12:00 UTC+4, 5 entries" in printed


def test_an_entry_that_is_not_printed_is_named_without_a_link() -> None:
    reader = opened(after(), previous=before(), mark_changes=True, text="mayor")
    assert "NEW 16 Nov A bridge is closed" in set_words(reader)
    assert after().entries[-1].id.rpartition("#")[2] not in destination_pages(reader)


def test_parts_of_a_split_are_named_beside_the_whole() -> None:
    whole = Entry(
        headline="Night", body=[Paragraph(" ".join(TEXTS[:2])), Paragraph(" ".join(TEXTS[2:]))], time=clock("9:00", 9)
    )
    parts = [
        Entry(headline="Night", body=[Paragraph(" ".join(TEXTS[:2]))], time=clock("9:00", 9)),
        Entry(headline="Morning", body=[Paragraph(" ".join(TEXTS[2:]))], time=clock("9:01", 9, 1)),
    ]
    facts = {"id": "tag:news.example,2021:split", "order": "oldest-first", "title": "Split"}
    earlier = identify(LiveBlog(entries=[whole], **facts))
    later = lba.revise(earlier, LiveBlog(entries=parts, **facts))
    changes = Changes.between(earlier, later)
    assert changes.counts == {"split": 1}
    printed = set_words(opened(later, previous=earlier, mark_changes=True))
    [whole], (night, morning) = earlier.entries, later.entries
    named = re.findall(r"16 Nov (\d:\d\d \w+) #(\w+), version (\w+)( in the earlier capture)?", printed)
    assert named == [
        ("9:01 Morning", local_of(morning.id), version_id(morning).short, ""),
        ("9:00 Night", local_of(night.id), version_id(night).short, ""),
        ("9:00 Night", local_of(whole.id), version_id(whole).short, " in the earlier capture"),
    ]


def test_a_nameless_entry_is_named_by_its_first_words_or_by_none() -> None:
    earlier = before()
    bare = Entry(time=clock("23:00", 23)), Entry(body=[Paragraph("Bare words.")])
    later = lba.revise(earlier, evolve(earlier, entries=[*earlier.entries, *bare]))
    printed = set_words(opened(later, previous=earlier, mark_changes=True))
    assert "NEW 16 Nov 23:00 (no text)" in printed
    assert "NEW Bare words." in printed


def test_captures_of_two_blogs_are_refused() -> None:
    other = identify(LiveBlog(id="tag:other.example,2021:x", entries=[Entry(headline="One")]))
    with pytest.raises(ModelError, match="captures of two blogs"):
        opened(after(), previous=other)
