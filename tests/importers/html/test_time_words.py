"""Words that only introduce the time of an entry, in an element of their own: `Posted at`."""

import pytest

from liveblog_archive.model import Entry
from tests.importers.html.reading import of, page

TIMES = [
    "<div><span><i class='vh'>{} </i><b>1{}:05</b></span></div>",
    "<div><span>{}</span><time>1{}:05</time></div>",
    "<header><label>{}:</label><strong>1{}:05</strong></header>",
    "<div><svg><path/></svg><div>{}</div><div>1{}:05</div></div>",
    "<p><em>{}</em> <b>1{}:05</b></p>",
]
BESIDE = [
    "<div><span>{}</span><time>1{}:05</time><small>2h ago</small></div>",
    "<span>{}</span><span>1{}:05</span>",
]
WORDS = [
    ("Posted at", "en", "3 March 2026"),
    ("Veröffentlicht um", "de", "3. März 2026"),
    ("Publié à", "fr", "3 mars 2026"),
    ("Publicado a las", "es", "3 de marzo de 2026"),
]


def entries(time: str, words: str, language: str = "en", day: str = "3 March 2026") -> list[Entry]:
    boxes = "".join(
        f"<article class='e'>{time.format(words, n)}<h3>Gate {n} is shut</h3><p>The wind is at {n}.</p></article>"
        for n in range(3)
    )
    return [*of(page(f"<h1>Storm</h1><h2>{day}</h2>{boxes}", language=language), timezone="UTC").entries]


@pytest.mark.parametrize("time", TIMES + BESIDE)
@pytest.mark.parametrize(("words", "language", "day"), WORDS)
def test_are_no_text(time: str, words: str, language: str, day: str) -> None:
    found = entries(time, words, language, day)
    assert [(entry.headline, entry.text) for entry in found] == [
        (f"Gate {n} is shut", f"The wind is at {n}.") for n in range(3)
    ]
    assert [str(entry.time.value)[11:16] for entry in found if entry.time] == ["10:05", "11:05", "12:05"]


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("words", ["Updated at", "Last modified"])
def test_of_a_change_tell_when_it_was(time: str, words: str) -> None:
    found = entries(time, words)
    assert [entry.text for entry in found] == [f"The wind is at {n}." for n in range(3)]
    assert all(entry.modified and words in (entry.modified.text or words) for entry in found)


@pytest.mark.parametrize("words", ["Updated at", "Analysis", "Live at 5"])
def test_that_say_more_stay(words: str) -> None:
    assert all(words in entry.text or words in (entry.headline or "") for entry in entries(BESIDE[0], words))


def test_without_a_time_behind_them_stay() -> None:
    boxes = "".join(
        f"<article class='e'><span>{said}</span><p>It is so.</p><b>1{n}:05</b></article>"
        for n, said in enumerate(("Written", "Created", "Filed"))
    )
    found = of(page(f"<h1>Storm</h1><h2>3 March 2026</h2>{boxes}"), timezone="UTC").entries
    assert [f"{entry.headline or ''}{entry.text}".replace("\n", "") for entry in found] == [
        "WrittenIt is so.", "CreatedIt is so.", "FiledIt is so.",
    ]  # fmt: skip


LINES = [
    "<dl>{}</dl>", "<dt><span class='vh'>{}: </span>{}</dt><dd><p>{}</p></dd>",
    "<div>{}</div>", "<h3>{}: {}</h3><p>{}</p>",
    "<main>{}</main>", "<p><b>{}: {}</b> {}</p>",
]  # fmt: skip
LABELS = [
    ("Uhrzeit", "de", ["10.02 Uhr", "10.11 Uhr", "11.20 Uhr"]),
    ("Heure", "fr", ["10h02", "10h11", "11h20"]),
    ("Time", "en", ["10:02", "10:11", "11:20"]),
    ("Godzina", "pl", ["10:02", "10:11", "11:20"]),
]
SAID = ["The chair opens the sitting.", "Ada has the floor, and then Bo.", "They vote on it."]
CHANGED = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'


