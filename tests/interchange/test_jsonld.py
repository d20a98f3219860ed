"""JSON-LD: what is written is what schema.org, JSON-LD and our schema say, and what is read is what was written."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from attrs import evolve, fields
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pyld import jsonld as pyld

import liveblog_archive as lba
from liveblog_archive.errors import ExportError, ImportFailure
from liveblog_archive.identity import identify, snapshot_id, text_id, version_id
from liveblog_archive.interchange import jsonld, jsonld_nodes
from liveblog_archive.model import (
    Agent,
    Capture,
    CapturedSource,
    Embed,
    Entry,
    Heading,
    Link,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
)
from liveblog_archive.schema_files import schema_bytes
from liveblog_archive.zones import zone
from tests.samples import YEREVAN, about, clock, full_blog
from tests.strategies import blogs

GOLDEN = Path(__file__).parent / "golden" / "full_blog.jsonld"
SCHEMA = Draft202012Validator(json.loads(schema_bytes("liveblog-1.schema.json")))
TERMS = json.loads(schema_bytes("context.jsonld"))["@context"]
BLOG_ID = "tag:news.example,2021-11-16:bridge"
ENTRY_ID = f"{BLOG_ID}#43xsc59pt1p9"


def written(blog: LiveBlog) -> bytes:
    return b"".join(jsonld.write(blog))


def document(blog: LiveBlog) -> dict[str, Any]:
    return json.loads(written(blog))


def entry_node(**facts: Any) -> dict[str, Any]:
    """Return the node of an entry that stands alone in a blog of Yerevan."""
    blog = LiveBlog(id=BLOG_ID, timezone="Asia/Yerevan", entries=[Entry(id=ENTRY_ID, **facts)])
    return document(blog)["liveBlogUpdate"][0]


def refuse(url: str, *_: object) -> None:
    raise AssertionError(f"a processor went to the network for {url}")


def expanded(content: dict[str, Any]) -> dict[str, Any]:
    [whole] = pyld.expand(content, {"documentLoader": refuse})
    return whole


class TestRoundTrip:
    @settings(derandomize=True, deadline=None, max_examples=150)
    @given(blogs())
    def test_any_blog_comes_back_equal_with_its_ids_and_versions(self, blog: LiveBlog) -> None:
        again = jsonld.read(written(blog))
        assert again == blog
        assert [e.id for e in again.entries] == [e.id for e in blog.entries]
        assert [version_id(e) for e in again.entries] == [version_id(e) for e in blog.entries]

    def test_a_blog_with_every_field_gives_the_same_bytes_when_it_is_written_again(self) -> None:
        assert written(jsonld.read(written(full_blog()))) == written(full_blog())

    def test_deleted_and_draft_entries_keep_their_status(self) -> None:
        content = written(full_blog())
        statuses = [node["creativeWorkStatus"] for node in json.loads(content)["liveBlogUpdate"]]
        assert [entry.status for entry in jsonld.read(content).entries] == statuses
        assert (statuses.count("draft"), statuses.count("deleted")) == (1, 1)

    def test_a_time_in_the_blogs_zone_comes_back_in_that_zone(self) -> None:
        time = jsonld.read(written(full_blog())).entries[0].time
        assert time is not None
        assert isinstance(time.value, datetime)
        assert time.value.tzinfo is YEREVAN

    @pytest.mark.parametrize("fold", [0, 1])
    def test_a_time_in_a_repeated_hour_comes_back_on_its_side(self, fold: int) -> None:
        berlin = zone("Europe/Berlin")
        value = datetime(2021, 10, 31, 2, 30, tzinfo=berlin, fold=fold)
        time = Moment(value=value, precision="minute", offset_source="blog")
        blog = LiveBlog(id=BLOG_ID, timezone="Europe/Berlin", entries=[Entry(id=ENTRY_ID, time=time)])
        back = jsonld.read(written(blog)).entries[0].time
        assert back is not None
        assert isinstance(back.value, datetime)
        assert (back.value.tzinfo, back.value.fold) == (berlin, fold)

    def test_a_byte_order_mark_and_other_white_space_do_no_harm(self) -> None:
        tidied = json.dumps(document(full_blog()), indent=4, ensure_ascii=True)
        assert jsonld.read(b"\xef\xbb\xbf" + tidied.encode()) == full_blog()

    def test_an_empty_blog_is_a_document_too(self) -> None:
        assert jsonld.read(written(LiveBlog(id=BLOG_ID))) == LiveBlog(id=BLOG_ID)

    def test_a_declared_total_of_zero_is_kept(self) -> None:
        assert jsonld.read(written(LiveBlog(id=BLOG_ID, declared_total=0))).declared_total == 0

    def test_no_field_of_the_model_is_left_out_of_the_tables(self) -> None:
        own = {"id", "entries", "capture"}
        assert {field.name for field in fields(LiveBlog)} == own | set(jsonld_nodes._BLOG)
        source = set(jsonld_nodes._SOURCE)
        assert {field.name for field in fields(CapturedSource)} == source
        assert {field.name for field in fields(Capture)} == {"importer", "notes", "sources"} | source
        assert {field.name for field in fields(Note)} == set(jsonld_nodes._NOTE)


class TestBytes:
    def test_the_document_of_a_blog_with_every_field_is_the_golden_file(self) -> None:
        """After an intended change: `python -m tests.interchange.test_jsonld`, and read the difference."""
        assert written(full_blog()).decode() == GOLDEN.read_text(encoding="utf-8")

    def test_each_entry_is_one_line_and_no_piece_has_more_than_some_dozens(self) -> None:
        blog = identify(LiveBlog(id=BLOG_ID, entries=[Entry(headline=f"{number}") for number in range(100)]))
        pieces = list(jsonld.write(blog))
        assert [count for piece in pieces if (count := piece.count(b'"@type":"BlogPosting"'))] == [32, 32, 32, 4]
        lines = [line for line in b"".join(pieces).split(b"\n") if b'"@type":"BlogPosting"' in line]
        assert len(lines) == 100

    def test_processes_with_other_hash_seeds_and_time_zones_write_the_same_bytes(self) -> None:
        program = (
            "import sys; from tests.samples import full_blog; from liveblog_archive.interchange import jsonld; "
            "sys.stdout.buffer.write(b''.join(jsonld.write(full_blog())))"
        )
        root = Path(__file__).parents[2]
        for seed, place in (("1", "America/St_Johns"), ("2", "Asia/Tokyo")):
            paths = os.pathsep.join([str(root / "src"), str(root), os.environ.get("PYTHONPATH", "")])
            environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": place, "LC_ALL": "C", "PYTHONPATH": paths}
            run = subprocess.run(
                [sys.executable, "-c", program], env=environment, capture_output=True, check=True, cwd=root
            )
            assert run.stdout == written(full_blog())


class TestWhatReadersOfSchemaOrgSee:
    def test_an_exact_time_is_the_date_published_with_its_offset_and_no_made_up_seconds(self) -> None:
        node = entry_node(time=clock("5:50 p.m.:", 17, 50))
        assert node["datePublished"] == "2021-11-16T17:50+04:00"
        assert "temporalCoverage" not in node

    def test_a_time_without_known_offset_claims_none(self) -> None:
        time = Moment(value=datetime.fromisoformat("2021-11-16T17:50"), precision="minute")
        assert entry_node(time=time)["datePublished"] == "2021-11-16T17:50"

    def test_a_mere_day_is_a_date(self) -> None:
        time = Moment(text="16 November", value=date(2021, 11, 16), precision="day")
        assert entry_node(time=time)["datePublished"] == "2021-11-16"

    def test_an_approximate_time_is_an_interval_with_its_qualifier_and_printed_text_and_no_date(self) -> None:
        node = entry_node(time=about("At approximately 3 p.m.,", 15))
        assert "datePublished" not in node
        assert node["temporalCoverage"] == "2021-11-16T14:30+04:00/2021-11-16T15:30+04:00"
        assert (node["time"]["qualifier"], node["time"]["text"]) == ("approximate", "At approximately 3 p.m.,")

    def test_an_approximate_day_is_an_interval_that_includes_its_last_day(self) -> None:
        day = date(2021, 11, 16)
        time = Moment(value=day, precision="day", qualifier="approximate", latest=day + timedelta(days=3))
        assert entry_node(time=time)["temporalCoverage"] == "2021-11-16/2021-11-18"

    def test_an_entry_without_a_time_has_no_date_but_a_position_and_bounds_with_their_basis(self) -> None:
        entries = [
            Entry(id=f"{BLOG_ID}#cq8jg4cf0d8h", time=clock("9:05", 9, 5)),
            Entry(id=ENTRY_ID),
            Entry(id=f"{BLOG_ID}#m1gf9kvsf9gt", time=clock("9:30", 9, 30)),
        ]
        blog = LiveBlog(id=BLOG_ID, timezone="Asia/Yerevan", order="oldest-first", entries=entries)
        timed, untimed, _ = document(blog)["liveBlogUpdate"]
        assert untimed["position"] == 2
        assert untimed["bounds"] == {
            "earliest": "2021-11-16T09:05+04:00",
            "latest": "2021-11-16T09:31+04:00",
            "basis": "neighbours",
        }
        assert not {"datePublished", "temporalCoverage", "time"} & set(untimed)
        assert "bounds" not in timed

    def test_an_entry_that_nothing_bounds_claims_no_bounds(self) -> None:
        assert "bounds" not in entry_node()

    def test_a_day_that_an_entry_stands_under_is_its_date_and_bounds_it(self) -> None:
        node = entry_node(day=date(2021, 11, 16))
        assert node["datePublished"] == node["day"] == "2021-11-16"
        assert node["bounds"] == {
            "earliest": "2021-11-16T00:00+04:00",
            "latest": "2021-11-17T00:00+04:00",
            "basis": "day",
        }

    def test_a_stated_publication_is_the_date_where_no_time_was_shown(self) -> None:
        value = datetime(2021, 11, 16, 14, 7, 30, tzinfo=UTC)
        stated = Moment(value=value, precision="second", offset_source="stated")
        node = entry_node(published=stated, created=stated, modified=stated)
        for term in ("datePublished", "dateCreated", "dateModified"):
            assert node[term] == "2021-11-16T14:07:30+00:00"

    def test_the_first_capture_of_a_page_says_how_many_entries_are_missing(self) -> None:
        whole, part = LiveBlog(id=BLOG_ID, declared_total=0), LiveBlog(id=BLOG_ID, declared_total=2)
        assert document(part)["creativeWorkStatus"] == "incomplete: 0 of 2 entries"
        assert "creativeWorkStatus" not in document(whole)

    def test_the_ids_are_those_of_identity(self) -> None:
        blog = full_blog()
        content = document(blog)
        names = {name["propertyID"]: name["value"] for name in content["liveBlogUpdate"][3]["identifier"]}
        assert names == {
            "version-id": str(version_id(blog.entries[3])),
            "text-id": str(text_id(blog.entries[3])),
            "native-id": "block-1",
        }
        assert content["identifier"][0]["value"] == str(snapshot_id(blog))
        assert jsonld.Snapshot(blog).id() == snapshot_id(evolve(blog, entries=[]))

    def test_a_version_id_follows_from_the_document_alone(self) -> None:
        names = {"abstract": "summary", "author": "authors", "creativeWorkStatus": "status"}
        same = ["headline", "body", "time", "day", "created", "published", "modified", "key_event", "pinned", "url"]
        for node in document(full_blog())["liveBlogUpdate"]:
            record = {"type": "liveblog-entry/1", "id": node["@id"]}
            record |= {names.get(key, key): node[key] for key in [*names, *same] if key in node}
            for agent in record.get("authors", []):
                agent["kind"] = agent.pop("@type").lower()
            identifiers = {name["propertyID"]: name["value"] for name in node["identifier"]}
            if "native-id" in identifiers:
                record["native_id"] = identifiers["native-id"]
            digest = hashlib.sha256(rfc8785.dumps(record)).digest()
            assert identifiers["version-id"] == str(type(version_id(full_blog().entries[0]))(digest))

    def test_every_entry_and_the_blog_are_cited(self) -> None:
        content = document(full_blog())
        assert "Bridge <closed> & reopened “at dusk”" in content["liveBlogUpdate"][3]["citation"]
        assert version_id(full_blog().entries[3]).short in content["liveBlogUpdate"][3]["citation"]
        assert snapshot_id(full_blog()).short in content["citation"]

    def test_the_capture_is_what_the_document_is_based_on(self) -> None:
        content = document(full_blog())
        assert content["isBasedOn"]["sha256"] == "ab" * 32
        assert content["wasGeneratedBy"]["used"]["@id"] == content["isBasedOn"]["@id"]

    def test_a_merged_blog_was_made_of_the_sources_of_its_captures(self) -> None:
        pages = []
        for page in (1, 2):
            note = Note(code="page-of-several", text="one page", page=page, pages=2)
            capture = Capture(sha256=f"{page:064x}", media_type="text/html", length=9, importer="x", notes=[note])
            pages.append(LiveBlog(title="Storm", entries=[Entry(headline=f"Page {page}")], capture=capture))
        activity = document(lba.merge(pages))["wasGeneratedBy"]
        assert [(used["@type"], used["sha256"]) for used in activity["used"]] == [
            ("MediaObject", f"{page:064x}") for page in (1, 2)
        ]
        several = [note for note in activity["notes"] if note["code"] == "page-of-several"]
        assert [(note["position"], note["declared_total"]) for note in several] == [(1, 2), (2, 2)]


def assert_survives(value: Any, found: Any, terms: dict[str, Any]) -> None:
    """Demand that every member and scalar of `value` is in `found`, its expansion, and nothing else."""
    if not isinstance(value, dict):
        assert found == {"@value": value}
        return
    remaining = dict(found)
    for key, item in value.items():
        definition = terms.get(key, key)
        if "@type" in (definition, key):
            assert remaining.pop("@type") == [terms[item]]
        elif key == "@id":
            assert remaining.pop("@id") == item
        elif key != "@context":
            details = definition if isinstance(definition, dict) else {"@id": definition}
            items = remaining.pop(details["@id"])
            if details.get("@container") == "@list":
                [holder] = items
                items = holder["@list"]
            listed = item if isinstance(item, list) else [item]
            for one, other in zip(listed, items, strict=True):
                assert_survives(one, other, terms | details.get("@context", {}))
    assert not remaining


class TestJsonLd:
    def test_expansion_drops_nothing_and_fetches_nothing(self) -> None:
        content = document(full_blog())
        assert_survives(content, expanded(content), TERMS)

    @settings(derandomize=True, deadline=None, max_examples=15)
    @given(blogs())
    def test_expansion_drops_nothing_of_any_blog(self, blog: LiveBlog) -> None:
        content = document(blog)
        assert_survives(content, expanded(content), TERMS)

    def test_compaction_gives_the_document_back(self) -> None:
        content = document(full_blog())
        compacted = pyld.compact(expanded(content), TERMS, {"documentLoader": refuse})
        aliased = json.loads(json.dumps(content).replace('"@type"', '"type"'))
        del aliased["@context"], compacted["@context"]
        assert compacted == aliased

    def test_as_rdf_every_entry_is_a_schema_org_blog_posting_of_the_live_blog(self) -> None:
        blog = full_blog()
        triples = [
            (triple["subject"]["value"], triple["predicate"]["value"], triple["object"]["value"])
            for triple in pyld.to_rdf(document(blog), {"documentLoader": refuse})["@default"]
        ]
        for entry in blog.entries:
            assert (blog.id, "http://schema.org/liveBlogUpdate", entry.id) in triples
        version = str(version_id(blog.entries[0]))
        [node] = [s for s, predicate, value in triples if value == version and predicate == "http://schema.org/value"]
        assert (blog.entries[0].id, "http://schema.org/identifier", node) in triples

    def test_a_blog_id_is_no_abbreviation(self) -> None:
        """A term that could be a prefix would make another IRI of an id that begins with it."""
        for term in TERMS:
            content = {"@context": TERMS, "@id": f"{term}:x", "headline": "y"}
            assert expanded(content)["@id"] == f"{term}:x"

    def test_our_own_terms_need_no_network_and_no_registration(self) -> None:
        iris = {
            definition["@id"] if isinstance(definition, dict) else definition
            for definition in TERMS.values()
            if definition != 1.1
        }
        known = ("http://schema.org/", "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/", "@type")
        own = {iri for iri in iris if not iri.startswith(known)}
        assert own
        assert all(re.fullmatch(r"urn:uuid:59cd3ab0-4694-4e8c-8531-abc0a32d234b#[a-z_]+", iri) for iri in own)


ODD = ("https://news.example/a b", "a:", " https://news.example/", "12:30/x", "see below")
PLAIN = ("https://news.example/ä?b=c:d", "/live", "live/a:b", "#a", "javascript:alert(1)", "\x00")


class TestAddressesThatAreNoUrl:
    """schema.org's `url` takes none; what a source states for one is kept all the same."""

    @staticmethod
    def blog(url: str) -> LiveBlog:
        body = [
            Paragraph("words", [Link(0, 2, url), Link(3, 5, "https://news.example/")]),
            Media(kind="image", url=url),
            Embed(provider="post", url=url),
        ]
        agent = Agent(name="A", url=url)
        source = CapturedSource(sha256="0" * 64, media_type="text/html", length=1, url=url)
        return identify(
            LiveBlog(
                id=BLOG_ID,
                url=url,
                publisher=agent,
                authors=[agent],
                introduction=body,
                entries=[Entry(url=url, authors=[agent], body=body, day=date(2026, 3, 3))],
                capture=Capture(
                    sha256="1" * 64,
                    media_type="text/html",
                    length=2,
                    url=url,
                    importer="x",
                    sources=[source, evolve(source, length=3)],
                ),
            )
        )

    @pytest.mark.parametrize("url", [*ODD, *PLAIN])
    def test_stand_under_a_name_of_their_own_and_are_read(self, url: str) -> None:
        blog = self.blog(url)
        data = written(blog)
        assert data.count(b'"stated_url":') - 1 == (14 if url in ODD else 0)  # one is in the context
        assert jsonld.read(data) == blog
        assert lba.validate(data, "jsonld") == ()

    def test_are_refused_beside_another(self) -> None:
        content = document(self.blog(ODD[0]))
        content["liveBlogUpdate"][0]["url"] = "https://news.example/"
        data = json.dumps(content).encode()
        assert lba.validate(data, "jsonld")
        with pytest.raises(ImportFailure):
            jsonld.read(data)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(blogs())
