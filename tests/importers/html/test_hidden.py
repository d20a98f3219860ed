"""What a style hides: copies of what is seen are no text, and what stands nowhere else is."""

import pytest

from tests.importers.html.reading import of, page

TEXTS = ("The pumps hold at the lock.", "A barge comes in from the south.", "Sandbags are handed out.")


def shown(pattern: str) -> list[tuple[str | None, str]]:
    body = "".join(pattern.format(n, text) for n, text in enumerate(TEXTS))
    return [(entry.headline, entry.text) for entry in of(page(f"<main>{body}</main>"), timezone="UTC").entries]


TIME = '<time datetime="2026-03-03T1{0}:05:00Z">1{0}:05</time>'


@pytest.mark.parametrize(
    "inside",
    [
        '<h2 style="display:none"><b>1{0}:05</b> {1}</h2>' + TIME + "<p>{1}</p>",
        TIME + '<p>{1}</p><p style="color: red; display: none">{1}</p>',
        TIME
        + '<div class="wide"><p>{1}</p></div><div class="narrow" style="DISPLAY:none;display:none"><p>{1}</p></div>',
    ],
)
def test_copies_are_no_text(inside: str) -> None:
    assert shown(f'<div class="e">{inside}</div>') == [(None, text) for text in TEXTS]


def test_the_rest_of_a_text_stays() -> None:
    inside = TIME + '<p>{1}</p><p style="display:none">More of it, number {0}.</p>'
    assert shown(f'<div class="e">{inside}</div>') == [
        (None, f"{text}\n\nMore of it, number {n}.") for n, text in enumerate(TEXTS)
    ]


def test_what_the_body_of_a_page_hides_is_not_compared() -> None:
    lines = "".join(f"<p>{TIME.format(n)} {text}</p>" for n, text in ((1, TEXTS[0]), (2, "x.")))
    blog = of(page(f'<p style="display:none">{TEXTS[0]}</p>{lines}'))
    assert [entry.text for entry in blog.entries][-1] == "x."


@pytest.mark.parametrize("hidden", ['style="display: none"', "hidden", ""])
def test_data_that_nobody_sees_gives_way_to_all_that_is_printed(hidden: str) -> None:
    post = (
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        '<meta itemprop="datePublished" content="2026-03-03T1{n}:05:00Z">'
        '<meta itemprop="headline" content="Head {n}">'
        '<meta itemprop="articleBody" content="{cut}…">{seen}</div>'
    )
    seen = "<p>{cut}…</p>" if hidden else ""
    data = "".join(post.format(n=n, cut=TEXTS[n][:14], seen=seen.format(cut=TEXTS[n][:14])) for n in (2, 1))
    row = '<div class="post"><i class="when">1{}:05</i><h3>Head {}</h3><p>{} It goes on.</p></div>'
    rows = "".join(row.format(n, n, TEXTS[n]) for n in (2, 1, 0))
    blog = of(
        page(
            '<div itemscope itemtype="https://schema.org/LiveBlogPosting"><meta itemprop="headline" content="Flood">'
            f"<div {hidden}>{data}</div></div><h1>Flood</h1><main>{rows}</main>"
        ),
        timezone="UTC",
    )
    assert [
        (entry.time and f"{entry.time.value:%d %H:%M}", entry.headline, entry.text) for entry in blog.entries
    ] == [(f"03 1{n}:05", f"Head {n}", f"{TEXTS[n]} It goes on.") for n in (2, 1, 0)]


def test_entries_that_a_style_hides_and_nothing_else_prints_are_read() -> None:
    post = (
        '<div style="display:none" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        '<meta itemprop="datePublished" content="2026-03-03T1{}:05:00Z"><p itemprop="articleBody">{}</p></div>'
    )
    posts = "".join(post.format(n, text) for n, text in enumerate(TEXTS))
    blog = of(page(f'<main itemscope itemtype="https://schema.org/LiveBlogPosting">{posts}</main>'))
    assert [entry.text for entry in blog.entries] == [*TEXTS]
