"""XML, written and read: nothing is lost on the way, and what does not belong is refused with its line."""

import hashlib
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import liveblog_archive
from liveblog_archive.citation import Citer
from liveblog_archive.errors import ImportFailure
from liveblog_archive.identity import identify, snapshot_id, version_id
from liveblog_archive.interchange import xml, xml_vocabulary
from liveblog_archive.interchange.xml_elements import NAMESPACE
from liveblog_archive.interchange.xml_forms import Record
from liveblog_archive.model import (
    Bounds,
    Capture,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Note,
    Paragraph,
    Quotation,
)
from liveblog_archive.zones import zone
from tests.samples import full_blog
from tests.strategies import blogs

GOLDEN = Path(__file__).parent / "golden" / "full_blog.xml"
BERLIN = zone("Europe/Berlin")
RECORDS = [value for value in vars(xml_vocabulary).values() if isinstance(value, Record)]
MODEL_RECORDS = [record for record in RECORDS if record.make is not dict]


def written(blog: LiveBlog) -> bytes:
    return b"".join(xml.write(blog))


def written_line(entry: Entry, start: str) -> str:
    """Return the line of the document that begins with `start`."""
    document = written(LiveBlog(id="urn:example:b", timezone="Europe/Berlin", entries=[entry])).decode()
    (line,) = [line for line in document.splitlines() if line.startswith(start)]
    return line


def survives(entry: Entry, **facts: object) -> Entry:
    """Return the entry as it comes back."""
    blog = LiveBlog(id="urn:example:b", entries=[entry], **facts)
    again = xml.read(written(blog))
    assert again == blog
    return again.entries[0]


def big_blog() -> LiveBlog:
    entries = [Entry(headline=f"Entry {number}", body=[Paragraph("word " * 40)]) for number in range(1500)]
    return identify(LiveBlog(id="tag:example.org,2021:big", entries=entries))