def test_the_documents_of_any_blog_are_valid(blog: LiveBlog) -> None:
    for name in ("jsonld", "xml"):
        assert lba.validate(lba.export(blog, name), name) == ()


def test_a_coverage_that_begins_some_day_is_no_time_of_schema_org() -> None:
    day = Moment(value=date(2026, 3, 3), precision="day")
    content = document(LiveBlog(id=BLOG_ID, coverage_start=day, coverage_end=clock("9.30", 9, 30)))
    assert ("coverageStartTime" in content, content["coverage_start"]["value"]) == (False, "2026-03-03")
    assert content["coverageEndTime"] == content["coverage_end"]["value"]


def test_bytes_that_were_met_again_are_named_once() -> None:
    source = CapturedSource(sha256="0" * 64, media_type="text/html", length=1, url="https://news.example/1")
    sources = [source, evolve(source, url="https://news.example/2")]
    capture = Capture(sha256="1" * 64, media_type="text/html", length=2, importer="x", sources=sources)
    blog = LiveBlog(id=BLOG_ID, capture=capture)
    content = document(blog)
    assert ["@id" in one for one in content["wasGeneratedBy"]["used"]] == [True, False]
    assert lba.validate(written(blog), "jsonld") == ()
    assert jsonld.read(written(blog)) == blog


