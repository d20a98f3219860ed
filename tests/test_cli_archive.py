"""The commands of the archive, and `diff`, as a person and a script use them."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import orjson
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import cli
from liveblog_archive.archive import Archive
from liveblog_archive.cli import reading, terminal
from liveblog_archive.identity import snapshot_id
from liveblog_archive.identity.annotation import to_annotation
from liveblog_archive.identity.quoting import quote
from liveblog_archive.model import Media
from tests.archive.captures import FAIR, FIRST, OTHER, SECOND, STORM, THIRD, ZONE, captured
from tests.storm import python

TOLD = ["--timezone", ZONE, "--id", STORM]
PAGE = "https://news.example/live/bridge"


class Outcome(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        return orjson.loads(self.output)

    @property
    def lines(self) -> list[str]:
        return self.output.splitlines()


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line, run in a folder with three captures of a storm and one of a fair."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("1", FIRST), ("2", SECOND), ("3", THIRD), ("fair", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    def run(*arguments: str) -> Outcome:
        code = cli.run(list(arguments))
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def filled(run: Run) -> Run:
    """The same, with an archive `a` of the storm's three captures."""
    assert run("archive", "add", "a", "1.txt", "2.txt", "3.txt", *TOLD).code == 0
    return run


def complaint(outcome: Outcome) -> str:
    """Return the error that a run ended with: one line on standard error, exit code 2."""
    assert outcome.code == 2
    assert outcome.errors.startswith("liveblog-archive: ")
    line = outcome.errors.removesuffix("\n").removeprefix("liveblog-archive: ")
    assert line.isprintable()
    return line


def entry_id(number: int, text: str = FIRST) -> str:
    return captured(text).entries[number].id


# add


def test_add_tells_what_each_capture_brought(run: Run) -> None:
    outcome = run("archive", "add", "a", "1.txt", "2.txt", "3.txt", *TOLD)
    assert outcome == (
        0,
        f"{STORM} v1: first, 4 entries\n"
        f"{STORM} v2: revision, 5 entries: 3 same, 1 edited, 1 inserted\n"
        f"{STORM} v3: revision, 4 entries: 4 same, 1 deleted\n",
        "",
    )
    archive = Archive("a")
    assert [archive.source(version) for version in archive.versions()] == [
        FIRST.encode(),
        SECOND.encode(),
        THIRD.encode(),
    ]
    assert archive.verify() == ()


def test_add_of_the_same_again_adds_nothing(filled: Run) -> None:
    outcome = filled("archive", "add", "a", "1.txt", "3.txt", *TOLD)
    assert outcome.lines == [
        f"{STORM} v1: is in the archive already; v3 is newer; if the page was put back, say when, with --created",
        f"{STORM} v3: is in the archive already",
    ]
    assert len(Archive("a").versions()) == 3
    later = (terminal.now() + timedelta(minutes=1)).isoformat()
    outcome = filled("archive", "add", "a", "1.txt", *TOLD, "--created", later)
    assert outcome.lines == [f"{STORM} v4: revision, 4 entries: 2 same, 1 edited, 1 deleted, 1 reinserted"]
    outcome = filled("archive", "add", "a", "2.txt", *TOLD, "--created", "2026-03-04T08:00:00+00:00")
    assert outcome.lines == [f"{STORM} v2: is in the archive already; v4 is newer"]


def test_add_tells_of_a_capture_before_an_entry_that_it_shows(run: Run) -> None:
    hours = ["--created", "2025-03-04T08:00:00+00:00"]
    outcome = run("archive", "add", "a", "1.txt", *TOLD, *hours)
    assert outcome.lines == [f"{STORM} v1: first, 4 entries"]
    last = max(one.time.value for one in Archive("a").blog(Archive("a").latest()).entries if one.time)
    assert outcome.errors == (
        f"1.txt: captured at 2025-03-04T08:00:00+00:00, before its last entry, of {last.isoformat()}: "
        "check --created, and the zone and the day of its times\n"
    )


def test_add_tells_of_an_old_capture_that_is_read_in_another_way(run: Run) -> None:
    hours = [f"2026-03-04T{hour}:00:00+00:00" for hour in ("08", "09")]
    for name, hour in zip(("1.txt", "2.txt"), hours, strict=True):
        run("archive", "add", "a", name, *TOLD, "--created", hour)
    outcome = run("archive", "add", "a", "1.txt", *TOLD, "--created", hours[0], "--title", "Storm")
    assert outcome == (0, f"{STORM} v1: is in the archive already, read in another way; v2 is newer\n", "")
    again = ("archive", "add", "a", "1.txt", *TOLD, "--created", hours[0], "--json")
    for title, otherwise in ((["--title", "Storm"], True), ([], False)):
        (record,) = run(*again, *title).json
        assert (record["version"], record["new"], record["read_in_another_way"]) == (1, False, otherwise)
    assert len(Archive("a").versions()) == 2


def test_add_tells_what_was_edited_above_the_entries(filled: Run, tmp_path: Path) -> None:
    """No entry has another version, and yet the page says something else."""
    (tmp_path / "4.txt").write_text(THIRD.replace("has reached", "has not reached"), encoding="utf-8")
    assert filled("archive", "add", "a", "4.txt", *TOLD).lines == [
        f"{STORM} v4: revision, 4 entries: 4 same; introduction edited"
    ]
    (tmp_path / "5.txt").write_text(f"{THIRD}\n", encoding="utf-8")
    (record,) = filled("archive", "add", "a", "5.txt", *TOLD, "--title", "Storm", "--json").json
    assert {part: [piece["kind"] for piece in pieces] for part, pieces in record["head"].items()} == {
        "title": ["added"],
        "introduction": ["same", "removed", "same"],
    }


def test_add_tells_machines_everything(filled: Run) -> None:
    created = ["--created", "2026-03-04T09:30:00+03:00"]
    (record,) = filled("archive", "add", "b", "1.txt", *TOLD, *created, "--json").json
    version = Archive("b").versions()[0]
    assert record == {
        "id": STORM, "version": 1, "created": "2026-03-04T06:30:00+00:00", "captured": "2026-03-04T06:30:00+00:00",
        "kind": "first", "snapshot": str(version.snapshot), "source": version.source, "importer": version.importer,
        "entries": 4, "changes": [], "head": {}, "new": True, "read_in_another_way": False,
        "source_kept": True,
    }  # fmt: skip
    (again,) = filled("archive", "add", "b", "1.txt", *TOLD, "--json").json
    assert again == record | {"new": False}
    (second,) = filled("archive", "add", "b", "2.txt", *TOLD, "--json").json
    assert [(change["kind"], change["changes"]) for change in second["changes"]] == [
        ("edited", ["edited"]),
        ("inserted", []),
    ]
    assert (second["captured"], second["kind"]) == (None, "revision")


