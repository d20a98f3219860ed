"""What a briefing may be asked: the options of the format `pdf`."""

from typing import Literal, get_args

from attrs import frozen

from .options import ReaderOptions, choice, flag, words

ConformanceName = Literal["3a", "3b", "plain"]
Paper = Literal["a4", "letter"]
Density = Literal["comfortable", "compact"]


@frozen(kw_only=True)
class BriefingOptions(ReaderOptions):
    """How a briefing is set.

    `conformance`: 3a is PDF/A-3a and PDF/UA-1; 3b is PDF/A-3b, without tags; plain promises nothing and attaches
    nothing. `large_print` enlarges everything. `fonts` are paths of font files for characters that the fonts of the
    package lack; with `strict`, a character that no font has is an error, and not drawn as U+FFFD.
    """

    conformance: ConformanceName = choice("3a", *get_args(ConformanceName))
    paper: Paper = choice("a4", *get_args(Paper))
    density: Density = choice("comfortable", *get_args(Density))
    large_print: bool = flag(default=False)
    fonts: tuple[str, ...] = words()
    strict: bool = flag(default=False)
