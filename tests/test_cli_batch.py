"""`batch`, `index` and `search` as a person, a script and a terminal use them."""

import errno
import os
import pty
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive import cli
from liveblog_archive.cli import terminal
from liveblog_archive.identity import version_id
from liveblog_archive.model import Agent
from tests.batching.blogs import ZONE, fill
from tests.storm import PATH


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "in", 3)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.run(list(arguments))
    return (code, *capsys.readouterr())


BATCH = ["batch", "in", "out", "--timezone", ZONE, "--jobs", "1"]


class TestBatch:
    def test_says_in_one_line_what_was_done(self, folder, capsys):
        assert run(capsys, *BATCH) == (
            0, "3 documents: 3 blogs written, 0 kept, 0 empty, 0 failed; 6 entries\n", "",
        )  # fmt: skip

    def test_says_how_many_files_and_linked_folders_were_passed_over(self, folder, capsys):
        (folder / "in" / "photo.jpg").touch()
        (folder / "in" / "linked").symlink_to(folder / "in" / "night")
        assert run(capsys, *BATCH)[1] == (
            "3 documents: 3 blogs written, 0 kept, 0 empty, 0 failed; 6 entries; 2 others passed over\n"
        )

    def test_says_how_many_parts_of_saved_pages_were_left_out(self, folder, capsys):
        (folder / "in" / "page.html").write_text(
            '<p>14:05: Aground.</p><p>15:00: Afloat.</p><img src="page_files/a">'
        )
        (folder / "in" / "page_files").mkdir()
        (folder / "in" / "page_files" / "ad.html").write_text("<p>Buy a boat.</p>")
        assert run(capsys, *BATCH)[1].endswith("8 entries; 1 part of saved pages left out\n")
        (folder / "in" / "photo.jpg").touch()
        assert run(capsys, *BATCH)[1].endswith("; 1 part of saved pages left out; 1 other passed over\n")

    def test_of_an_archive_says_that_it_is_none_of_pages(self, folder, capsys):
        (folder / "in" / "day.txt").write_text("5 May 2027\n\n18:00: The doors are shut.\n")
        assert run(capsys, "archive", "add", "kept", "in/day.txt", "--timezone", ZONE)[0] == 0
        assert run(capsys, "batch", "kept", "out") == (
            2,
            "",
            "liveblog-archive: kept: an archive, not a file; write a version of a blog in it to a file with: "
            "archive export\n",
        )
        assert not (folder / "out").exists()

    def test_says_how_many_failed_and_where_the_list_is(self, folder, capsys):
        (folder / "in" / "bad.txt").write_text("nothing")
        code, said, errors = run(capsys, *BATCH, "--json")
        assert code == 1
        assert errors == "out/failed.jsonl: 1 failed; the list says why\n"
        assert orjson.loads(said) == {
            "documents": 4, "written": 3, "kept": 0, "empty": 0, "failed": 1, "others": 0, "parts": 0, "entries": 6,
            "bytes": sum(path.stat().st_size for path in (folder / "out").rglob("*.jsonld")),
            "manifest": "out/manifest.jsonl", "failures": "out/failed.jsonl",
        }  # fmt: skip

    def test_writes_the_formats_that_are_named_by_name_or_suffix_with_their_options(self, folder, capsys):
        assert run(capsys, *BATCH, "--to", "ics, json,ical", "--set", "entries=all", "--largest", "0.5")[0] == 0
        assert {path.suffix for path in (folder / "out" / "blogs").rglob("*.*")} == {".ics", ".jsonld"}

    def test_an_option_of_the_formats_is_none_of_the_reading(self, folder, capsys):
        told = ["--to", "pdf,jsonld", "--set", "language=fr", "--set", "order=source", "--language", "en"]
        assert run(capsys, *BATCH, *told, "--order", "oldest-first")[0] == 0
        blog = lba.read(folder / "in" / "001.txt", timezone=ZONE, language="en", order="oldest-first")
        written = folder / "out" / "blogs" / "001.txt"
        assert written.with_suffix(".txt.jsonld").read_bytes() == lba.export(blog, "jsonld")
        assert written.with_suffix(".txt.pdf").read_bytes() == lba.export(blog, "pdf", language="fr", order="source")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            *(
                (["--set", f"{name}=1"], f"jsonld: unknown option '{name}'; use one of: entries")
                for name in ("timezone", "date", "jobs", "largest", "progress", "destination", "to", "mapping")
            ),
            (["--to", "odt"], "unknown format 'odt'; use one of: pdf, jsonld, xml, ical"),
            (["--set", "paper"], "--set paper is no NAME=VALUE; see liveblog-archive batch --help"),
            (["--set", "ink=red"], "jsonld: unknown option 'ink'; use one of: entries"),
            (["--largest", "inf"], "--largest inf is no number of megabytes; see liveblog-archive batch --help"),
            (["--largest", "nan"], "--largest nan is no number of megabytes; see liveblog-archive batch --help"),
            (["--largest", "0"], "--largest 0 is no number of megabytes; see liveblog-archive batch --help"),
            (["--jobs", "0"], "0 jobs; give a number from 1"),
        ],
    )
    def test_what_cannot_be_meant_is_one_line(self, folder, capsys, arguments, said):
        code, printed, errors = run(capsys, *BATCH, *arguments)
        assert (code, printed) == (2, "")
        assert errors.startswith(f"liveblog-archive: {said}")
        assert not (folder / "out").exists()

    def test_progress_is_shown_on_a_terminal_and_nowhere_else(self, folder):
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "liveblog_archive", *BATCH], env=os.environ | PATH, stderr=theirs, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        assert "3 of 3, " in shown
        assert " a second, 6 entries, 0:00:00 left" in shown

    def test_progress_tells_rate_and_time_left(self, monkeypatch, capsys):
        monkeypatch.setattr(os, "isatty", lambda _: True)
        times = iter([100.0, 102.0, 102.1, 110.0])
        monkeypatch.setattr(terminal.time, "monotonic", lambda: next(times))
        progress = terminal.Progress()
        progress.came(0, 1000, 0)
        for done in (10, 11, 1000):
            progress.came(done, 1000, 50 * done)
        assert capsys.readouterr().err.split("\r") == [
            "", "0 of 1,000", "10 of 1,000, 5.0 a second, 500 entries, 0:03:18 left",
            "1,000 of 1,000, 100.0 a second, 50,000 entries, 0:00:00 left",
        ]  # fmt: skip


