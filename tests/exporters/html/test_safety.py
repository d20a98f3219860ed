"""What keeps text from being markup, addresses from running, and data from ending its element."""

import base64
import hashlib

import orjson
import pytest

from liveblog_archive.exporters.html.safety import address, data, direction, policy, printable

from .payloads import ADDRESSES, BODIES


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        ("HTTP://News.Example", "http://News.Example"),
        ("https://news.example:8443/", "https://news.example:8443/"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://пример.example/путь", "https://пример.example/%D0%BF%D1%83%D1%82%D1%8C"),
        ('https://news.example/a b"c<d>', "https://news.example/a%20b%22c%3Cd%3E"),
        ("https://news.example/50%25%zz", "https://news.example/50%25%25zz"),
        ("https://news.example/#a#b", "https://news.example/#a%23b"),
        ("  https://news.example/ ", "https://news.example/"),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        (None, None),
        ("", None),
    ],
)
def test_an_address_is_kept_as_a_link_can_have_it(url: str | None, kept: str | None) -> None:
    assert address(url) == kept


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_that_could_run_is_no_link(url: str) -> None:
    found = address(url)
    assert found is None or (found.startswith("https://evil.example/") and not set("\"'<> ") & {*found} - {"'"})


@pytest.mark.parametrize("body", BODIES)
def test_data_cannot_end_its_element_and_is_what_it_was(body: str) -> None:
    text = str(data({"text": body}))
    assert not set("<>&\u2028\u2029") & {*text}
    assert orjson.loads(text) == {"text": body}


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a\x00b", "a[U+0000]b"), ("\U0001ffff", "[U+1FFFF]"), ("a\r\nb", "a\nb"), ("٣ 🌉 é", "٣ 🌉 é")],
)
def test_what_no_document_may_hold_is_made_visible(text: str, seen: str) -> None:
    assert printable(text) == seen


def test_the_policy_lets_in_nothing_but_the_page_itself() -> None:
    digest = base64.b64encode(hashlib.sha256(b"a{}").digest()).decode()
    told = dict(part.partition(" ")[::2] for part in policy("a{}", "1").split("; "))
    assert told["default-src"] == "'none'"
    assert told["style-src"] == f"'sha256-{digest}'"
    assert told["script-src"].startswith("'sha256-")
    assert "connect-src" not in told
    assert "connect-src 'self'" in policy("a{}", "1", fetches=True)


@pytest.mark.parametrize(
    ("language", "reads"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr"), ("en", "ltr"), (None, "ltr")],
)
def test_the_direction_is_that_of_the_script(language: str | None, reads: str) -> None:
    assert direction(language) == reads