def test_add_asks_the_clock_where_nobody_says_when_the_capture_was_made(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = terminal.now()
    assert (real.tzinfo, real.microsecond) == (UTC, 0)
    monkeypatch.setattr(terminal, "now", lambda: datetime(2026, 5, 7, 9, tzinfo=UTC))
    filled("archive", "add", "b", "1.txt", *TOLD)
    assert filled("archive", "list", "b").lines[1].startswith("  v1  deposited 2026-05-07T09:00:00+00:00  first")


def test_a_time_that_nobody_states_is_unknown(run: Run) -> None:
    Archive("b").deposit(captured(FIRST), FIRST.encode())
    assert run("archive", "list", "b").lines[1] == "  v1  time unknown  first  4 entries"
    (blog,) = run("archive", "list", "b", "--json").json
    assert (blog["versions"][0]["created"], blog["versions"][0]["captured"]) == (None, None)


def test_a_record_is_added_without_the_source_that_it_was_made_from(filled: Run) -> None:
    assert filled("archive", "export", "a", "-o", "3.jsonld").code == 0
    outcome = filled("archive", "add", "b", "3.jsonld")
    assert outcome.lines == [f"{STORM} v1: first, 4 entries; without its source"]
    archive = Archive("b")
    assert archive.source(archive.versions()[0]) is None
    assert [entry.id for entry in archive.blog(archive.versions()[0]).entries] == [
        entry.id for entry in Archive("a").blog(Archive("a").versions()[2]).entries
    ]


def test_standard_input_is_added(run: Run, tmp_path: Path) -> None:
    done = python("-m", "liveblog_archive", "archive", "add", "a", "-", *TOLD, cwd=tmp_path, data=FIRST.encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{STORM} v1: first, 4 entries\n", b"")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a"], "Missing argument 'IN...'; see liveblog-archive archive add --help"),
        (["a", "1.txt", "2.txt", "--created", "2026-03-04T09:30:00+03:00"], "--created is the time of one capture: "),
        (["a", "1.txt", "--created", "yesterday"], "not a time: 'yesterday'; write it as 2026-03-04T09:30:00+03:00"),
        (
            ["a", "1.txt", "--created", "2026-03-04T09:30"],
            "'2026-03-04T09:30' has no offset; write it ",
        ),
        (["a", "1.txt", "--created", "0001-01-01T00:00+04:00"], "created: in UTC, 0001-01-01T00:00:00+04:00 is in "),
        (["a", "1.txt", "--created", ""], "not a time: ''; write it as 2026-03-04T09:30:00+03:00"),
        (["a", "gone.txt"], "gone.txt: no such file; check the path"),
        (["1.txt", "1.txt"], "1.txt: cannot be read: Not a directory; give the folder of an archive"),
        ([".", "1.txt"], ".: not an archive of live blogs, and not empty; name an archive, or a new folder"),
    ],
)
def test_what_cannot_be_added_is_one_line(run: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    assert complaint(run("archive", "add", *arguments, *TOLD)).startswith(message)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.txt", "2.txt", "3.txt", "fair.txt"]


def test_no_archive_is_made_for_a_page_that_states_a_time_in_no_year(run: Run, tmp_path: Path) -> None:
    blog = captured(FIRST)
    assert blog.capture is not None
    late = evolve(blog.capture, retrieved=datetime.fromisoformat("9999-12-31T23:00:00-04:00"))
    lba.write(evolve(blog, capture=late), tmp_path / "late.xml")
    assert complaint(run("archive", "add", "a", "late.xml")).startswith("created: in UTC, 9999-12-31T23:00:00-04:00 ")
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (("--language", "french"), "language 'french' is not known; did you mean fr?"),
        (("--date", "3 March"), "date '3 March' is not a day; write it as 2021-11-16"),
        (("--url", "news.example"), "--url: 'news.example' is not the address of a page; give one such as https"),
    ],
)
def test_what_is_told_of_a_source_is_checked_before_it_is_kept(run: Run, told: tuple[str, str], message: str) -> None:
    assert complaint(run("archive", "add", "kept", "1.txt", *TOLD, *told)).startswith(message)
    assert not Path("kept").exists()


def test_a_capture_of_the_future_is_refused_but_for_clocks_that_differ(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "now", lambda: datetime(2026, 5, 7, 9, tzinfo=UTC))
    assert complaint(run("archive", "add", "a", "1.txt", *TOLD, "--created", "2026-05-07T09:05:01Z")) == (
        "1.txt: captured at 2026-05-07T09:05:01+00:00, which is not yet; state when it was captured, with --created"
    )
    assert not (tmp_path / "a").exists()
    assert run("archive", "add", "a", "1.txt", *TOLD, "--created", "2026-05-07T09:05:00Z").code == 0


def test_a_new_blog_whose_id_was_derived_is_told_with_what_stands_beside_it(filled: Run) -> None:
    outcome = filled("archive", "add", "a", "1.txt", "2.txt", "--timezone", ZONE)
    assert outcome.code == 0
    note, beside = outcome.errors.splitlines()
    assert note.startswith("1.txt: blog-id-derived: the id urn:uuid:")
    assert beside == "1.txt: a new blog, beside 1 blog in the archive; if it is one of them, name it with --id"
    (note,) = filled("archive", "add", "b", "fair.txt", "--timezone", ZONE).errors.splitlines()
    assert note.startswith("fair.txt: blog-id-derived: ")
    assert filled("archive", "add", "a", "fair.txt", "--timezone", ZONE, "--id", FAIR).errors == ""


