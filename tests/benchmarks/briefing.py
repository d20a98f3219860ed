"""Pages: `python -m tests.benchmarks.briefing [--entries N] [--slow N] [--write FILE]`.

The same headlines and paragraphs, set by the engine of briefings, tagged and justified, and by four programs that
people make PDF files with; then a whole briefing, with its ids, citations and records. Each is measured in a process
of its own, which finds its modules compiled, as `pip install` leaves them. The rivals are no dependencies of the
project: `pip install fpdf2 reportlab typst weasyprint`.
"""

import argparse
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from importlib import resources
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

HEADLINE, PARAGRAPH = 7, 75  # words; an entry has two paragraphs
VOCABULARY = 8000
LETTERS = "etaoinshrdlcumwfgypbvk"
LENGTHS = (2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10, 12)
SIZE, LEADING = 9.5, 14.0
BRIEF = 40  # entries
_RUNS = 9  # of a program that takes a fraction of a second


class Item(NamedTuple):
    """A headline and paragraphs."""

    headline: str
    paragraphs: tuple[str, str]


class Result(NamedTuple):
    """CPU seconds, of which those before the first page are a part; pages; bytes; and the peak of memory in MB."""

    seconds: float
    size: int
    memory: float


def items(count: int) -> list[Item]:
    """Return so many entries, in words that are as frequent as those of a language; the same for a number."""
    chance = Random(1)
    words = ["".join(chance.choice(LETTERS) for _ in range(chance.choice(LENGTHS))) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))

    def text(length: int) -> str:
        chosen = chance.choices(words, cum_weights=weights, k=length)
        return f"{' '.join(chosen).capitalize()}."

    return [Item(text(HEADLINE), (text(PARAGRAPH), text(PARAGRAPH))) for _ in range(count)]


def engine(count: int) -> int:
    """Set the entries as tagged PDF/A-3a and PDF/UA-1, justified, with a destination and a bookmark each."""
    from liveblog_archive.exporters.pdf.canvas import Canvas
    from liveblog_archive.exporters.pdf.conformance import Facts
    from liveblog_archive.exporters.pdf.design import A4, Style
    from liveblog_archive.exporters.pdf.fonts import Fonts
    from liveblog_archive.exporters.pdf.layout import Anchor, Stack
    from liveblog_archive.exporters.pdf.press import Press
    from liveblog_archive.exporters.pdf.protocol import Block
    from liveblog_archive.exporters.pdf.text import Text

    body = Style(size=SIZE, leading=LEADING, align="justify", before=6.0)
    head = Style(size=11.0, leading=15.0, face="bold", keep=True, before=10.0)
    fonts = Fonts()
    canvas = Canvas(A4, fonts, Facts(title="Benchmark", language="en"))
    press = Press(canvas, lambda _: None)

    def blocks() -> Iterator[Block]:
        for number, item in enumerate(items(count)):
            tag = canvas.root.child("Sect")
            anchor = Anchor(f"entry{number}", item.headline)
            title = Text(fonts, head, item.headline, tag=tag.child("H1"))
            texts = [Text(fonts, body, text, tag=tag.child("P")) for text in item.paragraphs]
            yield Stack([anchor, title, *texts], tag)

    size = sum(map(len, press.set(blocks())))
    press.finish()
    return size + sum(map(len, canvas.finish()))


def _text(count: int) -> str:
    """Return the entries as a text that can be imported."""
    start = datetime(2021, 11, 1)  # noqa: DTZ001 - a wall clock, read in the zone that the importer is given
    lines = []
    for number, item in enumerate(items(count)):
        now = start + timedelta(minutes=3 * number)
        if number == 0 or now.date() != (now - timedelta(minutes=3)).date():
            lines.append(f"{now:%B} {now.day}, {now.year}")
        lines += [f"{now:%H:%M}: {item.headline}", *item.paragraphs]
    return "\n".join(lines)


def whole(count: int) -> int:
    """Make a briefing of the entries, with all that is in one."""
    import liveblog_archive as lba

    blog = lba.parse(_text(count), format="text", timezone="UTC", language="en")
    before = time.process_time()
    size = sum(map(len, lba.stream(blog, "pdf")))
    _waived.append(before)
    return size


# When the work began, where some of it is not to be counted.
_waived: list[float] = []


def _font(name: str) -> str:
    return str(resources.files("liveblog_archive.exporters.pdf").joinpath("fonts", f"{name}.ttf"))