def schema_names(schema: Any) -> set[str]:
    """Return every member and every type that the JSON Schema speaks of."""
    if isinstance(schema, list):
        return set().union(*map(schema_names, schema))
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties", {})
    types = [properties.get(key, {}) for key in ("@type", "type")]
    named = {word for node in types for word in [*node.get("enum", []), node.get("const")] if word}
    return named | set(properties) | set().union(*map(schema_names, schema.values()))


class TestSchema:
    def test_it_is_a_schema(self) -> None:
        Draft202012Validator.check_schema(SCHEMA.schema)

    def test_it_and_the_context_name_the_same_terms(self) -> None:
        names = {name for name in schema_names(SCHEMA.schema) if not name.startswith("@")}
        assert names == {term for term in TERMS if not term.startswith("@")}

    @settings(derandomize=True, deadline=None, max_examples=60)
    @given(blogs())
    def test_the_document_of_any_blog_is_valid(self, blog: LiveBlog) -> None:
        SCHEMA.validate(document(blog))

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda content: content.pop("@id"),
            lambda content: content.update(mood="tense"),
            lambda content: content["liveBlogUpdate"][0].update(datePublished="tomorrow"),
            lambda content: content["liveBlogUpdate"][0]["body"][0].update(type="poem"),
            lambda content: content["liveBlogUpdate"][0]["time"].pop("precision"),
        ],
    )
    def test_it_refuses_what_is_none(self, spoil: Callable[[dict[str, Any]], object]) -> None:
        content = document(full_blog())
        spoil(content)
        assert not SCHEMA.is_valid(content)


