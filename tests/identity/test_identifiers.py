"""Identifiers as values: what they look like, and what a mistyped one is told."""

import base64
import doctest
import hashlib
import pickle
from itertools import combinations

import pytest
from attrs import exceptions
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.errors import ModelError
from liveblog_archive.identity import BlogId, EntryId, VersionId, identifiers
from liveblog_archive.identity.identifiers import BETANUMERIC, check_character

BRIDGE = BlogId("tag:news.example,2021-11-16:bridge")
LOCALS = ("43xsc59pt1p9", "000000000000", "zzzzzzzzzzzq", "cq8jg4cf0d8h")
URI = "give an absolute URI without fragment or blanks, such as tag:example.org,2021-11-16:border-clashes"


def refusal(make, *values):
    with pytest.raises(ModelError) as caught:
        make(*values)
    assert type(caught.value) is ModelError
    return str(caught.value)


def test_the_examples_in_the_documentation_of_the_module():
    result = doctest.testmod(identifiers)
    assert (result.failed, result.attempted) == (0, 3)


class TestBlogId:
    @pytest.mark.parametrize(
        "uri",
        [
            "tag:example.org,2021-11-16:border-clashes",
            "urn:uuid:d69e8078-2b27-54b5-9546-f920e2f88537",
            "https://news.example:8443/live?id=7&lang=hy",
            "doi:10.1371/journal.pone.0167475",
            "ark:/12148/btv1b8449691v",
            "http://[2001:db8::1]/live",
            "https://news.example/%C3%BC",
            "https://bücher.example/живой/橋/🌉",
            "x:y",
            "X+1.-:~_.!$&'()*+,;=@/?",
        ],
    )
    def test_a_uri_without_fragment_names_a_blog(self, uri):
        assert str(BlogId(uri)) == uri

    @pytest.mark.parametrize(
        "uri",
        [
            "",
            "border-clashes",
            "tag:",
            ":a",
            "1a:b",
            "ä:b",
            "tag:a#b",
            "tag:a b",
            "tag:a\n",
            "\ntag:a",
            "tag:a\u00a0b",
            "tag:a\u2028b",
            "tag:a\x00",
            "tag:a\x7f",
            "tag:a\x85",
            "tag:<a>",
            'tag:"a"',
            "tag:{a}",
            "tag:a|b",
            "tag:a\\b",
            "tag:a^b",
            "tag:`a`",
            "tag:100%",
            "tag:%zz",
            "tag:a\u200eb",
            "tag:\u202egro.elpmaxe",
            "tag:\u2066a\u2069",
            "tag:\ud800",
            "tag:\ue000",
            "tag:\uffff",
            None,
            b"tag:a",
            BRIDGE,
        ],
        ids=ascii,
    )
    def test_anything_else_is_refused(self, uri):
        message = refusal(BlogId, uri)
        assert message.startswith("LiveBlog.id: not a blog id: ")
        assert message.endswith(f"; {URI}")

    def test_ids_are_compared_character_by_character(self):
        assert BlogId("HTTP://news.example") != BlogId("http://news.example")
        assert BlogId("tag:é") != BlogId("tag:e\u0301")


class TestEntryId:
    @pytest.mark.parametrize("local", LOCALS)
    def test_is_the_blog_a_mark_and_twelve_characters(self, local):
        entry = EntryId(BRIDGE, local)
        assert str(entry) == f"tag:news.example,2021-11-16:bridge#{local}"
        assert (entry.blog, entry.local) == (BRIDGE, local)

    @pytest.mark.parametrize(
        "local", ["", "43xsc59pt1p", "43xsc59pt1p99", "43XSC59PT1P9", "43xsc59pt1l9", "43xsc59pt1p9\n", None, 7]
    )
    def test_a_malformed_local_id_is_refused(self, local):
        message = f"Entry.id: not an entry id: {local!r}; give all 12 characters after the #"
        assert refusal(EntryId, BRIDGE, local) == message

    def test_a_wrong_check_character_is_told(self):
        assert refusal(EntryId, BRIDGE, "43xsc59pt1p8") == (
            "Entry.id: the check character of '43xsc59pt1p8' does not fit; look for a mistyped character"
        )

    def test_a_blog_that_is_only_text_is_refused(self):
        message = "Entry.id: expected BlogId, got str; give a BlogId"
        assert refusal(EntryId, "tag:a", "43xsc59pt1p9") == message

    def test_text_without_a_mark_is_refused(self):
        message = "Entry.id: not an entry id: '43xsc59pt1p9'; give the blog id, # and 12 characters"
        assert refusal(EntryId.parse, "43xsc59pt1p9") == message

    @pytest.mark.parametrize(("value", "kind"), [(None, "NoneType"), ([], "list"), (b"tag:a#43xsc59pt1p9", "bytes")])
    def test_what_is_no_text_is_refused(self, value, kind):
        assert refusal(EntryId.parse, value) == f"Entry.id: expected text, got {kind}; give a str"
        assert refusal(VersionId.parse, value) == f"version: expected text, got {kind}; give a str"

    def test_text_without_a_blog_is_refused(self):
        assert refusal(EntryId.parse, "#43xsc59pt1p9") == f"LiveBlog.id: not a blog id: ''; {URI}"

    def test_text_with_two_marks_is_refused(self):
        assert refusal(EntryId.parse, "tag:a#b#43xsc59pt1p9").startswith(
            "Entry.id: not an entry id: 'b#43xsc59pt1p9'"
        )


