"""The page that specifies the identifiers is true: its grammar, tables, examples and vectors are run."""

import hashlib
import json
import re
import subprocess
import unicodedata
from datetime import date, datetime
from itertools import pairwise
from typing import get_args

import attrs
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive import canonical
from liveblog_archive.canonical import canonical_bytes, entry_bytes, timestamp
from liveblog_archive.errors import ModelError
from liveblog_archive.identity import BlogId, EntryId, VersionId, identify, slugs, text_id, version_id
from liveblog_archive.identity.annotation import from_annotation, link, text_directive, to_annotation
from liveblog_archive.identity.boundaries import between_characters, parts_word
from liveblog_archive.identity.captures import CaptureKind, segment_path
from liveblog_archive.identity.identifiers import BETANUMERIC, check_character
from liveblog_archive.identity.ledger import Ledger
from liveblog_archive.identity.links import LINK_KINDS
from liveblog_archive.identity.minting import PASTED_TEXT, derive_blog_id, fingerprint, fold, mint
from liveblog_archive.identity.outcomes import STATUSES
from liveblog_archive.identity.quotes import CONTEXT, Quote
from liveblog_archive.identity.quoting import quote
from liveblog_archive.identity.sentences import (
    _COUNTING,
    _GERMAN_ARTICLES,
    _GERMAN_MONTHS,
    _SHORTENED,
    sentence_starts,
)
from liveblog_archive.identity.slugs import host_and_slug
from liveblog_archive.identity.versions import content_alias
from liveblog_archive.interchange import records
from liveblog_archive.model import (
    Agent,
    Embed,
    Entry,
    Heading,
    Link,
    ListBlock,
    LiveBlog,
    Media,
    Moment,
    Paragraph,
    Quotation,
)
from liveblog_archive.model.blocks import MediaKind
from liveblog_archive.model.entry import AgentKind, Status
from liveblog_archive.model.moment import OffsetSource, Precision, Qualifier
from tests.identity import reference, story
from tests.identity.abnf import Grammar
from tests.markdown import blocks
from tests.storm import ROOT
from tests.strategies import BLOG_IDS, instants

PATH = ROOT / "docs" / "explanation" / "identifiers.md"
PAGE = PATH.read_text(encoding="utf-8")
BLOCKS = blocks(PATH)
GRAMMAR = Grammar(next(block.text for block in BLOCKS if block.language == "abnf"))
VECTORS = [json.loads(block.text) for block in BLOCKS if block.heading == "Test vectors"]
COMMANDS = [block.text for block in BLOCKS if block.language == "sh"]
OUTPUTS = [block.text for block in BLOCKS if block.language == "text"]
CHECKS, FOLDS, FINGERPRINTS, LOCALS, BLOGS, TEXTS, VERSIONS, SNAPSHOTS, LEDGER, QUOTES, *CITING = VECTORS
CUTS, ANNOTATION, LINKS = CITING


FULL = [
    Paragraph("a", [Link(0, 1, "b")]),
    Heading("a"),
    Quotation("a", "b"),
    ListBlock(["a"], ordered=True),
    Media(kind="image", url="a", caption="b", credit="c", alt="d"),
    Embed(provider="a", url="b", text="c"),
]
BARE = [Paragraph(""), Heading(""), Quotation(""), ListBlock([]), Media(kind="image"), Embed(provider="a")]


def refused(make, *values):
    try:
        make(*values)
    except ModelError:
        return True
    return False


