"""Whole runs: what they leave, what they keep, what they refuse, and what a killed one leaves behind."""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import fsspec
import orjson
import pytest
from attrs import evolve
from fsspec.implementations.local import LocalFileSystem

import liveblog_archive as lba
from liveblog_archive.batching import Job
from liveblog_archive.batching import map_shard as work
from liveblog_archive.batching.documents import find
from liveblog_archive.batching.manifest import Manifest
from liveblog_archive.batching.places import Destination
from liveblog_archive.batching.shards import Shard
from liveblog_archive.identity.history import History, Revision, Withdrawn
from liveblog_archive.importers import Options
from liveblog_archive.importers.warc import bodies
from liveblog_archive.locks import lock
from liveblog_archive.model import Bounds, Entry, Moment, Paragraph
from tests.batching.blogs import ZONE, fill, job, text, tree
from tests.importers.platforms import data
from tests.importers.test_warc import crawl, response
from tests.storm import PATH


def batch(source: object, destination: object, **told: object) -> object:
    summary = lba.batch(source, destination, **{"timezone": ZONE, "jobs": 1} | told)  # type: ignore[arg-type]
    return {
        name: value for name, value in summary_dict(summary).items() if value and name not in ("bytes", "manifest")
    }


def summary_dict(summary: object) -> dict[str, object]:
    return {name: getattr(summary, name) for name in summary.__slots__ if name[0] != "_"}  # type: ignore[attr-defined]


def records(folder: Path, name: str = "manifest.jsonl") -> list[dict[str, object]]:
    return [orjson.loads(line) for line in (folder / name).read_bytes().splitlines()]


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, title: str | None, error: BaseException) -> None:
    """Let a format fail, when it has begun, for the blog with this title, or for any."""
    real = work.exporter

    def write(blog: lba.LiveBlog, *_: object) -> Iterator[bytes]:
        if title in (None, blog.title):
            yield b"half of "
            raise error
        yield from lba.stream(blog, name)

    failing = evolve(real(name), write=write)
    monkeypatch.setattr(work, "exporter", lambda one: failing if one == name else real(one))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return fill(tmp_path / "in", 4)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


