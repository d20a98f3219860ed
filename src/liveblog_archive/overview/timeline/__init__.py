"""The timeline of a live blog as pure numbers: how many entries when, its nights, pauses, ticks and key events.

Everything lies in a box that is one wide: `x` runs from 0 (the earliest) to 1 (the latest), and heights from 0 to 1.
Whoever draws it picks the size of the box, and may mirror it for a page that is read from the right.
"""

from .build import Timeline, timeline
from .labels import Event, Label
from .scale import Bin, Cut, Stretch
from .ticks import Tick

__all__ = ["Bin", "Cut", "Event", "Label", "Stretch", "Tick", "Timeline", "timeline"]