class TestWriting:
    def test_the_full_blog_gives_the_golden_document(self):
        assert written(full_blog()).decode() == GOLDEN.read_text(encoding="utf-8")

    def test_every_field_of_every_class_has_one_place(self):
        for record in MODEL_RECORDS:
            places = [place.field for place in (*record.attributes, *record.children) if place.field]
            places += [record.text] if record.text else []
            assert sorted(places) == sorted(attrs.fields_dict(record.make))
        # A paragraph is mixed content, written by hand.
        assert set(attrs.fields_dict(Paragraph)) == {"text", "links"}
        assert set(attrs.fields_dict(Link)) == {"start", "end", "url"}

    def test_every_class_of_the_model_has_a_form(self):
        described = {record.make for record in MODEL_RECORDS} | {Paragraph, Link, Bounds}
        classes = {getattr(liveblog_archive.model, name) for name in liveblog_archive.model.__all__}
        assert {one for one in classes if isinstance(one, type) and attrs.has(one)} == described

    def test_what_the_model_demands_the_document_demands(self):
        for record in MODEL_RECORDS:
            demanded = {one.field for one in record.attributes if one.required} | {record.text}
            demanded |= {child.field for child in record.children if child.many}
            needed = {one.name for one in attrs.fields(record.make) if one.default is attrs.NOTHING}
            assert needed <= demanded

    def test_links_are_mixed_content(self):
        body = [Paragraph("See the map & list.", [Link(4, 11, "https://e.example/?a=1&b=2"), Link(14, 18, "#l")])]
        line = '<p>See <a href="https://e.example/?a=1&amp;b=2">the map</a> &amp; <a href="#l">list</a>.</p>'
        assert written_line(Entry(body=body), "<p") == line

    def test_a_time_is_printed_as_far_as_it_is_known(self):
        value = datetime(2021, 11, 16, 17, 50, tzinfo=BERLIN)
        moment = Moment(text="5:50 p.m.:", value=value, precision="minute", offset_source="blog")
        assert written_line(Entry(time=moment), "<time") == (
            '<time value="2021-11-16T17:50+01:00" precision="minute" qualifier="exact" '
            'earliest="2021-11-16T17:50+01:00" latest="2021-11-16T17:51+01:00" offset="blog">5:50 p.m.:</time>'
        )
        second = Moment(value=value, precision="second", offset_source="blog")
        assert 'value="2021-11-16T17:50:00+01:00"' in written_line(Entry(time=second), "<time")

    def test_an_entry_without_a_time_has_bounds_instead(self):
        entry = Entry(day=date(2021, 11, 16))
        assert written_line(entry, "<bounds") == (
            '<bounds earliest="2021-11-16T00:00+01:00" latest="2021-11-17T00:00+01:00" basis="day"></bounds>'
        )
        assert b"<time" not in written(LiveBlog(entries=[entry]))
        assert written_line(Entry(), "<bounds") == '<bounds basis="none"></bounds>'
        assert written_line(Entry(time=Moment(text="95'")), "<bounds") == '<bounds basis="none"></bounds>'

    def test_an_incomplete_blog_says_so(self):
        document = written(LiveBlog(declared_total=3, entries=[Entry()]))
        assert b' declaredTotal="3" incomplete="true"' in document
        complete = written(LiveBlog(declared_total=1, entries=[Entry()]))
        assert b' declaredTotal="1"' in complete
        assert b"incomplete" not in complete

    def test_zero_is_a_value(self):
        capture = Capture(sha256="0" * 64, media_type="text/plain", length=0, importer="test")
        document = written(LiveBlog(declared_total=0, capture=capture))
        assert b' declaredTotal="0"' in document
        assert b' length="0"' in document

    def test_entries_carry_their_version_and_citation(self):
        blog = full_blog()
        document = etree.fromstring(written(blog))
        versions = [entry.get("version") for entry in document.iterfind("{*}entry")]
        assert versions == [str(version_id(entry)) for entry in blog.entries]
        citations = [Citer(blog).render(entry, "apa") for entry in (None, *blog.entries)]
        assert [citation.text for citation in document.iterfind(".//{*}citation")] == citations

    def test_without_ids_there_is_nothing_to_cite(self):
        blog = LiveBlog(title="No ids", entries=[Entry(headline="None here")])
        assert b"<citation" not in written(blog)
        assert xml.read(written(blog)) == blog

    def test_a_document_comes_in_pieces_of_one_size(self):
        pieces = list(xml.write(big_blog()))
        assert len(pieces) > 10
        assert all(2**16 <= len(piece) < 2**16 + 8192 for piece in pieces[:-1])
        assert b"".join(pieces) == written(big_blog())

    def test_writing_can_be_given_up(self):
        pieces = xml.write(big_blog())
        assert next(pieces).startswith(b"<?xml")
        pieces.close()
        assert list(pieces) == []

    def test_every_process_writes_the_same_bytes(self):
        code = (
            "import hashlib; from tests.samples import full_blog; from liveblog_archive.interchange import xml;"
            "print(hashlib.sha256(b''.join(xml.write(full_blog()))).hexdigest())"
        )
        source = Path(liveblog_archive.__file__).parents[1]
        for seed, place in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
            settings_of_process = {"PYTHONHASHSEED": seed, "TZ": place, "PYTHONPATH": f"{source}{os.pathsep}."}
            done = subprocess.run(
                [sys.executable, "-c", code],
                env=os.environ | settings_of_process,
                cwd=Path(__file__).parents[2],
                capture_output=True,
                text=True,
                check=True,
            )
            assert done.stdout.strip() == hashlib.sha256(GOLDEN.read_bytes()).hexdigest()


