"""How briefings look to programs that draw them: without a warning, and as they looked before."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.exporters.pdf.scripts import document
from tests.judges.programs import program

from liveblog_archive.exporters.pdf.design import LETTER

GOLDEN = Path(__file__).with_name("golden")
DPI = 40
# The mean difference of grey levels, of 255, that two versions of one program make.
TOLERANCE = 2.5
COMMANDS = {
    "poppler": ["pdftocairo", "-png", "-r", "50", "{path}", "{out}"],
    "mupdf": ["mutool", "draw", "-q", "-N", "-r", "50", "-o", "{out}-%d.png", "{path}"],
    "ghostscript": [
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=pnggray",
        "-r50",
        "-sOutputFile={out}-%d.png",
        "{path}",
    ],
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("files")
    made = {"a4": document(), "letter": document(LETTER)}
    for name, data in made.items():
        folder.joinpath(f"{name}.pdf").write_bytes(data)
    return {name: folder / f"{name}.pdf" for name in made}


def test_the_structure_of_the_file_is_sound(files: dict[str, Path]) -> None:
    for path in files.values():
        done = subprocess.run([program("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "No syntax or stream encoding errors found" in done.stdout


@pytest.mark.parametrize("drawn_by", COMMANDS)
def test_every_page_is_drawn_without_a_warning(files: dict[str, Path], drawn_by: str, tmp_path: Path) -> None:
    names = {"path": str(files["a4"]), "out": str(tmp_path / "page")}
    command = [program(COMMANDS[drawn_by][0]), *(part.format(**names) for part in COMMANDS[drawn_by][1:])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(list(tmp_path.glob("*.png"))) == 3


@pytest.mark.parametrize("name", ["a4", "letter"])
def test_pages_look_as_they_looked(files: dict[str, Path], name: str, tmp_path: Path) -> None:
    command = [
        program("pdftoppm"),
        "-gray",
        "-png",
        "-r",
        str(DPI),
        "-l",
        "2",
        str(files[name]),
        str(tmp_path / name),
    ]
    subprocess.run(command, capture_output=True, check=True)
    drawn = sorted(tmp_path.glob("*.png"))
    assert [path.name for path in drawn] == [f"{name}-1.png", f"{name}-2.png"]
    for path in drawn:
        assert difference(path, GOLDEN / path.name) < TOLERANCE


def test_another_page_does_not_look_like_it() -> None:
    assert difference(GOLDEN / "a4-1.png", GOLDEN / "a4-2.png") > TOLERANCE


def difference(one: Path, other: Path) -> float:
    """Return the mean difference of two pictures' grey levels; of pictures of different sizes, all of it."""
    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return 255.0
        return ImageStat.Stat(ImageChops.difference(first.convert("L"), second.convert("L"))).mean[0]
