"""Real live blogs, edited like the generated ones: what is new in them comes from another of them."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import liveblog_archive as lba

from .edits import Case, case
from .newsroom import LONG, Post, Topic, Writer

LEAST = 10  # entries; a shorter blog is only borrowed from


def blogs() -> list[list[Post]]:
    """Return the posts of every text of the corpus, oldest first; none where it is not named."""
    folder = os.environ.get("LIVEBLOG_ARCHIVE_CORPUS")
    paths = sorted(Path(folder, "text").glob("*.txt")) if folder else []
    return [_posts(lba.read(path, timezone="UTC")) for path in paths]


def _posts(blog: lba.LiveBlog) -> list[Post]:
    posts = []
    for place, entry in enumerate(blog.chronological()):
        time = entry.time.value if entry.time else None
        minute = time.hour * 60 + time.minute if hasattr(time, "hour") else posts[-1].minute if posts else place
        texts = tuple(block.text for block in entry.body if block.text)
        posts.append(Post(entry.headline, texts or ("",), minute))
    return posts


class Borrower(Writer):
    """An author who writes nothing of their own: new entries, sentences and words come from other blogs."""

    def __init__(self, others: Sequence[Post], random: Random) -> None:
        self._others = others
        texts = [text for post in others for text in post.paragraphs]
        self._sentences = [one for text in texts for one in re.split(r"(?<=[.!?]) ", text) if len(one.split()) > 4]
        words = tuple(sorted({word for text in texts for word in text.split() if len(word) > 3}))
        random_words = tuple(random.sample(words, 300))
        super().__init__(LONG, Topic(random_words, random_words, random_words, random_words, random_words), random)

    def sentence(self) -> str:
        """Return a sentence of another blog."""
        return self.random.choice(self._sentences)

    def headline(self) -> str:
        """Return the first words of another blog's sentence."""
        return " ".join(self.sentence().split()[: self.random.randint(3, 9)])

    def post(self, minute: int) -> Post:
        """Return an entry of another blog."""
        return self.random.choice(self._others)._replace(minute=minute)


def cases(texts: Sequence[Sequence[Post]], seeds: int) -> Iterator[Case]:
    """Yield every blog that is long enough, edited once for each seed."""
    for number, posts in enumerate(texts):
        others = [post for other, some in enumerate(texts) if other != number for post in some]
        if len(posts) >= LEAST:
            for seed in range(seeds):
                yield case(Borrower(others, Random(f"{number} {seed}")), posts)
