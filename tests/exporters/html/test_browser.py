"""What a real browser makes of reading pages: it is started once, for all that the tests here ask.

The pages: the example, a blog with every field, one in Arabic, one whose every text is hostile, one with a past, one
with 5,000 entries, and one for each case that the golden citations have.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from pypdf import PdfReader

import liveblog_archive as lba
from liveblog_archive.citation import STYLES, Citer
from liveblog_archive.exporters.html.setting import Landing, Setting
from liveblog_archive.identity import identify
from liveblog_archive.model import Entry, Heading, ListBlock, LiveBlog, Paragraph, Quotation
from tests.benchmarks import material
from tests.citation.cases import CASES
from tests.judges.browser import Answer, look
from tests.samples import clock, full_blog
from tests.storm import EXAMPLE

from .pages import ALL, hostile, rendered, written
from .payloads import BODIES

STORM = lba.read(
    EXAMPLE, timezone="Europe/Istanbul", title="Storm in the strait", id="tag:example.org,2026:strait-storm"
)
FOUND = next(entry for entry in STORM.entries if entry.headline == "Missing Deckhand Found Alive")
LOCAL = FOUND.id.rpartition("#")[2]
OTHER = STORM.entries[3].id.rpartition("#")[2]
GONE, SPLIT, MERGED = "000000000000", LOCAL, "111111111111"
QUOTES = (FOUND.body[1].text, "Μαρούσα Νησιάδη", "He was awake and he was polite,” she said")
LANDINGS = (
    Landing(local=GONE, status="deleted", reason="since capture 2"),
    Landing(local=MERGED, status="merged", reason="since capture 3", now=(OTHER,)),
    Landing(local=SPLIT, status="split", reason="since capture 3", now=(OTHER,)),
)
ARABIC = identify(
    LiveBlog(
        id="tag:news.example,2026:arabic",
        title="العاصفة لحظة بلحظة",
        language="ar",
        timezone="Asia/Amman",
        entries=[
            Entry(
                headline="إغلاق الطريق 5",
                body=[Paragraph("أُغلق الطريق (Main Street) حتى الصباح.")],
                time=clock("17:50", 17, 50),
            ),
            Entry(body=[Paragraph("ينصح السائقون بالطريق القديم.")], time=clock("18:10", 18, 10)),
        ],
    )
)  # fmt: skip

BLOCKS = (
    Heading("Roads\nand bridges"),
    Paragraph("Closed:\nthe old road"),
    Quotation("Stay\nat home"),
    ListBlock(["north\n  and east", "south"]),
    ListBlock(["first\n  of all"], ordered=True),
)
# What is looked for, and what is said to have been found.
ONE, NONE = "1 of 46 entries", "No entry has these words"
PHRASES = {
    '"missing deckhand"': ONE, "deckhand missing": "3 of 46 entries", '"deckhand missing"': ONE,
    "„Missing Deckhand“ alive": ONE, '"missing deck"': NONE, "«missing deckhand»": ONE, '"': "",
    "“found alive”": ONE, '"alive found"': NONE, "“missing deck": ONE, '"has been found, alive"': ONE,
    "2,150": ONE, "2150": ONE, "2’150": ONE, '"that 2.150 people"': ONE, '"2150 people"': ONE, "2,1501": NONE,
    '"150 people"': ONE, "21.50": NONE,
}  # fmt: skip
# From the last entry to the first: what has the focus, and is below the heading of a day.
HIDDEN = """(async () => {
  scrollTo(0, document.body.scrollHeight);
  await new Promise((done) => setTimeout(done, 400));
  return [...document.querySelectorAll("article h3 a, article footer button")].reverse().filter((one) => {
    one.focus();
    const { left, top, width, height } = one.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest(".day > h2");
  }).map((one) => one.textContent);
})()"""
# Words of a blog, and words around it.
SPOKEN = (
    "h1", "h3 > span", "article p[id]", ".skip", ".scope dt", ".side label", ".day > h2", ".number",
    "article footer", "#citing h2", "#citing p", "dialog h2", "dialog li p",
)  # fmt: skip
INERT = """({
  ran: window.pwned ?? null,
  scripts: document.scripts.length,
  handlers: [...document.querySelectorAll("*")]
    .filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))).length,
  foreign: document.querySelectorAll("iframe, object, embed, img, video, audio, base, template, math, xmp," +
    "plaintext, main form, main svg, main style, main script, main meta, main link").length,
  links: [...new Set([...document.links].map((a) => a.protocol))].sort(),
  hosts: [...new Set([...document.links].filter((a) => a.protocol != "file:").map((a) => a.rel))],
  entries: document.querySelectorAll("article").length,
  styled: document.querySelectorAll("[style]").length,
})"""
TEXTS = "[...document.querySelectorAll('article [id$=\".p1\"]')].map((p) => p.textContent)"
CITED = "window.cited({local!r}, {paragraph})"
# Until what one has landed on stays where it is, since what is drawn around it still moves it.
SETTLED = (
    "new Promise((done) => { let last = null, steady = 0; const look = () => {"
    " const top = document.querySelector(':target')?.getBoundingClientRect().top ?? null;"
    " steady = top === last ? steady + 1 : 0; last = top;"
    " if (steady < 10) requestAnimationFrame(look); else done(); };"
    " requestAnimationFrame(look); })"
)
NOW = (
    "(() => { const t = document.querySelector(':target'); const b = t?.getBoundingClientRect();"
    " return { hash: location.hash, id: t?.id, seen: !!b && b.top >= -1 && b.top < innerHeight,"
    " marked: t && getComputedStyle(t).backgroundColor, plain: getComputedStyle(document.body).backgroundColor,"
    " notice: document.getElementById('landed').textContent, told: !document.getElementById('landed').hidden }; })"
)
TARGET = f"{SETTLED}.then({NOW})"  # without scripts nothing is ever called later
SEEN = {"wait": f"{NOW}().seen"}  # a busy browser takes its time to go there
WIDE = "({ wide: document.documentElement.scrollWidth, room: innerWidth })"
AXE: dict[str, Any] = {"axe": {}}

Jobs = dict[str, dict[str, Any]]


def _storm_jobs(url: str) -> Jobs:
    return {
        "land": {"url": f"{url}#{LOCAL}", "steps": [SEEN, {"evaluate": TARGET}, AXE]},
        "land on a paragraph": {"url": f"{url}#{LOCAL}.p2", "steps": [SEEN, {"evaluate": TARGET}]},
        "land by the whole id": {"url": f"{url}#{FOUND.id}", "steps": [SEEN, {"evaluate": TARGET}]},
        "land by the whole id, encoded": {
            "url": f"{url}#{FOUND.id.replace('#', '%23').replace(':', '%3A')}.p2",
            "steps": [SEEN, {"evaluate": TARGET}],
        },
        "land without scripts": {
            "url": f"{url}#{LOCAL}.p2", "scripts": False,
        },
        "land on words": {
            "url": f"{url}#:~:text=has%20been%20found%20alive%20in",
            "steps": [{"wait": "scrollY > 1000"}, {"evaluate": "scrollY > 1000 && !location.hash"}],
        },
        "land nowhere": {"url": f"{url}#222222222222", "steps": [{"evaluate": TARGET}]},
        "narrow": {"url": url, "width": 320, "height": 640, "steps": [{"evaluate": WIDE}, AXE]},
        "wide": {"url": url, "width": 1440, "steps": [{"evaluate": WIDE}, AXE]},
        "dark": {
            "url": url, "dark": True,
            "steps": [{"evaluate": "getComputedStyle(document.documentElement).backgroundColor"}, AXE],
        },
    }  # fmt: skip


def _past_jobs(url: str) -> Jobs:
    return {
        "gone": {"url": f"{url}#{GONE}", "steps": [SEEN, {"evaluate": TARGET}]},
        "gone, by the whole id": {"url": f"{url}#{STORM.id}#{GONE}.p3", "steps": [SEEN, {"evaluate": TARGET}]},
        "merged": {"url": f"{url}#{MERGED}", "steps": [SEEN, {"evaluate": TARGET}, AXE]},
        "split": {"url": f"{url}#{SPLIT}", "steps": [SEEN, {"evaluate": TARGET}]},
    }


def _using_jobs(url: str, pdf: Path) -> Jobs:
    clipboard = {"evaluate": "navigator.clipboard.readText()"}
    copied = {"wait": "document.getElementById('cite-done').textContent"}
    focus = "document.activeElement.closest('article')?.id ?? document.activeElement.className"
    quote = (
        f"getSelection().setBaseAndExtent(document.getElementById('{LOCAL}.p1').lastChild, 0,"
        f" document.getElementById('{LOCAL}.p1').lastChild, 14)"
    )
    return {
        "cite with one key": {
            "url": f"{url}#{LOCAL}",
            "steps": [{"click": f"#{LOCAL} footer .cite" if LOCAL[0].isalpha() else f"[id='{LOCAL}'] footer .cite"},
                      AXE, {"press": "1"}, copied, clipboard, {"press": "6"},
                      {"wait": "document.getElementById('cite-done').textContent.includes('CSL')"}, clipboard],
        },
        "cite a paragraph": {
            "url": f"{url}#{LOCAL}",
            "steps": [{"click": f"[id='{LOCAL}.p2'] .number"}, {"press": "3"}, copied, clipboard],
        },
        "cite a quotation": {
            "url": f"{url}#{LOCAL}",
            "steps": [{"evaluate": quote}, {"wait": "!document.querySelector('.floating').hidden"},
                      {"click": ".floating"}, {"evaluate": "document.getElementById('cite-words').textContent"},
                      {"press": "6"}, copied, clipboard,
                      {"press": "l"}, {"wait": "document.getElementById('cite-done').textContent.includes('Link')"},
                      clipboard],
        },
        "quotations": {
            "url": url, "steps": [{"evaluate": f"cited({LOCAL!r}, 2, {json.dumps(one)})"} for one in QUOTES],
        },
        "cite the blog": {
            "url": url,
            "steps": [{"click": "#citing .cite"}, {"wait": "document.getElementById('cite').open"}, {"press": "2"},
                      copied, clipboard],
        },
        "keyboard": {
            "url": f"{url}#{LOCAL}",
            "steps": [{"press": "Tab"}, {"evaluate": focus}, {"press": "c"},
                      {"evaluate": "document.getElementById('cite').open"}, {"press": "2"}, copied, clipboard,
                      {"press": "Escape"}, {"evaluate": "document.getElementById('cite').open"}, {"evaluate": focus},
                      {"press": "Tab"}, {"press": "Tab"},
                      {"evaluate": "document.activeElement.matches('.number, .cite') &&"
                                   " getComputedStyle(document.activeElement).outlineStyle"},
                      {"press": "c"}, {"press": "1"}, copied, clipboard],
        },
        "skip": {
            "url": url,
            "steps": [{"press": "Tab"}, {"evaluate": "document.activeElement.className"}, {"press": "Enter"},
                      {"evaluate": "document.activeElement.id"}],
        },
        "search": {
            "url": url,
            "steps": [{"fill": ["#words", "DECKHAND found"]},
                      {"wait": "document.getElementById('found').textContent"},
                      {"evaluate": "[...document.querySelectorAll('article:not([hidden])')].map((a) => a.id)"},
                      {"evaluate": "document.getElementById('found').textContent"},
                      {"fill": ["#words", "zzzz"]},
                      {"wait": "document.getElementById('found').textContent.startsWith('No entry')"},
                      {"evaluate": "document.querySelectorAll('section.day:not([hidden])').length"}, AXE],
        },
        "phrases": {
            "url": url,
            "steps": [step for phrase, answer in PHRASES.items() for step in (
                {"fill": ["#words", phrase]},
                {"wait": f"document.getElementById('found').textContent === {json.dumps(answer)}"})],
        },
        "order": {
            "url": url,
            "steps": [{"evaluate": "[...document.querySelectorAll('article')].map((a) => a.id)"},
                      {"click": "[value=newest]"},
                      {"evaluate": "[...document.querySelectorAll('article')].map((a) => a.id)"},
                      {"click": "[value=oldest]"},
                      {"evaluate": "[...document.querySelectorAll('article')].map((a) => a.id)"}],
        },
        "timeline": {
            "url": url,
            "steps": [{"evaluate": "document.querySelector('.timeline a').getAttribute('href')"},
                      {"click": ".timeline a:last-of-type .hit"}, {"evaluate": TARGET}],
        },
        "a reference manager": {
            "url": f"{url}#{LOCAL}",
            "steps": [{"evaluate": "[...document.querySelectorAll('.Z3988')].map((s) => s.title)"}],
        },
        "focus": {"url": url, "width": 390, "steps": [{"evaluate": HIDDEN}]},
        "print": {"url": url, "steps": [{"media": "print"}, {"pdf": str(pdf)}]},
    }  # fmt: skip


def _citation_jobs(folder: Path) -> Jobs:
    jobs = {}
    for number, (name, (blog, entry, paragraph)) in enumerate(CASES.items()):
        path = folder / f"case-{number}.html"
        path.write_bytes(rendered(evolve(blog, entries=[entry] if entry else []), ALL))
        local = entry.id.rpartition("#")[2] if entry else ""
        steps = [{"evaluate": CITED.format(local=local, paragraph=one)} for one in ("null", paragraph) if one]
        jobs[f"case: {name}"] = {"url": path.as_uri(), "steps": steps}
    return jobs


def _other_jobs(folder: Path) -> Jobs:
    lines = identify(LiveBlog(id="tag:news.example,2026:lines", introduction=BLOCKS, entries=[Entry(body=BLOCKS)]))
    pages = {
        "hostile": hostile(),
        "arabic": ARABIC,
        "persian": evolve(ARABIC, language="fa"),
        "full": full_blog(),
        "lines": lines,
    }
    urls = {}
    for name, blog in pages.items():
        (folder / f"{name}.html").write_bytes(rendered(blog, ALL))
        urls[name] = (folder / f"{name}.html").as_uri()
    first = hostile().entries[0].id.rpartition("#")[2]
    (folder / "long.html").write_bytes(rendered(_long()))
    last = _long().entries[-1].id.rpartition("#")[2]
    return {
        "hostile": {
            "url": urls["hostile"],
            "steps": [{"evaluate": INERT}, {"evaluate": TEXTS}, {"evaluate": f"cited('{first}')"},
                      {"click": f"[id='{first}'] footer .cite"}, {"press": "1"}, {"press": "Escape"},
                      {"fill": ["#words", "script"]}, {"wait": "document.getElementById('found').textContent"},
                      {"evaluate": INERT}],
        },
        "arabic": {
            "url": urls["arabic"], "width": 390,
            "steps": [{"evaluate": "[document.dir,"
                                   " getComputedStyle(document.querySelector('article p[id]')).direction,"
                                   " document.querySelector('article h3').getBoundingClientRect().right > 300]"},
                      {"evaluate": WIDE}, AXE],
        },
        "persian": {
            "url": urls["persian"], "width": 390,
            "steps": [{"click": "article footer .cite"}, {"press": "Escape"},
                      {"evaluate": f"[{', '.join(map(json.dumps, SPOKEN))}].map((place) => {{"
                                   " const e = document.querySelector(place);"
                                   " return [e.closest('[lang]').lang, getComputedStyle(e).direction]; })"},
                      {"evaluate": WIDE}, AXE],
        },
        "full": {
            "url": urls["full"],
            "steps": [AXE, {"evaluate": INERT},
                      {"evaluate": "document.querySelectorAll('article').forEach((a) =>"
                                   " a.dispatchEvent(new FocusEvent('focusin', { bubbles: true })))"},
                      {"evaluate": "[document.querySelectorAll('article blockquote footer').length > 0,"
                                   " [...document.querySelectorAll('article')].every((a) =>"
                                   " a.querySelectorAll(':scope > footer > .cite').length === 1)]"}],
        },
        "lines": {
            "url": urls["lines"],
            "steps": [{"evaluate": f"[...document.querySelectorAll('{place}')].map((e) => e.innerText)"}
                      for place in (".introduction > *", "article > [id]")],
        },
        "long": {
            "url": f"{(folder / 'long.html').as_uri()}#{last}",
            "steps": [{"evaluate": TARGET}, {"evaluate": "scrollTo(0, document.body.scrollHeight / 2)"},
                      {"evaluate": f"{SETTLED}.then(() => [...document.querySelectorAll('article')].filter((a) => {{"
                                   " const b = a.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight;"
                                   " }).map((a) => a.lastElementChild"
                                   ".checkVisibility({ contentVisibilityAuto: true })))"}],
        },
    }  # fmt: skip


def _long() -> LiveBlog:
    return lba.parse(material.text(5000), format="text", timezone="Asia/Yerevan", id="tag:example.org,2021:long")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("print") / "page.pdf"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, pdf: Path) -> dict[str, Answer]:
    """All that the browser saw, by the name of the job."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "storm.html").write_bytes(written(STORM))
    (folder / "past.html").write_bytes(rendered(STORM, setting=Setting(landings=LANDINGS)))
    storm = (folder / "storm.html").as_uri()
    jobs = _storm_jobs(storm) | _past_jobs((folder / "past.html").as_uri()) | _using_jobs(storm, pdf)
    jobs |= _citation_jobs(folder) | _other_jobs(folder)
    jobs["land without scripts"]["steps"] = [{"evaluate": f"{NOW}()"}]
    jobs["without scripts"] = {
        "url": storm,
        "scripts": False,
        "steps": [
            {"evaluate": "document.querySelector('main').textContent.length"},
            {"evaluate": "getComputedStyle(document.querySelector('.tools')).display"},
        ],
    }
    return dict(zip(jobs, look(list(jobs.values())), strict=True))