class TestWhatItLeaves:
    def test_every_blog_in_every_format_by_its_key_and_a_manifest_with_digests(self, source, out):
        summary = lba.batch(source, out, timezone=ZONE, jobs=1, to=["jsonld", "ics"])
        assert sorted(tree(out)) == sorted(
            [".lock", "manifest.jsonl"]
            + [
                f"blogs/{key}.txt.{end}"
                for key in ("001", "002", "night/000", "night/003")
                for end in ("ics", "jsonld")
            ]
        )
        blog = lba.read(source / "001.txt", timezone=ZONE)
        assert (out / "blogs" / "001.txt.jsonld").read_bytes() == lba.export(blog, "jsonld")
        first = records(out)[0]
        assert (first["key"], first["status"], first["blog"], first["entries"]) == ("001.txt", "done", blog.id, 2)
        assert first["sha256"] == blog.capture.sha256  # type: ignore[union-attr]
        assert [output["path"] for output in first["outputs"]] == ["blogs/001.txt.jsonld", "blogs/001.txt.ics"]  # type: ignore[attr-defined]
        assert (summary.documents, summary.written, summary.entries, summary.failures) == (4, 4, 8, None)
        assert summary.bytes == sum(len(data) for name, data in tree(out).items() if name.startswith("blogs"))

    def test_one_bad_blog_is_reported_and_the_rest_is_done(self, source, out):
        (source / "002.txt").write_text("nothing of the kind")
        (source / "x.txt").write_bytes(b"\x00\x01")
        assert batch(source, out) == {
            "documents": 5, "written": 3, "failed": 2, "entries": 6, "failures": f"{out}/failed.jsonl",
        }  # fmt: skip
        failed = records(out, "failed.jsonl")
        assert [record["key"] for record in failed] == ["002.txt", "x.txt"]
        assert str(failed[0]["error"]).startswith("002.txt: no entry found: ")
        assert failed == [record for record in records(out) if record["status"] == "failed"]

    def test_a_file_name_that_is_no_text_is_escaped_where_it_is_told_and_stops_no_other(self, source, out):
        (source / os.fsdecode(b"caf\xe9.txt")).write_text(text(9))
        (source / os.fsdecode(b"lost\xe9.txt")).write_text("nothing")
        assert batch(source, out) == {
            "documents": 6, "written": 5, "failed": 1, "entries": 10, "failures": f"{out}/failed.jsonl",
        }  # fmt: skip
        assert records(out, "failed.jsonl")[0]["key"] == r"lost\udce9.txt"
        assert (out / "blogs" / r"caf\udce9.txt.jsonld").is_file()
        assert batch(source, out)["kept"] == 5

    def test_a_name_that_looks_like_an_escaped_one_is_another(self, source, out):
        for number, name in enumerate((b"\xff.txt", rb"\udcff.txt", b"\\\xff.txt")):
            (source / os.fsdecode(name)).write_text(text(10 + number))
        assert batch(source, out) == {"documents": 7, "written": 7, "entries": 14}
        assert len(list((out / "blogs").glob("*udcff*"))) == 3

    def test_a_defect_that_one_blog_shows_stops_no_other(self, source, out, monkeypatch):
        def defect(*_: object) -> None:
            raise RuntimeError("no\nsense")

        monkeypatch.setattr(work, "importer_for", defect)
        assert batch(source, out)["failed"] == 4  # type: ignore[index]
        assert records(out)[0]["error"] == (
            r"001.txt: RuntimeError: no\nsense; a defect of the library: please report it"
        )

    @pytest.mark.parametrize("error", [lba.ExportError("no glyph"), RuntimeError("no sense")])
    def test_of_a_blog_that_one_format_cannot_have_there_is_none(self, source, out, monkeypatch, error):
        refuse(monkeypatch, "xml", "Ferry 1, live", error)
        said = batch(source, out, to=["jsonld", "xml", "ics"])
        assert said["failed"] == 1, records(out)  # type: ignore[index]
        assert sorted(path.name for path in out.rglob("00*")) == sorted(
            f"00{number}.txt.{end}" for number in (0, 2, 3) for end in ("ics", "jsonld", "xml")
        )
        monkeypatch.undo()
        assert batch(source, out, to=["jsonld", "xml", "ics"])["written"] == 1  # type: ignore[index]
        assert len(list(out.rglob("001.*"))) == 3

    def test_of_a_changed_blog_that_one_format_cannot_have_there_is_none_either(self, source, out, monkeypatch):
        batch(source, out, to=["jsonld", "xml"])
        (source / "001.txt").write_text(text(1).replace("aground", "sinking"))
        refuse(monkeypatch, "xml", "Ferry 1, live", lba.ExportError("no glyph"))
        batch(source, out, to=["jsonld", "xml"])
        assert list(out.rglob("001.*")) == []

    def test_what_this_library_wrote_needs_to_be_told_nothing(self, tmp_path, out):
        blog = lba.parse(text(1), timezone="UTC")
        lba.write(blog, tmp_path / "blog.jsonld")
        assert batch(tmp_path / "blog.jsonld", out)["written"] == 1  # type: ignore[index]
        assert (out / "blogs" / "blog.jsonld.jsonld").read_bytes() == lba.export(blog, "jsonld")

    def test_the_manifest_says_what_a_format_does_not_carry(self, tmp_path, out):
        blog = lba.parse(text(1), timezone="UTC")
        first, second = blog.entries
        lba.write(evolve(blog, entries=[evolve(first, status="deleted"), second]), tmp_path / "blog.jsonld")
        batch(tmp_path / "blog.jsonld", out, to="ics")
        assert records(out)[0]["losses"] == ["ical: 1 deleted, left out (entries=all)"]
        assert batch(tmp_path / "blog.jsonld", out, to="ics") == {"documents": 1, "kept": 1}
        assert batch(tmp_path / "blog.jsonld", out, to="ics", options={"entries": "all"})["written"] == 1  # type: ignore[index]
        assert "losses" not in records(out)[0]

    def test_the_options_of_a_format_are_told_apart_from_those_of_the_reading(self, source, out):
        lba.batch(source, out, to="html", timezone=ZONE, jobs=1, order="newest-first", options={"order": "newest"})
        blog = lba.read(source / "001.txt", timezone=ZONE, order="newest-first")
        assert (out / "blogs" / "001.txt.html").read_bytes() == lba.export(blog, "html", order="newest")

    def test_a_named_format_is_the_one_that_is_read(self, source, out):
        assert batch(source, out, format="xml", timezone=None)["failed"] == 4  # type: ignore[index]
        with pytest.raises(lba.ImportFailure, match="unknown format 'papyrus'"):
            batch(source, out, format="papyrus")

    def test_an_unknown_output_format_is_refused_before_anything_is_written(self, source, out):
        with pytest.raises(lba.ExportError, match="unknown format 'odt'"):
            batch(source, out, to="odt")
        assert not out.exists()

    def test_no_output_format_is_refused_before_anything_is_written(self, source, out):
        with pytest.raises(lba.ExportError) as caught:
            lba.batch(source, out, to=[], jobs=1, timezone=ZONE)
        assert str(caught.value) == "no format to write; name one or several, such as jsonld"
        assert not out.exists()

    def test_memory_is_a_place_like_any_other(self):
        memory = fsspec.filesystem("memory")
        memory.pipe({f"/batch-in/{number}.txt": text(number).encode() for number in range(3)})
        said = batch("memory://batch-in", "memory://batch-out/deep", jobs=None)
        assert said == {"documents": 3, "written": 3, "entries": 6}
        assert batch("memory://batch-in", "memory://batch-out/deep") == {"documents": 3, "kept": 3}
        assert sorted(memory.find("/batch-out")) == [
            *(f"/batch-out/deep/blogs/{number}.txt.jsonld" for number in range(3)),
            "/batch-out/deep/manifest.jsonl",
        ]

    def test_progress_tells_how_far_it_has_come(self, source, out):
        seen: list[tuple[int, int, int]] = []
        lba.batch(
            source, out, timezone=ZONE, jobs=1, progress=lambda at: seen.append((at.done, at.documents, at.entries))
        )
        assert seen == [(0, 4, 0), (1, 4, 2), (2, 4, 4), (3, 4, 6), (4, 4, 8)]


