"""Tables whose rows are entries, and a head that tells what their columns are."""

import pytest

from tests.importers.html.reading import of, page

HEAD = "<tr><th>{}</th><th>{}</th><th>{}</th></tr>"
ROW = "<tr><td>{}</td><td><p>{}</p></td><td>{}</td></tr>"
SAID = ["The pumps are running again.", "The lower bridge is closed.", "Water stands in two streets."]


def table(head: str, whens: list[str], bys: list[str], *, language: str = "en") -> list[tuple[str, ...]]:
    """Return the time, text and authors of each entry of a table."""
    rows = "".join(ROW.format(when, said, by) for when, said, by in zip(whens, SAID, bys, strict=True))
    blog = of(page(f"<h1>Flood</h1><table>{head}{rows}</table>", language=language), timezone="UTC")
    return [
        (entry.time.value.isoformat() if entry.time else "", entry.text, *(agent.name for agent in entry.authors))  # type: ignore[union-attr]
        for entry in blog.entries
    ]


@pytest.mark.parametrize(
    ("language", "head", "whens", "bys"),
    [
        ("en", ("Date and time", "Message", "Issued by"),
         ["Sept. 23, 2026<br>6:30 a.m.", "Sept. 22, 2026<br>11:25 p.m.", "Sept. 22, 2026<br>10:24 p.m."],
         ["Office of the Mayor", "Town Police", "Town Police"]),
        ("de", ("Zeitpunkt", "Meldung", "Absender:"),
         ["23.09.2026, 06:30 Uhr", "22.09.2026, 23:25 Uhr", "22.09.2026, 22:24 Uhr"],
         ["Stadtwerke", "Amt für Wasser", "Stadtwerke"]),
        ("fr", ("Date", "Message", "Publié par"),
         ["23 sept. 2026<br>6h30", "22 sept. 2026<br>23h25", "22 sept. 2026<br>22h24"],
         ["Mairie de Tarn", "Préfecture", "Mairie de Tarn"]),
    ],
)  # fmt: skip
def test_a_column_of_authors_has_those_of_the_entries(
    language: str, head: tuple[str, ...], whens: list[str], bys: list[str]
) -> None:
    times = ["2026-09-23T06:30:00+00:00", "2026-09-22T23:25:00+00:00", "2026-09-22T22:24:00+00:00"]
    found = table(HEAD.format(*head), whens, bys, language=language)
    assert found == [*zip(times, SAID, bys, strict=True)]


WHENS = ["3 March 2026 14:05", "3 March 2026 13:05", "3 March 2026 12:05"]


def test_several_names_in_a_cell_are_authors_and_a_cell_that_names_nobody_is_text() -> None:
    found = table(HEAD.format("Time", "Message", "By"), WHENS, ["Ada Example and Bo Muster", "", "Gate 4"])
    assert [row[1:] for row in found] == [
        (SAID[0], "Ada Example", "Bo Muster"), (SAID[1],), (f"{SAID[2]}\n\nGate 4",)
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["", HEAD.format("Time", "Message", "Street"), "<tr><th>Time</th><th>By</th></tr>"])
def test_a_column_of_anything_else_is_text(head: str) -> None:
    found = table(head, WHENS, ["Quay Street", "Mill Lane", "Quay Street"])
    assert [row[2:] for row in found] == [(), (), ()]
    assert "Quay Street" in found[0][1]
