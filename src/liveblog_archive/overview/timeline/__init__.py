"""The timeline of a live blog as pure numbers: how many entries when, its nights, pauses, ticks and key events.

Everything lies in a box that is one wide: `x` runs from 0 (the earliest) to 1 (the latest), and heights from 0 to 1.
Whoever draws it picks the size of the box, and may mirror it for a page that is read from the right.
"""

from .build import Timeline, timeline

__all__ = ["Timeline", "timeline"]
