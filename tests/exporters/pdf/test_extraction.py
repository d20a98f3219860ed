"""What programs that extract text find in a briefing: every paragraph whole, in order, in seven scripts."""

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from tests.exporters.pdf.scripts import MIXED, POINTED, SENTENCES, document
from tests.judges.programs import program
from tests.storm import BLOG_ID, EXAMPLE, ZONE

import liveblog_archive as lba
from liveblog_archive.model import Entry, LiveBlog, Paragraph


def poppler(path: Path) -> str:
    done = subprocess.run([program("pdftotext"), "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


def pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes()), strict=True).pages)


def pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


READERS = [poppler, pypdf, pdfium]


def letters(text: str) -> str:
    """Return a text without blanks, the signs that direct it, and the hyphens of divided words."""
    kept = (char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) not in ("Cf", "Zs"))
    return "".join(char for char in kept if not char.isspace() and char not in "\ufffe\x02")


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scripts") / "scripts.pdf"
    path.write_bytes(document())
    return path


@pytest.mark.parametrize("reader", READERS)
def test_every_paragraph_is_found_whole_and_in_order_in_every_script(reader, scripts: Path) -> None:
    found = letters(reader(scripts))
    reached = 0
    for sentence in SENTENCES.values():
        reached = found.index(letters(sentence), reached)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", MIXED)
def test_every_word_of_a_paragraph_in_two_directions_is_found(reader, scripts: Path, language: str) -> None:
    found = letters(reader(scripts))
    for word in re.findall(r"[\w\u064b-\u0652]+", MIXED[language]):
        assert letters(word) in found


@pytest.mark.parametrize("reader", [pypdf, pdfium])  # Poppler takes letters with points for several words
def test_letters_with_points_are_found_in_order(reader, scripts: Path) -> None:
    assert letters(POINTED) in letters(reader(scripts))


def test_a_ligature_is_found_in_the_order_of_its_letters(scripts: Path) -> None:
    for reader in READERS:
        assert "والسلام" in letters(reader(scripts))


@pytest.mark.parametrize("reader", READERS)
def test_every_paragraph_of_the_example_is_found_in_order(reader, tmp_path: Path) -> None:
    blog = lba.read(EXAMPLE, timezone=ZONE, id=BLOG_ID)
    path = tmp_path / "example.pdf"
    path.write_bytes(lba.export(blog, "pdf", order="source"))
    # Poppler takes a hyphen at the end of a line for one of division.
    found = letters(reader(path)).replace("-", "")
    reached = found.index(letters(blog.entries[0].text).replace("-", "")[:60])
    for entry in blog.entries:
        for block in entry.body:
            text = letters(block.text).replace("-", "")
            reached = found.index(text[:60], reached)
            end = found.index(text[-20:], reached) + len(text[-20:])
            # Between two pages stand the foot of one and the head of the other.
            assert found[reached:end] == text or "snapshot" in found[reached:end], block.text


@pytest.mark.parametrize("reader", READERS)
def test_emoji_are_found_whole_between_words(reader, tmp_path: Path) -> None:
    told = "Open ✅ closed ❌ flags 🇬🇧🇺🇦 team 👩\u200d🚒 clap 👏🏽 odd 👩\u200d🐙 key 1\ufe0f⃣ end."
    blog = LiveBlog(entries=[Entry(body=[Paragraph(told)])])
    path = tmp_path / "emoji.pdf"
    path.write_bytes(lba.export(blog, "pdf"))
    assert " ".join(told.split()) in " ".join(reader(path).split())