def test_nothing_fails_nothing_complains_and_no_request_is_made(seen: dict[str, Answer]) -> None:
    assert {name: answer.error for name, answer in seen.items() if answer.error} == {}
    assert {name: answer.console for name, answer in seen.items() if answer.console} == {}
    pages = {name: [url.partition("#")[0] for url in answer.requests] for name, answer in seen.items()}
    assert {name: urls for name, urls in pages.items() if len(urls) != 1 or not urls[0].startswith("file:")} == {}


def test_the_lines_of_a_text_stand_as_the_source_has_them(seen: dict[str, Answer]) -> None:
    introduction, entry = seen["lines"].results
    assert [text.strip("\n") for text in introduction] == [block.text for block in BLOCKS]
    assert introduction == entry


def _violations(seen: dict[str, Answer]) -> Iterator[tuple[str, str]]:
    for name, answer in seen.items():
        for result in answer.results:
            if isinstance(result, list):
                yield from ((name, one) for one in result if isinstance(one, str) and ": <" in one)


def test_axe_finds_no_violation_on_any_page(seen: dict[str, Answer]) -> None:
    assert list(_violations(seen)) == []
    asked = ["narrow", "wide", "dark", "land", "merged", "search", "arabic", "persian", "full", "cite with one key"]
    assert all([] in seen[name].results for name in asked)


