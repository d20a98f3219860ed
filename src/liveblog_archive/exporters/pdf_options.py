"""What a briefing may be asked: the options of the format `pdf`."""

from typing import Any, Literal, get_args

from attrs import field, frozen

from ..errors import ExportError
from ..model import LiveBlog
from .options import SelectingOptions
from .values import NO_TEXT, RefusedError, choice, flag, paths, text

ConformanceName = Literal["3a", "3b", "plain"]
Paper = Literal["a4", "letter"]
Density = Literal["comfortable", "compact"]
PrintedOrder = Literal["chronological", "source"]


def _blog(value: object) -> Any:
    if value is not None and not isinstance(value, LiveBlog):
        raise RefusedError(f"cannot be {value!r}", "give a LiveBlog")
    return value


@frozen(kw_only=True)
class BriefingOptions(SelectingOptions):
    """How a briefing is set.

    `conformance`: 3a is PDF/A-3a and PDF/UA-1; 3b is PDF/A-3b, without tags; plain promises nothing and attaches
    nothing. `large_print` enlarges everything. `fonts` are paths of font files for characters that the fonts of the
    package lack; with `strict`, a character that no font has is an error, and not drawn as U+FFFD.

    `language` is a BCP 47 tag of the words around the blog; by default those of the blog's own language, or English.
    `dark_cover` sets the title on a dark ground; `order` is the order in which entries are printed. `previous` is an
    earlier capture of the blog: what changed since is counted, and told word by word with `mark_changes`; it is
    called the last capture, unless it has a `previous_name`.
    """

    conformance: ConformanceName = choice("3a", *get_args(ConformanceName))
    paper: Paper = choice("a4", *get_args(Paper))
    density: Density = choice("comfortable", *get_args(Density))
    large_print: bool = flag(default=False)
    fonts: tuple[str, ...] = paths()
    strict: bool = flag(default=False)
    dark_cover: bool = flag(default=True)
    order: PrintedOrder = choice("chronological", *get_args(PrintedOrder))
    previous: LiveBlog | None = field(default=None, converter=_blog, metadata=NO_TEXT)
    previous_name: str = text()
    mark_changes: bool = flag(default=False)
    language: str = text()

    def __attrs_post_init__(self) -> None:
        if self.language:
            from ..overview import Furniture

            Furniture(self.language)

    def check(self, format_name: str) -> None:
        """Raise `ExportError` where changes are to be told, and there is nothing that they are since."""
        idle = next((name for name in ("mark_changes", "previous_name") if getattr(self, name)), None)
        if idle and self.previous is None:
            remedy = "give one: previous="
            raise ExportError(f"option {idle} without an earlier capture", format_name, remedy)

    @property
    def attaches_record(self) -> bool:
        """Tell whether the record, as JSON-LD, is attached to the briefing."""
        return self.conformance != "plain"
