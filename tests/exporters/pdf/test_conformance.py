"""Whether briefings conform to PDF/A-3a and PDF/UA-1, by two judges; and whether the judges see what is broken."""

from pathlib import Path

import pytest
from tests.benchmarks.material import text
from tests.corpus import CORPUS, corpus, needs_corpus
from tests.exporters.pdf.damage import DAMAGES, damaged
from tests.exporters.pdf.scripts import document
from tests.judges.conformance import findings, verapdf
from tests.samples import full_blog, headed
from tests.storm import BLOG_ID, EXAMPLE, ZONE

import liveblog_archive as lba
from liveblog_archive.exporters.pdf.design import LETTER

# To judge more takes longer than all that is judged besides.
LONG = 3_000  # entries
DAMAGED = {f"damage-{index}.pdf": name for index, name in enumerate(DAMAGES)}
TEXTS = sorted(CORPUS.joinpath("text").glob("*.txt")) if CORPUS else []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that are judged."""
    made = tmp_path_factory.mktemp("conformance")
    scripts = document()
    files = {
        "scripts.pdf": scripts,
        "scripts-letter-large.pdf": document(LETTER.enlarged(1.5)),
        "scripts-3b.pdf": document(conformance="3b"),
        "full.pdf": lba.export(full_blog(), "pdf", entries="all"),
        "full-compact.pdf": lba.export(full_blog(), "pdf", density="compact"),
        "headed.pdf": lba.export(headed(), "pdf"),
        "example.pdf": lba.export(lba.read(EXAMPLE, timezone=ZONE, id=BLOG_ID), "pdf"),
        "long.pdf": lba.export(lba.parse(text(LONG), id=BLOG_ID, timezone=ZONE, language="en"), "pdf"),
        **{name: damaged(scripts, DAMAGES[damage]) for name, damage in DAMAGED.items()},
    }
    for path in TEXTS:
        files[f"{path.stem}.pdf"] = lba.export(lba.read(path, timezone=ZONE, id=BLOG_ID), "pdf")
    for name, data in files.items():
        made.joinpath(name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def verdicts(folder: Path) -> dict[tuple[str, str], str]:
    """Return what the engine of veraPDF says of each file."""
    return verapdf(sorted(folder.iterdir()), "3a", "ua1") | verapdf(
        [path for path in sorted(folder.iterdir()) if path.name.startswith(("scripts", "example"))], "3u", "3b"
    )


@pytest.mark.parametrize(
    "name",
    [
        "scripts.pdf",
        "scripts-letter-large.pdf",
        "full.pdf",
        "full-compact.pdf",
        "headed.pdf",
        "example.pdf",
        "long.pdf",
    ],
)
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_briefings_conform(folder: Path, verdicts: dict[tuple[str, str], str], name: str, profile: str) -> None:
    assert verdicts[name, profile] == "passes"
    assert findings(folder / name, profile) == []


@needs_corpus
def test_briefings_of_real_blogs_conform(folder: Path, verdicts: dict[tuple[str, str], str]) -> None:
    assert corpus("text").is_dir()
    assert TEXTS
    for path in TEXTS:
        for profile in ("3a", "ua1"):
            assert (path.stem, verdicts[f"{path.stem}.pdf", profile]) == (path.stem, "passes")
            assert (path.stem, findings(folder / f"{path.stem}.pdf", profile)) == (path.stem, [])


@pytest.mark.parametrize("name", ["scripts.pdf", "example.pdf"])
@pytest.mark.parametrize("profile", ["3u", "3b"])
def test_what_conforms_to_the_highest_level_conforms_to_the_lower_ones_but_for_its_claim(
    verdicts: dict[tuple[str, str], str], name: str, profile: str
) -> None:
    assert verdicts[name, profile] == "passes"


def test_a_briefing_without_tags_conforms_to_what_it_claims(verdicts: dict[tuple[str, str], str]) -> None:
    assert verdicts["scripts-3b.pdf", "3b"] == "passes"
    assert "MarkInfo" in verdicts["scripts-3b.pdf", "ua1"]


@pytest.mark.parametrize("name", DAMAGED)
def test_the_judges_see_every_damage(folder: Path, verdicts: dict[tuple[str, str], str], name: str) -> None:
    assert {verdicts[name, "3a"], verdicts[name, "ua1"]} != {"passes"}, DAMAGED[name]
    assert findings(folder / name, "3a") + findings(folder / name, "ua1"), DAMAGED[name]


def test_a_file_that_is_none_is_no_pass(tmp_path: Path) -> None:
    path = tmp_path / "none.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    assert verapdf([path], "3a")["none.pdf", "3a"].startswith("cannot be read")