@pytest.mark.parametrize(
    ("job", "target"),
    [
        ("land", LOCAL),
        ("land on a paragraph", f"{LOCAL}.p2"),
        ("land by the whole id", LOCAL),
        ("land by the whole id, encoded", f"{LOCAL}.p2"),
        ("land without scripts", f"{LOCAL}.p2"),
        ("gone", GONE),
        ("gone, by the whole id", GONE),
        ("merged", OTHER),
        ("split", LOCAL),
    ],
)
def test_an_id_opens_at_its_place_and_marks_it(seen: dict[str, Answer], job: str, target: str) -> None:
    found = seen[job].results[0]
    assert (found["id"], found["seen"]) == (target, True)
    assert found["marked"] not in (found["plain"], "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize(
    ("job", "notice"),
    [
        ("merged", f"{MERGED} · merged: since capture 3 · {OTHER}"),
        ("split", f"{SPLIT} · split: since capture 3 · {OTHER}"),
        ("land nowhere", "This page has no entry with the identifier 222222222222."),
    ],
)
def test_what_became_of_an_id_is_said(seen: dict[str, Answer], job: str, notice: str) -> None:
    found = seen[job].results[0]
    assert (found["told"], found["notice"]) == (True, notice)


def test_text_fragments_land(seen: dict[str, Answer]) -> None:
    assert seen["land on words"].results == [True]