class TestReadingBack:
    def test_the_golden_document_gives_the_full_blog(self):
        blog, again = full_blog(), xml.read(GOLDEN.read_bytes())
        assert again == blog
        assert [entry.id for entry in again.entries] == [entry.id for entry in blog.entries]
        assert snapshot_id(again) == snapshot_id(blog)

    @given(blogs())
    @settings(derandomize=True, deadline=None)
    def test_every_blog_survives(self, blog):
        document = written(blog)
        again = xml.read(document)
        assert again == blog
        assert snapshot_id(again) == snapshot_id(blog)
        assert written(again) == document

    @given(blogs())
    @settings(derandomize=True, deadline=None)
    def test_every_blog_survives_tools_that_rewrite_xml(self, blog):
        tree = etree.fromstring(written(blog))
        assert xml.read(etree.tostring(tree, method="c14n")) == blog
        assert xml.read(etree.tostring(tree, encoding="utf-16")) == blog
        assert xml.read(etree.tostring(tree, encoding="us-ascii")) == blog
        without_layout = etree.fromstring(written(blog), etree.XMLParser(remove_blank_text=True))
        assert xml.read(etree.tostring(without_layout)) == blog

    @pytest.mark.parametrize("size", [1, 7, 100])
    def test_it_does_not_matter_where_pieces_end(self, monkeypatch, size):
        monkeypatch.setattr(xml, "_PIECE", size)
        assert xml.read(GOLDEN.read_bytes()) == full_blog()
        assert b"".join(xml.write(full_blog())) == GOLDEN.read_bytes()

    def test_comments_and_instructions_say_nothing(self):
        document = written(LiveBlog(entries=[Entry(body=[Paragraph("one two", [Link(4, 7, "#")])])]))
        document = document.replace(b"one ", b"o<!-- -->ne<?x y?> ").replace(b"<entry", b"<!-- here --><entry")
        assert xml.read(document).entries[0].body == (Paragraph("one two", [Link(4, 7, "#")]),)

    def test_derived_data_are_not_read(self):
        blog = LiveBlog(id="urn:example:b", entries=[Entry(id="x")], declared_total=2)
        document = written(blog)
        assert document.count(b"</citation>") == 2
        altered = document.replace(b"</citation>", b" and more</citation>").replace(b'basis="none"', b'basis="day"')
        assert xml.read(altered.replace(b' incomplete="true"', b"")) == blog

    def test_bounds_that_are_left_out_follow_from_the_precision(self):
        value = datetime(2021, 11, 16, 17, tzinfo=UTC)
        blog = LiveBlog(entries=[Entry(time=Moment(value=value, precision="hour", offset_source="stated"))])
        without = re.sub(rb' (earliest|latest)="[^"]+"', b"", written(blog))
        assert b"T18:00" in written(blog)
        assert b"T18:00" not in without
        assert xml.read(without) == blog

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "\n",
            "a\r\nb\rc\td  e ",
            "\x00\x0b\uffff",
            "_x000B_\x0b_x0041_",
            "]]><!-- & -->",
            "\x85\u2028\x7f",
            "🌉",
        ],
    )
    def test_verbatim_text_survives_everywhere(self, text):
        some = text if text.strip() else f"{text}x"
        survives(
            Entry(
                id=some,
                headline=some,
                url=some,
                native_id=some,
                body=[
                    Paragraph(text),
                    Paragraph(f"{some}{some}", [Link(0, len(some), some), Link(len(some), 2 * len(some), some)]),
                    Heading(text, 1),
                    Quotation(text, some),
                    ListBlock([text, text]),
                    Media(kind="audio", url=some, caption=some, credit=some, alt=some),
                    Embed(provider=some, url=some, text=text),
                ],
                time=Moment(text=some),
            ),
            title=some,
            capture=Capture(
                sha256="0" * 64,
                media_type=some,
                length=1,
                importer=some,
                notes=[Note(code="note", text=text)],
            ),
        )

    @pytest.mark.parametrize(
        ("text", "preserved"),
        [
            *[("plain words", False), (" before", True), ("after ", True), ("two  blanks", True), ("a\nline", True)],
            *[("a\ttab", True), ("a\rreturn", True), ("a\u00a0no-break", False), ("", False)],
        ],
    )
    def test_blanks_that_look_like_layout_are_marked(self, text, preserved):
        for block in (Heading(text), Paragraph(text), ListBlock([text]), Embed(provider="e", text=text)):
            assert (b'xml:space="preserve"' in written(LiveBlog(introduction=[block]))) is preserved

    @pytest.mark.parametrize(
        ("links", "preserved"),
        [
            ([Link(0, 3, "#"), Link(4, 7, "#")], True),
            ([Link(0, 3, "#"), Link(3, 7, "#")], True),
            ([Link(0, 7, "#")], True),
            ([Link(0, 3, "#")], False),
            ([Link(4, 7, "#")], False),
        ],
    )
    def test_links_with_nothing_but_blanks_between_them_are_marked(self, links, preserved):
        document = written(LiveBlog(introduction=[Paragraph("one two", links)]))
        assert (b'<p xml:space="preserve">' in document) is preserved

    def test_a_time_comes_back_in_the_blogs_zone(self):
        for fold, offset in ((0, 2), (1, 1)):
            value = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN, fold=fold)
            moment = Moment(value=value, precision="minute", offset_source="blog")
            again = survives(Entry(time=moment), timezone="Europe/Berlin").time.value
            assert (again.tzinfo, again.fold, again.utcoffset()) == (BERLIN, fold, timedelta(hours=offset))

    def test_fractions_of_a_second_survive(self):
        value = datetime(2021, 11, 16, 17, 50, tzinfo=UTC)
        moment = Moment(
            value=value, precision="minute", offset_source="stated", latest=value + timedelta(microseconds=7)
        )
        assert survives(Entry(time=moment)).time.latest.microsecond == 7


