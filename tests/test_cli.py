"""The command line, as a person, a script and a pipe use it."""

import errno
import io
import os
import pty
import re
import runpy
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Never

import click
import lxml.etree
import orjson
import pypdf
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import api, cli, exporters
from liveblog_archive.citation import STYLES
from liveblog_archive.cli import reading, terminal
from liveblog_archive.cli.parameters import in_arguments, note_line
from liveblog_archive.exporters import EXPORTERS
from liveblog_archive.exporters.options import CommonOptions, Notify
from liveblog_archive.identity import snapshot_id
from liveblog_archive.importers import IMPORTERS
from liveblog_archive.model import Entry, LiveBlog, Note
from tests.samples import full_blog
from tests.storm import BLOG_ID, PATH, TEXT, ZONE, python

TOLD = ["--timezone", ZONE, "--id", BLOG_ID]


class Outcome(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    output: bytes
    errors: str

    @property
    def json(self) -> object:
        return orjson.loads(self.output)


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the user works in, with the live blog as storm.txt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "storm.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line, run in this process."""

    def run(*arguments: str) -> Outcome:
        code = cli.run(list(arguments))
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out, captured.err.decode())

    return run


@pytest.fixture
def blog() -> LiveBlog:
    return lba.parse(TEXT, timezone=ZONE, id=BLOG_ID)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def complaint(outcome: Outcome) -> str:
    """Return the error that a run ended with: one line on standard error, exit code 2, nothing printed."""
    assert (outcome.code, outcome.output) == (2, b"")
    assert outcome.errors.startswith("liveblog-archive: ")
    assert outcome.errors.endswith("\n")
    line = outcome.errors.removesuffix("\n").removeprefix("liveblog-archive: ")
    assert line.isprintable()
    return line


# convert

LOST = {"ical": "not-carried: ical: has no place for introduction\n"}


def test_convert_writes_all_four_formats_at_once(run: Run, folder: Path, blog: LiveBlog) -> None:
    outcome = run("convert", "storm.txt", *TOLD, "-o", "a.pdf", "-o", "a.jsonld", "-o", "a.xml", "-o", "a.ics")
    assert outcome == (0, b"", LOST["ical"])
    assert names(folder) == ["a.ics", "a.jsonld", "a.pdf", "a.xml", "storm.txt"]
    assert len(pypdf.PdfReader("a.pdf").pages) >= 1
    assert len(orjson.loads(Path("a.jsonld").read_bytes())["liveBlogUpdate"]) == 2
    assert len(lxml.etree.parse("a.xml").findall("{*}entry")) == 2
    assert Path("a.ics").read_bytes().count(b"BEGIN:VEVENT\r\n") == 2
    for name, format_ in (("a.pdf", "pdf"), ("a.jsonld", "jsonld"), ("a.xml", "xml"), ("a.ics", "ical")):
        assert Path(name).read_bytes() == lba.export(blog, format_)


def test_what_was_written_is_read_again(run: Run, blog: LiveBlog) -> None:
    assert run("convert", "storm.txt", *TOLD, "-o", "a.jsonld").code == 0
    assert run("convert", "a.jsonld", "-o", "a.xml").code == 0
    assert run("convert", "a.xml", "-o", "b.jsonld").code == 0
    assert Path("a.jsonld").read_bytes() == Path("b.jsonld").read_bytes()
    assert lba.read("a.xml") == blog


def test_every_option_reaches_the_importer(run: Run) -> None:
    Path("bridge.txt").write_bytes("14:05: Κλειστή η γέφυρα.\n14:20: Ανοιχτή ξανά.\n".encode("cp1253"))
    outcome = run(
        "convert", "bridge.txt", "--timezone", "Europe/Athens", "--language", "el", "--date", "2026-03-03",
        "--order", "manual", "--title", "Η γέφυρα", "--url", "https://news.example/bridge", "--id", BLOG_ID,
        "--encoding", "cp1253", "--from", "text", "-o", "bridge.xml",
    )  # fmt: skip
    assert outcome == (0, b"", "")
    told = {
        "timezone": "Europe/Athens", "language": "el", "date": "2026-03-03", "order": "manual", "title": "Η γέφυρα",
        "url": "https://news.example/bridge", "id": BLOG_ID, "encoding": "cp1253", "format": "text",
    }  # fmt: skip
    assert lba.read("bridge.xml") == lba.read("bridge.txt", **told)  # type: ignore[arg-type]


def test_to_names_the_format_where_the_suffix_does_not_tell(run: Run, blog: LiveBlog) -> None:
    assert run("convert", "storm.txt", *TOLD, "--to", "xml", "-o", "storm.liveblog").code == 0
    assert Path("storm.liveblog").read_bytes() == lba.export(blog, "xml")


@pytest.mark.parametrize("format_", [row.name for row in EXPORTERS])
def test_minus_is_standard_output(run: Run, folder: Path, blog: LiveBlog, format_: str) -> None:
    outcome = run("convert", "storm.txt", *TOLD, "--to", format_, "-o", "-")
    assert outcome == (0, lba.export(blog, format_), LOST.get(format_, ""))
    assert names(folder) == ["storm.txt"]


@pytest.mark.parametrize("more", [[], ["--to", "xml", "-o", "a.xml"], ["--to", "xml", "--json"]])
def test_standard_output_takes_one_format_and_nothing_else(run: Run, folder: Path, more: list[str]) -> None:
    assert complaint(run("convert", "storm.txt", *TOLD, "-o", "-", *more)) == (
        "standard output takes one format: give -o - once, with --to and without --json; "
        "see liveblog-archive convert --help"
    )
    assert names(folder) == ["storm.txt"]


def test_the_same_output_twice_is_refused(run: Run, folder: Path) -> None:
    Path("link.xml").symlink_to("a.xml")
    for other in ("a.xml", "./a.xml", str(folder / "a.xml"), "link.xml"):
        assert complaint(run("convert", "storm.txt", *TOLD, "-o", "a.xml", "-o", other)) == (
            f"{other}: two outputs are one file; name each output once"
        )
    assert names(folder) == ["link.xml", "storm.txt"]


def test_an_existing_output_is_refused_before_anything_is_read(run: Run, folder: Path) -> None:
    Path("b.xml").write_bytes(b"mine")
    assert complaint(run("convert", "no such source", "-o", "a.xml", "-o", "b.xml")) == (
        "b.xml: it exists already; use --force to replace it, or another name"
    )
    assert Path("b.xml").read_bytes() == b"mine"
    assert names(folder) == ["b.xml", "storm.txt"]


def test_force_replaces_what_exists_and_keeps_links(run: Run, blog: LiveBlog) -> None:
    Path("real.xml").write_bytes(b"mine")
    Path("link.xml").symlink_to("real.xml")
    assert run("convert", "storm.txt", *TOLD, "--force", "-o", "link.xml").code == 0
    assert Path("link.xml").is_symlink()
    assert Path("real.xml").read_bytes() == lba.export(blog, "xml")


@pytest.mark.parametrize(
    "asked",
    [
        ("convert", "storm.txt", "--to", "pdf", "-o", "./storm.txt"),
        ("convert", "storm.txt", "-o", "storm.xml"),
        ("brief", "storm.txt", "-o", "storm.txt"),
        ("brief", "other.txt", "--since", "storm.txt", "-o", "storm.txt"),
        ("cite", "storm.txt", "-o", "storm.txt"),
    ],
)
def test_not_even_force_replaces_what_is_read(run: Run, folder: Path, asked: tuple[str, ...]) -> None:
    Path("storm.xml").symlink_to("storm.txt")
    line = complaint(run(*asked, *TOLD, "--force"))
    assert line == f"{asked[-1]}: it is what is read, and would be lost; name another file"
    assert Path("storm.txt").read_text("utf-8") == TEXT
    assert names(folder) == ["storm.txt", "storm.xml"]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("none/a.xml", "none/a.xml: the folder {folder}/none does not exist; create it first"),
        ("storm.txt/a.xml", "storm.txt/a.xml: {folder}/storm.txt is a file, not a folder; name another folder"),
        ("folder.xml", "folder.xml: a folder, not a file; name a file in it"),
        (
            "a.docx",
            "a.docx: no format has the suffix '.docx'; use one of .pdf, .jsonld, .json, .xml, .ics, .html, .htm, ",
        ),
        ("a", "a: no format has the suffix ''; use one of .pdf, "),
        ("", "no format has the suffix ''; use one of .pdf, "),
        ("a\0b.xml", r"a\x00b.xml: cannot be written: embedded null "),
    ],
)
def test_an_output_that_cannot_be_is_refused(run: Run, folder: Path, output: str, message: str) -> None:
    Path("folder.xml").mkdir()
    line = complaint(run("convert", "storm.txt", *TOLD, "--force", "-o", "a.pdf", "-o", output))
    assert line.startswith(message.format(folder=folder))
    assert names(folder) == ["folder.xml", "storm.txt"]


