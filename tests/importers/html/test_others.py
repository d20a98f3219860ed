"""Entries that another template made than most of a page's."""

import pytest

from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page, posting, script, update


def post(hour: int, kind: str = "post", time: str = "<time datetime='2026-03-03T{}:05:00Z'>{}:05</time>") -> str:
    return f'<div class="{kind}">{time.format(hour, hour)}<p>The wind is up at {hour}.</p></div>'


def texts(blog: LiveBlog) -> list[str]:
    return [entry.text for entry in blog.entries]


@pytest.mark.parametrize("box", ["{}", '<div role="article" class="row">{}</div>'])
def test_with_a_time_made_like_theirs_are_read_in_their_places(box: str) -> None:
    rows = [post(15), post(14, "update"), post(13), post(12), post(11, "update")]
    blog = of(page("<main>" + "".join(map(box.format, rows)) + "</main>"))
    assert texts(blog) == [f"The wind is up at {hour}." for hour in (15, 14, 13, 12, 11)]
    assert [entry.time.text for entry in blog.entries if entry.time] == ["15:05", "14:05", "13:05", "12:05", "11:05"]


@pytest.mark.parametrize(
    "other",
    [
        post(14, "update", "<time class='away' datetime='2026-03-03T{}:05:00Z'>{}:05</time>"),
        post(14, "update", "<b>{}:{}</b>"),
        post(14, "teaser"),
        post(14, "advert"),
        post(14, "update").replace("<p>", '<a href="/other">').replace("</p>", "</a>"),
        "<div class='update'><time datetime='2026-03-03T14:05:00Z'>14:05</time><p>No more than this</p></div>",
        f"<div class='all'>{post(12)}</div>",
    ],
)
def test_with_another_time_or_that_lead_away_are_none(other: str) -> None:
    blog = of(page(f"<main>{post(18)}{post(17)}{post(16)}{other}{post(13)}</main>"))
    assert texts(blog)[:3] == ["The wind is up at 18.", "The wind is up at 17.", "The wind is up at 16."]
    assert texts(blog)[-1] == "The wind is up at 13."
    assert "The wind is up at 14." not in texts(blog)


def test_beside_those_that_data_names_by_their_ids_are_read_in_their_places() -> None:
    data = script(
        posting(*(update(**{"@id": f"https://a.example/#p{hour}"}, headline=f"Part {hour}") for hour in (15, 13)))
    )
    named = [post(hour).replace("<", f'<div id="p{hour}"><', 1) + "</div>" for hour in (15, 13)]
    rows = [named[0], f"<div>{post(14, 'update')}</div>", named[1]]
    blog = of(page(f"<main>{''.join(rows)}</main>", head=data))
    assert texts(blog) == [f"The wind is up at {hour}." for hour in (15, 14, 13)]
