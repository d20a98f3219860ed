"""Which files beside a saved page are parts of it."""

import pytest

from liveblog_archive.importers.parts import left_out

INSIDE = ["{}/f.txt", "{}/frame.html", "{}/frame_data/ad.html", "{}/a.png"]


def parts(page: str, folder: str, name: str = "Storm.html") -> set[str]:
    """Return what is left out beside a page."""
    paths = [name, *(path.format(folder) for path in INSIDE), "other/b.html"]
    return left_out(paths, lambda path: page.encode() if path == name else b"")


@pytest.mark.parametrize(
    ("folder", "page"),
    [
        ("Storm_files", '<link rel="stylesheet" href="./Storm_files/a.css">'),
        ("Sturm am Hafen-Dateien", "<img alt='>' src='Sturm%20am%20Hafen-Dateien/a.png'>"),
        ("Tempête & mer_fichiers", '<iframe src="./Tempête &amp; mer_fichiers/frame.html"></iframe>'),
        ("Storm.fld", "<link rel=File-List href=Storm.fld/filelist.xml>"),
    ],
)
def test_those_are_in_a_folder_that_it_loads_files_from(folder: str, page: str) -> None:
    assert parts(page, folder, "renamed.htm") == {path.format(folder) for path in INSIDE}


@pytest.mark.parametrize(
    "page",
    [
        "<p>Storm_files/</p>",
        '<img src="https://news.example/Storm_files/a.png">',
        '<img src="Storm_files/a.png"><a href="Storm_files/frame.html">The storm</a>',
        'x="Storm_files/a.png"',
        '< img src="Storm_files/a.png">',
    ],
)
def test_what_a_page_leads_to_or_only_names_is_none(page: str) -> None:
    assert parts(page, "Storm_files") == set()


def test_the_pages_with_the_nearest_names_are_asked_and_no_others() -> None:
    asked = []

    def content(path: str) -> bytes:
        asked.append(path)
        return b'<img src="p50_files/a.png">' if path == "in/p50.html" else b""

    pages = [f"in/p{number:02}.html" for number in range(99)]
    assert left_out([*pages, "in/p50_files/f.txt", "top.txt"], content) == {"in/p50_files/f.txt"}
    assert asked == ["in/p50.html"]
    asked.clear()
    assert left_out([*pages, "in/q/f.txt"], content) == set()
    assert len(asked) == 4