@pytest.mark.parametrize("case", CASES)
def test_the_script_cites_as_the_library_does(seen: dict[str, Answer], case: str) -> None:
    blog, entry, paragraph = CASES[case]
    shown = evolve(blog, entries=[entry] if entry else [])
    wanted = [
        {style: Citer(shown).render(entry, style, one) for style in STYLES}
        for one in ([None, paragraph] if paragraph else [None])
    ]
    assert seen[f"case: {case}"].results == wanted


def test_one_key_copies_a_citation(seen: dict[str, Answer]) -> None:
    apa, csl = seen["cite with one key"].results[1:]
    assert apa == lba.cite(STORM, FOUND.id, style="apa")
    assert csl == lba.cite(STORM, FOUND.id, style="csl-json")
    assert seen["cite a paragraph"].results == [lba.cite(STORM, FOUND.id, style="mla", paragraph=2)]
    assert seen["cite the blog"].results == [lba.cite(STORM)]


def test_selected_words_are_cited_with_their_paragraph_and_a_link_to_them(seen: dict[str, Answer]) -> None:
    _, words, csl, link = seen["cite a quotation"].results
    exact = FOUND.body[0].text[:14]
    assert words == f"“{exact}”"
    quote = lba.quote(STORM, exact, entry=FOUND.id, paragraph=1)
    assert csl == Citer(STORM).render_quote(quote, FOUND, "csl-json")
    assert link.endswith(f"storm.html#{LOCAL}.p1:~:text=" + _encoded(exact))


