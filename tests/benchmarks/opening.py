"""Print what opening a reading page costs beside a bare page: `python -m tests.benchmarks.opening [--entries N]`.

The floor is a page that has nothing but the text of the entries, a paragraph for each line. What is compared is the
time that the browser's main thread worked until the page was loaded and drawn, and the size of both files.
"""

import argparse
import html
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import liveblog_archive as lba
from liveblog_archive.model import LiveBlog
from tests.judges.browser import look

from . import material

RUNS = 5
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


def bare(blog: LiveBlog) -> bytes:
    """Return a page of the same text, and nothing else."""
    lines = [
        line
        for entry in blog.entries
        for line in (entry.time.shown if entry.time else "", entry.headline or "", *entry.text.split("\n\n"))
    ]
    text = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>\n{text}\n</html>'.encode()


def text_size(blog: LiveBlog) -> int:
    """Return how many bytes of UTF-8 readers read: printed time, headline and body of every entry."""
    texts = ((entry.time.shown if entry.time else "") + (entry.headline or "") + entry.text for entry in blog.entries)
    return sum(len(text.encode()) for text in texts)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--entries", type=int, default=5000)
    count = arguments.parse_args().entries
    blog = lba.parse(material.text(count), format="text", timezone="Asia/Yerevan", id="tag:example.org,2021:long")
    pages = {"bare": bare(blog), "page": lba.export(blog, "html")}
    with tempfile.TemporaryDirectory() as folder:
        jobs: list[dict[str, Any]] = []
        for name, data in pages.items():
            (Path(folder) / f"{name}.html").write_bytes(data)
        for _ in range(RUNS):
            for number, name in enumerate(pages):
                url = (Path(folder) / f"{name}.html").as_uri()
                # Another window for each, so that nothing of the page before is counted.
                jobs.append(
                    {
                        "url": url,
                        "height": 900 + number + 2 * len(jobs),
                        "steps": [{"evaluate": DRAWN}, {"metrics": True}],
                    }
                )
        answers = look(jobs)
    worked = {
        name: median(answer.results[1]["TaskDuration"] for answer in answers[number :: len(pages)])
        for number, name in enumerate(pages)
    }
    size = text_size(blog)
    print(f"{count:,} entries, {size:,} bytes of text, {size / count:.0f} each")
    floor, work = worked["bare"], worked["page"]
    print(f"work to open   bare {floor:.2f} s   page {work:.2f} s   x{work / floor:.2f}")
    print(f"size           text {size:,}   page {len(pages['page']):,}   x{len(pages['page']) / size:.2f}")


if __name__ == "__main__":
    main()
