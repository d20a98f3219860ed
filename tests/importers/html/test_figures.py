"""Times in four figures on pages, which look like years: in layout tables, in bold, in boxes of their own."""

import pytest

from liveblog_archive.errors import ImportFailure
from tests.importers.html.reading import of, page

ROWS = [
    ("1832", "The pumps hold at the lower lock tonight."),
    ("1811", "A second barge has come in from the south."),
    ("1435", "Sandbags are handed out at the market."),
    ("0902", "The river gauge shows four metres."),
]
HEAD = "<h1>Flood, 3 March 2026</h1>"


def told(pattern: str, around: str = "{}") -> list[tuple[str, str]]:
    body = around.format("".join(pattern.format(at, said) for at, said in ROWS))
    blog = of(page(f"{HEAD}{body}"), timezone="UTC")
    return [(f"{entry.time.value:%Y-%m-%d %H%M}" if entry.time else "", entry.text) for entry in blog.entries]


@pytest.mark.parametrize(
    ("pattern", "around"),
    [
        ('<tr><td class="t">{}</td><td>{}</td></tr>', "<table>{}</table>"),
        ("<tr><td><b>{}</b></td><td><p>{}</p></td></tr>", "<table>{}</table>"),
        ("<p><b>{}:</b> {}</p>", "<table><tr><td>{}</td></tr></table>"),
        ("<p><strong>{} Uhr:</strong> {}</p>", "<div>{}</div>"),
        ('<font size="2"><b>{}</b> - {}<br><br></font>', "<div>{}</div>"),
        ('<div class="row"><span class="when">{} hrs</span><p>{}</p></div>', "<main>{}</main>"),
        ("<dt>{}</dt><dd>{}</dd>", "<dl>{}</dl>"),
    ],
)
def test_are_those_of_entries_where_no_others_are(pattern: str, around: str) -> None:
    assert told(pattern, around) == [(f"2026-03-03 {at}", said) for at, said in ROWS]


@pytest.mark.parametrize("figures", [("1914", "1939", "2014"), ("0905", "1166", "1213"), ("0905", "1213")])
def test_are_none_where_they_may_be_years_or_are_few(figures: tuple[str, ...]) -> None:
    rows = "".join(f"<tr><td>{at}</td><td>It happened then, and nobody forgot it.</td></tr>" for at in figures[:2])
    rows += "".join(f"<tr><td>{at}</td><td>It happened, too.</td></tr>" for at in figures[2:])
    if len(figures) < 3:
        assert len(of(page(f"{HEAD}<table>{rows}</table>"), timezone="UTC").entries) == 2  # lines tell it
        return
    with pytest.raises(ImportFailure, match="no entry found"):
        of(page(f"{HEAD}<table>{rows}</table>"), timezone="UTC")


def test_are_numbers_beside_other_times() -> None:
    rows = "".join(
        f'<tr><td>1{n}:05</td><td class="bus">1{n}45</td><td>{said}</td></tr>' for n, (_, said) in enumerate(ROWS)
    )
    blog = of(page(f"{HEAD}<table>{rows}</table>"), timezone="UTC")
    assert [entry.time and entry.time.text for entry in blog.entries] == [f"1{n}:05" for n in range(4)]
