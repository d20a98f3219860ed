"""Where things are in an archive."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ocfl.layout_0003_hash_and_id_n_tuple import Layout_0003_Hash_And_Id_N_Tuple

from liveblog_archive.archive.layout import checksums_bytes, object_path, read_checksums, sha512
from liveblog_archive.archive.storage import is_safe
from liveblog_archive.errors import ArchiveError


@pytest.mark.parametrize(
    ("blog_id", "path"),
    [
        # The examples of the extension's specification.
        ("object-01", "3c0/ff4/240/object-01"),
        ("..hor/rib:le-$id", "487/326/d8c/%2e%2ehor%2frib%3ale-%24id"),
        ("tag:news.example,2026-03-03:storm", "003/ffe/87b/tag%3anews%2eexample%2c2026-03-03%3astorm"),
    ],
)
def test_an_object_stands_where_its_id_says(blog_id: str, path: str) -> None:
    assert object_path(blog_id) == path


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
@example("tag:a,2026:" + "x" * 2000)
@example("../../../etc/passwd")
@example("C:\\Windows\\..\\nul")
@example("tag:пример.example,2026:шторм/буря")
@example("http://[::1]/%2e%2e/%00")
@settings(derandomize=True, deadline=None)
def test_no_id_leads_out_of_the_archive(blog_id: str) -> None:
    path = object_path(blog_id)
    assert is_safe(path)
    assert max(map(len, path.split("/"))) <= 165
    assert path == Layout_0003_Hash_And_Id_N_Tuple().identifier_to_path(blog_id)


def test_checksums_are_lines_as_sha512sum_writes_them() -> None:
    digests = {"b/inventory.json": sha512(b"b"), "README.txt": sha512(b"a")}
    data = checksums_bytes(digests)
    assert data.decode().splitlines() == [f"{sha512(b'a')}  README.txt", f"{sha512(b'b')}  b/inventory.json"]
    assert read_checksums(data) == digests
    assert read_checksums(b"") == {}


SOUND = f"{sha512(b'a')}  a\n{sha512(b'b')}  b\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            SOUND.replace("  a", " a"),
            "checksums.sha512, line 1: not a line of checksums; restore it from a sound ",
        ),
        (SOUND.replace("  b", "  b\r"), "checksums.sha512, line 2: not a line of checksums; "),
        (SOUND[:-1], "checksums.sha512: its lines are not sorted, or not whole; "),
        (SOUND.upper(), "checksums.sha512, line 1: not a line of checksums; "),
        (SOUND[1:], "checksums.sha512, line 1: not a line of checksums; "),
        (SOUND + SOUND[:132], "checksums.sha512: its lines are not sorted, or not whole; "),
        ("".join(reversed(SOUND.splitlines(keepends=True))), "checksums.sha512: its lines are not sorted, or not "),
    ],
)
def test_other_lines_are_no_checksums(text: str, message: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        read_checksums(text.encode())
    assert str(raised.value).startswith(message)


def test_octets_that_are_no_text_are_no_checksums() -> None:
    with pytest.raises(ArchiveError, match="line 1: not a line of checksums"):
        read_checksums(b"\xff" + SOUND.encode())