def test_a_quotation_is_cited_as_the_library_does(seen: dict[str, Answer]) -> None:
    wanted = [
        {
            style: Citer(STORM).render_quote(lba.quote(STORM, one, entry=FOUND.id, paragraph=2), FOUND, style)
            for style in STYLES
        }
        for one in QUOTES
    ]
    assert seen["quotations"].results == wanted


def _encoded(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="!*'()~_.").replace("-", "%2D")


def test_all_can_be_done_with_the_keyboard_alone(seen: dict[str, Answer]) -> None:
    first, opened, chicago, still_open, back, outline, apa = seen["keyboard"].results
    assert (first, opened, still_open) == (LOCAL, True, False)
    assert chicago == lba.cite(STORM, FOUND.id)
    assert back == LOCAL, "the focus returns to where it was"
    assert outline == "solid"
    assert apa.startswith("Missing Deckhand")
    assert seen["skip"].results == ["skip", "entries"]


def test_what_has_the_focus_is_never_below_a_heading(seen: dict[str, Answer]) -> None:
    assert seen["focus"].results == [[]]


def test_the_search_shows_the_entries_with_all_words(seen: dict[str, Answer]) -> None:
    found, said, days, _ = seen["search"].results
    with_both = [
        entry.id.rpartition("#")[2]
        for entry in STORM.chronological()
        if all(word in f"{entry.headline or ''} {entry.text}".lower() for word in ("deckhand", "found"))
    ]
    assert found == with_both != []
    assert said == f"{len(with_both)} of {len(STORM.entries)} entries"
    assert days == 0