class TestCheckCharacter:
    def test_is_that_of_the_nice_opaque_identifier_rules(self):
        # The example of NOID is 13030/xf93gt2q; its slash has the value 0, as the digit 0 has.
        assert check_character("130300xf93gt2") == "q"

    @pytest.mark.parametrize("local", LOCALS)
    def test_shows_every_single_wrong_character(self, local):
        for position, right in enumerate(local):
            for wrong in BETANUMERIC.replace(right, ""):
                mistyped = local[:position] + wrong + local[position + 1 :]
                assert "check character" in refusal(EntryId, BRIDGE, mistyped)

    @pytest.mark.parametrize("local", LOCALS)
    def test_shows_every_exchange_of_two_different_characters_at_any_distance(self, local):
        for first, second in combinations(range(len(local)), 2):
            if local[first] != local[second]:
                characters = list(local)
                characters[first], characters[second] = characters[second], characters[first]
                assert "check character" in refusal(EntryId, BRIDGE, "".join(characters))

    def test_shows_every_exchange_of_neighbours_in_any_pair_of_characters(self):
        for one, other in combinations(BETANUMERIC, 2):
            for position in range(10):
                stem = "0" * position + one + other + "0" * (9 - position)
                mistyped = "0" * position + other + one + "0" * (9 - position) + check_character(stem)
                assert "check character" in refusal(EntryId, BRIDGE, mistyped)

    def test_the_alphabet_has_neither_vowels_nor_letters_that_are_misread(self):
        assert sorted(set(BETANUMERIC)) == list(BETANUMERIC)
        assert len(BETANUMERIC) == 29
        assert not set(BETANUMERIC) & set("aeiouly")


class TestVersionId:
    # RFC 6920, section 8.1 and 8.2: the SHA-256 of "Hello World!" in hexadecimal and as an ni: URI.
    HELLO = "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
    HELLO_HEX = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"

    def test_is_named_as_rfc_6920_names_digests(self):
        version = VersionId.of(b"Hello World!")
        assert (str(version), version.hex, version.short) == (self.HELLO, self.HELLO_HEX, "7f83b1657ff1")

    @settings(derandomize=True, deadline=None)
    @given(st.binary())
    def test_is_the_sha_256_in_base64url_without_padding(self, content):
        digest = hashlib.sha256(content).digest()
        expected = "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().removesuffix("=")
        assert str(VersionId.of(content)) == expected
        assert len(expected) == len("ni:///sha-256;") + 43

    def test_is_read_from_both_forms(self):
        assert VersionId.parse(self.HELLO) == VersionId.parse(self.HELLO_HEX) == VersionId.of(b"Hello World!")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            HELLO_HEX.upper(),
            HELLO_HEX[:-1],
            HELLO_HEX + "0",
            HELLO_HEX[:12],
            HELLO + "=",
            HELLO[:-1],
            HELLO + "\n",
            HELLO[:-1] + "l",  # the same digest, were the two unused bits not looked at
            HELLO.replace("_", "/"),
            HELLO.replace("sha-256", "sha-512"),
            HELLO.replace("ni:///", "ni://example.org/"),
            HELLO.replace("ni:", "NI:"),
            HELLO + "?ct=text/plain",
        ],
        ids=repr,
    )
    def test_anything_else_is_refused(self, text):
        message = refusal(VersionId.parse, text)
        assert message.startswith("version: not a version id: ")
        assert message.endswith("; give ni:///sha-256;… or 64 hexadecimal digits")

    @pytest.mark.parametrize("digest", [b"", bytes(31), bytes(33), HELLO_HEX, None, bytearray(32)])
    def test_a_digest_has_32_bytes(self, digest):
        assert refusal(VersionId, digest) == "version: not a SHA-256 digest; give 32 bytes"


VALUES = [BRIDGE, EntryId(BRIDGE, "43xsc59pt1p9"), VersionId.of(b"Hello World!")]


class TestValues:
    @pytest.mark.parametrize("value", VALUES)
    def test_the_representation_can_be_pasted_back(self, value):
        assert eval(repr(value)) == value

    def test_the_representation_is_the_text_that_is_parsed(self):
        assert [repr(value) for value in VALUES] == [
            "BlogId('tag:news.example,2021-11-16:bridge')",
            "EntryId.parse('tag:news.example,2021-11-16:bridge#43xsc59pt1p9')",
            f"VersionId.parse('{TestVersionId.HELLO}')",
        ]

    @pytest.mark.parametrize("value", VALUES[1:])
    def test_the_text_can_be_parsed_again(self, value):
        assert type(value).parse(str(value)) == value

    @pytest.mark.parametrize("value", VALUES)
    def test_a_value_survives_pickling_and_cannot_be_changed(self, value):
        assert pickle.loads(pickle.dumps(value)) == value
        assert len({value, pickle.loads(pickle.dumps(value))}) == 1
        with pytest.raises(exceptions.FrozenInstanceError):
            value.uri = "tag:b"

    def test_values_are_ordered_by_what_they_say(self):
        assert sorted([BlogId("tag:b"), BlogId("tag:a")]) == [BlogId("tag:a"), BlogId("tag:b")]
        first, second = EntryId(BlogId("tag:a"), "zzzzzzzzzzzq"), EntryId(BlogId("tag:b"), "000000000000")
        assert first < second
        assert EntryId(BRIDGE, "000000000000") < EntryId(BRIDGE, "43xsc59pt1p9")
        assert VersionId(bytes(32)) < VersionId(bytes(31) + b"\x01")

    def test_values_of_different_kinds_have_no_order(self):
        with pytest.raises(TypeError):
            sorted([BRIDGE, VersionId(bytes(32))])
