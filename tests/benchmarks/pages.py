"""Print what reading a page costs beside parsing it: `python -m tests.benchmarks.pages [--entries N] [FILE...]`.

The floor is `lxml.html.fromstring` and `json.loads` of the page's JSON-LD, and nothing done with either.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import lxml.html

from liveblog_archive import garbage
from liveblog_archive.importers import Options
from liveblog_archive.importers.html import read

from .floors import Post, Time
from .measure import ratio

_PARAGRAPH = (
    "The harbour office says that quay {0} stays shut until the wind drops below {1} knots, as it did in March."
)


def page(entries: int, *, data: bool = True, stated: bool = True) -> bytes:
    """Return a page that says everything of its entries twice, as data and as elements, between some navigation.

    Without `data` there are only the elements, whose times are then either `stated` too or printed alone.
    """
    updates, articles = [], []
    for number in range(entries):
        minutes = 24 * 60 - 1 - number % (24 * 60)
        stamp = f"2026-03-{28 - number // 1440:02d}T{minutes // 60:02d}:{minutes % 60:02d}:{number % 60:02d}Z"
        texts = [_PARAGRAPH.format(number, part + number % 40) for part in range(3)]
        attribute = f' datetime="{stamp}"' if stated else ""
        name, headline = f"post-{90_000 - number}", f"Quay {number} and its ferry"
        updates.append(
            {
                "@type": "BlogPosting",
                "@id": f"https://news.example/storm#{name}",
                "headline": headline,
                "datePublished": stamp,
                "dateModified": stamp,
                "articleBody": " ".join(texts),
                "author": {"@type": "Person", "name": f"Writer {number % 5}"},
            }
        )
        paragraphs = "".join(f'<p class="body">{text} <a href="/tag/{number}">More</a></p>' for text in texts)
        articles.append(
            f'<article class="update" id="{name}"><header><time{attribute}>{stamp[11:16]}</time>'
            f'<h3 class="title">{headline}</h3></header><div class="text">{paragraphs}<figure>'
            f'<img src="/i/{number}.jpg" alt="Quay" width="640"><figcaption>At noon '
            '<span class="credit">A. Nobody</span></figcaption></figure></div><footer><ul class="share"><li><a href="https://x.com/intent/tweet">t</a></li>'
            "</ul></footer></article>"
        )
    blog = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Storm",
        "liveBlogUpdate": updates,
    }
    script = f'<script type="application/ld+json">{json.dumps(blog)}</script>' if data else ""
    day = "" if stated else "<p>28 March 2026</p>"
    links = "".join(
        f'<li class="item"><a href="/section/{number}">Section {number}</a></li>' for number in range(400)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>Storm</title>{script}</head><body><nav><ul>{links}</ul></nav>'
        f"<main><h1>Storm</h1>{day}{''.join(articles)}</main></body></html>"
    ).encode()


def floor(data: bytes) -> list[object]:
    """Parse a page and its JSON-LD, and do nothing with them."""
    found: list[object] = []
    for script in lxml.html.fromstring(data).iter("script"):
        if script.get("type") == "application/ld+json":
            with suppress(ValueError):  # real pages hold broken ones
                found.append(json.loads(script.text or ""))
    return found


def bare_posts(data: bytes) -> list[Post]:
    """Do as `floor`, and make bare attrs values of a made page: each element is walked once, and nothing is asked.

    This is the least that the same values cost: it knows where everything stands, and checks and compares nothing.
    """
    root = lxml.html.fromstring(data)
    (script,) = [json.loads(one.text) for one in root.iter("script")]
    told = {one["@id"].rpartition("#")[2]: one for one in script["liveBlogUpdate"]}
    posts = []
    for article in root.iter("article"):
        known = told[article.get("id")]
        stated = datetime.fromisoformat(known["datePublished"])
        blocks: list[tuple[str, tuple[()]]] = []
        for part in article.iter("p", "img"):
            text = "".join(part.itertext()) if part.tag == "p" else part.get("src")
            links = [(link.get("href"), len(link.text)) for link in part.iter("a")]
            blocks.append((" ".join(text.split()), tuple(links)))  # type: ignore[arg-type]
        time = Time(
            text=next(article.iter("time")).text,
            value=stated.replace(second=0),
            precision="minute",
            qualifier="exact",
            offset_source="blog",
            earliest=stated,
            latest=stated + timedelta(minutes=1),
        )
        posts.append(
            Post(
                id=article.get("id"),
                headline=next(article.iter("h3")).text,
                body=tuple(blocks),
                time=time,
                span=(0, 0, None),
            )
        )
    return posts


def row(name: str, data: bytes, least: Callable[[bytes], object] = floor) -> str:
    """Return the line of one page."""
    options = Options(timezone="UTC")
    count = len(read(data, options).entries)
    with garbage.kept():  # as `parse` does
        found = ratio(lambda: least(data), lambda: read(data, options))
    size, low, whole = f"{len(data) / 1000:,.0f} kB", f"{found.floor * 1000:.1f} ms", f"{found.stage * 1000:.1f} ms"
    return f"| {name} | {size} | {count} | {low} | {whole} | x{found.times:.1f} |"


def table(entries: int) -> Iterator[str]:
    """Yield a page with so many entries, one with ten times as many, and pages that say less of as many."""
    yield "| page | size | entries | floor | read | ratio |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for count in (entries, 10 * entries):
        yield row(f"made with {count} entries", page(count))
        yield row("the same, beside bare values made of it", page(count), bare_posts)
    yield row(f"{entries} entries without data", page(entries, data=False))
    yield row(f"{entries} entries whose times are printed alone", page(entries, data=False, stated=False))


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages", description=__doc__)
    parser.add_argument("--entries", type=int, default=500)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="saved pages to measure besides")
    options = parser.parse_args()
    for line in table(options.entries):
        print(line, flush=True)
    for path in options.files:
        print(row(path.name, path.read_bytes()), flush=True)


if __name__ == "__main__":
    main()
