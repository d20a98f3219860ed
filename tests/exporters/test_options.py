"""What a format may be asked, and what it answers when it may not."""

from pathlib import Path

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import ExportError
from liveblog_archive.exporters import EXPORTERS, common_options, exporter
from liveblog_archive.exporters.options import CommonOptions, ReaderOptions, made
from liveblog_archive.exporters.values import flag, paths
from liveblog_archive.identity.history import History
from liveblog_archive.model import Note
from tests.samples import full_blog


def refusal(name: str, **told: object) -> str:
    with pytest.raises(ExportError) as caught:
        lba.export(full_blog(), name, **told)
    return str(caught.value)


def notes_of(name: str, **told: object) -> list[str]:
    notes: list[Note] = []
    for _ in exporter(name).write(full_blog(), told, notes.append):
        pass
    return [f"{note.code}: {note.text}" for note in notes]


class TestEntries:
    def test_formats_for_readers_leave_out_what_is_not_published_and_say_how_many(self) -> None:
        assert {entry.status for entry in full_blog().entries} == {"published", "deleted", "draft"}
        assert [note for note in notes_of("ical") if note.startswith("entries-")] == [
            "entries-left-out: ical: 1 draft, left out (entries=all)",
            "entries-left-out: ical: 1 deleted, left out (entries=all)",
        ]

    @pytest.mark.parametrize("name", ["jsonld", "xml"])
    def test_lossless_formats_hold_all_of_them_unless_asked(self, name: str) -> None:
        blog = full_blog()
        assert notes_of(name) == []
        assert lba.parse(lba.export(blog, name)) == blog
        published = tuple(entry for entry in blog.entries if entry.status == "published")
        read = lba.parse(lba.export(blog, name, entries="published"))
        assert evolve(read, capture=blog.capture) == evolve(blog, entries=published)

    def test_a_calendar_holds_what_was_asked_for(self) -> None:
        blog = full_blog()
        some, every = (lba.export(blog, "ical", entries=told).decode() for told in ("published", "all"))
        assert "STATUS:CANCELLED" not in some
        assert "STATUS:CANCELLED" in every

    def test_a_briefing_holds_what_was_asked_for(self) -> None:
        blog = full_blog()
        assert len(lba.export(blog, "pdf")) < len(lba.export(blog, "pdf", entries="all"))


class TestRefusals:
    def test_an_unknown_option_is_answered_with_the_known_ones(self) -> None:
        assert refusal("jsonld", colour="red") == "jsonld: unknown option 'colour'; use one of: entries, history"
        assert refusal("ical", colour="red") == (
            "ical: unknown option 'colour'; use one of: entries, start, end, days, key, ids, text, profile, history"
        )

    def test_a_value_that_is_none_of_the_choices_is_answered_with_them(self) -> None:
        assert refusal("ical", profile="x") == "ical: option profile cannot be 'x'; use one of: events, journal"
        assert refusal("ical", history="x") == (
            "ical: option history cannot be 'x'; export a version of an archive, which knows it"
        )

    def test_a_language_that_is_no_text_is_refused(self) -> None:
        assert refusal("pdf", language=5) == "pdf: option language cannot be 5; give a text"

    def test_an_option_that_no_format_of_several_has_is_refused(self) -> None:
        chosen = [exporter("xml"), exporter("ical")]
        assert common_options(chosen, {"profile": "journal"}) == [{}, {"profile": "journal"}]
        with pytest.raises(ExportError) as caught:
            common_options(chosen, {"colour": "red"})
        assert str(caught.value) == (
            "xml, ical: unknown option 'colour'; use one of: "
            "entries, stylesheet, start, end, days, key, ids, text, profile"
        )
        with pytest.raises(ExportError, match="option profile cannot be 'x'"):
            common_options(chosen, {"profile": "x"})

    def test_what_no_text_can_be_is_not_offered_to_who_can_only_give_texts(self) -> None:
        chosen = [exporter("jsonld")]
        with pytest.raises(ExportError) as caught:
            common_options(chosen, {"history": "yes"})
        assert str(caught.value) == "jsonld: option history can be no text; use one of: entries"
        assert common_options(chosen, {"history": History()}) == [{"history": History()}]
        with pytest.raises(ExportError) as caught:
            common_options(chosen, {"colour": 5})
        assert str(caught.value) == "jsonld: unknown option 'colour'; use one of: entries, history"

    @pytest.mark.parametrize("told", [{"mark_changes": True}, {"previous_name": "v1"}])
    def test_changes_since_nothing_cannot_be_told(self, told: dict[str, object]) -> None:
        (name,) = told
        message = f"pdf: option {name} without an earlier capture; give one: previous="
        assert refusal("pdf", **told) == message
        with pytest.raises(ExportError):
            lba.stream(full_blog(), "pdf", **told)  # before the first piece is asked for
        with pytest.raises(ExportError):
            lba.batch("nowhere", "out", to="pdf", options=told)
        assert common_options([exporter("pdf")], told) == [told]  # what it is since may be found out by reading

    def test_what_is_no_earlier_capture_is_refused(self) -> None:
        assert refusal("pdf", previous=5) == "pdf: option previous cannot be 5; give a LiveBlog"


def test_options_take_text_as_a_command_line_gives_it() -> None:
    from attrs import frozen

    @frozen(kw_only=True)
    class Sample(CommonOptions):
        bold: bool = flag(False)
        fonts: tuple[str, ...] = paths()

    asked = made(Sample, "sample", {"bold": "yes", "fonts": "a, b"})
    assert asked == made(Sample, "sample", {"bold": True, "fonts": [Path("a"), "b"]})
    assert asked == Sample(bold=True, fonts=("a", "b"))
    assert made(Sample, "sample", {"fonts": Path("a")}) == made(Sample, "sample", {"fonts": [Path("a")]})
    assert made(Sample, "sample", {"bold": None, "fonts": None}) == Sample()
    for told, message in [
        ({"bold": "maybe"}, "sample: option bold cannot be 'maybe'; use yes or no"),
        ({"bold": 1}, "sample: option bold cannot be 1; use yes or no"),
        (
            {"fonts": "a,,b"},
            "sample: option fonts cannot be 'a,,b'; give paths, between commas where they are one text",
        ),
        ({"fonts": 5}, "sample: option fonts cannot be 5; give paths, between commas where they are one text"),
        ({"fonts": [5]}, "sample: option fonts cannot be [5]; give paths, between commas where they are one text"),
    ]:
        with pytest.raises(ExportError) as caught:
            made(Sample, "sample", told)
        assert str(caught.value) == message


def test_every_format_has_the_common_option() -> None:
    assert {row.name: row.options().entries for row in EXPORTERS} == {
        "pdf": "published",
        "jsonld": "all",
        "xml": "all",
        "ical": "published",
        "html": "published",
        "newsml": "published",
        "tei": "published",
    }
    assert issubclass(exporter("pdf").options, ReaderOptions)
