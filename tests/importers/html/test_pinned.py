"""An entry that is pinned above those of a list of terms, in a box of its own."""

from tests.importers.html.reading import codes, of, page

LIST = "".join(
    f"<dt><i class='at'>{clock}</i></dt><dd><p>{text}</p></dd>"
    for clock, text in (("23:30", "We close."), ("22:05", "All is counted."), ("20:00", "Polls are shut."))
)


def shown(pin: str) -> str:
    return page(
        f"<main><h1>Vote of 3 March 2026</h1><p>The count.</p><div class='top'>{pin}</div><dl>{LIST}</dl></main>"
    )


PIN = "<i class='at'>22:47</i> <b>Pinned</b><h2>Turnout</h2><div><p>It is 41 per cent.</p></div>"


class TestAPinnedEntry:
    def test_is_the_first_at_its_own_time(self) -> None:
        blog = of(shown(PIN), timezone="UTC")
        first, second = blog.entries[:2]
        assert (first.headline, first.text, first.pinned) == ("Turnout", "It is 41 per cent.", True)
        assert first.time
        assert second.time
        assert (str(first.time.value), str(second.time.value)) == (
            "2026-03-03 22:47:00+00:00",
            "2026-03-03 23:30:00+00:00",
        )
        assert (first.time.qualifier, len(blog.entries)) == ("inferred", 4)
        assert "date-inferred" in codes(blog)

    def test_says_so_or_is_what_leads_to_the_entries(self) -> None:
        blog = of(shown(PIN.replace("Pinned", "Turnout")), timezone="UTC")
        assert len(blog.entries) == 3


def test_what_links_to_entries_pins_none_where_neither_has_a_class() -> None:
    kinds = 'itemscope itemtype="https://schema.org/{}"'
    items = "".join(
        f'<div itemprop="liveBlogUpdate" {kinds.format("BlogPosting")} id="post-{n}">'
        f'<time itemprop="datePublished" datetime="2026-03-03T1{n}:05:00Z">1{n}:05</time>'
        f'<div itemprop="articleBody"><p>The wind is at {n}.</p></div></div>'
        for n in (3, 2, 1)
    )
    links = "".join(f'<div><a href="#post-{n}">At {n}</a></div>' for n in (3, 2, 1))
    blog = of(page(f"<main {kinds.format('LiveBlogPosting')}><h1>Storm</h1>{links}{items}</main>"), timezone="UTC")
    assert [(entry.text, entry.pinned) for entry in blog.entries] == [
        (f"The wind is at {n}.", False) for n in (3, 2, 1)
    ]