def test_an_unknown_format_is_refused(run: Run, folder: Path) -> None:
    written = ", ".join(row.name for row in EXPORTERS)
    assert complaint(run("convert", "storm.txt", *TOLD, "--to", "docx", "-o", "a.docx")) == (
        f"unknown format 'docx'; use one of: {written}"
    )
    known = ", ".join(row.name for row in IMPORTERS)
    assert complaint(run("convert", "storm.txt", *TOLD, "--from", "docx", "-o", "a.xml")) == (
        f"unknown format 'docx'; use one of: {known}"
    )
    assert names(folder) == ["storm.txt"]


def fail(problem: BaseException) -> Callable[[LiveBlog, Sequence[Entry], CommonOptions, Notify], Iterator[bytes]]:
    """Return an exporter that breaks off after its first bytes."""

    def write(blog: LiveBlog, chosen: Sequence[Entry], options: CommonOptions, notify: Notify) -> Iterator[bytes]:
        yield b"begun"
        raise problem

    return write


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Lets the iCalendar exporter break off with a problem."""

    def breaking(problem: BaseException) -> None:
        broken = exporters.Exporter(
            "ical", (".ics",), "text/calendar", "broken", "options.CommonOptions", fail(problem)
        )
        monkeypatch.setattr(exporters, "EXPORTERS", (*EXPORTERS[:3], broken))

    return breaking


def test_when_one_output_fails_none_is_written(
    run: Run, folder: Path, breaking: Callable[[BaseException], None]
) -> None:
    breaking(lba.ExportError("it cannot be", "ical", "try another"))
    outcome = run("convert", "storm.txt", *TOLD, "-o", "a.pdf", "-o", "a.xml", "-o", "a.ics", "-o", "a.jsonld")
    assert complaint(outcome) == "ical: it cannot be; try another"
    assert names(folder) == ["storm.txt"]


def test_an_interrupt_is_130_and_leaves_nothing_behind(
    run: Run, folder: Path, breaking: Callable[[BaseException], None]
) -> None:
    breaking(KeyboardInterrupt())
    assert run("convert", "storm.txt", *TOLD, "-o", "a.xml", "-o", "a.ics") == (130, b"", "\n")
    assert names(folder) == ["storm.txt"]


def test_a_full_disk_is_one_line_and_leaves_nothing_behind(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert complaint(run("convert", "storm.txt", *TOLD, "-o", "a.xml")) == (
        "a.xml: cannot be written: No space left on device; check its folder and the disk"
    )
    assert names(folder) == ["storm.txt"]


def test_another_failure_of_the_system_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> Never:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "fonts/NotoSans-Regular.ttf")

    monkeypatch.setattr(api, "parse", missing)
    saved = os.dup(1)
    outcome = run("convert", "storm.txt", *TOLD, "-o", "a.xml")
    os.dup2(saved, 1)
    os.close(saved)
    assert complaint(outcome) == (
        "fonts/NotoSans-Regular.ttf: No such file or directory; check the disk and the permissions"
    )


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "Resource temporarily unavailable"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), "Broken pipe"),
        (OSError("no semaphores"), "no semaphores"),
    ],
)
def test_a_failure_that_names_no_file_is_not_that_of_standard_output(
    run: Run, monkeypatch: pytest.MonkeyPatch, problem: OSError, said: str
) -> None:
    def refuse(*_: object, **__: object) -> Never:
        raise problem

    monkeypatch.setattr(api, "parse", refuse)
    outcome = run("convert", "storm.txt", *TOLD, "-o", "a.xml")
    assert complaint(outcome) == f"the operating system: {said}; check the disk and the permissions"


def test_notes_are_told_on_standard_error(run: Run) -> None:
    outcome = run("convert", "storm.txt", "--timezone", ZONE, "--notes", "--to", "xml", "-o", "-")
    assert outcome.code == 0
    lines = outcome.errors.splitlines()
    assert "line 3: day-heading: March 3, 2026" in lines
    assert any(line.startswith("blog-id-derived: the id urn:uuid:") for line in lines)
    assert outcome.output == lba.export(lba.parse(TEXT, timezone=ZONE), "xml")


@pytest.mark.parametrize("command", ["convert", "brief"])
def test_times_whose_day_is_not_known_are_told_in_one_line(run: Run, command: str) -> None:
    Path("undated.txt").write_text("7h00 - One\nA.\n7h05 - Two\nB.\n7h10 - Three\nC.\n", "utf-8")
    told = "date-missing: no day is printed above the first times, so they have no value: give --date\n"
    outcome = run(command, "undated.txt", "--timezone", ZONE, "-o", "a.pdf")
    assert (outcome.code, outcome.errors) == (0, told)
    assert run(command, "undated.txt", "--timezone", ZONE, "--date", "2026-03-03", "-o", "b.pdf").errors == ""
    noted = run(command, "undated.txt", "--timezone", ZONE, "-o", "c.pdf", "--notes").errors
    assert noted.count("date-missing") == 1


def test_a_blog_that_was_not_captured_has_no_notes(run: Run, blog: LiveBlog) -> None:
    lba.write(evolve(blog, capture=None), "bare.xml")
    assert run("convert", "bare.xml", "--notes", "-o", "a.jsonld") == (0, b"", "")


def test_json_sums_up_for_machines(run: Run, blog: LiveBlog) -> None:
    outcome = run("convert", "storm.txt", *TOLD, "-o", "a.pdf", "-o", "a.xml", "--json")
    assert blog.capture is not None
    assert outcome.json == {
        "id": BLOG_ID,
        "snapshot": str(snapshot_id(blog)),
        "entries": 2,
        "order": blog.order,
        "outputs": ["a.pdf", "a.xml"],
        "notes": [{"code": note.code, "line": note.line, "text": note.text} for note in blog.capture.notes],
    }


def test_a_file_name_that_is_no_text_is_written_and_shown_with_a_substitute(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"storm-\xff.xml")
    outcome = run("convert", "storm.txt", *TOLD, "-o", name, "--json")
    assert isinstance(outcome.json, dict)
    assert outcome.json["outputs"] == ["storm-\ufffd.xml"]
    assert (folder / name).exists()
    assert complaint(run("convert", os.fsdecode(b"gone-\xff.txt"), "-o", "a.xml")) == (
        r"gone-\udcff.txt: no such file; check the path"
    )


@pytest.mark.parametrize("command", [["site", "kept"], ["batch", "pages"], ["archive", "bag", "kept", "-o"]])
def test_a_folder_whose_name_is_no_text_is_written_and_shown_with_a_substitute(
    run: Run, folder: Path, command: list[str]
) -> None:
    (folder / "pages").mkdir()
    lba.write(lba.parse(TEXT, timezone=ZONE, id=BLOG_ID), "pages/storm.jsonld")
    lba.Archive("kept").deposit(lba.read("pages/storm.jsonld"))
    name = os.fsdecode(b"made-\xff")
    outcome = run(*command, name, "--json")
    assert (outcome.code, (folder / name).is_dir()) == (0, True)
    assert "made-\ufffd" in str(outcome.json)


def test_an_index_whose_name_is_no_text_is_made_and_shown_with_a_substitute(run: Run, folder: Path) -> None:
    lba.Archive("kept").deposit(lba.parse(TEXT, timezone=ZONE, id=BLOG_ID))
    outcome = run("index", os.fsdecode(b"index-\xff"), "kept", "--json")
    assert outcome.json == {"index": "index-\ufffd", "entries": 2, "parquet": None}


# brief


def test_brief_writes_a_pdf_beside_its_source(run: Run, folder: Path, blog: LiveBlog) -> None:
    assert run("brief", "storm.txt", *TOLD) == (0, b"", "")
    assert (folder / "storm.pdf").read_bytes() == lba.export(blog, "pdf")


def test_brief_writes_where_it_is_told(run: Run, blog: LiveBlog) -> None:
    assert run("brief", "storm.txt", *TOLD, "-o", "briefing", "--json", "--notes").code == 0
    assert Path("briefing").read_bytes() == lba.export(blog, "pdf")
    assert run("brief", "storm.txt", *TOLD, "-o", "-") == (0, lba.export(blog, "pdf"), "")


def test_a_briefing_is_not_called_what_it_is_not(run: Run, folder: Path) -> None:
    assert complaint(run("brief", "storm.txt", *TOLD, "-o", "storm.html")) == (
        "-o storm.html: a briefing is a PDF; convert writes other formats; see liveblog-archive brief --help"
    )
    assert names(folder) == ["storm.txt"]


@pytest.mark.parametrize(
    ("place", "source", "made"),
    [
        ("", "kept.2026", "kept.2026.pdf"),
        ("", "kept.2026/", "kept.2026.pdf"),
        ("", "./kept.2026", "kept.2026.pdf"),
        ("kept.2026", ".", "kept.2026.pdf"),
        ("pages", "../kept.2026", "kept.2026.pdf"),
        ("kept.2026/extensions", "..", "kept.2026.pdf"),
        ("pages", "../kept.2026/extensions/..", "kept.2026.pdf"),
    ],
)
def test_brief_of_an_archive_stands_beside_it_under_its_whole_name(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, place: str, source: str, made: str
) -> None:
    lba.Archive("kept.2026").deposit(lba.parse(TEXT, timezone=ZONE, id=BLOG_ID))
    (folder / "kept.2026" / "extensions").mkdir(exist_ok=True)
    (folder / "pages").mkdir()
    monkeypatch.chdir(folder / place)
    assert run("brief", source).code == 0
    assert (folder / made).is_file()


def test_brief_of_an_archive_may_go_to_standard_output(run: Run) -> None:
    assert run("archive", "add", "kept", "storm.txt", *TOLD).code == 0
    assert run("brief", "kept", "-o", "briefing.pdf").code == 0
    assert run("brief", "kept", "-o", "-") == (0, Path("briefing.pdf").read_bytes(), "")


def test_brief_does_not_replace_unasked(run: Run) -> None:
    Path("storm.pdf").write_bytes(b"mine")
    assert complaint(run("brief", "storm.txt", *TOLD)).startswith("storm.pdf: it exists already; use --force")
    assert Path("storm.pdf").read_bytes() == b"mine"
    assert run("brief", "storm.txt", *TOLD, "--force").code == 0


def test_brief_needs_a_name_for_standard_input(run: Run) -> None:
    assert complaint(run("brief", "-")) == (
        "standard input has no name to call the briefing after; give -o OUT.pdf; see liveblog-archive brief --help"
    )


@pytest.mark.parametrize("source", [".", "..", "/"])
def test_brief_of_a_folder_that_is_no_archive_is_refused(run: Run, source: str) -> None:
    assert "archive" in complaint(run("brief", source, "-o", "briefing.pdf"))
    assert not Path("briefing.pdf").exists()


def test_brief_of_a_path_that_is_none_is_refused(run: Run) -> None:
    assert complaint(run("brief", "", *TOLD)) == "an empty path; give that of a file"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("https://news.example/live", "an address, and nothing is fetched; save the page first, and give its file"),
        ("gone/storm.txt", "no such file; check the path"),
    ],
)
def test_brief_says_that_there_is_no_source_before_it_says_where_no_briefing_can_be(
    run: Run, source: str, message: str
) -> None:
    assert complaint(run("brief", source, *TOLD)) == f"{source}: {message}"


def test_brief_has_its_options_by_name(run: Run, blog: LiveBlog) -> None:
    named = (
        "--paper",
        "letter",
        "--density",
        "compact",
        "--light-cover",
        "--labels",
        "fr",
        "--print-order",
        "source",
    )
    assert run("brief", "storm.txt", *TOLD, *named).code == 0
    options = {"paper": "letter", "density": "compact", "dark_cover": False, "language": "fr", "order": "source"}
    assert Path("storm.pdf").read_bytes() == lba.export(blog, "pdf", **options)
    day, first = str(blog.days()[0]), blog.entries[0].id
    chosen = (
        "--day",
        day,
        "--entry",
        first,
        "--containing",
        "ferry",
        "--start",
        day,
        "--large-print",
        "--entries",
        "all",
    )
    assert run("brief", "storm.txt", *TOLD, *chosen, "--force").code == 0
    selected = {"days": day, "ids": first, "text": "ferry", "start": day, "large_print": True, "entries": "all"}
    assert Path("storm.pdf").read_bytes() == lba.export(blog, "pdf", **selected)


def test_brief_says_in_a_line_when_nothing_is_selected(run: Run) -> None:
    assert "no entry is selected" in complaint(run("brief", "storm.txt", *TOLD, "--key"))
    assert "--start cannot be 'noon'" in complaint(run("brief", "storm.txt", *TOLD, "--start", "noon"))
    assert not Path("storm.pdf").exists()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("--day", "x"), "pdf: --day cannot be 'x'; write a day as 2026-03-04, several as 2026-03-04,2026-03-05"),
        (("--set", "days=x"), "pdf: --set days cannot be 'x'; write a day as "),
        (("--start", "noon"), "pdf: --start cannot be 'noon'; write it as 2026-03-04T15:30, or as a day: 2026-03-04"),
        (("--start", "2026-03-05", "--end", "2026-03-04"), "--end: the selection ends before it starts; give a "),
        (
            ("--set", "start=2026-03-05", "--set", "end=2026-03-04"),
            "--set end: the selection ends before it starts; ",
        ),
        (("--labels", "tlh"), "--labels: no labels in the language 'tlh'; use one of en, "),
        (("--set", "previous=x"), "pdf: --set previous can be no text; use one of: "),
        (("--set", "mark-changes=1"), "pdf: --set mark-changes without an earlier capture; give one: brief --since"),
    ],
)
def test_errors_of_options_of_formats_name_them_as_they_were_typed(
    run: Run, typed: tuple[str, ...], message: str
) -> None:
    assert complaint(run("brief", "storm.txt", *TOLD, *typed)).startswith(message)
    assert not Path("storm.pdf").exists()
    if typed[0] == "--set":
        assert complaint(run("convert", "storm.txt", *TOLD, *typed, "-o", "storm.pdf")).startswith(message)


def test_brief_since_a_file_tells_what_changed(run: Run, folder: Path, blog: LiveBlog) -> None:
    later = TEXT.replace("has left the harbour", "has left the harbour with nine people")
    (folder / "later.txt").write_text(later, encoding="utf-8")
    assert run("brief", "later.txt", *TOLD, "--since", "storm.txt") == (0, b"", "")
    current = lba.revise(blog, lba.parse(later, timezone=ZONE, id=BLOG_ID))
    assert Path("later.pdf").read_bytes() == lba.export(current, "pdf", previous=blog, mark_changes=True)


def test_brief_since_a_file_of_another_blog_is_refused(run: Run, folder: Path) -> None:
    other = "Polls close\n\n5 May 2027\n\n18:00: The doors are shut.\n\n18:20: Counting has begun.\n"
    (folder / "other.txt").write_text(other, encoding="utf-8")
    assert "captures of two blogs" in complaint(run("brief", "other.txt", "--timezone", ZONE, "--since", "storm.txt"))
    assert not Path("other.pdf").exists()


def test_brief_since_a_record_takes_the_reading_options_for_the_text_alone(run: Run, blog: LiveBlog) -> None:
    assert run("brief", "storm.txt", *TOLD, "--since", "storm.txt", "-o", "text.pdf").code == 0
    lba.write(blog, "storm.jsonld")
    assert run("brief", "storm.txt", *TOLD, "--since", "storm.jsonld", "-o", "record.pdf") == (0, b"", "")
    assert Path("record.pdf").read_bytes() == Path("text.pdf").read_bytes()


def test_convert_joins_a_text_with_a_record(run: Run, blog: LiveBlog) -> None:
    lba.write(blog, "storm.jsonld")
    later = "4 March 2026\n9 a.m.: The ferry is afloat.\n"
    Path("later.txt").write_text(later, encoding="utf-8")
    assert run("convert", "storm.jsonld", "later.txt", *TOLD, "-o", "both.xml").code == 0
    merged = lba.merge([blog, lba.parse(later, timezone=ZONE, id=BLOG_ID)])
    assert lba.read("both.xml") == merged
    assert len(merged.entries) == len(blog.entries) + 1


def test_brief_of_an_archive_is_of_its_latest_version(run: Run, folder: Path, blog: LiveBlog) -> None:
    later = TEXT.replace("has left the harbour", "has left the harbour with nine people")
    (folder / "later.txt").write_text(later, encoding="utf-8")
    assert run("archive", "add", "kept", "storm.txt", *TOLD).code == 0
    assert run("brief", "kept").code == 0
    kept = lba.Archive("kept")
    [first] = kept.versions()
    assert Path("kept.pdf").read_bytes() == lba.export(kept.blog(first), "pdf")
    assert complaint(run("brief", "kept", "--since", "v1", "--force")) == (
        "kept: no earlier version 'v1'; v1 is the first: nothing is known to have changed before"
    )
    assert run("archive", "add", "kept", "later.txt", *TOLD).code == 0
    previous, latest = map(kept.blog, kept.versions())
    assert run("brief", "kept/", "--force", "--id", BLOG_ID).code == 0
    assert Path("kept.pdf").read_bytes() == lba.export(latest, "pdf", previous=previous)
    for name in ("v1", "1", first.snapshot.short):
        assert run("brief", "kept", "--force", "--since", name).code == 0
        assert Path("kept.pdf").read_bytes() == lba.export(
            latest, "pdf", previous=previous, previous_name="v1", mark_changes=True
        )
    assert (
        complaint(run("brief", "kept", "--force", "--since", "v7")) == "kept: no earlier version 'v7'; name one of v1"
    )


def test_brief_of_an_archive_is_of_the_version_that_is_told(run: Run, folder: Path) -> None:
    for number, words in enumerate(("left", "left at last", "left with nine"), start=1):
        name = f"{number}.txt"
        (folder / name).write_text(TEXT.replace("has left the harbour", f"has {words} the harbour"), encoding="utf-8")
        assert run("archive", "add", "kept", name, *TOLD).code == 0
    first, second, _ = map((kept := lba.Archive("kept")).blog, kept.versions())
    assert run("brief", "kept", "--version", "v1").code == 0
    assert Path("kept.pdf").read_bytes() == lba.export(first, "pdf")
    assert run("brief", "kept", "--version", "2", "--force").code == 0
    assert Path("kept.pdf").read_bytes() == lba.export(second, "pdf", previous=first, previous_name="v1")
    assert run("brief", "kept", "--version", "2", "--since", "v1", "--force").code == 0
    changed = lba.export(second, "pdf", previous=first, previous_name="v1", mark_changes=True)
    assert Path("kept.pdf").read_bytes() == changed
    for arguments, told in (
        (["--version", "2", "--since", "v3"], "kept: no earlier version 'v3'; name one of v1"),
        (["--version", "7"], f"{BLOG_ID}: there is no version 7, of 3; list the versions"),
    ):
        assert complaint(run("brief", "kept", *arguments, "--force")) == told
    assert complaint(run("brief", "storm.txt", *TOLD, "--version", "1")).startswith(
        "--version is of a blog in an archive, and IN is none"
    )


def test_brief_of_an_archive_takes_no_reading_options(run: Run) -> None:
    assert run("archive", "add", "kept", "storm.txt", *TOLD).code == 0
    assert complaint(run("brief", "kept", "--timezone", ZONE)) == (
        "an archive states by itself what --timezone would; see liveblog-archive brief --help"
    )


# cite


def test_cite_cites_the_blog(run: Run, blog: LiveBlog) -> None:
    assert run("cite", "storm.txt", *TOLD) == (0, f"{lba.cite(blog)}\n".encode(), "")


def test_cite_cites_an_entry_by_its_id_or_the_end_of_it(run: Run, blog: LiveBlog) -> None:
    entry = blog.entries[0]
    for name in (entry.id, entry.id[-12:]):
        assert run("cite", "storm.txt", *TOLD, name) == (0, f"{lba.cite(blog, entry.id)}\n".encode(), "")


def test_cite_cites_a_paragraph(run: Run, blog: LiveBlog) -> None:
    entry = blog.entries[0]
    outcome = run("cite", "storm.txt", *TOLD, entry.id, "--paragraph", "2", "--style", "apa")
    assert outcome.output.decode() == lba.cite(blog, entry.id, style="apa", paragraph=2) + "\n"
    assert "para. 2" in outcome.output.decode()


@pytest.mark.parametrize("style", STYLES)
def test_cite_prints_every_style_as_it_stands(run: Run, blog: LiveBlog, style: str) -> None:
    name = blog.entries[0].id
    cited = lba.cite(blog, name, style=style)
    assert run("cite", "storm.txt", *TOLD, name, "--style", style).output.decode() == cited.rstrip("\n") + "\n"
    assert style in run("cite", "--help").output.decode()


def test_cite_takes_a_style_as_people_write_it(run: Run) -> None:
    asked = run("cite", "storm.txt", *TOLD, "--style", "APA")
    assert (asked.code, asked.output) == (0, run("cite", "storm.txt", *TOLD, "--style", "apa").output)


@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_cite_all_prints_a_line_for_every_entry(run: Run, blog: LiveBlog, style: str) -> None:
    outcome = run("cite", "storm.txt", *TOLD, "--all", "--style", style)
    assert outcome.output.decode().splitlines() == [lba.cite(blog, entry.id, style=style) for entry in blog.entries]


@pytest.mark.parametrize("style", ["ris", "bibtex"])
def test_cite_all_prints_records_one_after_another(run: Run, blog: LiveBlog, style: str) -> None:
    outcome = run("cite", "storm.txt", *TOLD, "--all", "--style", style)
    assert outcome.output.decode() == "".join(lba.cite(blog, entry.id, style=style) for entry in blog.entries)


def test_cite_all_prints_one_array_of_csl_json(run: Run, blog: LiveBlog) -> None:
    outcome = run("cite", "storm.txt", *TOLD, "--all", "--style", "csl-json")
    one_by_one = [orjson.loads(lba.cite(blog, entry.id, style="csl-json")) for entry in blog.entries]
    assert outcome.json == [item for array in one_by_one for item in array]
    assert len(one_by_one) == 2


@pytest.mark.parametrize(
    ("name", "style"),
    [("refs.bib", "bibtex"), ("refs.RIS", "ris"), ("refs.json", "csl-json"), ("refs.txt", "chicago")],
)
def test_cite_writes_a_file_in_the_style_of_its_suffix(run: Run, folder: Path, name: str, style: str) -> None:
    assert run("cite", "storm.txt", *TOLD, "--all", "-o", name) == (0, b"", "")
    assert (folder / name).read_bytes() == run("cite", "storm.txt", *TOLD, "--all", "--style", style).output


def test_cite_writes_a_file_in_the_style_that_is_told_and_replaces_one_only_if_told(run: Run, folder: Path) -> None:
    (folder / "refs.txt").write_text("mine")
    assert complaint(run("cite", "storm.txt", *TOLD, "-o", "refs.txt")).startswith("refs.txt: it exists already")
    assert (folder / "refs.txt").read_text() == "mine"
    assert run("cite", "storm.txt", *TOLD, "-o", "refs.txt", "--style", "mla", "--force").code == 0
    assert (folder / "refs.txt").read_bytes() == run("cite", "storm.txt", *TOLD, "--style", "mla").output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "refs.bib", "--json"], "--json prints ids and citations: give it without --output"),
        (["-o", "refs.bib", "--style", "vancouver"], "unknown citation style 'vancouver'"),
        (["-o", "no/folder/refs.bib"], "no/folder/refs.bib: the folder "),
    ],
)
def test_cite_refuses_a_file_before_it_reads_anything(run: Run, arguments: list[str], message: str) -> None:
    assert complaint(run("cite", "gone.txt", *TOLD, *arguments)).startswith(message)


def test_cite_cites_words(run: Run, blog: LiveBlog) -> None:
    words = " ".join(blog.entries[0].body[0].text.split()[:7])
    quote = lba.quote(blog, words)
    for style in ("apa", "ris"):
        outcome = run("cite", "storm.txt", *TOLD, "--quote", words, "--style", style)
        assert outcome.output.decode() == lba.cite(blog, quote, style=style).rstrip("\n") + "\n"
    told = run("cite", "storm.txt", *TOLD, quote.entry, "--paragraph", "1", "--quote", words, "--json").json
    assert told == {"id": quote.entry, "style": "chicago", "citation": lba.cite(blog, quote)}


def test_cite_says_in_what_the_words_are_set_otherwise_than_they_stand(run: Run) -> None:
    Path("said.txt").write_text("March 4, 2026\n3:20 p.m.: The guard said: “It’s – over”.\n", encoding="utf-8")
    outcome = run("cite", "said.txt", *TOLD, "--quote", 'said: "It\'s - over"', "--style", "csl-json")
    assert outcome.errors == (
        "liveblog-archive: cited as it stands, with other quotation marks, apostrophes, dashes than were given: "
        "said: “It’s – over”\n"
    )
    assert outcome.json[0]["custom"]["quote"] == "said: “It’s – over”"
    assert run("cite", "said.txt", *TOLD, "--quote", "said: “It’s – over”").errors == ""
    absent = complaint(run("cite", "said.txt", *TOLD, "--quote", "the guard said: it is over"))
    assert "is not there; the nearest is “The guard said: “It’s – over”.” in paragraph 1 of " in absent


def test_cite_names_the_entry_that_a_mistyped_id_or_an_address_is_of(run: Run, folder: Path, blog: LiveBlog) -> None:
    first = evolve(blog.entries[0], url="https://news.example/storm#post-1")
    lba.write(evolve(blog, entries=[first, *blog.entries[1:]]), "storm.jsonld")
    assert complaint(run("cite", "storm.jsonld", str(first.url))) == (
        f"{first.url}: no entry with this id; it is the address of an entry: give its id, {first.id}"
    )
    assert run("archive", "add", "kept", "storm.jsonld").code == 0
    local = first.id[-12:]
    assert complaint(run("cite", "kept", local.upper())) == (
        f"{local.upper()}: no entry with this id; the nearest is {local}"
    )
    version = lba.Archive("kept").ledger().sightings(first.id)[0].version.short
    assert complaint(run("cite", "kept", version)).startswith(f"{version}: no entry with this id")


def test_cite_cites_the_place_that_is_told_of_words_that_stand_often(run: Run, blog: LiveBlog) -> None:
    assert complaint(run("cite", "storm.txt", *TOLD, "--quote", "the")).endswith(
        "or give entry, paragraph or occurrence"
    )
    outcome = run("cite", "storm.txt", *TOLD, "--quote", "the", "--occurrence", "2")
    assert outcome.output.decode() == lba.cite(blog, lba.quote(blog, "the", occurrence=2)) + "\n"


def test_cite_json_names_what_it_cites(run: Run, blog: LiveBlog) -> None:
    assert run("cite", "storm.txt", *TOLD, "--json").json == {
        "id": blog.id,
        "style": "chicago",
        "citation": lba.cite(blog),
    }
    assert run("cite", "storm.txt", *TOLD, "--json", "--all", "--style", "mla").json == [
        {"id": entry.id, "style": "mla", "citation": lba.cite(blog, entry.id, style="mla")} for entry in blog.entries
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nosuchentry0"], "nosuchentry0: no entry with this id; take it from an export, or the last 12"),
        ([""], "ENTRY is empty: give the id of an entry, or leave it out to cite the blog"),
        (
            ["The bridge is shut."],
            "ENTRY is words, and no id: to cite words, give them with --quote; see liveblog",
        ),
        (["--occurrence", "1"], "--occurrence says which place of --quote is meant: give both"),
        (["--all", "nosuchentry0"], "--all cites every entry: give it without ENTRY, --paragraph and --quote"),
        (["--all", "--paragraph", "1"], "--all cites every entry: give it without ENTRY, --paragraph and --quote"),
        (["--paragraph", "1"], f"{BLOG_ID}: paragraph 1 of no entry; paragraphs are counted within an entry"),
        (
            ["--paragraph", "two"],
            "Invalid value for '--paragraph': 'two' is not a valid integer; see liveblog-archive",
        ),
        (["--style", "harvard"], "unknown citation style 'harvard'; use one of: apa, chicago, mla, bibtex, ris, csl"),
    ],
)
def test_what_cannot_be_cited_is_refused(run: Run, arguments: list[str], message: str) -> None:
    assert complaint(run("cite", "storm.txt", *TOLD, *arguments)).startswith(message)


# formats, help, version, misuse


def test_formats_lists_what_is_read_and_written(run: Run) -> None:
    lines = run("formats").output.decode().splitlines()
    assert [line.split()[:2] for line in lines] == [
        *(["read", row.name] for row in IMPORTERS),
        *(["write", row.name] for row in EXPORTERS),
    ]
    for line, row in zip(lines, (*IMPORTERS, *EXPORTERS), strict=True):
        assert set(line.split()) >= {*row.suffixes, row.media_type}
        assert line.endswith(f" {row.description}")


def test_formats_lists_them_for_machines(run: Run) -> None:
    listed = run("formats", "--json").json
    assert listed == [
        {
            "direction": direction,
            "name": row.name,
            "suffixes": list(row.suffixes),
            "media_type": row.media_type,
            "description": row.description,
            "known_by": getattr(row, "sign", None),
        }
        for direction, table in (("read", IMPORTERS), ("write", EXPORTERS))
        for row in table
    ]


@pytest.mark.parametrize("command", [[], ["convert"], ["brief"], ["cite"], ["diff"], ["formats"]])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself(run: Run, command: list[str], option: str) -> None:
    outcome = run(*command, option)
    assert (outcome.code, outcome.errors) == (0, "")
    assert outcome.output.startswith(f"Usage: {' '.join(['liveblog-archive', *command])} [OPTIONS]".encode())


@pytest.mark.parametrize("command", [[], ["archive"]])
def test_every_command_is_described_in_one_line_of_a_terminal(
    run: Run, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, _, listed = run(*command, "--help").output.decode().partition("Commands:\n")
    lines = listed.splitlines()
    assert len(lines) >= 8
    assert [line for line in lines if not re.fullmatch(r"  [a-z]+ +[A-Z].*[^.]\.", line) or len(line) > 80] == []


@pytest.mark.parametrize("command", [["convert"], ["archive", "export"]])
def test_a_command_that_writes_names_every_format(run: Run, command: list[str]) -> None:
    shown = run(*command, "--help").output.decode().lower().replace("-", "")
    assert [row.name for row in EXPORTERS if row.name not in shown] == []


def test_without_arguments_it_explains_itself(run: Run) -> None:
    assert run() == run("--help")
    assert run("archive") == run("archive", "--help")


INSPECTED = """\
format     text
because    neither markup, JSON nor an archive
bytes      312
"""


def test_inspect_tells_what_a_file_is_and_why(run: Run, folder: Path) -> None:
    size = (folder / "storm.txt").stat().st_size
    done = run("inspect", "storm.txt", *TOLD)
    assert done.code == 0
    assert done.output.decode().startswith(INSPECTED.replace("312", str(size)))
    assert f"id         {BLOG_ID}\n" in done.output.decode()
    assert "entries    2\nstatuses   2 published\n" in done.output.decode()
    assert "\nurl " not in done.output.decode()


def test_inspect_tells_machines_the_same(run: Run) -> None:
    facts = run("inspect", "storm.txt", *TOLD, "--json").json
    assert isinstance(facts, dict)
    assert (facts["format"], facts["entries"], facts["id"], facts["url"]) == ("text", 2, BLOG_ID, None)
    assert facts["first"] == "2026-03-03T12:20:00+00:00"


def test_inspect_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_standard_input", TEXT.encode)
    assert b"entries    2\n" in run("inspect", "-", *TOLD).output


def test_inspect_takes_a_mapping_or_a_format(run: Run, folder: Path) -> None:
    (folder / "posts.json").write_bytes(b'{"events": [{"id": 1, "text": "Aground."}]}')
    assert run("inspect", "posts.json", "--mapping", "tickaroo", "--json").json["format"] == "mapping"  # type: ignore[index]
    assert complaint(run("inspect", "posts.json")).startswith("posts.json: JSON, but of no format that is known")
    assert complaint(run("inspect", "posts.json", "--from", "bbc")).startswith("posts.json: no entry found")


def test_several_inputs_are_pages_of_one_blog(run: Run, folder: Path) -> None:
    more = TEXT.replace("3:45 p.m.", "4:45 p.m.").replace("first lifeboat", "second lifeboat")
    (folder / "later.txt").write_text(more, encoding="utf-8")
    outcome = run("convert", "storm.txt", "later.txt", "-o", "storm.jsonld", *TOLD, "--json")
    assert outcome.json["entries"] == 3  # type: ignore[index]
    assert complaint(run("convert", "storm.txt", "none.txt", "-o", "-", "--to", "xml", *TOLD)).startswith(
        "none.txt: "
    )


def test_every_command_is_tested_here() -> None:
    assert sorted(cli.commands.commands) == [
        "archive", "batch", "brief", "cite", "convert", "diff", "formats", "index", "inspect", "search", "site",
        "validate",
    ]  # fmt: skip


@pytest.mark.parametrize("command", ["convert", "cite"])
def test_a_command_is_imported_without_the_others(command: str) -> None:
    code = (
        f"import sys; from liveblog_archive.cli import commands; commands.commands[{command!r}]; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = {name.removeprefix("liveblog_archive.") for name in done.stdout.split()}
    assert f"cli.{command}" in found
    assert not found & {"archive", "cli.archive", "cli.brief", "identity.matching"}


def test_the_version_is_the_library_s(run: Run) -> None:
    assert run("--version") == (0, f"liveblog-archive, version {lba.__version__}\n".encode(), "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convertt"], "No such command 'convertt'"),
        (["convert", "storm.txt"], "Missing option '-o' / '--output'; see liveblog-archive convert --help"),
        (["convert"], "Missing argument 'IN...'; see liveblog-archive convert --help"),
        (
            ["convert", "storm.txt", "--order", "up"],
            "Invalid value for '--order': 'up' is not one of 'newest-first', ",
        ),
        (["formats", "--xml"], "No such option"),
    ],
)
def test_misuse_is_one_line_that_says_where_help_is(run: Run, arguments: list[str], message: str) -> None:
    line = complaint(run(*arguments))
    assert line.startswith(message)
    assert re.search(r"; see liveblog-archive( \w+)? --help$", line)


def test_main_exits_with_the_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments, code in ((["formats"], 0), (["nonsense"], 2)):
        with pytest.raises(SystemExit) as given:
            cli.main(arguments)
        monkeypatch.setattr(sys, "argv", ["liveblog-archive", *arguments])
        with pytest.raises(SystemExit) as found:
            cli.main()
        assert (given.value.code, found.value.code) == (code, code)


def test_the_package_is_run_as_the_command(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "argv", ["__main__.py", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("liveblog_archive", run_name="__main__")
    assert (left.value.code, capsysbinary.readouterr().out.split()[0]) == (0, b"liveblog-archive,")


# Bad input: one clear line that says what, where and what to do

ZONED = ["--timezone", ZONE]
GUARDED = "March 3, 2026\n3:20 p.m.: Il café è aperto.\n3:45 p.m.: Il ponte è chiuso.\n"


@pytest.mark.parametrize(
    ("data", "told", "message"),
    [
        (b"", ZONED, "in.txt: no text in it; give "),
        (b" \r\n\t\n\xc2\xa0\n", ZONED, "in.txt: no text in it; give "),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", ZONED, "in.txt: a picture; copy the text "),
        (b"PK\x03\x04\x14\x00\x06\x00", ZONED, "in.txt: a damaged ZIP archive: File is not a zip file; get it again"),
        (bytes(range(255, 127, -1)), ZONED, "in.txt, byte "),
        (b"3:20 p.m.: One.\n3:21 p.m.: T\0wo.\n", ZONED, "in.txt, line 2: a binary file: control character U+0000; "),
        (GUARDED.encode("latin-1"), ZONED, "in.txt, byte 31: not UTF-8 text: "),
        (GUARDED.encode(), [*ZONED, "--encoding", "ascii"], "in.txt, byte 31: not ascii text: "),
        (GUARDED.encode(), [*ZONED, "--encoding", "klingon"], "in.txt: unknown encoding 'klingon'; name one "),
        (TEXT.encode(), [], "in.txt: no time zone is given"),
        (
            TEXT.encode(),
            ["--timezone", "Mars/Base"],
            "--timezone: unknown time zone 'Mars/Base'; give an IANA ",
        ),
        (b"Nothing here has a time.\nNor has this.\n", ZONED, "in.txt: no entry found: "),
        (b"March 3, 2026\n25:61: One.\n3:45 p.m.: Two.\n", ZONED, "in.txt, line 2: 25:61"),
        (TEXT.encode(), [*ZONED, "--date", "3 March"], "date '3 March' is not a day; write it as 2021-11-16"),
        (
            TEXT.encode(),
            [*ZONED, "--id", "my storm"],
            "--id: not a blog id: 'my storm'; give an absolute URI ",
        ),
        (
            TEXT.encode(),
            [*ZONED, "--language", "en_GB!"],
            "language 'en_GB!' is not known; give a BCP 47 tag such as en or pt-BR",
        ),
        (TEXT.encode(), [*ZONED, "--title", " "], "--title: empty text; give text"),
        (b"{}", [], "in.txt: "),
        (b'{"@context": ', [], "in.txt"),
        (b"<liveBlog", [], "in.txt"),
        (b"<html><body>14:05</body></html>", [], "in.txt"),
        (
            b'{"@context": {}, "format": 1}',
            ZONED,
            "in.txt: timezone is given, but the format jsonld states it itself; leave it out",
        ),
    ],
)
def test_bad_input_is_one_clear_line(run: Run, folder: Path, data: bytes, told: list[str], message: str) -> None:
    Path("in.txt").write_bytes(data)
    line = complaint(run("convert", "in.txt", *told, "-o", "a.pdf", "-o", "a.xml"))
    assert line.startswith(message)
    assert "; " in line  # what to do
    assert names(folder) == ["in.txt", "storm.txt"]


def test_a_source_that_is_not_there_or_is_a_folder_is_refused(run: Run, folder: Path) -> None:
    assert complaint(run("cite", "gone.txt", *TOLD)) == "gone.txt: no such file; check the path"
    assert (
        complaint(run("cite", str(folder), *TOLD))
        == f"{folder}: a folder, not a file; give a file in it, or all of it to batch"
    )
    assert complaint(run("brief", str(folder), *TOLD)) == (
        f"{folder}: not an archive of live blogs, and not empty; name an archive, or a new folder"
    )


def test_an_archive_is_cited_as_its_latest_version_is(run: Run, blog: LiveBlog) -> None:
    Path("later.txt").write_text(TEXT.replace("has left the harbour", "has left the harbour with nine people"))
    assert run("archive", "add", "kept", "storm.txt", "later.txt", *TOLD).code == 0
    assert run("archive", "export", "kept", "-o", "latest.jsonld").code == 0
    for told in ([], ["--all"], [blog.entries[0].id, "--style", "apa"], ["-o", "storm.bib", "--force"]):
        assert run("cite", "kept", *told) == run("cite", "latest.jsonld", *told)
        assert run("cite", "kept", *told).code == 0


@pytest.mark.parametrize("command", [["cite"], ["brief"]])
def test_of_several_blogs_in_an_archive_an_option_says_which_is_meant(run: Run, command: list[str]) -> None:
    for name in ("tag:a.example,2026:a", "tag:a.example,2026:b"):
        assert run("archive", "add", "kept", "storm.txt", *TOLD, "--id", name).code == 0
    assert complaint(run(*command, "kept")) == (
        "kept: it holds 2 blogs; say which is meant with --id, such as --id tag:a.example,2026:a"
    )
    assert run(*command, "kept", "--id", "tag:a.example,2026:b").code == 0


@pytest.mark.parametrize(
    "command", [["inspect", "kept"], ["diff", "kept", "storm.txt"], ["convert", "kept", "-o", "a.xml"]], ids=" ".join
)
def test_an_archive_where_a_file_is_expected_is_called_that(run: Run, command: list[str]) -> None:
    assert run("archive", "add", "kept", "storm.txt", *TOLD).code == 0
    assert complaint(run(*command, *TOLD)) == (
        "kept: an archive, not a file; write a version of a blog in it to a file with: archive export"
    )


def test_a_source_that_may_not_be_read_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> Never:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert complaint(run("cite", "storm.txt", *TOLD)) == (
        "storm.txt: cannot be read: Permission denied; check the path and its permissions"
    )


def test_an_error_that_quotes_the_input_stays_one_line(run: Run) -> None:
    assert complaint(run("cite", "storm.txt", "--timezone", "a\nb\x1b[2J")) == (
        r"--timezone: unknown time zone 'a\nb\x1b[2J'; give an IANA key such as Asia/Yerevan or UTC"
    )


def test_control_characters_in_text_are_carried_by_each_format_s_rule(run: Run) -> None:
    """A form feed between words, a bell and an escape: rare enough for text, and never dropped."""
    Path("odd.txt").write_text(TEXT + "3:50 p.m.: Ring \a the\fbell \x1b now, _x0007_ times.\n", encoding="utf-8")
    outputs = ["-o", "a.pdf", "-o", "a.jsonld", "-o", "a.xml", "-o", "a.ics"]
    assert run("convert", "odd.txt", *TOLD, *outputs).code == 0
    written = "Ring \a the\fbell \x1b now, _x0007_ times."
    shown = "Ring [U+0007] the[U+000C]bell [U+001B] now, _x0007_ times."
    assert lba.read("a.jsonld").entries[-1].text == written
    assert rb"Ring \u0007 the\fbell \u001b now, _x0007_ times." in Path("a.jsonld").read_bytes()
    assert lba.read("a.xml").entries[-1].text == written
    assert b"Ring _x0007_ the_x000C_bell _x001B_ now, _x005F_x0007_ times." in Path("a.xml").read_bytes()
    assert shown in Path("a.ics").read_bytes().replace(b"\r\n ", b"").decode().replace("\\,", ",")
    pages = " ".join(page.extract_text() for page in pypdf.PdfReader("a.pdf").pages)
    assert shown in " ".join(pages.split())


# Standard input and output, pipes and terminals: in processes of their own


def test_minus_is_standard_input(folder: Path, blog: LiveBlog) -> None:
    arguments = ["convert", "-", *TOLD, "--to", "xml", "-o", "-"]
    done = python("-m", "liveblog_archive", *arguments, cwd=folder, data=TEXT.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, lba.export(blog, "xml"), b"")


def test_an_error_in_standard_input_is_placed_there(folder: Path) -> None:
    done = python("-m", "liveblog_archive", "cite", "-", *TOLD, cwd=folder, data=b"14:05 caf\xe9")
    assert complaint(Outcome(done.returncode, done.stdout, done.stderr.decode())).startswith(
        "standard input, byte 9: not UTF-8 text: "
    )


def test_standard_input_is_read_in_process_too(run: Run, folder: Path, blog: LiveBlog) -> None:
    saved = os.dup(0)
    with (folder / "storm.txt").open("rb") as file:
        os.dup2(file.fileno(), 0)
    outcome = run("cite", "-", *TOLD)
    os.dup2(saved, 0)
    os.close(saved)
    assert outcome.output.decode() == lba.cite(blog) + "\n"


@pytest.mark.parametrize("arguments", [["convert", "--to", "pdf", "-o", "-"], ["cite", "--all"], ["--help"]])
def test_a_reader_that_left_is_nothing_wrong(folder: Path, arguments: list[str]) -> None:
    """As `| head` does, once it has seen enough."""
    command, *options = arguments
    told = [] if command == "--help" else ["storm.txt", *TOLD]
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "liveblog_archive", command, *told, *options],
            cwd=folder, stdout=pipe, stderr=subprocess.PIPE, env=os.environ | PATH, check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("redirected", "code", "errors"),
    [
        ("convert storm.txt {told} --to pdf -o - >/dev/full", 2, "standard output: No space left on device; check "),
        ("cite storm.txt {told} >/dev/full", 2, "standard output: No space left on device; check "),
        ("--help >/dev/full", 2, "standard output: No space left on device; check "),
        ("convert storm.txt {told} -o a.xml >&- 2>&-", 0, ""),
        ("convert storm.txt {told} --to xml -o - >&-", 2, "standard output: Bad file descriptor; check "),
        ("convert storm.txt {told} -o a.xml --json >&- <&-", 2, "standard output: Bad file descriptor; check "),
        ("formats >&-", 2, "standard output: Bad file descriptor; check "),
        ("formats >&- 2>&-", 2, ""),
        ("--help >&-", 2, "standard output: Bad file descriptor; check "),
        ("convert - {told} -o a.xml <&-", 2, "standard input: cannot be read: "),
    ],
)
def test_a_stream_that_is_full_or_closed_is_one_line_at_most(
    folder: Path, redirected: str, code: int, errors: str
) -> None:
    script = f'"{sys.executable}" -m liveblog_archive {redirected.format(told=" ".join(TOLD))}'
    done = subprocess.run(
        ["sh", "-c", script], cwd=folder, capture_output=True, env=os.environ | PATH, check=False, timeout=60
    )
    lines = done.stderr.decode().splitlines()
    assert done.returncode == code
    assert [line.startswith(f"liveblog-archive: {errors}") for line in lines] == ([True] if errors else [])


@pytest.mark.parametrize(
    ("problem", "code", "errors"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
        (
            OSError(errno.ENOSPC, "No space left"),
            2,
            "liveblog-archive: standard output: No space left; check the disk and the permissions\n",
        ),
    ],
)
def test_a_lost_output_is_given_up(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: OSError,
    code: int,
    errors: str,
) -> None:
    class Lost(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, _: object) -> Never:
            raise problem

    saved = os.dup(1)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Lost()))  # type: ignore[type-var]
    given = cli.run(["cite", "storm.txt", *TOLD])
    os.dup2(saved, 1)
    os.close(saved)
    assert (given, capsys.readouterr().err) == (code, errors)


def test_a_closed_output_takes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = os.dup(1)
    monkeypatch.setattr(sys, "stdout", None)
    given = cli.run(["formats"])
    os.dup2(saved, 1)
    os.close(saved)
    assert (given, capsys.readouterr().err.partition(";")[0]) == (
        2,
        "liveblog-archive: standard output: Bad file descriptor",
    )


def test_what_is_printed_is_utf_8_whatever_the_locale(folder: Path) -> None:
    done = python(
        "-m", "liveblog_archive", "cite", "storm.txt", *TOLD, "--all", cwd=folder,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“Statement by the Harbour Board,”" in done.stdout.decode("utf-8")


def test_a_message_that_the_terminal_cannot_show_is_escaped(folder: Path) -> None:
    done = python(
        "-m", "liveblog_archive", "cite", "Заветный.txt", cwd=folder,
        env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode("ascii").splitlines() == [
        r"liveblog-archive: \u0417\u0430\u0432\u0435\u0442\u043d\u044b\u0439.txt: no such file; check the path"
    ]


def on_a_terminal(*arguments: str, cwd: Path) -> tuple[int, str]:
    """Run the command line with its standard error on a terminal; return its exit code and what was shown."""
    terminal, its_end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "liveblog_archive", *arguments],
        cwd=cwd, stdout=subprocess.PIPE, stderr=its_end, env=os.environ | PATH,
    ) as process:  # fmt: skip
        os.close(its_end)
        shown = b""
        with open(terminal, "rb", buffering=0) as screen:
            try:
                while piece := screen.read(1024):
                    shown += piece
            except OSError:  # how Linux says that the other end of a terminal is closed
                pass
        assert process.stdout is not None
        process.stdout.read()
    return process.returncode, shown.decode()


def test_progress_is_shown_on_a_terminal_and_cleared(folder: Path) -> None:
    code, shown = on_a_terminal("convert", "storm.txt", *TOLD, "-o", "a.xml", cwd=folder)
    steps = shown.split("\r\x1b[2K")
    assert code == 0
    assert steps[:2] == ["", "reading storm.txt"]
    assert re.fullmatch(r"a\.xml: \d+ kB", steps[2])
    assert steps[-1] == ""


def test_an_error_on_a_terminal_stands_on_a_cleared_line(folder: Path) -> None:
    code, shown = on_a_terminal("convert", "gone.txt", *TOLD, "-o", "a.xml", cwd=folder)
    assert code == 2
    assert shown.split("\r\x1b[2K")[-1] == "liveblog-archive: gone.txt: no such file; check the path\r\n"


def test_no_progress_is_shown_in_a_pipe(folder: Path) -> None:
    done = python("-m", "liveblog_archive", "convert", "storm.txt", *TOLD, "-o", "a.xml", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_progress_is_told_a_few_times_a_second(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([10.0, 10.1, 10.3])
    monkeypatch.setattr(os, "isatty", lambda descriptor: descriptor == 2)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(click, "echo", lambda message, **_: print(message, end="", file=sys.stderr))
    with terminal.Progress() as progress:
        for size in (1000, 2000, 4000):
            progress.wrote("a.xml", size)
    assert capsys.readouterr().err.split("\r\x1b[2K") == ["", "a.xml: 1 kB", "a.xml: 7 kB", ""]


class TestOptionsOfFormats:
    def test_each_format_gets_the_options_that_it_has(self, run: Run, folder: Path) -> None:
        outcome = run("convert", "storm.txt", *TOLD, "-o", "a.xml", "-o", "a.ics", "--set", "profile=journal")
        assert outcome == (0, b"", LOST["ical"])
        assert b"BEGIN:VEVENT" not in (folder / "a.ics").read_bytes()

    def test_one_that_no_format_has_is_refused_before_anything_is_read(self, run: Run) -> None:
        asked = ("convert", "missing.txt", "-o", "a.xml", "-o", "a.ics", "--set")
        known = "entries, stylesheet, start, end, days, key, ids, text, profile"
        assert complaint(run(*asked, "colour=red")) == f"xml, ical: unknown option 'colour'; use one of: {known}"
        assert complaint(run(*asked, "profile=x")) == (
            "ical: --set profile cannot be 'x'; use one of: events, journal"
        )
        said = complaint(run("convert", "missing.txt", "-o", "a.pdf", "--set", "previous=x"))
        assert said.startswith("pdf: --set previous can be no text; use one of: entries, start, ")

    @pytest.mark.parametrize("word", ["profile", "=journal"])
    def test_what_is_no_setting_is_misuse(self, run: Run, word: str) -> None:
        assert complaint(run("convert", "storm.txt", "-o", "a.ics", "--set", word)) == (
            f"--set {word} is no NAME=VALUE; see liveblog-archive convert --help"
        )

    def test_what_is_left_out_is_told_on_standard_error(self, run: Run, folder: Path) -> None:
        (folder / "full.jsonld").write_bytes(lba.export(full_blog(), "jsonld"))
        code, _, messages = run("convert", "full.jsonld", "-o", "a.ics")
        assert (code, messages.splitlines()) == (
            0,
            [
                "entries-left-out: ical: 1 draft, left out (entries=all)",
                "entries-left-out: ical: 1 deleted, left out (entries=all)",
                "not-carried: ical: has no place for "
                "authors, introduction, coverage_start, coverage_end, declared_total",
            ],
        )
        assert lba.write(full_blog(), folder / "b.ics")[0].text == "ical: 1 draft, left out (entries=all)"


@pytest.mark.parametrize(
    ("remedy", "said"),
    [
        ("declare it, such as encoding='cp1251'", "declare it, such as --encoding cp1251"),
        ("give the id of the one that is meant: blog_id=", "give the id of the one that is meant: BLOG"),
        ("use overwrite=True to replace it", "use --force to replace it"),
        ("give fonts=cjk, after pip install 'x[cjk]'", "give --set fonts=cjk, after pip install 'x[cjk]'"),
        ("name it: format='text'", "name it: --from text"),
        ("name one with url=, or none", "name one with --url, or none"),
        ("use one job, jobs=1, and no other engine", "use one job, --jobs 1, and no other engine"),
        ("give its address: scheduler='tcp://HOST:8786'", "give its address: --scheduler tcp://HOST:8786"),
        ("list the versions", "list the versions"),
    ],
)
def test_remedies_are_told_in_words_of_the_command_line(remedy: str, said: str) -> None:
    assert in_arguments(remedy) == said


def test_what_a_note_asks_for_is_told_in_words_of_the_command_line_and_nothing_else_of_it() -> None:
    told = note_line(Note(code="x", text="https://a.example/?id=5: no day; give date= (--date)\n"))
    assert told == "x: https://a.example/?id=5: no day; give --date\\n"


@pytest.mark.parametrize(("flag", "value"), [("--timezone", "Nowhere"), ("--id", "storm")])
def test_a_value_that_is_none_is_placed_by_its_argument(run: Run, flag: str, value: str) -> None:
    assert complaint(run("inspect", "storm.txt", *TOLD, flag, value)).startswith(f"{flag}: ")


@pytest.mark.parametrize(
    "command",
    [
        ("convert", "-", "-", *TOLD, "-o", "storm.xml"),
        ("diff", "-", "-", *TOLD),
        ("brief", "-", "--since", "-", *TOLD, "-o", "storm.pdf"),
    ],
)
def test_standard_input_is_read_for_one_file_alone(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(reading, "read_standard_input", (folder / "storm.txt").read_bytes)
    before = sorted(folder.iterdir())
    assert complaint(run(*command)) == (
        f"standard input can be read once: give - once; see liveblog-archive {command[0]} --help"
    )
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("site", "kept", None), "OUT"),
        (("batch", "storm.txt", None), "DEST"),
        (("index", None, "kept"), "INDEX"),
        (("index", "index", "kept", "--parquet", None), "--parquet"),
        (("search", None, "ferry"), "INDEX"),
        (("archive", "add", None, "storm.txt", *TOLD), "ARCHIVE"),
        (("archive", "bag", "kept", "-o", None), "-o' / '--output"),
    ],
)
@pytest.mark.parametrize(
    ("place", "said"), [("", "an empty path"), ("-", "'-' is standard input or output, and no place")]
)
def test_a_folder_is_neither_a_stream_nor_by_default_the_one_that_one_is_in(
    run: Run, folder: Path, command: tuple[str | None, ...], name: str, place: str, said: str
) -> None:
    assert run("archive", "add", "kept", "storm.txt", *TOLD).code == 0
    before = sorted(folder.rglob("*"))
    line = complaint(run(*(place if one is None else one for one in command)))
    assert line.startswith(f"Invalid value for '{name}': {said}; see liveblog-archive {command[0]}")
    assert sorted(folder.rglob("*")) == before


def test_cite_writes_to_standard_output_where_it_is_told_to(run: Run) -> None:
    plain = run("cite", "storm.txt", *TOLD)
    assert run("cite", "storm.txt", *TOLD, "-o", "-") == plain
    assert not Path("-").exists()