GIVEN = ("--id", STORM)
IS_DERIVED = (
    "shares an id that was derived with the capture before it, and no entry; if it is another blog, name it with "
    "--id, in an archive without this version"
)
IS_GIVEN = (
    "shares neither the address nor any entry with the capture before it; if it is another blog, give it an --id of "
    "its own, in an archive without this version"
)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("storm.txt",), ("fair.txt",), IS_DERIVED),
        (("storm.txt", "--url", PAGE), ("fair.txt", "--url", f"{PAGE}/"), IS_DERIVED),
        (("storm.txt", "--url", PAGE), ("fair.txt", "--url", PAGE), ""),
        (("storm.txt", "--url", PAGE), ("later.txt", "--url", f"{PAGE}/"), ""),
        (("storm.txt", *GIVEN), ("fair.txt", *GIVEN), IS_GIVEN),
        (("storm.txt", "--url", PAGE, *GIVEN), ("fair.txt", "--url", f"{PAGE}/2", *GIVEN), IS_GIVEN),
        (("storm.txt", "--url", PAGE, *GIVEN), ("fair.txt", "--url", PAGE, *GIVEN), ""),
        (("storm.txt", "--url", PAGE, *GIVEN), ("later.txt", "--url", f"{PAGE}/2", *GIVEN), ""),
    ],
)
def test_a_capture_that_only_an_id_joins_to_the_last_is_told(
    run: Run, tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...], told: str
) -> None:
    storm = "09:05\nThe bridge is shut.\n"
    for name, text in (
        ("storm", storm),
        ("fair", "09:10\nThe gates open.\n"),
        ("later", f"{storm}\n09:20\nIt is open.\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(f"Live\n\n3 March 2026\n\n{text}", encoding="utf-8")
    options = ("--timezone", ZONE, "--title", "Live")
    assert run("archive", "add", "a", *first, *options).code == 0
    outcome = run("archive", "add", "a", *second, *options)
    assert (outcome.code, " v2: revision, " in outcome.output) == (0, True)
    assert outcome.errors == (f"fair.txt: {told}\n" if told else "")


def test_what_was_added_before_a_source_failed_is_told_machines(run: Run) -> None:
    outcome = run("archive", "add", "a", "1.txt", "gone.txt", "2.txt", *TOLD, "--json")
    assert complaint(outcome) == "gone.txt: no such file; check the path"
    assert [(record["version"], record["new"]) for record in outcome.json] == [(1, True)]
    assert run("archive", "add", "b", "gone.txt", *TOLD, "--json").json == []


def test_an_older_capture_is_one_line(filled: Run) -> None:
    assert filled("archive", "add", "b", "2.txt", *TOLD, "--created", "2026-03-04T09:30:00+03:00").code == 0
    outcome = filled("archive", "add", "b", "1.txt", *TOLD, "--created", "2026-03-04T09:00:00+03:00")
    assert complaint(outcome).startswith(f"{STORM}: captured at 2026-03-04T06:00:00+00:00, before version 1 at ")


# list, show


def test_list_names_every_blog_and_version(filled: Run) -> None:
    assert filled("archive", "add", "a", "fair.txt", "--timezone", ZONE, "--id", FAIR, "--title", "The fair",
                  "--created", "2026-05-01T12:00:00+03:00").code == 0  # fmt: skip
    lines = filled("archive", "list", "a").lines
    assert lines[0] == STORM
    assert lines[2].startswith("  v2  deposited 2")
    assert lines[2].endswith("+00:00  revision  5 entries  3 same, 1 edited, 1 inserted")
    assert lines[4:] == [f"{FAIR}  The fair", "  v1  captured 2026-05-01T09:00:00+00:00  first  2 entries"]
    listed = filled("archive", "list", "a", "--json").json
    assert [(blog["id"], blog["title"], len(blog["versions"])) for blog in listed] == [
        (STORM, None, 3), (FAIR, "The fair", 1),
    ]  # fmt: skip
    assert listed[1]["versions"][0]["captured"] == "2026-05-01T09:00:00+00:00"


def test_show_shows_a_blog_as_a_version_has_it(filled: Run) -> None:
    lines = filled("archive", "show", "a", STORM, "--version", "1").lines
    assert lines[0] == STORM
    assert lines[1].startswith("v1  deposited ")
    assert len(lines) == 2 + 4
    assert lines[3].split("  ")[2:] == [
        entry_id(1)[-12:], "2026-03-03 3:45 p.m.", "The first lifeboat has left the harbour with a crew of six.",
    ]  # fmt: skip
    record = filled("archive", "show", "a", STORM, "--json").json
    assert (record["version"], record["title"], len(record["entries"])) == (3, None, 4)
    assert record["entries"][0]["id"] == entry_id(0)


def test_show_shows_an_entry_and_its_history(filled: Run) -> None:
    lines = filled("archive", "show", "a", entry_id(1)[-12:]).lines
    assert lines[1] == "    The first lifeboat has left the harbour with a crew of seven."
    assert [line.split()[0] for line in lines[2:]] == ["v1", "v2", "v3"]
    assert [line.endswith("(shown)") for line in lines[2:]] == [False, False, True]
    assert "a crew of six" in filled("archive", "show", "a", entry_id(1), "--version", "1").lines[1]
    record = filled("archive", "show", "a", entry_id(1), "--json").json
    assert record["shown"] == 3
    assert record["record"]["id"] == entry_id(1)
    assert [one["version"] for one in record["history"]] == [1, 2, 3]
    assert record["history"][1]["id"] == record["history"][2]["id"] != record["history"][0]["id"]


def test_show_shows_a_deleted_entry_as_it_was_last(filled: Run) -> None:
    lines = filled("archive", "show", "a", entry_id(3)).lines
    assert [line.strip().split("  ")[0] for line in lines[2:]] == ["v1", "v2"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nobody"], "nobody: nothing in this archive has this id; look for a mistyped character"),
        (
            [f"{STORM}#z9z67x7bww3q"],
            f"{STORM}#z9z67x7bww3q: neither a blog nor an entry of this archive; list its blogs",
        ),
        ([STORM, "--version", "4"], f"{STORM}: there is no version 4, of 3; list the versions"),
        ([STORM, "--version", "0"], f"{STORM}: there is no version 0, of 3; list the versions"),
        ([entry_id(3), "--version", "3"], f"{entry_id(3)}: version 3 does not have this entry; show another version"),
    ],
)
def test_what_cannot_be_shown_is_one_line(filled: Run, arguments: list[str], message: str) -> None:
    assert complaint(filled("archive", "show", "a", *arguments)) == message


# resolve


def test_resolve_tells_what_became_of_quoted_text(filled: Run) -> None:
    outcome = filled("archive", "resolve", "a", "with a crew of six")
    assert (outcome.code, outcome.errors) == (1, "")
    lines = outcome.lines
    assert lines[0] == "altered: the words were changed"
    assert lines[1].startswith(f"  cited  {entry_id(1)}  version ")
    assert lines[2].startswith(f"  now    {entry_id(1)}  version ")
    assert lines[3] == "  words  with a crew of [-six-]{+seven+}"
    assert lines[4] == f"  v2  edited  {entry_id(1)[-12:]} -> {entry_id(1)[-12:]}"


def test_resolve_of_what_stands_is_no_finding(filled: Run) -> None:
    outcome = filled("archive", "resolve", "a", "a crew of seven")
    assert (outcome.code, outcome.lines[0]) == (0, "verified: stands as cited")
    outcome = filled("archive", "resolve", "a", entry_id(0))
    assert (outcome.code, outcome.lines[0]) == (0, "verified: the entry is here, and was never changed")


def test_resolve_of_an_id_alone_says_what_is_there(filled: Run) -> None:
    outcome = filled("archive", "resolve", "a", entry_id(1))
    one, other = (found.split()[1] for found in filled("archive", "show", "a", entry_id(1)).lines[-3:-1])
    assert outcome.code == 1
    assert outcome.lines[:2] == [
        f"present: the entry is here; no version was cited, and it was changed once: v1 {one}, v2 {other}",
        f"  cited  {entry_id(1)}",
    ]


def test_resolve_takes_a_whole_citation(filled: Run) -> None:
    blog = Archive("a").blog(Archive("a").versions(STORM)[0])
    outcome = filled("archive", "resolve", "a", lba.cite(blog, blog.entries[1]))
    assert (outcome.code, outcome.lines[0]) == (1, "altered: the words were changed")
    refused = complaint(filled("archive", "resolve", "a", lba.cite(blog), "--paragraph", "1"))
    assert refused.startswith("--entry, --paragraph and --occurrence are for quoted text")


def test_resolve_takes_a_citation_from_a_reference_manager(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it hands them over: an object without its list, or a file on standard input."""
    blog = Archive("a").blog(Archive("a").versions(STORM)[0])
    (record,) = orjson.loads(lba.cite(blog, blog.entries[1], style="csl-json"))
    whole = filled("archive", "resolve", "a", entry_id(1), "--json")
    outcome = filled("archive", "resolve", "a", orjson.dumps(record).decode(), "--json")
    assert (outcome.code, outcome.json["status"], outcome.json["entry"]) == (1, "altered", whole.json["entry"])
    for style in ("csl-json", "ris", "bibtex", "mla"):
        data = lba.cite(blog, blog.entries[1], style=style).encode()
        monkeypatch.setattr(reading, "read_standard_input", partial(bytes, data))
        again = filled("archive", "resolve", "a", "-", "--json")
        assert (again.code, again.json) == (1, outcome.json)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_resolve_reads_a_file_in_the_encoding_that_its_mark_says(
    filled: Run, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    blog = Archive("a").blog(Archive("a").versions(STORM)[0])
    made = lba.quote(blog, "a crew of six")
    for text in (lba.cite(blog, made, style="ris"), orjson.dumps(to_annotation(made)).decode()):
        monkeypatch.setattr(reading, "read_standard_input", partial(bytes, text.encode()))
        expected = filled("archive", "resolve", "a", "-").lines
        monkeypatch.setattr(reading, "read_standard_input", partial(bytes, text.encode(encoding)))
        assert filled("archive", "resolve", "a", "-").lines == expected
        assert any("[-six-]" in line for line in expected)


def test_resolve_takes_a_damaged_quote_for_no_citation(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry would be found in it, and the words that were quoted would be lost."""
    archive = Archive("a")
    data = orjson.dumps(to_annotation(quote(archive.blog(archive.versions()[0]), "a crew of six")))
    assert "CITED: not JSON" in complaint(filled("archive", "resolve", "a", data.decode()[:-1]))
    record = orjson.loads(data)
    del record["target"]["selector"]
    assert "no TextQuoteSelector" in complaint(filled("archive", "resolve", "a", orjson.dumps(record).decode()))
    monkeypatch.setattr(reading, "read_standard_input", partial(bytes, b"no id"))
    refused = complaint(filled("archive", "resolve", "a", "-"))
    assert refused.startswith("standard input: not JSON: ")
    assert refused.endswith("; give a quote as it was exported, or a whole citation")


def test_resolve_follows_a_deleted_entry(filled: Run) -> None:
    outcome = filled("archive", "resolve", "a", entry_id(3)[-12:])
    assert outcome.code == 1
    assert outcome.lines[0].startswith("deleted: ")
    record = filled("archive", "resolve", "a", entry_id(3), "--json").json
    assert (record["status"], record["now"], record["current"]) == ("deleted", [], None)
    assert [(step["version"], step["kind"]) for step in record["steps"]] == [(3, "deleted")]


def test_resolve_takes_a_quote_as_it_was_exported(filled: Run, tmp_path: Path) -> None:
    archive = Archive("a")
    annotation = orjson.dumps(to_annotation(quote(archive.blog(archive.versions()[0]), "a crew of six")))
    outcome = filled("archive", "resolve", "a", annotation.decode(), "--json")
    assert outcome.code == 1
    assert outcome.json["status"] == "altered"
    assert outcome.json["quote"]["type"] == "Annotation"
    assert [piece["kind"] for piece in outcome.json["difference"]] == ["same", "removed", "added"]
    done = python("-m", "liveblog_archive", "archive", "resolve", "a", "-", "--json", cwd=tmp_path, data=annotation)
    assert (done.returncode, orjson.loads(done.stdout)) == (1, outcome.json)


def test_words_in_an_archive_of_several_blogs_ask_for_the_option_by_its_name(filled: Run) -> None:
    assert filled("archive", "add", "a", "fair.txt", "--timezone", ZONE, "--id", FAIR).code == 0
    told = complaint(filled("archive", "resolve", "a", "aground on the"))
    assert told.startswith(f"the archive holds 2 blogs: say which is quoted, with --blog {STORM}")


def test_an_entry_that_is_gone_is_cited_in_the_version_that_had_it(filled: Run) -> None:
    for name in (entry_id(3), entry_id(3)[-12:]):
        assert complaint(filled("cite", "a", name)) == (
            f"{name}: version 3 does not have this entry; the last that has it is version 2; "
            "cite that with --version 2"
        )
        outcome = filled("cite", "a", name, "--version", "v2")
        assert (outcome.code, f"{entry_id(3)}." in outcome.output) == (0, True)
    assert "no entry with this id" in complaint(filled("cite", "a", "nosuchentry0"))
    assert "--version is of a blog in an archive" in complaint(filled("cite", "1.txt", *TOLD, "--version", "1"))


@pytest.mark.parametrize("command", [("archive", "show", "a", STORM), ("cite", "a")])
def test_a_version_is_named_as_listings_name_it(filled: Run, command: tuple[str, ...]) -> None:
    assert filled(*command, "--version", "v1") == filled(*command, "--version", "1")
    assert filled(*command, "--version", "v1") != filled(*command, "--version", "v2")
    assert "'first' is no version; write it as 1 or v1" in complaint(filled(*command, "--version", "first"))


def test_words_that_another_said_in_an_older_version_stand_and_are_told_with_it(run: Run, tmp_path: Path) -> None:
    for name, who in (("lane", "prosecutor, Ms Lane"), ("bell", "lawyer, Mr Bell")):
        said = f'9:00 a.m.: "He knew, and he kept silent," says the {who}.'
        text = f"March 3, 2026\n\n{said}\n9:30 a.m.: The court rises.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("archive", "add", "a", "lane.txt", "bell.txt", *TOLD).code == 0
    outcome = run("archive", "resolve", "a", "he kept silent")
    assert (outcome.code, outcome.lines[0]) == (0, "verified: stands as cited")
    cited, before, words = outcome.lines[1], *outcome.lines[3:]
    name, version = before.removeprefix("  before ").split("  ")[:2]
    assert name == cited.removeprefix("  cited  ").split("  ")[0]
    assert version not in cited
    assert before.endswith("  (v1; since then reframed: the words stand; changed around them: the sentence)")
    assert words == (
        '  words  "He knew, and he kept silent," says the [-prosecutor-]{+lawyer+}, [-Ms Lane-]{+Mr Bell+}.'
    )
    (record,) = run("archive", "resolve", "a", "he kept silent", "--json").json["earlier"]
    assert (record["status"], record["since"]) == ("reframed", 1)
    assert run("archive", "resolve", "a", "The court rises", "--json").json["earlier"] == []
    moved = run("archive", "resolve", "a", "the prosecutor, Ms Lane")
    assert (moved.code, any("before" in line for line in moved.lines)) == (1, False)


def test_resolve_says_in_what_the_words_are_set_otherwise_than_they_stand(run: Run) -> None:
    Path("said.txt").write_text("March 4, 2026\n14:05: The guard said: « Non », twice.\n", encoding="utf-8")
    assert run("archive", "add", "a", "said.txt", *TOLD).code == 0
    outcome = run("archive", "resolve", "a", 'the guard said: "non"')
    assert outcome.code == 0
    assert outcome.lines[-1] == (
        "  typed  with other quotation marks, blanks, letter case than the page has: The guard said: « Non »"
    )
    record = run("archive", "resolve", "a", 'The guard said: "Non"', "--json").json
    assert record["typography"] == ["quotation marks", "blanks"]
    assert record["quote"]["target"]["selector"][0]["exact"] == "The guard said: « Non »"
    same = run("archive", "resolve", "a", "The guard said: « Non »")
    assert not any("typed" in line for line in same.lines)


def test_cite_names_the_version_that_has_the_words_that_the_cited_one_has_not(filled: Run) -> None:
    words = ("--id", STORM, "--quote", "with a crew of six")
    told = "with a crew of six: not in this version; the last that has it is version 1; cite that with --version 1"
    assert complaint(filled("cite", "a", *words)) == told
    assert complaint(filled("cite", "a", *words, "--version", "2")) == told
    assert filled("cite", "a", *words, "--version", "1").code == 0
    nearest = complaint(filled("cite", "a", "--id", STORM, "--quote", "with a crew of sixteen"))
    assert "in version 3, deposited" in nearest
    assert nearest.endswith(": with a crew of [-sixteen-]{+seven+}")


def test_resolve_takes_a_single_word_as_text_when_told(filled: Run) -> None:
    assert "“lifeboats” is not there" in complaint(filled("archive", "resolve", "a", "lifeboats", "--text"))
    outcome = filled("archive", "resolve", "a", "lifeboat", "--text")
    assert complaint(outcome).startswith("“lifeboat”: stands in 2 places: paragraph 1 of ")
    record = filled("archive", "resolve", "a", "lifeboat", "--text", "--occurrence", "1", "--json").json
    assert (record["status"], record["quote"]["target"]["selector"][0]["exact"]) == ("verified", "lifeboat")
    where = ("--entry", record["entry"], "--paragraph", "1", "--json")
    assert filled("archive", "resolve", "a", "lifeboat", "--text", *where).json == record
    refused = complaint(filled("archive", "resolve", "a", "lifeboat", "--paragraph", "1"))
    assert refused.startswith("--entry, --paragraph and --occurrence are for quoted text: add --text for one word")
    outcome = filled("archive", "resolve", "a", "aground", "--text", "--blog", STORM)
    assert (outcome.code, outcome.lines[0]) == (0, "verified: stands as cited")


def test_resolve_of_a_snapshot_says_whether_the_blog_was_changed(filled: Run) -> None:
    snapshot = filled("archive", "list", "a", "--json").json[0]["versions"][2]["snapshot"]
    assert filled("archive", "resolve", "a", snapshot).code == 0


def test_resolve_of_a_snapshot_tells_what_was_edited_above_the_entries(run: Run) -> None:
    Path("new.txt").write_text(FIRST.replace("A storm has", "No storm has"), encoding="utf-8")
    assert run("archive", "add", "a", "1.txt", "new.txt", *TOLD).code == 0
    cited = lba.cite(Archive("a").blog(Archive("a").versions()[0]))
    outcome = run("archive", "resolve", "a", cited)
    assert outcome.code == 1
    assert outcome.lines[0] == (
        "altered: every entry is as it was cited; edited above the entries since: introduction"
    )
    words = "  words  [-A-]{+No+} storm has reached the strait. This page follows the rescue."
    assert outcome.lines[-1] == words


def test_what_is_no_id_of_the_archive_is_unknown(filled: Run) -> None:
    outcome = filled("archive", "resolve", "a", f"{STORM}#z9z67x7bww3q")
    assert outcome.code == 1
    assert outcome.lines[0].startswith("unknown: ")


@pytest.mark.parametrize(
    ("cited", "message"),
    [
        ("", "CITED is empty: give an id, a citation, a quote as JSON, or quoted words"),
        (" ", "CITED is empty: give an id, a citation, a quote as JSON, or quoted words"),
        ("z9z67x7bww3q", "z9z67x7bww3q: nothing in this archive has this id; look for a mistyped character"),
        ("no words like these", "“no words like these” is not there"),
        ("x" * 1000, f"{'x' * 79}…: nothing in this archive has this id; look for a mistyped character"),
        (f"{'x' * 1000}#", f"{'x' * 79}…: the archive has no blog with this id; "),
        ("the", "the: nothing in this archive has this id"),
        ("{", "CITED: not JSON: "),
        ("{}", "annotation.target: an object is missing here; give the quote as it was exported"),
        ("tag:other.example,2026:x#z9z67x7bww3q", "tag:other.example,2026:x: the archive has no blog with this id; "),
        (os.fsdecode(b"{\xff}"), "CITED: not JSON: "),
        (os.fsdecode(b"\xff"), "nothing in this archive has this id"),
    ],
)
def test_what_cannot_be_resolved_is_one_line(filled: Run, cited: str, message: str) -> None:
    assert message in complaint(filled("archive", "resolve", "a", cited))


# verify


def test_verify_of_a_sound_archive_says_nothing(filled: Run) -> None:
    assert filled("archive", "verify", "a") == (0, "", "")
    assert filled("archive", "verify", "a", "--json").json == []


def test_verify_names_every_damage(filled: Run) -> None:
    (Path("a") / "README.txt").unlink()
    (Path("a") / "more\n.txt").write_bytes(b"")
    outcome = filled("archive", "verify", "a")
    assert (outcome.code, outcome.errors) == (1, "")
    assert outcome.lines == ["README.txt: it is missing", r"more\n.txt: does not belong here (file)"]
    outcome = filled("archive", "verify", "a", "--json")
    assert outcome.code == 1
    assert outcome.json == [
        {"path": "README.txt", "what": "it is missing"},
        {"path": "more\n.txt", "what": "does not belong here (file)"},
    ]


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (["archive", "bag", "a", "-o", "a/bag"], "a/bag"),
        (["archive", "bag", "a", "-o", "b/../a/new/bag"], "b/../a/new/bag"),
        (["archive", "export", "a", "-o", "a/1.xml"], "a/1.xml"),
        (["site", "a", "a/public"], "a/public"),
        (["site", "a", "a"], "a"),
        (["brief", "a", "-o", "a/x.pdf"], "a/x.pdf"),
        (["index", "a/index", "a"], "a/index"),
        (["index", "index", "b", "a", "--parquet", "a/rows"], "a/rows"),
        (["convert", "1.txt", *TOLD, "-o", "a/x.xml"], "a/x.xml"),
        (["brief", "1.txt", *TOLD, "-o", "a/x.pdf", "--force"], "a/x.pdf"),
        (["cite", "1.txt", *TOLD, "-o", "a/x.txt"], "a/x.txt"),
        (["archive", "add", "a/new", "1.txt", *TOLD], "a/new"),
        (["archive", "unbag", "a/new", "bag"], "a/new"),
    ],
)
def test_nothing_is_written_into_an_archive_that_does_not_belong_there(
    filled: Run, command: list[str], place: str
) -> None:
    assert filled("archive", "bag", "a", "-o", "bag").code == 0
    assert complaint(filled(*command)) == (
        f"{place}: stands in an archive, which it would damage; name a place outside of it"
    )
    assert Archive("a").verify() == ()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["index", "a", "i.sqlite"], "INDEX, the file to make, comes before what it is of, and a is a folder; see "),
        (["index", "i.sqlite", "."], ".: neither an archive nor what batch wrote; check the path"),
        (["search", "a", "ferry"], "a: a folder, and no index; make one with: liveblog-archive index"),
    ],
)
def test_arguments_in_another_order_are_told_what_they_are(filled: Run, command: list[str], said: str) -> None:
    assert complaint(filled(*command)).startswith(said)
    assert not Path("i.sqlite").exists()


