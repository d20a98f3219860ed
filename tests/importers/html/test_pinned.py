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
