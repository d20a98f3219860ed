"""What a format for newsrooms may be asked: what readers may ask, and the past that an archive knows of."""

from typing import TYPE_CHECKING

from attrs import frozen

from .options import ReaderOptions
from .values import past

if TYPE_CHECKING:
    from ..identity.history import History


@frozen(kw_only=True)
class NewsOptions(ReaderOptions):
    """`history` is what an archive knows of the past of the entries: it counts versions, and withdraws items."""

    history: "History" = past()
