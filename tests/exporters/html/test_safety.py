"""What keeps text from being markup, and data from ending its element."""

import base64
import hashlib

import orjson
import pytest

from liveblog_archive.exporters.html.safety import data, direction, policy, printable

from .payloads import BODIES


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
