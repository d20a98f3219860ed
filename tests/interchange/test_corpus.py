"""Real live blogs: what was read from any file of the corpus comes back from JSON-LD and XML, byte for byte."""

from pathlib import Path

import pytest

import liveblog_archive as lba
from tests.corpus import CORPUS, needs_corpus

pytestmark = needs_corpus

SUFFIXES = {".txt", ".html", ".json"}
NO_BLOGS = {"border-clashes.gold.json", "amp_by_example_live_blog_template.html"}  # facts; a template without entries
FOUND = sorted(path for path in CORPUS.rglob("*") if path.suffix in SUFFIXES) if CORPUS else []
FILES = [path for path in FOUND if path.name not in NO_BLOGS]
# What printed times need that a file does not say.
TOLD = {
    ".txt": {"timezone": "Europe/Berlin", "id": "tag:news.example,2024:blog"},
    ".html": {"timezone": "Europe/Berlin"},
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_read_comes_back_and_no_checker_raises_an_alarm(path: Path) -> None:
    blog = lba.read(path, **TOLD.get(path.suffix, {}))
    assert blog.entries
    for format_ in ("jsonld", "xml"):
        data = lba.export(blog, format_)
        again = lba.parse(data)
        assert again == blog
        assert lba.export(again, format_) == data
        assert lba.validate(data) == ()


def test_every_file_of_the_corpus_is_here() -> None:
    assert len(FILES) >= 17