def failure(data: bytes) -> ImportFailure:
    with pytest.raises(ImportFailure) as caught:
        jsonld.read(data)
    assert "\n" not in str(caught.value)
    return caught.value


def failure_after(change: Callable[[dict[str, Any]], object], blog: LiveBlog | None = None) -> str:
    """Return what is said about a document that was changed after it was written."""
    content = document(blog or full_blog())
    change(content)
    return str(failure(json.dumps(content).encode()))


class TestBytesThatAreNoDocument:
    def test_bytes_that_are_not_utf_8_name_the_byte(self) -> None:
        error = failure(b'{"a": "\xff"}')
        assert (error.what, error.byte) == ("not UTF-8, as JSON always is", 7)

    def test_text_that_is_not_json_names_the_line(self) -> None:
        error = failure(b'{\n"a": }')
        assert (error.what, error.line) == ("not JSON: Expecting value", 2)

    def test_a_cut_document_is_an_error_wherever_it_was_cut(self) -> None:
        content = written(LiveBlog(id=BLOG_ID, entries=[Entry(id=ENTRY_ID, body=[Paragraph("мост")])]))
        for end in range(0, len(content) - 2, 97):
            assert failure(content[:end]).what.startswith("not ")

    def test_a_number_without_end(self) -> None:
        assert failure(b"9" * 5000).what == "not JSON: a number too long to read"

    def test_nesting_without_end(self) -> None:
        assert failure(b"[" * 100_000).what == "nested too deeply"

    def test_a_member_that_stands_twice(self) -> None:
        content = written(full_blog()).replace(b'"articleBody":', b'"articleBody":"Bridge open.","articleBody":', 1)
        assert failure(content).what == "the member 'articleBody' stands twice in one object"

    @pytest.mark.parametrize(
        "data",
        [
            b"[]",
            b"null",
            b'{"@context": "https://schema.org", "@type": "LiveBlogPosting"}',
            b'{"format": "liveblog-jsonld/1"}',
        ],
    )
    def test_json_of_another_maker(self, data: bytes) -> None:
        assert str(failure(data)) == (
            "JSON, but no document of this library; use the importer for the site or platform it is from"
        )

    @pytest.mark.parametrize("newer", ["liveblog-jsonld/2", 1])
    def test_another_format(self, newer: object) -> None:
        assert failure_after(lambda content: content.update(format=newer)) == (
            f"line 1: written as {newer!r}, and this version of the library reads 'liveblog-jsonld/1'; "
            "read it with a newer version"
        )


