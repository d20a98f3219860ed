"""Live blogs in files that others carry: the same few entries, as a page."""

URL = "https://news.example/live/storm"
ENTRY = '<article id="p{0}"><time datetime="2026-03-03T1{0}:00:00Z">1{0}:00</time><p>{1}</p></article>'


def page(*texts: str, head: str = "", body: str = "") -> str:
    """Return a page with an entry for each text, the newest first."""
    entries = "".join(ENTRY.format(9 - place, text) for place, text in enumerate(texts))
    return f'<html lang="en"><head><title>Storm</title>{head}</head><body><h1>Storm</h1>{body}{entries}</body></html>'


PAGE = page("She is afloat – with tugs.", 'She is on <a href="/bank">the bank</a>.', "The storm is here.")
TEXTS = ["She is afloat – with tugs.", "She is on the bank.", "The storm is here."]
