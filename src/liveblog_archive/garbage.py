"""Python's search for reference cycles, put off while something is made that has none."""

import gc
from collections.abc import Iterator


class kept:  # noqa: N801 - called as those of contextlib are; one of `contextmanager` makes a generator each time
    """Let no cycles be looked for until the end of the block, where they were looked for before it.

    A blog is tens of thousands of values without a cycle among them, and what is made of it has none worth the
    search. Looking through all of them again and again while they become more takes a seventh of the time of an
    import, and a sixteenth of that of a short briefing, and finds nothing.
    """

    def __enter__(self) -> None:
        self._looked_for = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._looked_for:
            gc.enable()


def kept_by_piece(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces, and let no cycles be looked for while one is made; between them they are, as before."""
    while True:
        with kept():
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