class TestWebArchives:
    def test_every_live_blog_in_one_is_written_with_its_captures_merged(self, tmp_path, out):
        page = data("guardian_page.json")
        other = page.replace(b"storm-live", b"flood-live")
        urls = [f"https://www.news.example/sea/live/2026/mar/03/{name}-live" for name in ("storm", "storm", "flood")]
        days = ["2026-03-03T16:35:00Z", "2026-03-03T17:00:00Z", "2026-03-03T17:00:00Z"]
        pages = [response(*each) for each in zip((page, page, other), urls, days, strict=True)]
        (tmp_path / "in.warc.gz").write_bytes(crawl(*pages, response(b"{}", "https://www.news.example/x")))
        said = batch(tmp_path / "in.warc.gz", out, timezone=None)
        assert said["written"] == 2  # type: ignore[index]
        found = records(out)
        assert {str(record["archive"]) for record in found} == {"in.warc.gz"}
        assert len({record["blog"] for record in found}) == 2
        assert all(str(record["key"]).startswith("in.warc.gz/") for record in found)
        assert batch(tmp_path / "in.warc.gz", out, timezone=None) == {"documents": 1, "kept": 2}

    def test_one_without_any_is_empty_and_no_failure_and_known_by_its_content(self, tmp_path, out):
        (tmp_path / "crawl").write_bytes(crawl(response(b"{}")))
        assert batch(f"{tmp_path}/cra*", out) == {"documents": 1, "empty": 1}
        assert records(out)[0]["status"] == "empty"
        assert batch(f"{tmp_path}/cra*", out) == {"documents": 1, "empty": 1}

    def test_of_one_that_breaks_off_the_rest_is_a_failure_and_what_was_read_is_written(self, tmp_path, out):
        page = data("guardian_page.json")
        urls = [f"https://www.news.example/sea/live/2026/mar/03/{name}-live" for name in ("flood", "storm")]
        whole = crawl(*(response(page.replace(b"storm-live", url[-10:].encode()), url) for url in urls))
        (tmp_path / "in.warc.gz").write_bytes(whole[:-400])
        for _ in range(2):
            said = batch(tmp_path / "in.warc.gz", out, timezone=None)
            assert (said["written"], said["failed"], said["documents"]) == (1, 1, 1)  # type: ignore[index]
            archive, blog = records(out)
            assert records(out, "failed.jsonl") == [archive]
            assert (archive["key"], blog["status"]) == ("in.warc.gz", "done")
            assert str(archive["error"]).startswith("in.warc.gz: ")
            assert archive["losses"] == [archive["error"]]
        (tmp_path / "in.warc.gz").write_bytes(whole)
        assert batch(tmp_path / "in.warc.gz", out, timezone=None)["written"] == 2  # type: ignore[index]
        assert [one["status"] for one in records(out)] == ["done", "done"]

    def test_what_was_passed_over_in_one_is_in_the_manifest_and_counts_for_no_blog(self, tmp_path, out, monkeypatch):
        page, large = data("guardian_page.json"), "https://www.news.example/large"
        monkeypatch.setattr(bodies, "LARGEST", len(page))
        (tmp_path / "in.warc").write_bytes(crawl(response(page), response(page + b" ", large)))
        for kind in ("written", "kept"):
            assert batch(tmp_path / "in.warc", out, timezone=None)[kind] == 1  # type: ignore[index]
            archive, _ = records(out)
            assert (archive["status"], archive["notes"], archive["outputs"]) == ("done", 1, [])
            assert archive["losses"] == [f"{large} is larger than a page may be"]

    def test_a_defect_that_one_blog_in_one_shows_stops_no_other(self, tmp_path, out, monkeypatch):
        page = data("guardian_page.json")
        urls = [f"https://www.news.example/sea/live/2026/mar/03/{name}-live" for name in ("flood", "storm")]
        pages = [response(page.replace(b"storm-live", url[-10:].encode()), url) for url in urls]
        (tmp_path / "in.warc").write_bytes(crawl(*pages))
        real = work.identify

        def defect(blog: lba.LiveBlog) -> lba.LiveBlog:
            if blog.url == urls[0]:
                raise RuntimeError("no sense")
            return real(blog)

        monkeypatch.setattr(work, "identify", defect)
        said = batch(tmp_path / "in.warc", out, timezone=None)
        assert (said["written"], said["failed"]) == (1, 1)  # type: ignore[index]
        (failed,) = records(out, "failed.jsonl")
        assert failed["error"] == (
            f"{failed['key']}: RuntimeError: no sense; a defect of the library: please report it"
        )

    def test_a_file_that_is_none_is_a_failure(self, tmp_path, out):
        (tmp_path / "in.wacz").write_bytes(b"PK\x03\x04 but no more")
        assert batch(tmp_path / "in.wacz", out)["failed"] == 1  # type: ignore[index]
        assert (
            records(out)[0]["error"] == "in.wacz: neither a WARC nor a WACZ; give the archive as the crawler wrote it"
        )

    def test_a_blog_in_one_that_cannot_be_written_stops_no_other(self, tmp_path, out, monkeypatch):
        (tmp_path / "in.warc").write_bytes(crawl(response(data("guardian_page.json"))))

        def refuse(_: object) -> None:
            raise lba.ModelError("not to be named")

        monkeypatch.setattr(work, "identify", refuse)
        assert batch(tmp_path / "in.warc", out, timezone=None)["failed"] == 1  # type: ignore[index]
        assert records(out, "failed.jsonl")[0]["error"] == "not to be named"

    def test_of_a_blog_in_one_that_one_format_cannot_have_there_is_none(self, tmp_path, out, monkeypatch):
        (tmp_path / "in.warc").write_bytes(crawl(response(data("guardian_page.json"))))
        (out / "blogs" / "in.warc").mkdir(parents=True)
        (out / "manifest.jsonl").touch()
        (out / "blogs" / "in.warc" / "notes.txt").touch()  # is not ours
        refuse(monkeypatch, "xml", None, lba.ExportError("no glyph"))
        assert batch(tmp_path / "in.warc", out, timezone=None, to=["jsonld", "xml"])["failed"] == 1  # type: ignore[index]
        assert [path.name for path in (out / "blogs").rglob("*.*")] == ["in.warc", "notes.txt"]