@pytest.mark.parametrize("command", [["list"], ["show", "x"], ["resolve", "x"], ["verify"], ["bag", "-o", "b"]])
def test_only_what_adds_makes_an_archive(run: Run, tmp_path: Path, command: list[str]) -> None:
    outcome = run("archive", command[0], "none", *command[1:])
    assert complaint(outcome) == "none: there is no archive here; check the path"
    assert not (tmp_path / "none").exists()


def test_what_is_no_bag_makes_none_either(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert complaint(run("archive", "unbag", "none", "folder")) == (
        "folder: not a bag: there is no bagit.txt; give the folder that holds it"
    )
    assert not (tmp_path / "none").exists()


# bag, unbag, export


def test_a_bag_carries_a_blog_elsewhere(filled: Run) -> None:
    assert filled("archive", "bag", "a", "-o", "bag") == (0, "", "")
    assert filled("archive", "unbag", "b", "bag") == (0, f"{STORM} v3\n", "")
    assert Archive("b").versions() == Archive("a").versions()
    assert filled("archive", "unbag", "b", "bag", "--json").json == {"id": STORM, "versions": 3}
    assert filled("archive", "bag", "a", STORM, "-o", "again", "--json").json == {"id": STORM, "output": "again"}
    assert complaint(filled("archive", "bag", "a", "-o", "bag")) == (
        "bag: it exists already; name a folder that does not"
    )


@pytest.mark.parametrize("suffix", ["jsonld", "xml", "pdf", "ics"])
def test_export_writes_a_version(filled: Run, suffix: str) -> None:
    lost = "not-carried: ical: has no place for introduction\n" if suffix == "ics" else ""
    assert filled("archive", "export", "a", "--version", "1", "-o", f"1.{suffix}") == (0, "", lost)
    archive = Archive("a")
    format_ = {"ics": "ical"}.get(suffix, suffix)
    assert Path(f"1.{suffix}").read_bytes() == archive.export(archive.versions()[0], format_)


def test_export_writes_to_standard_output(filled: Run) -> None:
    outcome = filled("archive", "export", "a", STORM, "--to", "xml", "-o", "-")
    archive = Archive("a")
    assert outcome.output.encode() == archive.export(archive.versions()[2], "xml")
    assert complaint(filled("archive", "export", "a", "-o", "-")).startswith("standard output takes one format: ")


def test_export_writes_several_formats_and_sums_up_as_convert_does(filled: Run) -> None:
    outcome = filled("archive", "export", "a", "-o", "a.ics", "-o", "a.jsonld", "-o", "a.html", "--json")
    archive = Archive("a")
    latest = archive.latest()
    blog = archive.blog(latest)
    assert outcome.json == {
        "id": blog.id,
        "snapshot": str(snapshot_id(blog)),
        "entries": len(blog.entries),
        "order": blog.order,
        "outputs": ["a.ics", "a.jsonld", "a.html"],
        "notes": [{"code": note.code, "line": note.line, "text": note.text} for note in blog.notes],
    }
    for path, format_ in (("a.ics", "ical"), ("a.jsonld", "jsonld"), ("a.html", "html")):
        assert Path(path).read_bytes() == archive.export(latest, format_)
    noted = filled("archive", "export", "a", "-o", "a.xml", "--notes").errors
    assert all(note.code in line for note, line in zip(blog.notes, noted.splitlines(), strict=True))


def test_export_to_a_format_that_remembers_nothing_needs_no_other_version(filled: Run) -> None:
    (earlier,) = Path("a").glob("*/*/*/*/v2/content/blog.json")
    earlier.write_bytes(b"{}")
    assert filled("archive", "export", "a", "-o", "a.html").code == 0
    assert "v2/content/blog.json" in complaint(filled("archive", "export", "a", "-o", "b.html", "-o", "a.ics"))
    assert not Path("b.html").exists()


def test_export_does_not_replace_unasked(filled: Run) -> None:
    Path("x.xml").write_bytes(b"mine")
    assert complaint(filled("archive", "export", "a", "-o", "x.xml")).startswith("x.xml: it exists already; ")
    assert Path("x.xml").read_bytes() == b"mine"
    assert filled("archive", "export", "a", "-o", "x.xml", "--force").code == 0


# diff


def test_diff_tells_what_happened_between_two_captures(run: Run) -> None:
    outcome = run("diff", "1.txt", "2.txt", *TOLD)
    assert (outcome.code, outcome.errors) == (1, "")
    assert outcome.lines == [
        f"edited      {entry_id(1)[-12:]}  2026-03-03 3:45 p.m.  The first lifeboat has left the harbour with a crew "
        "of …",
        "    text: The first lifeboat has left the harbour with a crew of [-six-]{+seven+}.",
        f"inserted    {entry_id(4, SECOND)[-12:]}  2026-03-03 5:05 p.m.  The first passengers are ashore.",
        "3 same, 1 edited, 1 inserted",
    ]


def test_diff_of_the_same_is_no_finding(run: Run) -> None:
    assert run("diff", "1.txt", "1.txt", *TOLD) == (0, "4 same\n", "")


def test_diff_tells_what_was_edited_above_the_entries(run: Run) -> None:
    Path("new.txt").write_text(FIRST.replace("A storm has", "No storm has"), encoding="utf-8")
    outcome = run("diff", "1.txt", "new.txt", *TOLD)
    assert (outcome.code, outcome.errors) == (1, "")
    assert outcome.lines == [
        "edited      the introduction: [-A-]{+No+} storm has reached the strait. This page follows the rescue.",
        "4 same",
    ]
    assert run("diff", "1.txt", "new.txt", *TOLD, "--json").json["head"] == {
        "introduction": [
            {"kind": "removed", "text": "A"},
            {"kind": "added", "text": "No"},
            {"kind": "same", "text": " storm has reached the strait. This page follows the rescue."},
        ]
    }


def test_diff_tells_machines_everything(run: Run) -> None:
    outcome = run("diff", "2.txt", "3.txt", *TOLD, "--json")
    assert outcome.code == 1
    assert outcome.json["id"] == STORM
    assert outcome.json["head"] == {}
    assert outcome.json["links"][-1] == {
        "kind": "deleted", "previous": [entry_id(3)], "current": [], "changes": [], "score": 1.0,
    }  # fmt: skip
    changed = run("diff", "1.txt", "2.txt", *TOLD, "--json").json["links"][1]
    assert [piece["kind"] for piece in changed["difference"]["text"]] == ["same", "removed", "added", "same"]


LONG = (
    "March 3, 2026\n"
    "3:20 p.m.: The harbour was closed to all ships at noon after the pilots had refused to leave it. "
    "The ferry company has cancelled every crossing until the evening and asks passengers to stay at home.\n"
    "4:10 p.m.: Nobody was hurt when a crane fell over in the old shipyard, the fire service says.\n"
)
SPLIT = LONG.replace("refused to leave it. The ferry", "refused to leave it.\n3:25 p.m.: The ferry")


def test_diff_names_both_sides_of_a_split_and_a_merge(run: Run) -> None:
    Path("long.txt").write_text(LONG, encoding="utf-8")
    Path("split.txt").write_text(SPLIT, encoding="utf-8")
    lines = run("diff", "long.txt", "split.txt", *TOLD).lines
    assert lines[0].startswith("split       score ")
    assert [line[:6] for line in lines[1:4]] == ["    - ", "    + ", "    + "]
    assert lines[4] == "1 same, 1 split"
    lines = run("diff", "split.txt", "long.txt", *TOLD).lines
    assert lines[0].startswith("merged      score ")
    assert [line[:6] for line in lines[1:4]] == ["    - ", "    - ", "    + "]


def test_diff_cuts_what_was_not_changed(run: Run) -> None:
    Path("long.txt").write_text(LONG, encoding="utf-8")
    Path("edited.txt").write_text(LONG.replace("stay at home", "stay away"), encoding="utf-8")
    (line,) = (line for line in run("diff", "long.txt", "edited.txt", *TOLD).lines if line.startswith("    text: "))
    assert re.fullmatch(
        r"    text: The harbour was closed .{20,40} \[…\] .{40,60} stay \[-at home-\]\{\+away\+\}\.", line
    )


def test_diff_tells_times_and_headlines_too(run: Run) -> None:
    Path("retimed.txt").write_text(FIRST.replace("4:10 p.m.", "4:15 p.m."), encoding="utf-8")
    lines = run("diff", "1.txt", "retimed.txt", *TOLD).lines
    assert lines[0].startswith("retimed     ")
    assert lines[1] == "    time: [-4:10-]{+4:15+} p.m.: ([-2026-03-03T16:10-]{+2026-03-03T16:15+}+03:00)"


def test_diff_tells_edits_that_leave_the_words_alone(run: Run) -> None:
    blog = captured(FIRST)
    for name, url, credit in (("old", "1", "AFP"), ("new", "2", "Reuters")):
        picture = Media(kind="image", url=f"https://news.example/{url}.jpg", credit=credit)
        first = evolve(blog.entries[0], body=[*blog.entries[0].body, picture])
        lba.write(evolve(blog, entries=[first, *blog.entries[1:]]), f"{name}.jsonld")
    assert run("diff", "old.jsonld", "new.jsonld").lines[1:3] == [
        "    media: image https://news.example/[-1.jpg-]{+2.jpg+}",
        "    credit: [-AFP-]{+Reuters+}",
    ]
    link = run("diff", "old.jsonld", "new.jsonld", "--json").json["links"][0]
    assert link["difference"]["credit"] == [{"kind": "removed", "text": "AFP"}, {"kind": "added", "text": "Reuters"}]


def test_diff_takes_records_that_state_everything_themselves(run: Run) -> None:
    lba.write(captured(FIRST), "1.jsonld")
    lba.write(captured(SECOND), "2.xml")
    assert run("diff", "1.jsonld", "2.xml").lines == run("diff", "1.txt", "2.txt", *TOLD).lines
    assert run("diff", "1.jsonld", "2.txt", *TOLD).lines == run("diff", "1.txt", "2.txt", *TOLD).lines


def test_diff_reads_both_by_a_mapping(run: Run) -> None:
    mapping = (
        'format = "liveblog-mapping/1"\n[entries]\npath = "posts"\n[entry]\nid = "id"\ntime = "at"\nbody = "text"\n'
    )
    Path("m.toml").write_text(mapping, encoding="utf-8")
    posts = '{"posts": [{"id": "1", "at": "2026-03-03T14:05:00Z", "text": "The ferry is aground."}]}'
    Path("1.json").write_text(posts, encoding="utf-8")
    Path("2.json").write_text(posts.replace("aground", "afloat"), encoding="utf-8")
    options = ["--mapping", "m.toml", "--id", STORM]
    assert run("diff", "1.json", "2.json", *options).lines[-1] == "1 edited"
    lba.write(lba.read("1.json", mapping="m.toml", id=STORM), "1.xml")
    assert run("diff", "1.xml", "2.json", *options).lines[-1] == "1 edited"


def test_diff_takes_texts_without_an_id(run: Run) -> None:
    assert run("diff", "1.txt", "2.txt", "--timezone", ZONE).lines[-1] == "3 same, 1 edited, 1 inserted"


def test_diff_of_two_blogs_is_one_line(run: Run) -> None:
    lba.write(captured(FIRST), "1.jsonld")
    lba.write(captured(OTHER, FAIR), "fair.jsonld")
    assert "captures of two blogs" in complaint(run("diff", "1.jsonld", "fair.jsonld"))


# help


@pytest.mark.parametrize("name", cli.commands.commands["archive"].commands)  # type: ignore[attr-defined]
def test_every_command_explains_itself(run: Run, name: str) -> None:
    outcome = run("archive", name, "--help")
    assert (outcome.code, outcome.errors) == (0, "")
    assert outcome.output.startswith(f"Usage: liveblog-archive archive {name} ")


def test_every_command_of_the_archive_is_tested_here() -> None:
    group = cli.commands.commands["archive"]
    assert sorted(group.commands) == [  # type: ignore[attr-defined]
        "add", "bag", "export", "list", "resolve", "show", "unbag", "verify",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("option", "value"),
    [("--paper", "a4"), ("--density", "compact"), ("--entries", "all"), ("--order", "newest-first")],
)
def test_a_choice_may_be_written_in_capitals(run: Run, option: str, value: str) -> None:
    assert run("brief", "1.txt", *TOLD, option, value.upper(), "-o", "one.pdf").code == 0
    assert run("brief", "1.txt", *TOLD, option, value, "-o", "two.pdf").code == 0
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()


# a blog that is damaged, beside others


def damaged(path: str, pattern: str, blog: str = "fair") -> str:
    """Damage a file of a blog in the archive at `path`; return where it is."""
    (found,) = [one for one in Path(path).glob(f"*/*/*/*{blog}/{pattern}") if one.is_file()]
    found.write_bytes(found.read_bytes()[:-9])
    return found.relative_to(path).as_posix()


@pytest.fixture
def two(filled: Run) -> Run:
    """The same, with the fair in the archive, too."""
    assert filled("archive", "add", "a", "fair.txt", "--timezone", ZONE, "--id", FAIR).code == 0
    return filled


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("inventory.json", "not the inventory that checksums.sha512 has the digest of"),
        ("inventory.json.sha512", "not the digest of the inventory"),
        ("v1/content/ledger/*", "its digest is not the one of the inventory"),
        ("v1/content/blog.json", "its digest is not the one of the inventory"),
    ],
)
def test_a_damaged_blog_is_told_and_the_others_are_listed(two: Run, pattern: str, what: str) -> None:
    sound = [line for line in two("archive", "list", "a").lines if line.startswith((STORM, "  v2", "  v3"))]
    place = damaged("a", pattern)
    told = f"liveblog-archive: a blog is left out: {place}: {what}; "
    told += "verify the archive, and restore it from a sound copy\n"
    outcome = two("archive", "list", "a")
    assert (outcome.code, outcome.errors) == (1, told)
    assert outcome.lines[:1] == sound[:1]
    assert len(outcome.lines) == 4
    outcome = two("archive", "list", "a", "--json")
    assert (outcome.code, outcome.errors, [one["id"] for one in outcome.json]) == (1, told, [STORM])