def test_the_order_can_be_turned_round_and_back(seen: dict[str, Answer]) -> None:
    oldest, newest, again = seen["order"].results
    assert oldest == again == [entry.id.rpartition("#")[2] for entry in STORM.chronological()]
    assert newest == oldest[::-1]


def test_the_timeline_leads_to_entries(seen: dict[str, Answer]) -> None:
    first, landed = seen["timeline"].results
    assert first == f"#{STORM.chronological()[0].id.rpartition('#')[2]}"
    assert landed["seen"] is True


def test_reference_managers_find_the_entry_that_one_landed_on(seen: dict[str, Answer]) -> None:
    of_blog, of_entry = seen["a reference manager"].results[0]
    assert "rft.title=Storm+in+the+strait" in of_blog
    assert "rft.title=Missing+Deckhand+Found+Alive" in of_entry


def test_no_page_is_wider_than_its_window(seen: dict[str, Answer]) -> None:
    for name, place in (("narrow", 0), ("wide", 0), ("arabic", 1), ("persian", 1)):
        size = seen[name].results[place]
        assert size["wide"] <= size["room"], name


def test_dark_is_dark(seen: dict[str, Answer]) -> None:
    assert seen["dark"].results[0] == "rgb(22, 23, 26)"


def test_the_button_of_an_entry_stands_in_its_own_footer(seen: dict[str, Answer]) -> None:
    assert seen["full"].results[-1] == [True, True]


