"""The same input gives the same bytes, in any process, on any machine."""

from pathlib import Path

import pytest

from liveblog_archive.exporters import EXPORTERS
from tests.storm import BLOG_ID, EXAMPLE, ZONE, python

# Two machines that agree on nothing: the seed of hashes, the zone of the clock, the language, the user, the folder.
MACHINES = (
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "/", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "USER": "other"},
)
NOT_CARRIED = b"not-carried: ical: has no place for introduction\n"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The example in every format, written by each machine in a folder of its own."""
    folders = tuple(tmp_path_factory.mktemp(f"machine{number}") for number in range(len(MACHINES)))
    for folder, machine in zip(folders, MACHINES, strict=True):
        outputs = [part for row in EXPORTERS for part in ("-o", f"storm{row.suffixes[0]}")]
        arguments = ["convert", str(EXAMPLE), "--timezone", ZONE, "--id", BLOG_ID, *outputs]
        done = python("-m", "liveblog_archive", *arguments, cwd=folder, env=machine)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr == NOT_CARRIED
    return folders


@pytest.mark.parametrize("suffix", [row.suffixes[0] for row in EXPORTERS])
def test_two_machines_write_the_same_bytes(folders: tuple[Path, ...], suffix: str) -> None:
    one, other = ((folder / f"storm{suffix}").read_bytes() for folder in folders)
    assert len(one) > 10_000
    assert one == other


@pytest.mark.parametrize("suffix", [".jsonld", ".xml"])
@pytest.mark.parametrize("format_", [row.name for row in EXPORTERS])
def test_a_copy_that_was_read_back_is_exported_as_the_original(
    folders: tuple[Path, ...], suffix: str, format_: str
) -> None:
    """Whoever has only our XML or JSON-LD makes, years later, the same briefing from it."""
    done = python(
        "-m", "liveblog_archive", "convert", f"storm{suffix}", "--to", format_, "-o", "-", cwd=folders[1],
        env=MACHINES[0],
    )  # fmt: skip
    original = next(row.suffixes[0] for row in EXPORTERS if row.name == format_)
    assert done.stderr == (NOT_CARRIED if format_ == "ical" else b"")
    assert done.stdout == (folders[0] / f"storm{original}").read_bytes()