def test_a_damaged_blog_is_told_once_and_the_others_are_indexed(two: Run) -> None:
    pytest.importorskip("pyarrow")
    place = damaged("a", "v1/content/blog.json")
    outcome = two("index", "i.sqlite", "a", "--parquet", "tables")
    assert (outcome.code, outcome.output) == (1, "i.sqlite: 5 entries\n")
    assert outcome.errors == (
        f"liveblog-archive: a blog is left out: {place}: its digest is not the one of the inventory; "
        "verify the archive, and restore it from a sound copy\n"
    )
    assert two("search", "i.sqlite", "lifeboat").code == 0
    assert complaint(two("search", "i.sqlite", "--day", "x")).startswith("--day: not a day: 'x'; write it as 2026-")
    assert two("index", "j.sqlite", "a", "a").errors == outcome.errors


def test_an_index_leaves_out_a_blog_whose_inventory_is_damaged(two: Run) -> None:
    damaged("a", "inventory.json")
    outcome = two("index", "i.sqlite", "a", "--json")
    assert (outcome.code, outcome.json["entries"], outcome.errors.count("\n")) == (1, 5, 1)


def test_what_is_cited_of_a_sound_blog_is_found_beside_a_damaged_one(two: Run) -> None:
    local = entry_id(0)[-12:]
    snapshot = str(Archive("a").latest(STORM).snapshot)
    for pattern in ("v1/content/ledger/*", "inventory.json"):
        damaged("a", pattern)
        for cited in (local, snapshot):
            assert two("archive", "resolve", "a", cited).code == 0
        assert complaint(two("archive", "resolve", "a", "zzzzzzzzzzzz")).endswith("from a sound copy")
        quoted = two("archive", "resolve", "a", "The first passengers are ashore.", "--blog", STORM)
        assert (quoted.code, quoted.errors) == (0, "")
        assert two("cite", "a", "--id", STORM).code == 0


