"""The inventory of an object: a value, and its JSON."""

from datetime import UTC, datetime

import orjson
import pytest
from attrs import evolve

from liveblog_archive.archive.inventory import Inventory, read_inventory
from liveblog_archive.archive.layout import sha512
from liveblog_archive.errors import ArchiveError

A, B, C = sha512(b"a"), sha512(b"b"), sha512(b"c")
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def two_versions() -> Inventory:
    first = Inventory("tag:news.example,2026:x").extended({"a": A, "folder/b": B}, NOON, "first")
    return first.extended({"a": A, "again": A, "folder/c": C}, NOON, "second")


def test_what_is_stored_once_is_not_stored_again() -> None:
    inventory = two_versions()
    assert inventory.head == "v2"
    assert dict(inventory.digests) == {"v1/content/a": A, "v1/content/folder/b": B, "v2/content/folder/c": C}
    assert inventory.stored_at(2, "again") == "v1/content/a"
    assert inventory.stored_at(2, "folder/b") is None
    assert inventory.new_files() == {"folder/c": "v2/content/folder/c"}


def test_two_new_files_with_one_content_are_stored_once() -> None:
    inventory = Inventory("tag:news.example,2026:x").extended({"b": B, "a": B}, NOON, "")
    assert dict(inventory.digests) == {"v1/content/b": B}
    assert inventory.stored_at(1, "a") == "v1/content/b"


def test_every_early_version_keeps_it_and_then_one_at_each_doubling() -> None:
    inventory = two_versions()
    many = evolve(inventory, versions=inventory.versions * 50)
    assert many.kept() == [*range(1, 17), 32, 64]


def test_it_remembers_what_it_was_at_each_version() -> None:
    first = Inventory("tag:news.example,2026:x").extended({"a": A, "folder/b": B}, NOON, "first")
    assert two_versions().at(1).data == first.data
    assert two_versions().at(2) == two_versions()


def test_its_json_is_what_ocfl_asks_for() -> None:
    found = orjson.loads(two_versions().data)
    assert found["type"] == "https://ocfl.io/1.1/spec/#inventory"
    assert (found["head"], found["digestAlgorithm"]) == ("v2", "sha512")
    assert found["versions"]["v2"]["state"] == {A: ["a", "again"], C: ["folder/c"]}
    assert found["versions"]["v2"]["created"] == "2026-03-04T12:00:00+00:00"
    assert two_versions().sidecar == f"{sha512(two_versions().data)}  inventory.json\n".encode()


def test_it_is_read_as_it_was_written() -> None:
    assert read_inventory(two_versions().data, "inventory.json") == two_versions()


def altered(*path: str, value: object) -> bytes:
    """Return the inventory with one member changed, or removed where `value` is None."""
    found = orjson.loads(two_versions().data)
    place = found
    for name in path[:-1]:
        place = place[name]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return orjson.dumps(found, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not an inventory, or half of one; restore it from a sound copy"),
        (b"[]", "not an inventory, or half of one; "),
        (b"{}", "not an inventory, or half of one; "),
        (two_versions().data[:500], "not an inventory, or half of one; "),
        (altered("id", value=None), "not an inventory, or half of one; "),
        (altered("versions", "v2", "user", value=[]), "not an inventory, or half of one; "),
        (altered("versions", "v1", value=None), "not an inventory, or half of one; "),
        (altered("versions", "v1", "created", value="yesterday"), "not an inventory, or half of one; "),
        (altered("manifest", A, value=7), "not an inventory, or half of one; "),
        (two_versions().data + b"\n", "not an inventory as this library writes it; "),
        (altered("versions", "v1", "created", value="2026-03-04T12:00:00"), "not an inventory as this library "),
        (altered("id", value=7), "not an inventory as this library writes it; "),
        (altered("head", value="v3"), "not an inventory as this library writes it; "),
        (altered("contentDirectory", value="content"), "not an inventory as this library writes it; "),
        (altered("versions", value={}), "not an inventory as this library writes it; "),
        (altered("manifest", A, value=["v1/content/a", "v1/content/z"]), "not an inventory as this library "),
        (altered("manifest", A, value=["v1/content/../../../a"]), "not an inventory as this library writes it; "),
        (altered("manifest", A, value=["v3/content/a"]), "not an inventory as this library writes it; "),
        (altered("manifest", A, value=["/etc/passwd"]), "not an inventory as this library writes it; "),
        (altered("versions", "v2", "state", A, value=["again", "a"]), "not an inventory as this library writes it; "),
        (altered("versions", "v2", "state", C, value=["a"]), "not an inventory as this library writes it; "),
        (altered("versions", "v2", "state", B, value="folder/b"), "not an inventory as this library writes it; "),
        (altered("versions", "v2", "state", C, value=[1.5]), "not an inventory as this library writes it; "),
        (altered("manifest", A, value=None), "not an inventory as this library writes it; "),
        (
            altered("type", value="https://ocfl.io/2.0/spec/#inventory"),
            "an inventory of the type 'https://ocfl.io/2.0/spec/#inventory', which this version of the library does "
            "not know; read it with a newer version",
        ),
    ],
)
def test_anything_else_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        read_inventory(data, "x/inventory.json")
    assert str(raised.value).startswith(f"x/inventory.json: {message}")