def failure(data: bytes) -> str:
    """Return the one line that reading `data` fails with."""
    with pytest.raises(ImportFailure) as caught:
        xml.read(data)
    message = str(caught.value)
    assert "\n" not in message
    return message


def document(inside: str = "", attributes: str = "") -> bytes:
    """Return a document with `inside` from its second line."""
    root = f'<liveBlog xmlns="{NAMESPACE}" schemaVersion="1" order="manual"{attributes}>'
    return f"{root}\n{inside}</liveBlog>".encode()


COMPARE = "compare the document with liveblog-1.rng"
ROOT = f"give a <liveBlog> of the namespace {NAMESPACE}"
NEWER = "read it with a newer version of liveblog-archive"


class TestRefusing:
    def test_lines_are_counted_beyond_16_bits(self):
        assert failure(document("\n" * 70_000 + "<titel/>")).startswith("line 70002: ")

    def test_the_smallest_document_is_a_blog(self):
        assert xml.read(document()) == LiveBlog()

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "no element found"),
            (b"Not XML.", "Start tag expected, '<' not found"),
            (document("<title>cut")[:-11], "Premature end of data in tag title line 2"),
            (document() + document(), "Extra content at the end of the document"),
            (document("<title>&nbsp;</title>"), "Entity 'nbsp' not defined"),
            (document("<title>"), "Opening and ending tag mismatch: title line 2 and liveBlog"),
            (document("<x:title>cut")[:-11], "Premature end of data in tag title line 2"),
        ],
    )
    def test_what_is_not_xml(self, data, message):
        line = {b"": "", b"Not XML.": "line 1: "}.get(data, "line 2: ")
        assert failure(data) == f"{line}unreadable XML: {message}; take another copy of it"

    def test_characters_that_xml_has_not(self):
        assert "unreadable XML: " in failure(document("<title>a\0b</title>"))
        assert "unreadable XML: " in failure(document("<title>a&#11;b</title>"))
        assert "unreadable XML: " in failure(document("<title>é</title>").replace("é".encode(), b"\xe9"))

    @pytest.mark.parametrize("encoding", ["klingon", "utf-16", "us-ascii"])
    def test_an_encoding_that_is_not_the_declared_one(self, encoding):
        declaration = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
        assert ": unreadable XML: " in failure(declaration + document("<title>é</title>"))

    def test_a_wrong_encoding_that_gives_characters_is_seen_by_the_version(self):
        data = written(LiveBlog(entries=[Entry(headline="Café")]))
        assert "not that of its version" in failure(data.replace(b"UTF-8", b"ISO-8859-1"))

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b'<html lang="en"/>', f"the root is <{{}}html>; {ROOT}"),
            (b"<liveBlog/>", f"the root is <{{}}liveBlog>; {ROOT}"),
            (b'<liveBlog xmlns="urn:x"/>', f"the root is <{{urn:x}}liveBlog>; {ROOT}"),
            (document().replace(b'"1"', b'"2"'), f"schema version '2', not 1; {NEWER}"),
            (
                document().replace(b' schemaVersion="1"', b""),
                "<liveBlog> without its attribute schemaVersion; " + COMPARE,
            ),
        ],
    )
    def test_what_is_not_our_vocabulary(self, data, message):
        assert failure(data) == f"line 1: {message}"

    @pytest.mark.parametrize(
        ("inside", "message"),
        [
            ("<titel>x</titel>", "line 2: unexpected element <titel> in <liveBlog>"),
            ('<title xmlns="">x</title>', "line 2: unexpected element <{}title> in <liveBlog>"),
            ('<title xmlns="urn:x">x</title>', "line 2: unexpected element <{urn:x}title> in <liveBlog>"),
            ("<x:title>x</x:title>", "line 2: unexpected element <{}x:title> in <liveBlog>"),
            ("<title x:lang='en'>x</title>", "line 2: unexpected attribute x:lang of <title>"),
            ("<title>x</title>\n<title>y</title>", "line 3: unexpected element <title> in <liveBlog>"),
            ("<description>x</description>\n<title>y</title>", "line 3: unexpected element <title> in <liveBlog>"),
            ("<title>x<p/></title>", "line 2: unexpected element <p> in <title>"),
            ("<introduction>\n<item/></introduction>", "line 3: unexpected element <item> in <introduction>"),
            ("<introduction><p>a\n<b/></p></introduction>", "line 3: unexpected element <b> in <p>"),
            ("<introduction><p>a<a href='#'>b<i/></a></p></introduction>", "line 2: unexpected element <i> in <a>"),
            ("<title lang='en'>x</title>", "line 2: unexpected attribute lang of <title>"),
            ("<introduction lang='en'/>", "line 2: unexpected attribute lang of <introduction>"),
            ("<introduction xml:space='preserve'/>",
             "line 2: unexpected attribute {http://www.w3.org/XML/1998/namespace}space of <introduction>"),
            ("<introduction><p><a>x</a></p></introduction>", "line 2: <a> without its attribute href"),
            ("<introduction><media/></introduction>", "line 2: <media> without its attribute kind"),
            ("<publisher>x</publisher>", "line 2: <publisher> without its attribute kind"),
            ("<entry status='draft'/>", "line 2: <entry> without its attribute version"),
            ("stray", "line 1: stray text in <liveBlog>: 'stray'"),
            ("<title>x</title>stray<description>y</description>", "line 1: stray text in <liveBlog>: 'stray'"),
            ("<title>x</title>\nstray\n", "line 1: stray text in <liveBlog>: 'stray'"),
            ("<introduction>stray</introduction>", "line 2: stray text in <introduction>: 'stray'"),
            ("<introduction><p/>stray</introduction>", "line 2: stray text in <introduction>: 'stray'"),
            ("<introduction><list>stray</list></introduction>", "line 2: stray text in <list>: 'stray'"),
            ("<introduction><list><item/>stray</list></introduction>", "line 2: stray text in <list>: 'stray'"),
        ],
    )  # fmt: skip
    def test_what_does_not_follow_the_schema(self, inside, message):
        assert failure(document(inside)) == f"{message}; {COMPARE}"

    @pytest.mark.parametrize(
        ("inside", "message"),
        [
            ("<publisher kind='person'> </publisher>", "Agent.name: empty text"),
            ("<publisher kind='person'>_xD800_</publisher>", "Agent.name: lone surrogate U+D800 at character 0"),
            ("<publisher kind='robot'>x</publisher>", "Agent.kind: unknown value 'robot'"),
            ("<introduction><p>a<a href='#'/></p></introduction>",
             "Paragraph.links: link 1..1 is empty, overlaps or is out of order"),
            ("<introduction><p>a<a href=''>x</a></p></introduction>", "Link.url: empty text"),
            ("<introduction><p xml:space='keep'/></introduction>", "p: unknown value 'keep'"),
            ("<introduction><heading level='3rd'/></introduction>", "number: not a whole number: '3rd'"),
            ("<introduction><list ordered='yes'/></introduction>", "flag: neither true nor false: 'yes'"),
            ("<coverageEnd qualifier='exact' offset='blog' value='2021-02-30' precision='day'/>",
             "Moment: not a time: '2021-02-30'"),
            ("<coverageEnd qualifier='exact' offset='blog' value='2021-11-16T17:50' precision='minute'/>",
             "Moment.offset_source: naive time with a known offset, or aware time with an unknown one"),
            ("<coverageEnd qualifier='exact' offset='blog' earliest='2021-11-16'>x</coverageEnd>",
             "Moment.value: precision or bounds without a value"),
            ("<entry version='x' status='draft' day='2021-11-16T17:50'/>",
             "Entry.day: a time where a day belongs: '2021-11-16T17:50'"),
            ("<entry version='x' status='draft'/>", "entry : its content is not that of its version x"),
            ("<entry version='x' status='draft'><bounds basis='guess'/></entry>", "bounds: unknown value 'guess'"),
        ],
    )  # fmt: skip
    def test_what_the_model_refuses(self, inside, message):
        assert failure(document(inside)).startswith(f"line 2: {message}; ")

    def test_a_zone_that_does_not_exist(self):
        message = failure(document(attributes=' timezone="Mars/Olympus"'))
        assert message.startswith("line 1: LiveBlog.timezone: unknown time zone 'Mars/Olympus'; give an IANA key")

    def test_an_entry_that_was_changed(self):
        blog = LiveBlog(entries=[Entry(id="e", body=[Paragraph("Nobody was hurt.")])])
        changed = written(blog).replace(b"Nobody was", b"Somebody was")
        assert failure(changed) == (
            f"line 3: entry e: its content is not that of its version {version_id(blog.entries[0])}; "
            "it was changed after it was written; take another copy of the document"
        )

    def test_an_id_that_stands_twice(self):
        data = written(LiveBlog(entries=[Entry(id="e")]))
        start, end = data.index(b"<entry"), data.index(b"</liveBlog>")
        assert (
            failure(data[:end] + data[start:]) == "line 7: a second entry with the id e; give each entry its own id"
        )


