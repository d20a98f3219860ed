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
