"""What the scripts of a page keep of its entries: when those were published that only print an age."""

import json
from datetime import UTC, datetime

import pytest

from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import codes, of, page

TEXTS = ("The bridge is open again.", "The wind has dropped at last.", "Two trees are down on the road.")
NUMBERS = (40207, 40204, 40201)
NOON = 1_772_625_600_000  # milliseconds: 4 March 2026, 12:00 UTC


def drawn(script: str, *, kind: str = "") -> LiveBlog:
    """Return the blog of a page that prints ages, and has a script."""
    parts = "".join(
        f'<div class="x1" id="post_{NUMBERS[at]}"><span class="x2">{3 + at} min ago</span><p>{text}</p></div>'
        for at, text in enumerate(TEXTS)
    )
    return of(page(f"<main><h1>Storm</h1>{parts}</main><script{kind}>{script}</script>"), timezone="UTC")


def posts(**facts: object) -> list[dict[str, object]]:
    return [
        {"id": f"post_{number}", "ts": NOON - 60_000 * at, "email": "ada@news.example"} | facts
        for at, number in enumerate(NUMBERS)
    ]


def times(blog: LiveBlog) -> list[datetime | None]:
    return [entry.time.value if entry.time else None for entry in blog.entries]


WANTED = [datetime(2026, 3, 4, 12, 0, tzinfo=UTC), datetime(2026, 3, 4, 11, 59, tzinfo=UTC),
          datetime(2026, 3, 4, 11, 58, tzinfo=UTC)]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("window.__STATE__ = ", ""),
        ("(function(){var a=1;self.state=", ""),
        ("", ' type="application/json" id="__NEXT_DATA__"'),
    ],
)
def test_what_a_script_keeps_tells_when_entries_were_published(before: str, kind: str) -> None:
    state = {"page": {"id": 7, "ts": 1}, "blog": {"posts": posts()}}
    blog = drawn(f"{before}{json.dumps(state)};done()", kind=kind) if before else drawn(json.dumps(state), kind=kind)
    assert times(blog) == WANTED
    assert [entry.text for entry in blog.entries] == [*TEXTS]
    assert [entry.native_id for entry in blog.entries] == ["40207", "40204", "40201"]
    assert "ada@news.example" not in repr([*blog.entries])


def test_what_looks_like_a_state_within_one_is_none() -> None:
    assert times(drawn(f"state={json.dumps(posts(html='<a onclick=x={ 7 }>, y=[{'))}; z=[{{ }}]")) == WANTED


def test_ids_may_be_numbers_and_times_be_called_otherwise() -> None:
    state = [
        {"id": number, "publishedAt": f"2026-03-04T11:5{9 - at}:00Z", "updated_at": "2026-03-05"}
        for at, number in enumerate(NUMBERS)
    ]
    assert times(drawn(f"posts={json.dumps(state)}"))[:2] == [WANTED[1], WANTED[2]]


@pytest.mark.parametrize(
    "script",
    [
        f"state={json.dumps(posts(ts='soon'))}",
        f"state={json.dumps(posts(ts=0))}",
        f"state={json.dumps(posts(ts='2026-03-04'))}",
        f"state={json.dumps([{'id': 'post_40204'}] * 3)}",
        f"state={json.dumps(posts(id=None))}",
        f"state={json.dumps(posts())[:-9]}",
        f"state={json.dumps(posts()[:2])}",
        f"state={'[' * 5000}",
        json.dumps(posts())[:-9],
        'a={"a' * 5000,
    ],
    ids=["no time", "zero", "a day", "nothing said", "no id", "cut", "few", "deep", "all cut", "names"],
)
def test_what_says_nothing_sure_is_not_asked(script: str) -> None:
    blog = drawn(script)
    assert [entry.time.text for entry in blog.entries if entry.time] == ["3 min ago", "4 min ago", "5 min ago"]
    assert times(blog) == [None] * 3
    assert not {code for code in codes(blog) if "json" in code}