def test_add_of_another_blog_is_done_beside_a_damaged_one(two: Run, tmp_path: Path) -> None:
    damaged("a", "inventory.json")
    (tmp_path / "new.txt").write_text("May 2, 2026\n9:00 a.m.: The market opens.\n", encoding="utf-8")
    outcome = two("archive", "add", "a", "new.txt", "--timezone", ZONE, "--json")
    assert (outcome.code, outcome.json[0]["new"]) == (0, True)
    assert "a new blog, beside 2 blogs in the archive" in outcome.errors


def test_diff_says_where_only_the_address_of_a_link_or_a_picture_is_another(run: Run, tmp_path: Path) -> None:
    page = (
        '<html lang="en"><body><article id="p1"><time datetime="2026-03-03T16:00:00Z">16:00</time><p>Two tugs made '
        'fast, <a href="http://port.example/tugs">the port says</a>; she lifts at six.</p><img src="http://img.example/t.jpg">'
        '</article><article id="p2"><time datetime="2026-03-03T14:05:00Z">14:05</time><p>The coaster is aground on '
        "the southern bank.</p></article></body></html>"
    )
    (tmp_path / "old.html").write_text(page, encoding="utf-8")
    for image, said in (("https://img.example/t.jpg", " (only the address)"), ("https://img.example/u.jpg", "")):
        new = page.replace("http://port.example/tugs", "https://port.example/tugs?utm_source=live")
        (tmp_path / "new.html").write_text(new.replace("http://img.example/t.jpg", image), encoding="utf-8")
        lines = run("diff", "old.html", "new.html", "--id", STORM).lines
        assert [line.partition(":")[0] for line in lines[1:3]] == ["    links (only the address)", f"    media{said}"]