class TestASecondRun:
    def test_does_nothing_that_is_done(self, source, out, monkeypatch):
        batch(source, out)
        before = tree(out)
        monkeypatch.setattr(work, "identify", None)
        assert batch(source, out) == {"documents": 4, "kept": 4}
        assert tree(out) == before

    def test_does_what_is_new_changed_failed_or_damaged_and_nothing_else(self, source, out):
        (source / "bad.txt").write_text("nothing")
        batch(source, out)
        (source / "004.txt").write_text(text(4))
        (source / "001.txt").write_text(text(1).replace("aground", "sinking"))
        (out / "blogs" / "002.txt.jsonld").unlink()
        said = batch(source, out)
        assert said == {
            "documents": 6, "written": 3, "kept": 2, "failed": 1, "entries": 6, "failures": f"{out}/failed.jsonl",
        }  # fmt: skip
        assert b"sinking" in (out / "blogs" / "001.txt.jsonld").read_bytes()
        (source / "bad.txt").write_text(text(9))
        assert batch(source, out) == {"documents": 6, "written": 1, "kept": 5, "entries": 2}
        assert not (out / "failed.jsonl").exists()

    def test_does_all_again_when_it_is_told_other_things_and_removes_what_it_no_longer_writes(self, source, out):
        batch(source, out, to=["jsonld", "xml"])
        assert batch(source, out, to=["xml"]) == {"documents": 4, "written": 4, "entries": 8}
        assert not list(out.rglob("*.jsonld"))
        assert batch(source, out, to=["xml"], timezone="UTC")["written"] == 4  # type: ignore[index]

    def test_removes_what_was_written_of_a_source_that_can_no_longer_be_read(self, source, out):
        batch(source, out)
        (source / "001.txt").write_text("gone")
        batch(source, out)
        assert not (out / "blogs" / "001.txt.jsonld").exists()

    def test_keeps_what_was_written_of_a_source_that_is_only_out_of_reach(self, source, out, tmp_path):
        names = [str(source / name) for name in ("001.txt", "002.txt")]
        batch(names, out)
        before = {name: data for name, data in tree(out).items() if name.startswith("blogs/")}
        (source / "002.txt").rename(tmp_path / "away.txt")
        said = {"documents": 2, "kept": 1, "failed": 1, "failures": f"{out}/failed.jsonl"}
        for _ in range(2):
            assert batch(names, out) == said
            assert {name: data for name, data in tree(out).items() if name.startswith("blogs/")} == before
            (failed,) = records(out, "failed.jsonl")
            assert str(failed["error"]).endswith("002.txt: no such file or folder; check the address")
        (tmp_path / "away.txt").rename(source / "002.txt")
        assert batch(names, out) == {"documents": 2, "written": 1, "kept": 1, "entries": 2}
        assert {name: data for name, data in tree(out).items() if name.startswith("blogs/")} == before

    def test_keeps_what_was_written_of_documents_that_this_run_finds_too_large(self, source, out):
        batch(source, out)
        assert batch(source, out, largest=50) == {"documents": 4, "failed": 4, "failures": f"{out}/failed.jsonl"}
        assert len([name for name in tree(out) if name.startswith("blogs/")]) == 4
        (source / "001.txt").write_text("gone")
        batch(source, out)
        assert not (out / "blogs" / "001.txt.jsonld").exists()

    def test_names_the_list_of_what_failed_as_long_as_there_is_one(self, source, out):
        (source / "bad.txt").write_text("nothing")
        batch(source, out)
        (source / "bad.txt").unlink()
        assert batch(source, out) == {"documents": 4, "kept": 4, "failures": f"{out}/failed.jsonl"}
        assert [record["key"] for record in records(out, "failed.jsonl")] == ["bad.txt"]

    def test_keeps_what_is_no_longer_in_the_source(self, source, out):
        batch(source, out)
        before = tree(out)
        (source / "001.txt").unlink()
        assert batch(source, out) == {"documents": 3, "kept": 3}
        assert tree(out) == before

    @pytest.mark.parametrize(
        "changed",
        [
            b"{}",
            b'{"key":5,"settings":"x","status":"done","outputs":[]}',
            b'{"key":"a","settings":"x","status":"lost","outputs":[]}',
            b'{"key":"a","settings":"x","status":"done","losses":[5],"outputs":[]}',
            *(
                b'{"key":"a","settings":"x","status":"done","outputs":[{"path":"%s","bytes":1,"sha256":""}]}' % path
                for path in (
                    b"../victim",
                    b"blogs/../../victim",
                    b"/victim",
                    b"blogs/./a",
                    b"blogs//a",
                    b"manifest.jsonl",
                )
            ),
        ],
    )
    def test_a_damaged_manifest_is_one_clear_line_and_removes_nothing(self, source, out, changed):
        batch(source, out)
        (out.parent / "victim").touch()
        with (out / "manifest.jsonl").open("ab") as file:
            file.write(changed + b"\n")
        (source / "001.txt").write_text("changed")
        with pytest.raises(lba.ExportError) as caught:
            batch(source, out)
        assert str(caught.value) == (
            f"{out}/manifest.jsonl: line 5 is no record of a manifest; restore the file, or batch into a new folder"
        )
        assert (out.parent / "victim").exists()

    def test_what_others_leave_beside_the_parts_is_left_alone(self, source, out):
        batch(source, out)
        (out / "parts").mkdir()
        (out / "parts" / ".nfs0001").touch()
        (source / "004.txt").write_text(text(4))
        for said in ({"written": 1, "kept": 4, "entries": 2}, {"kept": 5}):
            assert batch(source, out) == {"documents": 5} | said
            assert [path.name for path in (out / "parts").iterdir()] == [".nfs0001"]