class TestSearch:
    @pytest.fixture
    def index(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
        run(capsys, *BATCH)
        assert run(capsys, "index", "index", "out") == (0, "index: 6 entries\n", "")
        return "index"

    def test_prints_an_entry_a_line(self, index, capsys):
        code, said, errors = run(capsys, "search", index, "ferry", "2")
        assert (code, errors) == (0, "")
        assert said.endswith("  2026-03-03T15:20+03:00  Ferry 2 is aground.\n")
        assert said.count("\n") == 1

    def test_prints_json(self, index, capsys):
        code, said, _ = run(capsys, "search", index, "--quote", "Ferry 1 is aground", "--json")
        (row,) = orjson.loads(said)
        assert (code, row["text"], row["day"], row["status"]) == (0, "Ferry 1 is aground.", "2026-03-03", "published")

    def test_nothing_found_is_said_and_is_a_finding(self, index, capsys):
        assert run(capsys, "search", index, "submarine") == (
            1,
            "",
            "nothing is found; words that were changed later are in an index made with --versions all\n",
        )

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("ferry AND 2", "AND"),
            ("ferry -2", "-2"),
            ("2 NEAR ferry", "NEAR"),
        ],
    )
    def test_an_operator_without_expression_is_told_to_be_a_word(self, index, capsys, words, said):
        hint = f"{said} is looked for as any word is; with --expression it is an operator (NOT leaves out)\n"
        assert run(capsys, "search", index, words)[2].startswith(hint)
        assert run(capsys, "search", index, "--expression", "ferry AND 2")[2] == ""

    def test_marks_alone_find_nothing_and_it_is_told_why(self, index, capsys):
        said = "nothing is found; marks count for nothing beside words, and --quote finds them as they stand\n"
        assert run(capsys, "search", index, '" ?') == (1, "", said)

    def test_by_an_author(self, folder, capsys):
        page = lba.parse("3 March 2026\n\n9:00: The ferry is afloat.\n", timezone=ZONE, id="tag:x.example,2026:f")
        entry = evolve(page.entries[0], authors=[Agent(name="Ani Example")], headline="Afloat")
        lba.Archive("kept").deposit(evolve(page, entries=[entry]))
        run(capsys, "index", "index", "kept")
        (row,) = orjson.loads(run(capsys, "search", "index", "--author", "Ani Example", "--json")[1])
        assert (row["authors"], row["headline"]) == (["Ani Example"], "Afloat")
        assert run(capsys, "search", "index", "--author", "Ani") == (
            2, "", "liveblog-archive: index: no author 'Ani'; name one of 'Ani Example'\n",
        )  # fmt: skip

    def test_words_that_were_changed_later_are_marked_with_their_version(self, tmp_path, capsys):
        made = lba.Archive(tmp_path / "kept")
        first, later = (
            lba.parse(
                f"3 March 2026\n\n9:00: The ferry is {where}.\n", timezone="Asia/Yerevan", id="tag:x.example,2026:f"
            )
            for where in ("aground", "afloat")
        )
        made.deposit(first)
        made.deposit(later)
        place, kept = str(tmp_path / "all"), str(tmp_path / "kept")
        assert run(capsys, "index", place, kept, "--versions", "all")[1] == f"{place}: 2 entries\n"
        version = version_id(first.entries[0]).short
        said = f"  2026-03-03T09:00+04:00  [earlier wording, version {version}]  The ferry is aground.\n"
        assert run(capsys, "search", place, "aground")[1].endswith(said)
        assert run(capsys, "search", place, "sunk") == (1, "", "nothing is found\n")

    def test_an_expression_that_is_none_is_one_line(self, index, capsys):
        code, said, errors = run(capsys, "search", index, "--expression", "ferry AND")
        assert (code, said) == (2, "")
        assert errors.startswith("liveblog-archive: ferry AND: not an expression of FTS5: fts5: syntax error near")
        assert errors.count("\n") == 1

    def test_long_entries_are_cut(self, folder, capsys):
        (folder / "long").mkdir()
        (folder / "long" / "a.txt").write_text(f"March 3, 2026\n3:20 p.m.: {'word ' * 40}\n3:30 p.m.: {'w' * 99}\n")
        run(capsys, "batch", "long", "out", "--timezone", ZONE, "--jobs", "1")
        run(capsys, "index", "index", "out")
        said = run(capsys, "search", "index")[1].splitlines()
        assert said[0].endswith(f"  {'word ' * 14}…")
        assert said[1].endswith(f"  {'w' * 70} …")

    def test_a_deleted_entry_says_so(self, folder, capsys):
        first, second, third = "3:10 p.m.: The gate shuts.\n", "3:20 p.m.: One.\n", "3:30 p.m.: Two ships wait.\n"
        for number, text in enumerate((first + second + third, first + third)):
            (folder / f"{number}.txt").write_text(f"March 3, 2026\n{text}")
        told = ["--timezone", ZONE, "--id", "tag:news.example,2026:a"]
        run(capsys, "archive", "add", "archive", "0.txt", "1.txt", *told)
        run(capsys, "index", "index", "archive")
        assert run(capsys, "search", "index", "--status", "deleted")[1].endswith("+03:00  [deleted]  One.\n")

    def test_parquet_and_a_summary(self, folder, capsys):
        run(capsys, *BATCH)
        code, said, _ = run(capsys, "index", "index", "out", "--parquet", "tables", "--json")
        assert (code, orjson.loads(said)) == (0, {"index": "index", "entries": 6, "parquet": "tables"})
        assert [path.name for path in (folder / "tables").iterdir()] == ["publisher_key=none"]
        assert run(capsys, "index", "index", "out")[0] == 2
        assert run(capsys, "index", "index", "out", "--force")[0] == 0
        assert run(capsys, "index", "other", "out", "--parquet", "tables") == (
            2, "", "liveblog-archive: tables: it exists already; name a folder that does not\n",
        )  # fmt: skip
        assert not (folder / "other").exists()
        assert run(capsys, "index", "index", "out", "--parquet", "tables", "--force")[0] == 0

    @pytest.mark.parametrize("before", [None, b"an index of yesterday"])
    def test_tables_that_fail_leave_the_index_as_it_was(self, folder, capsys, monkeypatch, before):
        def full(*_arguments: object, **_options: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        run(capsys, *BATCH)
        if before is not None:
            (folder / "index").write_bytes(before)
        names = {path.name for path in folder.iterdir()}
        monkeypatch.setattr("pyarrow.dataset.write_dataset", full)
        assert run(capsys, "index", "index", "out", "--parquet", "tables", "--force") == (
            2, "", "liveblog-archive: tables: cannot be written: No space left on device; check the disk\n",
        )  # fmt: skip
        assert {path.name for path in folder.iterdir()} == names
        assert before is None or (folder / "index").read_bytes() == before
