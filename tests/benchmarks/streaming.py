"""What writing a long blog of short entries adds to the memory of a process, at its peak, above the blog itself."""

import subprocess
import sys
from collections.abc import Iterator

from . import material

FORMATS = ("jsonld", "xml", "ical", "newsml", "tei", "html")
WORDS = 5  # of an entry: memory is asked for, not time

# The peak of resident memory is set back before the export (Linux, proc(5): clear_refs), so that the import, which
# takes more, does not hide it.
_ADDED = """
import ctypes, gc, re, sys
from pathlib import Path
import liveblog_archive as lba

def status(name):
    return int(re.search(name + r":\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1000

def drain(blog):
    for _ in lba.stream(blog, sys.argv[1]):
        pass

text = sys.stdin.read()
drain(lba.parse(text[:20000], format="text", timezone="Asia/Yerevan"))
blog = lba.parse(text, format="text", timezone="Asia/Yerevan")
del text
gc.collect()
ctypes.CDLL("libc.so.6").malloc_trim(0)
Path("/proc/self/clear_refs").write_text("5")
before = status("VmRSS")
drain(blog)
print(status("VmHWM") - before)
"""


def added(name: str, entries: int) -> float:
    """Return the megabytes that writing a blog of so many entries adds, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _ADDED, name],
        input=material.text(entries, WORDS),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def rows(entries: int) -> Iterator[str]:
    """Yield what each format adds."""
    for name in FORMATS:
        yield f"| memory that streaming {entries:,} entries as {name} adds | {added(name, entries):.1f} MB | 20 MB |"
