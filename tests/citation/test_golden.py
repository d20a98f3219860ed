"""Every style and every case, against files that people can read."""

from pathlib import Path

import pytest

from liveblog_archive.citation import STYLES, Citer
from tests.citation.cases import CASES, VERSION

GOLDEN = Path(__file__).parent / "golden"


def blocks(style: str, folder: Path = GOLDEN) -> dict[str, str]:
    """Return what a golden file says of each case: a block is headed by `=== case`, and a blank line ends it."""
    text = (folder / f"{style}.txt").read_text(encoding="utf-8")
    heads = (block.partition("\n") for block in ("\n" + text.rstrip("\n")).split("\n=== ")[1:])
    return {name: body.removesuffix("\n") for name, _, body in heads}


def shown(citation: str) -> str:
    """Return a citation as editors keep it in a file: line feeds, and no blanks or blank lines at an end."""
    return "\n".join(line.rstrip() for line in citation.rstrip().replace("\r\n", "\n").split("\n"))


@pytest.mark.parametrize("style", STYLES)
def test_the_golden_file_has_every_case_and_no_other(style: str) -> None:
    assert list(blocks(style)) == list(CASES)


def test_every_golden_file_is_that_of_a_style() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(STYLES)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("style", STYLES)
def test_a_citation_is_what_the_golden_file_says(style: str, case: str) -> None:
    blog, entry, paragraph = CASES[case]
    assert shown(Citer(blog).render(entry, style, paragraph, VERSION)) == blocks(style)[case]