def table(heading, first):
    """Return the rows of a section's table whose head begins with `first`: the first cell, and the rest."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = section.partition(f"| {first} |")[2].partition("\n\n")[0].splitlines()[2:]
    return {name.strip("`"): rest for name, rest in (row.strip("| ").split(" | ", 1) for row in rows)}


def characters(row):
    return [chr(int(point, 16)) for point in re.findall(r"U\+([0-9A-F]{4})", row)]


def sentence(beginning):
    return PAGE.partition(beginning)[2].partition(":")[0].partition(".")[0]


def words(text):
    return re.findall(r"`(\w+)`", text)


def members(row):
    """Return the words of a row that do not stand in parentheses."""
    return words(re.sub(r"\(.*?\)", "", row))


def always(row):
    return re.findall(r"`(\w+)` \(always", row)


# All characters below the surrogates but those that words are made of.
UNSEEN = reference.REMOVED + "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SEPARATE = [
    one
    for one in map(chr, range(0xD800))
    if one not in UNSEEN and parts_word(f"a{one}.", 1) is parts_word(f".{one}a", 2) is False
]
SLUG_WORDS = {kind: re.findall("`(.+?)`", listed) for kind, listed in table("Blog id", "kind").items()}
SEGMENTS = [word for kind in ("form", "the end", "generic") for word in SLUG_WORDS[kind]]
PARAMETERS = [word for kind in ("tracking", "tracking names", "paging") for word in SLUG_WORDS[kind]]
VALUES = ["", "7", "a", "with:block-1", "with%3Ablock-1%0A", "asset:1", "B%c3%bc"]


class TestGrammar:
    def test_every_rule_can_be_run(self):
        for name in GRAMMAR.rules:
            assert GRAMMAR[name]

    def test_a_blog_id_may_hold_exactly_the_characters_of_the_grammar(self):
        rule = GRAMMAR["uri-char"]
        every = [chr(point) for point in range(0x110000)]
        allowed = [character for character in every if rule.fullmatch(character)]
        assert len(allowed) > 900_000
        assert BlogId("x:" + "".join(allowed))
        for character in set(every).difference(allowed):
            assert refused(BlogId, f"x:{character}"), ascii(character)

    @settings(derandomize=True, deadline=None, max_examples=200)
    @given(
        st.one_of(
            st.text(st.sampled_from("aZ1+-.:/%C3#[]é \u200e"), max_size=8),
            st.text(st.sampled_from("aZ1+-.:/%C3#[]é \u200e"), max_size=8).map("a:{}".format),
        )
    )
    def test_a_blog_id_is_what_the_grammar_says(self, text):
        assert bool(GRAMMAR["blog-id"].fullmatch(text)) is not refused(BlogId, text)

    @settings(derandomize=True, deadline=None, max_examples=200)
    @given(
        st.one_of(
            st.text(st.sampled_from("09bclzyaB#é"), max_size=14),
            st.from_regex(GRAMMAR["local-id"], fullmatch=True),
        )
    )
    def test_a_local_id_with_the_right_check_character_is_what_the_grammar_says(self, local):
        if GRAMMAR["local-id"].fullmatch(local):
            local = local[:11] + check_character(local[:11])
            assert GRAMMAR["entry-id"].fullmatch(str(EntryId(BlogId("tag:a"), local)))
        else:
            assert refused(EntryId, BlogId("tag:a"), local)

    @settings(derandomize=True, deadline=None, max_examples=200)
    @given(
        st.one_of(
            st.binary(min_size=32, max_size=32).map(lambda digest: str(VersionId(digest))),
            st.from_regex(GRAMMAR["version-id"], fullmatch=True),
            st.from_regex("ni:///sha-256;[A-Za-z0-9_-]{43}", fullmatch=True),
        )
    )
    def test_a_version_id_is_what_the_grammar_says(self, text):
        assert bool(GRAMMAR["version-id"].fullmatch(text)) is not refused(VersionId.parse, text)

    @settings(derandomize=True, deadline=None)
    @given(st.binary(min_size=32, max_size=32))
    def test_the_short_form_is_what_the_grammar_says(self, digest):
        assert GRAMMAR["short"].fullmatch(VersionId(digest).short)

    @settings(derandomize=True, deadline=None)
    @given(st.one_of(instants(), st.dates()), st.sampled_from([None, "second", "minute", "hour"]))
    def test_a_time_is_what_the_grammar_says(self, value, precision):
        assert GRAMMAR["time"].fullmatch(timestamp(value, precision))
        assert not GRAMMAR["time"].fullmatch(timestamp(value, precision) + "Z")

    @settings(derandomize=True, deadline=None)
    @given(st.one_of(st.none(), st.from_regex(r"https?://[a-zé.-]{1,9}/\S*", fullmatch=True)))
    def test_a_derived_id_is_what_the_grammar_says(self, url):
        found = str(derive_blog_id(LiveBlog(url=url, entries=[Entry(day=date(2021, 11, 16))])))
        assert GRAMMAR["derived-id"].fullmatch(found)
        assert GRAMMAR["blog-id"].fullmatch(found)

    def test_an_alias_a_segment_and_a_score_are_what_the_grammar_says(self):
        for entry in story.FIRST:
            assert GRAMMAR["swhid"].fullmatch(content_alias(entry))
        for number in (1, 999_999, 1_000_000):
            assert GRAMMAR["segment-path"].fullmatch(segment_path(number))
        scores = [json.loads(line).get("score") for segment in LEDGER for line in segment]
        for score in filter(None, scores):
            assert GRAMMAR["score"].fullmatch(score)
        assert not GRAMMAR["score"].fullmatch("1.0001")

    @pytest.mark.parametrize(
        "pointer", ["/headline", "/body/0", "/body/10", "/body/01", "/body", "body/1", "/body/-1"]
    )
    def test_a_part_is_what_the_grammar_says(self, pointer):
        made = json.loads(json.dumps(ANNOTATION["annotation"]))
        made["target"]["selector"][1]["value"] = pointer
        assert bool(GRAMMAR["part"].fullmatch(pointer)) is not refused(from_annotation, made)

    def test_a_directive_is_what_the_grammar_says(self):
        for vector in LINKS:
            assert GRAMMAR["directive"].fullmatch(vector["directive"])

    @pytest.mark.parametrize("name", BLOG_IDS)
    def test_the_ids_of_other_tests_follow_it(self, name):
        assert GRAMMAR["blog-id"].fullmatch(name)


class TestTables:
    def test_the_record_of_an_entry_has_the_members_of_its_table(self):
        rows = table("Version id", "member")
        assert list(rows) == ["type", *canonical.FIELDS]
        assert rows["type"] == f"always: `{canonical.ENTRY_TYPE}`"
        assert [name for name, rest in rows.items() if rest.startswith("always")] == [
            *canonical.entry_record(Entry())
        ]

    def test_what_is_left_out_is_what_is_excluded_and_for_the_reason_that_is_given(self):
        assert table("Version id", "field") == canonical.EXCLUDED

    def test_every_block_is_in_the_table(self):
        assert list(table("Version id", "type")) == [name for name, _ in canonical.BLOCK_RECORDS.values()]

    @pytest.mark.parametrize("full", FULL, ids=lambda block: type(block).__name__)
    def test_a_block_has_the_members_of_its_row(self, full):
        record = canonical.block_record(full)
        row = table("Version id", "type")[record["type"]]
        assert members(row) == list(record)[1:] == [field.name for field in attrs.fields(type(full))]

    @pytest.mark.parametrize("bare", BARE, ids=lambda block: type(block).__name__)
    def test_a_block_has_what_its_row_says_is_always_there(self, bare):
        record = canonical.block_record(bare)
        assert always(table("Version id", "type")[record["type"]]) == list(record)[1:]

    def test_a_link_has_the_members_of_its_sentence(self):
        row = sentence("A **link** is an object with ")
        link = canonical.block_record(FULL[0])["links"][0]
        assert members(row) == always(row) == list(link) == [field.name for field in attrs.fields(Link)]

    def test_an_agent_has_the_members_of_its_sentence(self):
        row = sentence("An **agent** is an object with ")
        assert members(row) == [field.name for field in attrs.fields(Agent)]
        assert always(row) == list(canonical.agent_record(Agent(name="a")))

    def test_a_time_has_the_members_of_its_table(self):
        part = PAGE.partition("A **time** is an object:")[2].partition("\n\nA value")[0]
        assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == [field.name for field in attrs.fields(Moment)]

    def test_a_snapshot_has_the_members_of_its_table(self):
        rows = table("Snapshot id", "member")
        assert list(rows) == list(canonical.snapshot_record("b", [], "s", "p"))
        always = [name for name, rest in rows.items() if rest.startswith("always")]
        assert always == list(canonical.snapshot_record("b", [], None))

    def test_every_kind_of_link_is_in_the_table(self):
        assert tuple(table("Links", "kind")) == LINK_KINDS

    def test_a_ledger_has_the_members_of_its_tables(self):
        rows = table("Ledger", "member")
        headers = [json.loads(segment[0]) for segment in LEDGER]
        assert set(rows) == set(headers[1])
        always_there = {name for name, rest in rows.items() if rest.startswith("always")}
        bare = json.loads(Ledger("tag:a").extended(LiveBlog(id="tag:a")).segments()[0])
        assert always_there == set(bare)
        assert words(rows["kind"])[0] == "first"
        assert set(get_args(CaptureKind)) <= set(words(rows["kind"]))

    def test_a_line_of_a_ledger_has_the_members_of_its_sentence(self):
        lines = [json.loads(line) for segment in LEDGER for line in segment[1:]]
        by_type = {line["type"]: set(line) for line in lines}
        assert set(members(sentence("An **entry** is an object with "))) == by_type["entry"]
        row = sentence("A **link**, or one for review, is an object with ")
        assert set(members(row)) == by_type["link"]
        assert set(always(row)) == {"type", "kind", "score"}

    def test_the_words_of_addresses_are_those_of_the_code(self):
        assert {name: set(listed) for name, listed in SLUG_WORDS.items()} == {
            "form": set(slugs.ANYWHERE),
            "the end": set(slugs.AT_THE_END),
            "generic": set(slugs.GENERIC),
            "tracking": set(slugs.TRACKING),
            "tracking names": set(slugs.TRACKING_PREFIXES),
            "paging": set(slugs.PAGING),
        }

    def test_a_quote_has_the_members_of_its_table(self):
        assert set(table("Quote", "member")) == {field.name for field in attrs.fields(Quote)}
        assert f"the {CONTEXT} code points before and after" in " ".join(PAGE.split())

    def test_the_outcomes_are_in_the_order_of_their_weight(self):
        assert tuple(table("Resolution", "outcome")) == STATUSES

    @pytest.mark.parametrize("choice", [MediaKind, Status, Precision, Qualifier, OffsetSource, AgentKind])
    def test_the_words_of_a_choice_are_those_of_the_model(self, choice):
        listed = [set(words(found)) for found in re.findall(r"(?:`\w+`(?:, | or )?){2,}", PAGE)]
        assert any(set(get_args(choice)) <= found for found in listed)

    def test_the_table_of_folding_is_that_of_the_code(self):
        rows = table("Entry id", "becomes")
        for name, row in rows.items():
            becomes = "".join(characters(name)) or {"nothing": "", "blank": " "}[name]
            assert {fold(f"x{character}x") for character in characters(row)} == {f"x{becomes}x"}
        assert "".join(characters(rows["U+0027"])) == reference.APOSTROPHES
        assert "".join(characters(rows["U+0022"])) == reference.QUOTATION_MARKS
        assert set(characters(rows["U+002D"])) == set(reference.HYPHENS)
        assert "".join(characters(rows["nothing"])) == reference.REMOVED
        assert "".join(characters(rows["blank"])) == reference.BLANKS

    def test_the_table_of_what_joins_words_and_numbers_is_that_of_the_code(self):
        def joining(before, after, position):
            return {one for one in SEPARATE if parts_word(f"{before}{one}{after}", position)}

        rows = {name: set(characters(row.split(" | ")[0])) for name, row in table("Quote", "joins").items()}
        assert joining("a", "b", 1) == joining("a", "b", 2) == rows["hyphen"] | rows["apostrophe"] | rows["full stop"]
        assert joining("1", "2", 1) == rows["hyphen"] | rows["mark"] | rows["percent"] | rows["numeral"]
        assert joining("1", "2", 2) == rows["hyphen"] | rows["mark"] | rows["sign"] | rows["numeral"]
        joins = rows["blank"] | rows["hyphen"] | rows["mark"] | rows["numeral"]
        assert joining("1", "300", 1) == joins | rows["percent"]
        assert joining("1", "300", 2) == joins | rows["sign"]
        assert joining(" ", "5", 2) == rows["sign"] | rows["point"] | rows["numeral"]
        assert joining("5", " ", 1) == rows["percent"] | rows["numeral"]

    @pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
    def test_what_nobody_sees_parts_nothing(self, unseen):
        assert parts_word(f"a{unseen}b", 1)
        assert parts_word(f"a{unseen}b", 2)
        assert parts_word(f"1 {unseen}300", 1)
        assert not parts_word(f"a {unseen}b", 1)
        assert not parts_word(f"a{unseen} b", 2)

    def test_the_table_of_what_ends_a_sentence_is_that_of_the_code(self):
        listed = table("Resolution", "ends a sentence").items()
        rows = {name: [set(characters(cell)) for cell in row.split(" | ")] for name, row in listed}
        marks = map(chr, (*range(0xD800), *range(0xFF00, 0x10000)))
        marks = {one for one in marks if not (one.isalnum() or one.isspace() or one.islower())}

        def ending(before, after):
            return {one for one in marks if sentence_starts(f"{before}{one}{after}")[1:]}

        (stops, closing), (full, kept) = rows["stop"], rows["full stop"]
        assert ending("Worded", " Word") == stops | full
        assert ending("Worded!", " Word") == stops | full | closing
        assert ending("Worded", "Word") == full
        page = " ".join(PAGE.split())
        aside = set(characters(page.partition("nor before any of ")[2].partition(" in the line")[0]))
        assert marks - ending("Word\u3002", "Word") == closing | kept | aside
        opening = page.partition("before a lower-case letter, behind any of ")[2].partition(". Nor")[0]
        assert marks - ending("Word! ", "word") == set(characters(opening)) - {" "}
        assert marks - ending("Word! ", "Word") == marks - ending("“Word”\n", "Word") == aside
        words = re.findall(
            r"`(\w+)`", page.partition("of which the first is a capital")[2].partition("Of what stands")[0]
        )
        assert tuple(words) == (*_SHORTENED, *_COUNTING, *_GERMAN_ARTICLES, *_GERMAN_MONTHS)

    def test_the_alphabet_and_the_namespace_are_those_of_the_code(self):
        assert f"`{BETANUMERIC}`" in PAGE
        assert f"`{PASTED_TEXT}`" in PAGE


class TestVectors:
    @pytest.mark.parametrize(("characters", "check"), CHECKS.items())
    def test_check_characters(self, characters, check):
        assert check_character(characters) == reference.check_character(characters) == check

    @pytest.mark.parametrize(("text", "folded"), FOLDS, ids=ascii)
    def test_folding(self, text, folded):
        assert fold(text) == reference.folded(text) == folded

    @pytest.mark.parametrize("vector", FINGERPRINTS)
    def test_fingerprints(self, vector):
        expected = vector.pop("fingerprint")
        assert fingerprint(*vector.values()) == reference.fingerprint(**vector) == expected

    @pytest.mark.parametrize("vector", LOCALS)
    def test_local_ids(self, vector):
        kind, blog, *seed = vector["lines"]
        assert kind == "liveblog-entry-id/1"
        assert mint(BlogId(blog), seed).local == reference.local_id(*vector["lines"]) == vector["local"]
        if addresses := vector.get("addresses"):
            shown = [Media(kind="image", url=addresses[0]), Embed(provider="video.example", url=addresses[1])]
            assert identify(LiveBlog(id=blog, entries=[Entry(body=shown)])).entries[0].id.endswith(vector["local"])
            assert reference.fingerprint_of_addresses(addresses) == vector["lines"][3]

    @pytest.mark.parametrize("vector", BLOGS)
    def test_derived_blog_ids(self, vector):
        day = date.fromisoformat(vector["day"]) if vector["day"] else None
        blog = LiveBlog(url=vector["url"], title=vector["title"], entries=[Entry(day=day)])
        assert str(derive_blog_id(blog)) == vector["id"]
        if vector["id"].startswith("tag:"):
            assert vector["id"].endswith(":" + reference.slug(vector["url"], SLUG_WORDS))

    @settings(derandomize=True, deadline=None, max_examples=200)
    @given(
        st.lists(
            st.sampled_from([*SEGMENTS, "a", "B%c3%bc", "a.amp.html", "page", "page-3", "12", "12345", "", ".x"])
        ),
        st.lists(st.tuples(st.sampled_from([*PARAMETERS, "id", "post", "%70age"]), st.sampled_from(VALUES))),
    )
    def test_slugs_are_what_a_second_implementation_expects(self, segments, parameters):
        url = f"https://a.example/{'/'.join(segments)}?{'&'.join(map('='.join, parameters))}"
        assert host_and_slug(url)[1] == reference.slug(url, SLUG_WORDS)

    @pytest.mark.parametrize("vector", TEXTS)
    def test_text_digests(self, vector):
        entry = Entry(body=[Paragraph(vector["text"])])
        expected = reference.name_of_digest(vector["text"].encode())
        assert str(text_id(entry)) == expected == vector["digest"]

    @pytest.mark.parametrize("vector", VERSIONS)
    def test_version_ids(self, vector):
        content = vector["bytes"].encode()
        assert canonical_bytes(vector["record"]) == rfc8785.dumps(vector["record"]) == content
        version = VersionId.of(content)
        assert (str(version), version.short) == (vector["version"], vector["short"])
        assert reference.name_of_digest(reference.canonical(vector["record"])) == vector["version"]

    @pytest.mark.parametrize("vector", SNAPSHOTS)
    def test_snapshot_ids(self, vector):
        assert str(VersionId.of(canonical_bytes(vector["record"]))) == vector["snapshot"]
        record = vector["record"]
        pairs = [tuple(pair) for pair in record["entries"]]
        again = canonical.snapshot_record(record["blog"], pairs, record.get("source"), record.get("previous"))
        assert again == record

    def test_the_second_snapshot_names_the_first(self):
        assert SNAPSHOTS[1]["record"]["previous"] == SNAPSHOTS[0]["snapshot"]


def quote_of(values):
    """Return the quote of a vector."""
    ids = {name: VersionId.parse(values[name]) for name in ("version", "snapshot") if name in values}
    return Quote(**(values | ids))


class TestVectorsOfCitations:
    def test_a_ledger(self):
        segments = ["".join(f"{line}\n" for line in lines).encode() for lines in LEDGER]
        ledger = Ledger.read(segments)
        assert list(ledger.segments()) == segments
        assert ledger.captures[1].links[1].score == 0.75

    @pytest.mark.parametrize("segments", [LEDGER, json.loads(story.PATH.read_bytes())["segments"]])
    def test_a_ledger_is_what_a_second_implementation_expects(self, segments):
        before, past = None, None
        for lines in segments:
            header, *others = map(json.loads, lines)
            assert header.get("previous_segment") == before
            pairs = [[line["id"], line["version"]] for line in others if line["type"] == "entry"]
            record = {"type": "liveblog-snapshot/1", "blog": header["blog"], "entries": pairs}
            record |= {"source": header["source"]} | ({"previous": past} if past else {})
            past = reference.name_of_digest(reference.canonical(record))
            assert header["snapshot"] == past
            text = b"".join(reference.canonical(json.loads(line)) + b"\n" for line in lines)
            assert text.decode().splitlines() == lines
            before = hashlib.sha256(text).hexdigest()

    @pytest.mark.parametrize("vector", QUOTES["quotes"], ids=lambda vector: ascii(vector["typed"]))
    def test_quotes(self, vector):
        blog = LiveBlog(id="tag:news.example,2021-11-16:bridge", entries=[records.entry(QUOTES["record"], None)])
        expected = quote_of(vector["quote"])
        narrowed = {"paragraph": 3} if vector["typed"] == "is open" else {}
        assert quote(blog, vector["typed"], **narrowed) == expected
        assert version_id(blog.entries[0]) == expected.version

    def test_quotes_are_what_a_second_implementation_expects(self):
        parts = [QUOTES["record"]["headline"]] + [block.get("text", "") for block in QUOTES["record"]["body"]]
        for vector in QUOTES["quotes"]:
            made = vector["quote"]
            assert parts[made["paragraph"]][made["start"] : made["end"]] == made["exact"]
            assert hashlib.sha256(made["exact"].encode()).hexdigest() == made["sha256"]
            around = made["prefix"] + made["exact"] + made["suffix"]
            assert around in (reference.plain_text(QUOTES["record"]), parts[0])[made["paragraph"] == 0]

    @pytest.mark.parametrize("barred", CUTS, ids=ascii)
    def test_places_of_quotes(self, barred):
        text = barred.replace("|", "")
        cuts = [at for at in range(len(text) + 1) if between_characters(text, at) and not parts_word(text, at)]
        assert "|".join(text[start:end] for start, end in pairwise([0, *cuts, len(text)])) == barred

    def test_an_annotation(self):
        made = quote_of(ANNOTATION["quote"])
        assert to_annotation(made) == ANNOTATION["annotation"]
        assert from_annotation(ANNOTATION["annotation"]) == made
        target = reference.canonical(ANNOTATION["annotation"]["target"])
        assert reference.name_of_digest(target) == ANNOTATION["annotation"]["id"]

    @pytest.mark.parametrize("vector", LINKS, ids=lambda vector: ascii(vector["exact"][:20]))
    def test_links(self, vector):
        expected = vector["directive"]
        values = {name: vector[name] for name in ("prefix", "exact", "suffix")}
        made = quote_of(ANNOTATION["quote"] | values | {"start": 0, "end": len(vector["exact"]), "sha256": ""})
        assert text_directive(made) == expected
        for url, joined in (("https://a.example/", "#:~:"), ("https://a.example/#b", ":~:")):
            assert link(made, LiveBlog(url=url)) == f"{url}{joined}{expected}"

    def test_a_whole_history(self):
        assert story.data() == json.loads(story.PATH.read_bytes())

    def test_a_whole_history_has_every_outcome_and_every_kind_of_link(self):
        history = json.loads(story.PATH.read_bytes())
        assert {one["outcome"]["status"] for one in history["resolutions"]} == set(STATUSES)
        lines = [json.loads(line) for lines in history["segments"] for line in lines[1:]]
        assert {line["kind"] for line in lines if line["type"] != "entry"} == set(LINK_KINDS)


class TestWorkedExample:
    def test_a_shell_prints_what_the_page_shows(self):
        assert len(COMMANDS) == len(OUTPUTS) == 2
        for command, output in zip(COMMANDS, OUTPUTS, strict=True):
            assert subprocess.run(["sh", "-c", command], capture_output=True, check=True).stdout.decode() == output

    def test_it_is_an_entry_of_the_library(self):
        text = COMMANDS[0].split("'")[3]
        record = json.loads(text)
        entry = Entry(
            id=record["id"],
            body=[Paragraph(record["body"][0]["text"])],
            time=Moment(
                text="[09:05]",
                value=datetime.fromisoformat(record["time"]["value"]),
                precision="minute",
                offset_source="blog",
            ),
        )
        assert entry_bytes(entry).decode() == text
        version = VersionId.parse(OUTPUTS[0].split()[0])
        assert f"Its version id is `{version}`, shown to people as `{version.short}`." in PAGE

    def test_its_local_id_is_minted_from_the_digest_that_the_second_command_prints(self):
        number = int(OUTPUTS[1].split()[0], 16)
        first = "".join(BETANUMERIC[number // 29**power % 29] for power in range(11))
        assert EntryId.parse(json.loads(COMMANDS[0].split("'")[3])["id"]).local == first + check_character(first)


class TestPlainText:
    def test_of_a_medium_is_its_caption_else_its_alternative_text(self):
        assert Entry(body=[Media(kind="image", alt="a"), Media(kind="image", caption="c", alt="a")]).text == "a\n\nc"


class TestWhatIsReliedOn:
    def test_unicode_is_at_least_14(self):
        assert tuple(map(int, unicodedata.unidata_version.split("."))) >= (14, 0, 0)

    def test_the_chance_of_a_shared_local_id_is_what_the_page_says(self):
        chance = 100_000**2 / 2 / 29**11
        assert 1 / 3_000_000 < chance < 1 / 2_000_000
        assert 2**53 < 29**11 < 2**54
