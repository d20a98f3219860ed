"""What a calendar may be asked: the options of the format `ical`."""

from typing import Literal, get_args

from attrs import frozen

from .options import ReaderOptions, choice

ProfileName = Literal["events", "journal"]


@frozen(kw_only=True)
class CalendarOptions(ReaderOptions):
    """`profile`: events, which every client shows, or journal notes, which fit better and few clients show."""

    profile: ProfileName = choice("events", *get_args(ProfileName))