LAUGHS = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))


DAMAGE = [b"", b"<", b">", b"&", b"\0", b"\xff", b"\xed\xa0\x80", b"]]>", b"<!--", b"<?x ", b"&#0;", b"_x0000_", b"a"]


class TestHostileDocuments:
    @pytest.mark.parametrize(
        "declaration",
        [
            "<!DOCTYPE liveBlog>",
            '<!DOCTYPE liveBlog SYSTEM "http://127.0.0.1:9/liveblog.dtd">',
            '<!DOCTYPE liveBlog [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            '<!DOCTYPE liveBlog [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>',
            '<!DOCTYPE liveBlog [<!ATTLIST liveBlog id CDATA "from the declaration">]>',
        ],
    )
    def test_a_document_type_declaration_is_refused(self, declaration):
        data = declaration.encode() + document("<title>&x;</title>" if "ENTITY x" in declaration else "")
        assert failure(data) == "line 1: a document type declaration; remove it: no document of ours has one"

    @pytest.mark.parametrize(
        "place", ["<title>&a11;</title>", "<introduction><quotation source='&a11;'/></introduction>"]
    )
    def test_a_billion_laughs(self, place):
        data = f'<!DOCTYPE liveBlog [<!ENTITY a0 "ha">{LAUGHS}]>'.encode() + document(place)
        assert failure(data).endswith(
            "unreadable XML: Maximum entity amplification factor exceeded; take another copy of it"
        )

    def test_a_hundred_thousand_elements_in_each_other(self):
        data = document("<introduction>" + "<p>" * 100_000)
        assert failure(data) == "line 2: unreadable XML: Excessive depth in document: 256; take another copy of it"

    def test_one_text_that_is_larger_than_parsers_take(self):
        data = document(f"<title>{'x' * 10_000_001}</title>")
        assert failure(data).startswith("line 2: unreadable XML: ")
        assert "column" not in failure(data)

    def test_every_truncation_is_seen(self):
        data = written(LiveBlog(title="Cut", entries=[Entry(headline="here")])).rstrip()
        for length in range(len(data)):
            assert "unreadable XML" in failure(data[:length])

    @given(st.integers(0, GOLDEN.stat().st_size), st.integers(0, 60), st.sampled_from(DAMAGE))
    @settings(derandomize=True, deadline=None, max_examples=300)
    def test_any_damage_is_one_line(self, start, length, inserted):
        data = GOLDEN.read_bytes()
        damaged = data[:start] + inserted + data[start + length :]
        try:
            again = xml.read(damaged)
        except ImportFailure as error:
            assert "\n" not in str(error)
        else:  # nothing that an entry says was touched
            assert list(map(version_id, again.entries)) == list(map(version_id, full_blog().entries))