def test_add_says_of_a_capture_that_only_lacks_entries_how_to_tell_what_became_of_them(
    run: Run, tmp_path: Path
) -> None:
    clocks = ("15", "14", "13", "12", "11")
    said = {clock: f"Report {clock} has the ferry on her way to the outer harbour." for clock in clocks}
    for name, shown in (("whole", clocks), ("fresh", clocks[:2])):
        entries = "".join(
            f'<article id="p{one}"><time datetime="2026-03-03T{one}:05:00Z">{one}:05</time>'
            f"<p>{said[one]}</p></article>"
            for one in shown
        )
        (tmp_path / f"{name}.html").write_text(f'<html lang="en"><body>{entries}</body></html>', encoding="utf-8")
    outcome = run("archive", "add", "b", "whole.html", "fresh.html", "--id", FAIR)
    assert outcome.lines[1] == f"{FAIR} v2: revision, 2 entries: 2 same, 3 absent"
    assert outcome.errors == (
        "fresh.html: nothing new, and 3 entries that were there are deleted or beyond its end; "
        "a page that is saved with all entries shown tells\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "1.txt", "a"),
        ("show", STORM, "a"),
        ("export", STORM, "a", "-o", "storm.xml"),
        ("resolve", "the harbour", "a"),
        ("bag", STORM, "a", "-o", "bag"),
        ("unbag", "bag", "a"),
    ],
)
def test_an_archive_in_the_place_of_another_argument_is_told_of(filled: Run, arguments: tuple[str, ...]) -> None:
    before = sorted(Path().rglob("*"))
    first = arguments[1]
    assert complaint(filled("archive", *arguments)) == (
        f"{first} is no archive, and a is one: give a first; see liveblog-archive archive {arguments[0]} --help"
    )
    assert sorted(Path().rglob("*")) == before