@pytest.mark.parametrize(("around", "row"), [*zip(LINES[::2], LINES[1::2], strict=True)])
@pytest.mark.parametrize(("label", "language", "times"), LABELS)
def test_before_times_that_are_alike_are_no_text_of_lines(
    around: str, row: str, label: str, language: str, times: list[str]
) -> None:
    rows = "".join(row.format(label, at, said) for at, said in zip(times, SAID, strict=True))
    blog = of(page(f"<h1>Sitting</h1>{around.format(rows)}", head=CHANGED, language=language), timezone="UTC")
    assert [(entry.time and entry.time.text, entry.text) for entry in blog.entries] == [
        *zip(times, SAID, strict=True)
    ]
    assert [str(entry.time.value)[:16] for entry in blog.entries if entry.time] == [
        "2026-03-03 10:02", "2026-03-03 10:11", "2026-03-03 11:20",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "labels", "times"),
    [
        ("de", ["Anpfiff", "Halbzeit", "Abpfiff"], ["15.30 Uhr", "16.17 Uhr", "17.20 Uhr"]),
        ("fr", ["Départ", "Mi-course", "Arrivée"], ["15h30", "16h17", "17h20"]),
        ("en", ["Kick-off", "Half time", "Full time"], ["3:30 pm", "4:17 pm", "5:20 pm"]),
    ],
)
@pytest.mark.parametrize("row", ["<dt>{}: {}</dt><dd>{}</dd>", "<p class='t'>{}: {}</p><p>{}</p>"])
def test_that_are_others_each_time_are_headlines(
    row: str, language: str, labels: list[str], times: list[str]
) -> None:
    rows = "".join(map(row.format, labels, times, SAID))
    body = f"<h1>Match</h1><dl>{rows}</dl>" if row.startswith("<dt") else f"<h1>Match</h1><div>{rows}</div>"
    blog = of(page(body, head=CHANGED, language=language), timezone="UTC")
    found = [(entry.time and entry.time.text, entry.headline, entry.text) for entry in blog.entries]
    assert found == [*zip(times, labels, SAID, strict=True)]


def test_that_are_others_each_time_stay_before_more_than_a_time() -> None:
    more = "Kick-off: 3:30 pm is what stood on the tickets."
    rows = "".join(
        f"<dt>{label}: {n}:30 pm</dt><dd><p>{SAID[0]}</p><p>{more}</p></dd>" for n, label in enumerate("ABC", 1)
    )
    blog = of(page(f"<h1>Match</h1><dl>{rows}</dl>".replace("A:", "Kick-off:"), head=CHANGED), timezone="UTC")
    assert [(entry.headline, entry.text) for entry in blog.entries] == [
        (label, f"{SAID[0]}\n\n{more}") for label in ("Kick-off", "B", "C")
    ]


@pytest.mark.parametrize("label", ["Deadline", "Anstoß", "Départ"])
def test_before_times_among_lines_that_begin_with_others_are_text(label: str) -> None:
    times = ["14:05", "13:40", "12:10", "11:30"]
    rows = "".join(f"<p>{at}: The wind is up.</p><p><b>{label}: 2{n}:45</b></p>" for n, at in enumerate(times))
    blog = of(page(f"<h1>Storm</h1><div>{rows}</div>", head=CHANGED), timezone="UTC")
    assert [(entry.time and entry.time.text, entry.text) for entry in blog.entries] == [
        (f"{at}:", f"The wind is up.\n\n{label}: 2{n}:45") for n, at in enumerate(times)
    ]


def test_that_tell_a_day_stay_with_their_times() -> None:
    days = ["Tuesday", "Wednesday", "Thursday"]
    rows = "".join(f"<dt>{day}: 10:05</dt><dd>{said}</dd>" for day, said in zip(days, SAID, strict=True))
    blog = of(page(f"<h1>Sitting</h1><dl>{rows}</dl>", head=CHANGED), timezone="UTC")
    assert not any(str(entry.time.value).startswith("2026-03-03 1") for entry in blog.entries[1:] if entry.time)