def platypus(count: int) -> int:
    """Set the entries with ReportLab's document template, untagged."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, _font(name)))
    body = ParagraphStyle(
        "body", fontName="NotoSans-Regular", fontSize=SIZE, leading=LEADING, spaceBefore=6, alignment=4
    )
    head = ParagraphStyle("head", fontName="NotoSans-Bold", fontSize=11, leading=15, spaceBefore=10, keepWithNext=1)
    story = []
    for item in items(count):
        story += [Paragraph(item.headline, head), *(Paragraph(text, body) for text in item.paragraphs)]
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=(595.28, 841.89), leftMargin=54, rightMargin=54).build(story)
    return len(out.getvalue())


def typst(count: int) -> int:
    """Set the entries with Typst, tagged."""
    compile_ = importlib.import_module("typst").compile
    text = '#set text(font: "Noto Sans", size: 9.5pt, lang: "en")\n#set par(justify: true)\n'
    text += "\n".join(f"= {item.headline}\n{item.paragraphs[0]}\n\n{item.paragraphs[1]}\n" for item in items(count))
    return len(compile_(text.encode(), font_paths=[str(Path(_font("NotoSans-Regular")).parent)]))


def weasyprint(count: int) -> int:
    """Set the entries with WeasyPrint, as PDF/UA-1."""
    html = "".join(f"<h1>{one.headline}</h1><p>{one.paragraphs[0]}<p>{one.paragraphs[1]}" for one in items(count))
    look = "p { text-align: justify; font-size: 9.5pt }"
    page = f"<html lang=en><title>Benchmark</title><style>{look}</style>{html}"
    made = importlib.import_module("weasyprint").HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return len(made)


def fpdf2(count: int) -> int:
    """Set the entries with fpdf2, untagged, unshaped."""
    pdf = importlib.import_module("fpdf").FPDF()
    pdf.add_font("body", "", _font("NotoSans-Regular"))
    pdf.add_font("body", "B", _font("NotoSans-Bold"))
    pdf.add_page()
    for item in items(count):
        pdf.set_font("body", "B", 11)
        pdf.multi_cell(0, 6, item.headline, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("body", "", SIZE)
        for text in item.paragraphs:
            pdf.multi_cell(0, 5, text, align="J", new_x="LMARGIN", new_y="NEXT")
    return len(pdf.output())


CALLS: dict[str, Callable[[int], int]] = {
    one.__name__: one for one in (engine, whole, platypus, typst, weasyprint, fpdf2)
}


def measured(name: str, count: int) -> Result:
    """Return what a call takes in a process of its own, its imports included."""
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, "--one", name, str(count)]
    return Result(*json.loads(_output(command)))


def _output(command: list[str]) -> str:
    """Return the last line that a program prints, whose compiled modules are found in a folder of their own."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "liveblog-archive-compiled")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.splitlines()[-1]


# Whole programs, to be measured from the start of their process to its end.
_IMPORTS = "import reportlab.platypus, pikepdf, uharfbuzz"
_SHORT = "import liveblog_archive as lba, sys; lba.write(lba.read(sys.argv[1]), sys.argv[2], overwrite=True)"


def from_start(*programs: tuple[str, ...]) -> list[float]:
    """Return the CPU seconds of whole processes, each given as its code and arguments.

    They run in turns, because what else the machine does slows all of them, and the least of several runs counts;
    the first compiles.
    """
    end = "; import time; print(time.process_time())"
    commands = [[sys.executable, "-c", f"{code}{end}", *arguments] for code, *arguments in programs]
    _, *rounds = [[float(_output(command)) for command in commands] for _ in range(_RUNS + 1)]
    return list(map(min, zip(*rounds, strict=True)))


def _measure(name: str, count: int) -> Result:
    before = time.process_time()
    items(count)
    making = time.process_time() - before
    before = time.process_time()
    size = CALLS[name](count)
    seconds = time.process_time() - (_waived[0] if _waived else before + making)
    return Result(seconds, size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _row(what: str, found: Result, floor: Result, count: int) -> str:
    ratio = f"x{found.seconds / floor.seconds:.2f}" if floor.seconds else ""
    memory, size = f"{found.memory:,.0f} MB", f"{found.size / 1e6:.1f} MB"
    return f"| {what} | {count:,} | {found.seconds:.2f} s | {ratio} | {memory} | {size} |"


def report(entries: int, slow: int) -> Iterator[str]:
    """Yield the lines of the report."""
    yield "| pages | entries of 150 words | CPU time | of stock platypus | peak memory | file |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name in CALLS:
        measured(name, 1)  # has its modules compiled
    for count in (100, 1000, entries, 2 * entries):
        floor = measured("platypus", count)
        yield _row("stock platypus, untagged", floor, floor, count)
        yield _row("the engine, tagged, target x0.60 and 250 MB", measured("engine", count), floor, count)
        yield _row("a whole briefing", measured("whole", count), floor, count)
    floor = measured("platypus", slow)
    for name, what in (
        ("whole", "a whole briefing: ids, citations, records, and the data"),
        ("typst", "Typst, tagged"),
        ("weasyprint", "WeasyPrint, PDF/UA-1"),
        ("fpdf2", "fpdf2, untagged"),
    ):
        yield _row(what, measured(name, slow), floor, slow)
    yield ""
    with tempfile.TemporaryDirectory() as folder:
        import liveblog_archive as lba

        stored = Path(folder) / "blog.jsonld"
        lba.write(lba.parse(_text(BRIEF), format="text", timezone="UTC", language="en"), stored)
        needed, short = from_start((_IMPORTS,), (_SHORT, str(stored), str(Path(folder) / "briefing.pdf")))
    yield f"A process that imports reportlab.platypus, pikepdf and uharfbuzz takes {needed:.2f} s; one that imports"
    yield f"this package, reads {BRIEF} entries as JSON-LD and writes their briefing takes {short:.2f} s:"
    yield f"x{short / needed:.2f} of that; the target is x1.50."


def main() -> None:
    """Print the report, and keep it in a file when asked; or measure one call for a report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--slow", type=int, default=200, help="entries for rivals that take minutes for more")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--one", nargs=2, metavar=("NAME", "COUNT"))
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_measure(options.one[0], int(options.one[1]))))
        return
    lines = []
    for line in report(options.entries, options.slow):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        options.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