def test_words_in_quotation_marks_stand_side_by_side(seen: dict[str, Answer]) -> None:
    assert seen["phrases"].error is None


def test_arabic_is_read_from_the_right(seen: dict[str, Answer]) -> None:
    assert seen["arabic"].results[0] == ["rtl", "rtl", True]


def test_words_around_a_blog_that_nobody_has_translated_are_told_from_its_own(seen: dict[str, Answer]) -> None:
    found = dict(zip(SPOKEN, seen["persian"].results[0], strict=True))
    own = {"h1", "h3 > span", "article p[id]"}
    assert found == {place: ["fa", "rtl"] if place in own else ["en", "ltr"] for place in SPOKEN}


def test_without_scripts_everything_can_be_read_and_nothing_dead_is_shown(seen: dict[str, Answer]) -> None:
    length, tools = seen["without scripts"].results
    assert length > sum(len(entry.text) for entry in STORM.entries)
    assert tools == "none"


def test_it_prints_whole(seen: dict[str, Answer], pdf: Path) -> None:
    assert seen["print"].error is None
    text = _letters(" ".join(page.extract_text() for page in PdfReader(pdf).pages))
    for entry in STORM.entries:
        assert _letters(entry.text[-60:]) in text
    assert STORM.capture is not None
    assert _letters(STORM.capture.sha256) in text  # what is folded on a screen
    assert "Search this page" not in text


def _letters(text: str) -> str:
    """Return the letters of a text without those that fonts join, as a PDF has them as one glyph."""
    return re.sub(r"[^a-eghj-km-su-z]", "", unicodedata.normalize("NFKC", text).lower())


def test_hostile_bodies_are_inert_and_are_read_as_text(seen: dict[str, Answer]) -> None:
    before, texts, cited, after = seen["hostile"].results
    for found in (before, after):
        assert found["ran"] is None
        assert (found["scripts"], found["handlers"], found["foreign"]) == (3, 0, 0)
        assert found["links"] == ["file:", "https:"]
        assert set(found["hosts"]) == {"external noreferrer"}
        assert found["entries"] == len(BODIES)
    assert before["styled"] == 0
    assert len(BODIES) >= 60
    for body, text in zip(BODIES, texts, strict=True):
        kept = [word for word in body.split() if word.isascii() and word.isprintable()]
        assert all(word in text for word in kept), body
    blog = hostile()
    assert cited == {style: lba.cite(blog, blog.entries[0].id, style=style) for style in STYLES}


def test_five_thousand_entries_land_and_have_no_blank_areas(seen: dict[str, Answer]) -> None:
    landed, _, filled = seen["long"].results
    assert landed["seen"] is True
    assert len(filled) > 2
    assert all(filled)