def first(content: dict[str, Any]) -> dict[str, Any]:
    node: dict[str, Any] = content["liveBlogUpdate"][0]
    return node


FIRST = "entry 1 (tag:news.example,2021-11-16:bridge#cq8jg4cf0d8h)"


def misfit(place: str, member: str) -> str:
    return f"{place}: the member {member!r} does not fit the rest of it"


REMEDY = "; take the document as it was written, unchanged"


class TestMedia:
    def test_readers_of_schema_org_find_pictures_films_and_embeds_that_are_on_the_web(self) -> None:
        body = [
            Paragraph("It is open."),
            Media(kind="image", url="https://news.example/1.jpg"),
            Media(kind="image", url="2.jpg"),
            Media(kind="video", url="http://news.example/3.mp4"),
            Media(kind="audio"),
            Embed(provider="example-social", url="https://social.example/4"),
            Embed(provider="example-social", url="social:4"),
        ]
        node = entry_node(body=body)
        assert node["image"] == ["https://news.example/1.jpg"]
        assert node["associatedMedia"] == [{"@type": "MediaObject", "contentUrl": "http://news.example/3.mp4"}]
        assert node["sharedContent"] == [{"@type": "CreativeWork", "url": "https://social.example/4"}]

    def test_an_update_of_pictures_alone_has_a_body_for_validators(self) -> None:
        entry = Entry(id=ENTRY_ID, body=[Media(kind="video", url="https://news.example/3.mp4")])
        assert lba.validate(written(LiveBlog(id=BLOG_ID, entries=[entry]))) == ()

    @pytest.mark.parametrize("blank", [" ", "\n\n", "\t"])
    def test_a_body_of_blanks_alone_is_none_and_comes_back(self, blank: str) -> None:
        body = [Paragraph(blank)]
        blog = LiveBlog(id=BLOG_ID, introduction=body, entries=[Entry(id=ENTRY_ID, headline="H", body=body)])
        assert lba.validate(written(blog)) == ()
        assert lba.parse(written(blog)) == blog

    def test_a_body_of_words_has_none(self) -> None:
        assert not {"image", "associatedMedia", "sharedContent"} & entry_node(body=[Paragraph("x")]).keys()


