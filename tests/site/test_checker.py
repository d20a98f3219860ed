"""The Nu Html Checker, which the W3C runs, has no error to tell of any page."""

import json
import subprocess
from pathlib import Path

from tests import judges
from tests.exporters.html.pages import ALL, hostile, rendered
from tests.judges.programs import program
from tests.samples import full_blog

import liveblog_archive as lba
from liveblog_archive.exporters.html.setting import Landing, Setting
from liveblog_archive.folders import update_folder
from liveblog_archive.site import Plan, site

from .archives import archive

CHECKER = judges.MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(folder: Path) -> list[tuple[str, str]]:
    """Return what the checker calls an error, with the file that it is in."""
    judges.require()
    done = subprocess.run(
        [
            program("java"),
            "-Xss2m",
            "-jar",
            str(CHECKER),
            "--stdout",
            "--format",
            "json",
            "--skip-non-html",
            str(folder),
        ],
        capture_output=True,
        check=False,
        timeout=300,
    )
    messages = json.loads(done.stdout)["messages"]
    return [(one.get("url", ""), one["message"]) for one in messages if one["type"] != "info"]


def test_it_finds_an_error_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a>")
    assert any("Duplicate ID" in message for _, message in errors(tmp_path))


def test_every_page_is_valid(tmp_path: Path) -> None:
    kept = archive(tmp_path / "archive")
    pages = tmp_path / "pages"
    update_folder(pages, site(kept, Plan(title="A site", url="https://example.org/")))
    landings = (Landing(local="000000000000", status="deleted", reason="since capture 2", href="e/x.html"),)
    for name, blog in {
        "full": full_blog(),
        "hostile": hostile(),
        "bare": lba.LiveBlog(id="tag:a.example,2026:b"),
    }.items():
        (pages / f"{name}.html").write_bytes(rendered(blog, ALL, Setting(landings=landings)))
    assert len(list(pages.rglob("*.html"))) > 16
    assert errors(pages) == []
