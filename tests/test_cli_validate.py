"""`validate` on the command line: a line for each problem, and an exit code that a script can ask."""

from pathlib import Path

import orjson
import pytest

import liveblog_archive as lba
from liveblog_archive import cli
from tests.samples import full_blog

Captured = pytest.CaptureFixture[bytes]


def test_a_valid_file_is_silence(tmp_path: Path, capsysbinary: Captured) -> None:
    for suffix in ("jsonld", "xml", "ics"):
        path = tmp_path / f"blog.{suffix}"
        lba.write(full_blog(), path)
        assert cli.run(["validate", str(path)]) == 0
    assert capsysbinary.readouterr() == (b"", b"")


def test_a_problem_is_a_line_with_its_place_and_the_exit_code_is_1(tmp_path: Path, capsysbinary: Captured) -> None:
    path = tmp_path / "page.json"
    path.write_text('{"@context": "https://schema.org", "headlin": "A"}', encoding="utf-8")
    assert cli.run(["validate", str(path)]) == 1
    assert capsysbinary.readouterr().out == (
        b"$.headlin: 'headlin' is no property of schema.org, but 'headline' is\n"
    )
    assert cli.run(["validate", "--from", "jsonld", "--json", str(path)]) == 1
    assert orjson.loads(capsysbinary.readouterr().out) == [
        {"path": "$.headlin", "message": "'headlin' is no property of schema.org, but 'headline' is"}
    ]


def test_what_cannot_be_judged_is_an_error_that_names_the_file(tmp_path: Path, capsysbinary: Captured) -> None:
    path = tmp_path / "page.txt"
    path.write_text("14:05 Rain", encoding="utf-8")
    assert cli.run(["validate", str(path)]) == 2
    line = capsysbinary.readouterr().err.decode()
    assert line.endswith("page.txt: neither JSON-LD nor XML nor a calendar; name its format: jsonld, xml, ical\n")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "a NewsML-G2 message"),
        (b'<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"/>', "a TEI document"),
        (b"<!DOCTYPE html><HTML><p>Rain", "a page (HTML)"),
        (b'<rss version="2.0"/>', "a feed (RSS)"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "XML that is no live blog, but 'svg'"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x28\xb5\x2f\xfd\x04", "a compressed file (Zstandard)"),
    ],
)
def test_what_others_have_the_schema_of_is_called_what_it_is(
    tmp_path: Path, capsysbinary: Captured, data: bytes, kind: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert cli.run(["validate", str(path)]) == 2
    assert capsysbinary.readouterr().err.decode() == (
        f"liveblog-archive: {path}: {kind}, which is not validated; "
        "validate the JSON-LD, the XML or the calendar of the same blog\n"
    )
    assert cli.run(["validate", "--from", "jsonld", str(path)]) == 1