class TestDocumentsThatWereChanged:
    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (lambda c: c.pop("liveBlogUpdate"), "the blog: liveBlogUpdate: an array is missing here"),
            (lambda c: c.update(liveBlogUpdate={}), "the blog: liveBlogUpdate: an array belongs here, not an object"),
            (lambda c: c.update(liveBlogUpdate=["x"]), "entry 1 (None): Entry: an object belongs here, not a text"),
            (lambda c: c.pop("@id"), "the blog: LiveBlog.id: expected text, got NoneType"),
            (lambda c: c.update({"@id": "x"}), "the blog: LiveBlog.id: not a blog id: 'x'"),
            (lambda c: c.update(timezone="Mars"), "the blog: LiveBlog.timezone: unknown time zone 'Mars'"),
            (lambda c: c.update(timezone=["UTC"]), "the blog: LiveBlog.timezone: a text belongs here, not an array"),
            (lambda c: c.update(headline=7), "the blog: LiveBlog.title: expected text, got int"),
            (lambda c: c.update(headline="\ud800"), "the blog: LiveBlog.title: lone surrogate U+D800 at character 0"),
            (lambda c: c.update(order="sideways"), "the blog: LiveBlog.order: unknown value 'sideways'"),
            (lambda c: c["publisher"].pop("@type"), "the blog: Agent.kind: a text is missing here"),
            (lambda c: c["publisher"].pop("name"), "the blog: Agent.name: empty text"),
            (lambda c: c["publisher"].update(mail="x"), "the blog: Agent: unknown member 'mail'"),
            (lambda c: c.pop("wasGeneratedBy"), "the blog: Capture: an object is missing here"),
            (
                lambda c: c["wasGeneratedBy"].pop("wasAssociatedWith"),
                "the blog: Capture.importer: an object is missing here",
            ),
            (lambda c: c["isBasedOn"].pop("contentSize"), "the blog: Capture.length: missing"),
            (lambda c: c["isBasedOn"].update(contentSize="12 kB"), "the blog: Capture.length: not a number of bytes"),
            (lambda c: c["isBasedOn"].update(dateCreated="today"), "the blog: Capture.retrieved: not a time"),
            (
                lambda c: c["isBasedOn"].update(sha256="x"),
                "the blog: Capture.sha256: not 64 lower-case hexadecimal digits",
            ),
            (lambda c: c.pop("isBasedOn"), misfit("the blog", "wasGeneratedBy")),
            (lambda c: c.update(mood="tense"), misfit("the blog", "mood")),
            (lambda c: c["@context"].update(headline="urn:example:x"), misfit("the blog", "@context")),
            (lambda c: first(c).update({"@context": {}}), misfit(FIRST, "@context")),
            (lambda c: c.pop("order"), "the blog: the member 'order' is missing"),
            (lambda c: c.pop("identifier"), "the blog: the member 'identifier' is missing"),
            (lambda c: c.pop("creativeWorkStatus"), "the blog: the member 'creativeWorkStatus' is missing"),
            (lambda c: c.update(articleBody="x"), misfit("the blog", "articleBody")),
            (lambda c: first(c).pop("@id"), "entry 1 (None): Entry.id: expected text, got NoneType"),
            (lambda c: first(c).update({"@id": "x"}), "entry 1 (x): Entry.id: not an entry id: 'x'"),
            (lambda c: first(c).update(identifier=""), f"{FIRST}: identifier: an array belongs here, not a text"),
            (lambda c: first(c).update(span=[1, 2]), f"{FIRST}: Span: an object belongs here, not an array"),
            (lambda c: first(c).update(author="Desk"), f"{FIRST}: Entry.authors: an array belongs here, not a text"),
            (lambda c: first(c)["time"].update(value="9:05"), f"{FIRST}: Moment: not a time: '9:05'"),
            (lambda c: first(c)["body"][0].update(type=["x"]), f"{FIRST}: block: unknown type ['x']"),
            (lambda c: first(c).pop("position"), f"{FIRST}: the member 'position' is missing"),
            (lambda c: first(c).update(position=2), misfit(FIRST, "position")),
            (lambda c: first(c).update(position=True), misfit(FIRST, "position")),
            (lambda c: first(c).update(position=1.0), misfit(FIRST, "position")),
            (lambda c: first(c).update(articleBody="Good evening."), misfit(FIRST, "articleBody")),
            (lambda c: first(c).update(datePublished="2021-11-17"), misfit(FIRST, "datePublished")),
            (lambda c: first(c).update(mood="tense"), misfit(FIRST, "mood")),
            (lambda c: first(c)["identifier"].pop(1), misfit(FIRST, "identifier")),
        ],
    )  # fmt: skip
    def test_the_error_names_what_and_where(self, change: Callable[[dict[str, Any]], object], message: str) -> None:
        assert re.sub(r"^line \d+: ", "", failure_after(change)) == message + REMEDY

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (b'"@id": "tag:news.example,2021-11-16:bridge"', b'"@id": "x"'),
            (b'"timezone": "Asia/Yerevan"', b'"timezone": "Mars"'),
            (b'"text":"Good morning."', b'"text":"Good evening."'),
            (b'"level":3', b'"level":"3"'),
            (b'"liveblog-jsonld/1"', b'"liveblog-jsonld/2"'),
            (b'"coverageEndTime": "2021', b'"coverageEndTime": "2022'),
            (b'"level":3', b'"level":3,"level":3'),
            (b'},"citation":', b'},"mood":"tense","citation":'),
            (b'},"citation":', b'},"citation":"Anon.","citation":'),
        ],
    )
    def test_the_error_names_the_line(self, old: bytes, new: bytes) -> None:
        data = written(full_blog())
        assert old in data
        with pytest.raises(ImportFailure) as caught:
            jsonld.read(data.replace(old, new, 1))
        assert caught.value.line == data[: data.index(old)].count(b"\n") + 1
        assert caught.value.line > 2

    @pytest.mark.parametrize("last", ["timezone", "format", "@id", "@context"])
    def test_members_have_no_order(self, last: str) -> None:
        content = document(full_blog())
        content[last] = content.pop(last)
        assert jsonld.read(json.dumps(content, indent=1).encode()) == full_blog()

    def test_of_a_document_that_is_not_ours_no_entry_is_read(self) -> None:
        content = {"liveBlogUpdate": ["x"], "@context": "https://schema.org"}
        for updates in (["x"], {}, [], "x"):
            with pytest.raises(ImportFailure, match="no document of this library"):
                jsonld.read(json.dumps(content | {"liveBlogUpdate": updates}).encode())

    @pytest.mark.parametrize(
        "change",
        [
            lambda node: node.update(headline="Bridge open"),
            lambda node: (node["body"][0].update(text="Good evening."), node.update(articleBody="Good evening.")),
            lambda node: node["time"].update(text="[09:06]"),
            lambda node: node.update(creativeWorkStatus="deleted"),
            lambda node: node.update(pinned=True),
            lambda node: node["identifier"][0].update(value="ni:///sha-256;" + 43 * "A"),
            lambda node: node["identifier"].pop(0),
        ],
    )
    def test_an_entry_whose_version_id_no_longer_fits(self, change: Callable[[dict[str, Any]], object]) -> None:
        said = failure_after(lambda content: change(first(content)))
        assert re.fullmatch(
            r"line \d+: "
            + re.escape(f"{FIRST}: its version id is ")
            + r"(ni:\S+|None), but its content gives ni:\S+: one was changed.*",
            said,
        )

    def test_two_entries_with_one_id(self) -> None:
        assert failure_after(lambda content: content["liveBlogUpdate"].append(first(content))) == (
            f"line 1: entry 10 ({BLOG_ID}#cq8jg4cf0d8h): a second entry with this id" + REMEDY
        )

    def test_an_entry_that_was_taken_out(self) -> None:
        blog = LiveBlog(id=BLOG_ID, entries=full_blog().entries[:2])
        assert failure_after(lambda content: content["liveBlogUpdate"].pop(), blog) == (
            "line 1: " + misfit("the blog", "identifier") + REMEDY
        )

    @pytest.mark.parametrize("level", ["3", 3.0, True])
    def test_a_number_of_another_type(self, level: object) -> None:
        blog = LiveBlog(id=BLOG_ID, introduction=[Heading("x", 3)])
        said = failure_after(lambda content: content["introduction"][0].update(level=level), blog)
        assert said.startswith("the blog: Heading.level: expected a whole number")


class TestBlogsThatCannotBeWritten:
    @pytest.mark.parametrize(
        ("blog", "message"),
        [
            (LiveBlog(), "JSON-LD: not a blog id: ''; give the blog and its entries their ids with identify"),
            (
                LiveBlog(id=BLOG_ID, entries=[Entry()]),
                "JSON-LD: not an entry id: ''; give the blog and its entries their ids with identify",
            ),
        ],
    )
    def test_nothing_is_written_without_ids(self, blog: LiveBlog, message: str) -> None:
        with pytest.raises(ExportError) as caught:
            next(jsonld.write(blog))
        assert str(caught.value) == message


if __name__ == "__main__":
    GOLDEN.write_bytes(written(full_blog()))
