"""What a format for newsrooms may be asked: what readers may ask, and the past that an archive knows of."""

from attrs import field, frozen

from ..identity.history import History
from .ical_options import past
from .options import ReaderOptions


@frozen(kw_only=True)
class NewsOptions(ReaderOptions):
    """`history` is what an archive knows of the past of the entries: it counts versions, and withdraws items."""

    history: History = field(factory=History, converter=past)
