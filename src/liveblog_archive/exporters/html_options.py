"""The options of the reading page, apart from `html` so that its table row is read without its templates."""

from typing import Literal, get_args

from attrs import frozen

from .options import SelectingOptions
from .values import choice

Order = Literal["oldest", "newest"]


@frozen(kw_only=True)
class PageOptions(SelectingOptions):
    """What the reading page may be asked: which end of the blog it opens with; readers can turn it round."""

    order: Order = choice("oldest", *get_args(Order))
