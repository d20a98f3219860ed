"""What a system says against reading or writing is one clear line, and our own errors stay what they are."""

from pathlib import Path

import pytest

from liveblog_archive.errors import ArchiveError, ExportError, ImportFailure
from liveblog_archive.refusals import ARCHIVE, check_outside, told


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (OSError(28, "No space left on device", "storm.xml"), "No space left on device"),
        (ValueError("embedded null byte"), "embedded null byte"),
        (OSError(), "OSError"),
    ],
)
def test_what_a_system_says_is_one_line_with_what_to_do(refusal: Exception, reason: str) -> None:
    with (
        pytest.raises(ExportError, match=rf"^storm\.pdf: cannot be written: {reason}; check the disk$") as raised,
        told(ExportError, "cannot be written", "storm.pdf", "check the disk"),
    ):
        raise refusal
    assert raised.value.__cause__ is refusal


def test_an_error_of_ours_and_what_no_system_says_pass() -> None:
    own = ImportFailure("no entry found")
    for error, kinds in ((own, (Exception,)), (KeyError("a mistake"), (OSError,)), (ValueError("one"), (OSError,))):
        with pytest.raises(type(error)) as raised, told(ExportError, "lost", "here", "", of=kinds):
            raise error
        assert raised.value is error


def test_nothing_is_written_into_an_archive(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    root.mkdir()
    (root / ARCHIVE).touch()
    check_outside(str(tmp_path / "storm.pdf"))
    check_outside(str(root), above=True)
    inside = str(tmp_path / "archive" / ".." / "archive" / "storm.pdf")
    for path, above in ((inside, False), (str(root), False), (str(root / "new" / "archive"), True)):
        with pytest.raises(
            ArchiveError if above else ExportError, match="stands in an archive, which it would damage"
        ):
            check_outside(path, above=above)
    (tmp_path / "loop").symlink_to("loop")
    for nowhere in ("storm\0.pdf", str(tmp_path / "loop"), str(tmp_path / "loop" / "storm.pdf")):
        check_outside(nowhere)
