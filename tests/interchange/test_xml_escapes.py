"""Text in characters that XML can carry: nothing is lost, and nothing that XML has not is left."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from liveblog_archive.interchange.xml_escapes import attribute, content, escape, unescape

# Where escapes meet literal text that looks like one, in every order.
CRITICAL = st.text(alphabet="_x0BbF5\x0b\x00\uffff ", max_size=24)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("", ""),
        ("plain, “typographic” and Ընդհանուր 🌉", "plain, “typographic” and Ընդհանուր 🌉"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("page\x0cbreak", "page_x000C_break"),
        ("\x00\x0b\x1f\ufffe\uffff", "_x0000__x000B__x001F__xFFFE__xFFFF_"),
        ("\x7f\x85\u2028", "\x7f\x85\u2028"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x000b_ in lower case", "_x005F_x000b_ in lower case"),
        ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x0041", "_x0041"),
        ("_x00411_", "_x00411_"),
        ("snake_xray_case", "snake_xray_case"),
        ("_x0041\x0b", "_x005F_x0041_x000B_"),
    ],
)
def test_escapes_follow_the_rule(text, escaped):
    assert escape(text) == escaped
    assert unescape(escaped) == text


@pytest.mark.parametrize(("spelt", "text"), [("_x000b_", "\x0b"), ("_x0041_", "A"), ("_x_ _xzzzz_", "_x_ _xzzzz_")])
def test_an_escape_that_we_do_not_write_is_read_by_the_same_rule(spelt, text):
    assert unescape(spelt) == text


@given(st.one_of(CRITICAL, st.text(max_size=30)))
@example("_x005F_x005F_")
@example("__x000B_\x0b_x000B\x0b")
@settings(derandomize=True, deadline=None, max_examples=1000)
def test_every_text_survives(text):
    escaped = escape(text)
    assert unescape(escaped) == text
    element = etree.Element("t", a=escaped)  # lxml refuses what XML cannot carry
    element.text = escaped
    again = etree.fromstring(etree.tostring(element))
    assert (unescape(again.text or ""), unescape(again.get("a"))) == (text, text)


def test_every_character_of_unicode_survives():
    for plane in range(17):
        points = range(plane << 16, (plane + 1) << 16)
        text = "".join(chr(point) for point in points if not 0xD800 <= point <= 0xDFFF)
        element = etree.Element("t")
        element.text = escape(text)
        assert unescape(etree.fromstring(etree.tostring(element)).text) == text


@given(st.one_of(CRITICAL, st.text(alphabet="a &<>\"'_x\t\n\r\x0b\u2026\uffff", max_size=24), st.text(max_size=30)))
@example('The "old" bridge & the <new> one\r\n')
@settings(derandomize=True, deadline=None, max_examples=1000)
def test_what_is_written_is_what_an_xml_parser_reads(text):
    read = etree.fromstring(f'<t a="{attribute(text)}">{content(text)}</t>')
    assert (unescape(read.get("a")), unescape(read.text or "")) == (text, text)


@pytest.mark.parametrize("text", ["The bridge is open", "“Ընդհանուր” 🌉", "It's 5 % of all; see [1]"])
def test_text_that_needs_no_escape_is_not_copied(text):
    assert content(text) is text
    assert attribute(text) is text