class TestWhatIsRefused:
    def said(self, source: object, out: object, **told: object) -> str:
        with pytest.raises(lba.LiveBlogError) as caught:
            batch(source, out, **told)
        return str(caught.value)

    def test_a_destination_that_is_a_file(self, source, tmp_path):
        (tmp_path / "file").touch()
        said = self.said(source, tmp_path / "file")
        assert said == f"{tmp_path}/file: a file, not a folder; name a folder"

    def test_a_destination_that_cannot_be_made(self, source, tmp_path):
        (tmp_path / "file").touch()
        said = self.said(source, tmp_path / "file" / "out")
        assert said.startswith(
            f"{tmp_path}/file/out: cannot be written: Not a directory; check the address, the disk"
        )

    def test_a_destination_that_holds_other_things(self, source, tmp_path):
        said = self.said(source, tmp_path)
        assert said.startswith(f"{tmp_path}: {source}/001.txt, a source, is in it; name a folder apart")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "thesis.odt").touch()
        said = self.said(source, tmp_path / "out")
        assert (
            said == f"{tmp_path}/out: it holds other things, such as thesis.odt; name a new folder, or an empty one"
        )

    @pytest.mark.parametrize("inside", ["", "out", "night/out"])
    def test_a_destination_in_the_source_before_anything_is_in_it(self, source, inside):
        said = self.said(source, source / inside)
        where = source / inside
        assert said == f"{where}: it is the source, {source}, or in it; name a folder apart from the source"
        assert not (source / "out").exists()

    def test_a_destination_that_a_link_leads_to_is_where_it_leads(self, source, tmp_path):
        (source / "out").mkdir()
        (tmp_path / "link").symlink_to(source / "out")
        said = self.said(source, tmp_path / "link")
        assert said == f"{tmp_path}/link: it is the source, {source}, or in it; name a folder apart from the source"
        (tmp_path / "to").symlink_to(source)
        said = self.said([str(tmp_path / "to" / "night" / "000.txt")], source / "night")
        assert said.startswith(f"{source}/night: {tmp_path}/to/night/000.txt, a source, is in it; ")

    def test_a_destination_beside_the_source_whose_name_begins_alike_is_none_of_it(self, source):
        assert batch(source, f"{source}-out") == {"documents": 4, "written": 4, "entries": 8}

    def test_a_second_run_on_one_destination(self, source, out):
        batch(source, out)
        with (out / ".lock").open("ab") as file:
            lock(file.fileno())
            with pytest.raises(lba.ExportError) as caught:
                batch(source, out)
        assert str(caught.value) == f"{out}: another run is writing to it; wait until it is done, and try again"
        assert batch(source, out)["kept"] == 4  # type: ignore[index]

    def test_a_destination_whose_lock_cannot_be_had(self, source, out):
        (out / ".lock").mkdir(parents=True)
        with pytest.raises(lba.ExportError) as caught:
            batch(source, out)
        assert str(caught.value) == (
            f"{out}/.lock: cannot be written: Is a directory; check the address, the disk or connection, and the "
            "permissions"
        )

    def test_a_second_run_in_a_place_without_locks(self):
        memory = fsspec.filesystem("memory")
        memory.pipe({"/batch-locked/in/a.txt": text(1).encode(), "/batch-locked/out/.lock": b""})
        said = self.said("memory://batch-locked/in", "memory://batch-locked/out")
        assert said == (
            "memory://batch-locked/out: another run is writing to it, or was killed and left .lock behind; wait "
            "until it is done, or remove memory://batch-locked/out/.lock when none is under way"
        )
        memory.rm("/batch-locked/out/.lock")
        assert batch("memory://batch-locked/in", "memory://batch-locked/out")["written"] == 1  # type: ignore[index]

    def test_a_blog_of_ten_gigabytes(self, source, out):
        with (source / "001.txt").open("wb") as file:
            file.truncate(10 * 2**30)
        assert batch(source, out)["failed"] == 1  # type: ignore[index]
        assert records(out)[0]["error"] == (
            "001.txt: larger than 128 MB, which is the most that a document may have; "
            "raise --largest (largest=) if the memory allows it"
        )

    def test_a_large_blog_whose_size_no_listing_tells(self, source, out):
        assert batch([str(source / "001.txt")], out, largest=50)["failed"] == 1  # type: ignore[index]
        assert "larger than 4.76837e-05 MB" in str(records(out)[0]["error"])

    def test_a_source_that_vanishes_breaks_off_or_is_a_folder_fails_alone(self, source, out, monkeypatch):
        (source / "d").mkdir()
        names = [str(source / name) for name in ("001.txt", "d", "no.txt")]
        assert batch(names, out) == {
            "documents": 3, "written": 1, "failed": 2, "entries": 2, "failures": f"{out}/failed.jsonl",
        }  # fmt: skip
        assert [str(record["error"]) for record in records(out, "failed.jsonl")] == [
            f"{source}/d: a folder, not a file; give a file in it",
            f"{source}/no.txt: no such file or folder; check the address",
        ]

    def test_a_pipe_that_nobody_writes_into_fails_alone(self, source, out):
        os.mkfifo(source / "pipe.txt")
        assert batch(source, out)["failed"] == 1
        (failed,) = records(out, "failed.jsonl")
        assert failed["error"] == "pipe.txt: a device or pipe, not a file; give a file"

    def test_a_disk_that_is_full_stops_the_run_and_leaves_nothing_half_there(self, source, out, monkeypatch):
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        said = self.said(source, out)
        assert said == (
            f"{out}/.formats: cannot be written: No space left on device; "
            "check the address, the disk or connection, and the permissions"
        )
        assert sorted(tree(out)) == [".lock"]

    @pytest.mark.parametrize("archived", [False, True])
    def test_a_disk_that_is_full_later_stops_the_run_and_removes_nothing_that_was_written(
        self, source, out, monkeypatch, archived
    ):
        if archived:
            source = source.parent / "in.warc"
            source.write_bytes(crawl(response(data("guardian_page.json"))))
        batch(source, out)
        before = {name: data for name, data in tree(out).items() if name.startswith("blogs")}
        assert before
        for path in [source] if archived else source.rglob("*.txt"):
            path.write_bytes(path.read_bytes().replace(b"aground", b"sinking") + b"\r\n")
        count = itertools.count()

        def full(_: int) -> None:
            if next(count):  # the first file is the list of formats
                raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        said = self.said(source, out)
        assert said == (
            f"{out}/{min(before)}: cannot be written: No space left on device; "
            "check the address, the disk or connection, and the permissions"
        )
        assert {name: data for name, data in tree(out).items() if name.startswith("blogs")} == before

    def test_a_file_that_cannot_be_removed_stops_the_run(self, source, out, monkeypatch):
        def refuse(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        batch(source, out)
        (source / "001.txt").write_text("gone")
        monkeypatch.setattr(LocalFileSystem, "rm_file", refuse)
        said = self.said(source, out)
        assert said.startswith(f"{out}/blogs/001.txt.jsonld: cannot be written: Operation not permitted; check the")

    def test_a_disk_that_refuses_again_what_is_left_to_write_when_the_file_is_closed(self, source, out, monkeypatch):
        monkeypatch.setattr(Path, "open", lambda *_: open("/dev/full", "wb"))  # noqa: SIM115
        assert self.said(source, out).startswith(f"{out}/.formats: cannot be written: No space left on device; ")

    def test_a_name_that_no_file_can_have_fails_alone(self, source, out):
        long = "ա" * 124 + ".txt"
        (source / long).write_text(text(7))
        (source / "001.txt.jsonld").mkdir()
        (source / "001.txt.jsonld" / "deep.txt").write_text(text(8))
        for written in (4, 0):
            assert batch(source, out).get("written", 0) == written  # type: ignore[attr-defined]
            assert [record["error"] for record in records(out, "failed.jsonl")] == [
                f"{out}/blogs/001.txt.jsonld/deep.txt.jsonld: no file can have this name: File exists; "
                "give the source another name, or see what is in its place",
                f"{out}/blogs/{long}.jsonld: no file can have this name: File name too long; "
                "give the source another name, or see what is in its place",
            ]

    @pytest.mark.parametrize(
        ("told", "said"),
        [
            ({"timezone": "Mars/Base"}, "LiveBlog.timezone: unknown time zone 'Mars/Base'; give an IANA key such as"),
            ({"language": "englisch!"}, "language 'englisch!' is not known; give a BCP 47 tag such as en or pt-BR"),
            ({"order": "upwards"}, "LiveBlog.order: unknown value 'upwards'; use one of: manual, "),
            ({"encoding": "klingon"}, "unknown encoding 'klingon'; name one such as utf-8 or cp1251"),
            ({"largest": "x"}, "largest is 'x'; give a number of bytes from 1"),
            ({"largest": 0}, "largest is 0; give a number of bytes from 1"),
            ({"largest": 2.5}, "largest is 2.5; give a number of bytes from 1"),
        ],
    )
    def test_what_the_caller_mistook_is_no_fault_of_each_document(self, source, out, told, said):
        assert self.said(source, out, **told).startswith(said)
        assert not out.exists()

    def test_a_mapping_that_is_wrong_is_no_fault_of_each_document(self, source, out, tmp_path):
        (tmp_path / "map.toml").write_text("format = ")
        said = self.said(source, out, mapping=tmp_path / "map.toml")
        assert said.startswith(f"{tmp_path}/map.toml: the mapping is wrong: it is not TOML: ")
        assert not out.exists()

    @pytest.mark.parametrize(
        ("told", "said"),
        [
            ({"jobs": 0}, "0 jobs; give a number from 1"),
            ({"jobs": "4"}, "'4' jobs; give a number from 1"),
            ({"engine": "hadoop"}, "no engine 'hadoop'; use one of: pool, dask, spark"),
            (
                {"scheduler": "tcp://a"},
                "tcp://a: a scheduler, but no engine that has one; name the engine: dask or spark",
            ),
            ({"engine": "dask"}, "dask: no scheduler is named; give its address: scheduler='tcp://HOST:8786'"),
        ],
    )
    def test_an_engine_that_cannot_be_had(self, source, out, told, said):
        assert self.said(source, out, **told) == said
        assert not out.exists()

    def test_several_processes_for_a_place_that_one_alone_can_see(self, source):
        said = self.said(source, "memory://alone", jobs=2)
        assert said == "memory: is seen by one process alone; use one job, jobs=1, and no other engine"


class TestKilled:
    """Runs that are killed, with `kill -9`, at several moments, and taken up again."""

    def run(self, source: Path, out: Path, *, until: int | None = None) -> None:
        command = [sys.executable, "-m", "liveblog_archive", "batch", str(source), str(out)]
        process = subprocess.Popen(
            [*command, "--timezone", ZONE, "--jobs", "2", "--to", "jsonld,xml"],
            env=os.environ | PATH, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        while until is not None and process.poll() is None:
            if len(list(out.glob("blogs/**/*.*"))) >= until:
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(0.002)
        assert process.wait(60) in {0, -signal.SIGKILL}

    def test_and_resumed_equals_an_unbroken_run_byte_for_byte(self, tmp_path):
        source = fill(tmp_path / "in", 120)
        self.run(source, tmp_path / "unbroken")
        for until in (1, 70, 150):
            self.run(source, tmp_path / "broken", until=until)
        self.run(source, tmp_path / "broken")
        assert tree(tmp_path / "broken") == tree(tmp_path / "unbroken")
        assert len(tree(tmp_path / "broken")) == 2 * 120 + 2

    def test_between_two_formats_of_a_blog_that_then_fails_leaves_nothing_of_it(self, source, out, monkeypatch):
        with monkeypatch.context() as patch:
            refuse(patch, "xml", "Ferry 1, live", KeyboardInterrupt())
            with pytest.raises(KeyboardInterrupt):
                batch(source, out, to=["jsonld", "xml"])
        assert [path.name for path in out.rglob("001.*")] == ["001.txt.jsonld"]
        (source / "001.txt").write_text("nothing")
        assert batch(source, out, to=["jsonld", "xml"])["failed"] == 1  # type: ignore[index]
        assert list(out.rglob("001.*")) == []
        assert len(list((out / "blogs").rglob("*.txt.*"))) == 6

    @pytest.mark.parametrize("after", ["write", "remove"])
    def test_while_the_manifest_is_made_equals_an_unbroken_run(self, source, tmp_path, monkeypatch, after):
        batch(source, tmp_path / "unbroken")
        real = getattr(Destination, after)

        def killed(self: Destination, name: str, *rest: object) -> object:
            done = real(self, name, *rest)
            if name.startswith("manifest") or (after == "remove" and name.endswith("2.jsonl")):
                raise KeyboardInterrupt
            return done

        with monkeypatch.context() as patch:
            patch.setattr(Destination, after, killed)
            with pytest.raises(KeyboardInterrupt):
                batch(source, tmp_path / "broken")
        assert list((tmp_path / "broken" / "parts").iterdir())
        assert batch(source, tmp_path / "broken") == {"documents": 4, "kept": 4}
        assert tree(tmp_path / "broken") == tree(tmp_path / "unbroken")

    def test_a_later_run_counts_more_than_an_earlier_one(self, source, out, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(Manifest, "finish", self.interrupt)
            for name in ("xml", "ical"):
                with pytest.raises(KeyboardInterrupt):
                    batch(source, out, to=name)
        assert len(list((out / "parts").iterdir())) == 8
        assert batch(source, out, to="ical") == {"documents": 4, "kept": 4}
        assert not list(out.rglob("*.xml"))

    @pytest.mark.parametrize("halves", [1, 2])
    def test_after_a_shard_was_committed_and_again_when_it_was_halved_doubles_nothing(self, source, out, halves):
        shard = Shard("000001-00000000.jsonl", find(str(source)).documents)
        Destination(str(out)).make()
        for one in (shard, *shard.halves()[:halves]):
            work.map_shard(job(out), one)
        Manifest(Destination(str(out))).finish()
        assert [record["key"] for record in records(out)] == [one.key for one in shard.documents]
        assert not (out / "parts").exists()

    @pytest.mark.parametrize("known", [False, True])
    def test_and_taken_up_again_with_other_formats_leaves_what_an_unbroken_run_does(
        self, source, tmp_path, monkeypatch, known
    ):
        """Whether or not what was there before is kept, and whatever was written when the run was killed."""
        out = tmp_path / "out"
        if known:
            batch(source, out, to="ical")
        for method, name in ((work, "_tidy"), (Destination, "remove")):
            with monkeypatch.context() as patch:
                patch.setattr(method, name, self.interrupt)
                with pytest.raises(KeyboardInterrupt):
                    batch(source, out, to=["jsonld", "xml"])
        assert len(list(out.rglob("001.txt.*"))) == 2 + known
        batch(source, out, to="ical")
        batch(source, tmp_path / "unbroken", to="ical")
        assert tree(out) == tree(tmp_path / "unbroken")

    def test_and_taken_up_again_whatever_is_left_of_what_it_wrote_down(self, source, tmp_path):
        out, unbroken = tmp_path / "out", tmp_path / "unbroken"
        batch(source, out, to="xml")
        (out / ".formats").write_bytes(b"\xff\x00\nnone\n../../001\nxml\n")
        assert batch(source, out, to="ical") == {"documents": 4, "written": 4, "entries": 8}
        batch(source, unbroken, to="xml")
        batch(source, unbroken, to="ical")
        assert tree(out) == tree(unbroken)

    def interrupt(self, *_: object, **__: object) -> None:
        raise KeyboardInterrupt


def test_another_blog_to_compare_with_means_to_do_all_again() -> None:
    one, other, same = (
        lba.parse(f"2026-03-03\n14:05: The ferry is {how}.", timezone="UTC", id="tag:a.example,2026:a")
        for how in ("aground", "afloat", "afloat")
    )

    def settings(previous: lba.LiveBlog) -> str:
        return Job(destination="x", formats=(("pdf", {"previous": previous}),), options=Options(), largest=1).settings

    assert settings(other) == settings(same) != settings(one)


def _settings(told: object) -> str:
    return Job(destination="x", formats=(("ical", {"told": told}),), options=Options(), largest=1).settings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (History(revisions={"a": Revision(1)}), History(revisions={"a": Revision(2)})),
        (History(capture=1), History(capture=2)),
        (Moment(value=date(2026, 3, 3), precision="day"), Moment(value=date(2026, 3, 4), precision="day")),
        (["a", "b"], ["b", "a"]),
        (["a", "b"], ["a', 'b"]),
        (b"a", "a"),
    ],
    ids=repr,
)
def test_another_value_of_an_option_means_to_do_all_again(one: object, other: object) -> None:
    assert _settings(one) != _settings(other)


def test_a_history_with_other_words_means_to_do_all_again() -> None:
    """What it is shown as is shortened, and the same."""
    one, other, same = (
        History(withdrawn=[Withdrawn(Entry(body=(Paragraph("x" * 99 + how),)), Bounds(None, None, "none"))])
        for how in ("aground", "afloat", "afloat")
    )
    assert repr(one) == repr(other)
    assert _settings(other) == _settings(same) != _settings(one)


def test_the_order_of_a_set_means_nothing() -> None:
    names = [f"{number}" for number in range(99)]
    assert _settings(frozenset(names)) == _settings(frozenset(reversed(names)))
