"""`site`: an archive as a folder of pages, by the command line."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from liveblog_archive import cli
from liveblog_archive.identity import identify
from liveblog_archive.model import Note, Paragraph
from tests.site.archives import BLOG_ID, FOLDER, archive


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]):
    def ran(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(one) for one in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return ran


def test_a_site_is_written_once_and_then_kept(run, tmp_path: Path) -> None:
    archive(tmp_path / "archive")
    out = tmp_path / "public"
    code, said, errors = run("site", tmp_path / "archive", out, "--blog", BLOG_ID, "--json")
    first = json.loads(said)
    assert (code, errors) == (0, "")
    assert first == {"output": str(out), "written": first["written"], "kept": 0, "removed": 0}
    assert (out / "blogs" / FOLDER / "index.html").is_file()
    code, said, errors = run("site", tmp_path / "archive", out, "--blog", BLOG_ID)
    assert (code, said, errors) == (0, f"0 written, {first['written']} unchanged, 0 removed\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["out", "archive"],
            "out is no archive, and archive is one: give archive first; see liveblog-archive site --help",
        ),
        (["archive", "loop"], "loop: cannot be written: File exists; check the folder and the disk"),
        (["nothing", "out"], "nothing: there is no archive here; check the path"),
        (["archive", "full"], "full/mine.txt: a file that is not of this site; move it away, or name another folder"),
        (["archive", "out", "--blog", "x:y"], "x:y: the archive has no blog with this id; list its blogs"),
        (
            ["archive", "out", "--url", "ftp://x"],
            "--url: 'ftp://x' is not the address of a site; give one such as https://example.org/live/",
        ),
        (
            ["archive", "out", "--url", "http://["],
            "--url: 'http://[' is not the address of a site; give one such as https://example.org/live/",
        ),
        (
            ["archive", "out", "--url", "https://live-\udcff.example/"],
            r"--url: 'https://live-\udcff.example/' is not the address of a site; "
            "give one such as https://example.org/live/",
        ),
        (["archive", "out", "--title", " "], "--title: empty text; give text, or leave the field out"),
        (
            ["archive", "out", "--title", "Storms \udcff"],
            "--title: lone surrogate U+DCFF at character 7; decode the source with its real encoding, or replace the "
            "character",
        ),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    archive(tmp_path / "archive")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "loop").symlink_to("loop")
    assert run("site", *arguments) == (2, "", f"liveblog-archive: {message}\n")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    assert not (tmp_path / "out").exists()


def test_a_damaged_archive_is_one_line_and_nothing_is_written(run, tmp_path: Path) -> None:
    archive(tmp_path / "archive")
    (tmp_path / "archive" / "more.txt").write_bytes(b"x")
    code, said, errors = run("site", tmp_path / "archive", tmp_path / "out")
    assert (code, said, errors.count("\n")) == (2, "", 1)
    assert errors.startswith("liveblog-archive: more.txt: damaged: ")
    assert not (tmp_path / "out").exists()


def _broken(folder: Path, pattern: str) -> str:
    """Damage a file of the hostile blog; return where it is."""
    path = next(one for one in sorted(folder.glob(f"*/*/*/*/{pattern}")) if "harbour" not in str(one))
    path.write_bytes(b"{}")
    return path.relative_to(folder).as_posix()


@pytest.mark.parametrize("pattern", ["v1/content/blog.json", "inventory.json"])
def test_a_damaged_blog_is_told_and_what_is_published_of_it_stays(run, tmp_path: Path, pattern: str) -> None:
    archive(tmp_path / "archive")
    out = tmp_path / "public"
    assert run("site", tmp_path / "archive", out)[0] == 0
    pages = sorted(path for path in out.rglob("blogs/*/*.html"))
    place = _broken(tmp_path / "archive", pattern)
    for _ in range(2):
        code, _, errors = run("site", tmp_path / "archive", out)
        assert (code, errors.count("\n")) == (1, 1)
        assert errors.startswith(f"liveblog-archive: a blog is left out: {place}: damaged: ")
        assert errors.endswith("; verify the archive, and restore it from a sound copy\n")
        assert sorted(out.rglob("blogs/*/*.html")) == pages
    assert (out / "index.html").read_text(encoding="utf-8").count('href="blogs/') > 0
    assert run("site", tmp_path / "archive", tmp_path / "one", "--blog", BLOG_ID)[0] == 0
    assert [path.name for path in (tmp_path / "one" / "blogs").iterdir()] == [FOLDER]


def test_no_site_is_made_where_every_blog_that_is_asked_for_is_damaged(run, tmp_path: Path) -> None:
    kept = archive(tmp_path / "archive")
    place = _broken(tmp_path / "archive", "v1/content/blog.json")
    (other,) = set(kept.blogs()) - {BLOG_ID}
    code, _, errors = run("site", tmp_path / "archive", tmp_path / "out", "--blog", other)
    assert (code, errors.startswith(f"liveblog-archive: {place}: damaged: ")) == (2, True)
    assert not (tmp_path / "out").exists()


def test_what_other_formats_do_not_carry_is_told_as_when_they_are_written_alone(run, tmp_path: Path) -> None:
    kept = archive(tmp_path / "archive")
    last = kept.blog(kept.latest(BLOG_ID))
    wordy = evolve(last, introduction=[Paragraph("From the quay.")])
    wordy = evolve(wordy, entries=[evolve(last.entries[0], status="deleted"), *last.entries[1:]])
    for name in ("one", "two"):
        kept.deposit(
            identify(
                evolve(
                    wordy, id=f"tag:x.example,2026:{name}", entries=[evolve(entry, id="") for entry in wordy.entries]
                )
            )
        )
    told: list[Note] = []
    b"".join(kept.stream(kept.latest("tag:x.example,2026:one"), "ical", notify=told.append))
    assert [note.text for note in told] == [
        "ical: 1 deleted, left out (entries=all)",
        "ical: has no place for introduction",
    ]
    _, _, errors = run("site", tmp_path / "archive", tmp_path / "out", "--blog", "tag:x.example,2026:one")
    assert errors.splitlines() == [
        "entries-left-out: jsonld: 1 deleted, left out",
        "entries-left-out: xml: 1 deleted, left out",
        "entries-left-out: ical: 1 deleted, left out",
        "not-carried: ical: has no place for introduction",
        "entries-left-out: pdf: 1 deleted, left out",
    ]
    _, _, errors = run("site", tmp_path / "archive", tmp_path / "out", "--json")
    assert "not-carried: ical: has no place for introduction (of 2 blogs)" in errors.splitlines()
