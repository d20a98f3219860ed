"""What was changed above the entries of a blog."""

from attrs import evolve

from liveblog_archive.identity.heads import head, head_difference
from liveblog_archive.model import LiveBlog, Media, Paragraph

STORM = LiveBlog(
    title="Storm",
    description="As it happens",
    introduction=(Paragraph(text="Neither state agrees."), Media(kind="image"), Paragraph(text="It rains.")),
)


def shown(old: LiveBlog, new: LiveBlog) -> dict[str, list[tuple[str, str]]]:
    return {part: [(one.kind, one.text) for one in pieces] for part, pieces in head_difference(old, new).items()}


class TestAHead:
    def test_is_the_words_above_the_entries(self) -> None:
        assert head(STORM) == {
            "title": "Storm",
            "description": "As it happens",
            "introduction": "Neither state agrees.\n\nIt rains.",
        }

    def test_may_be_empty(self) -> None:
        assert head(LiveBlog()) == {"title": "", "description": "", "introduction": ""}


class TestTheDifference:
    def test_of_equal_heads_is_none(self) -> None:
        assert head_difference(STORM, evolve(STORM, url="https://news.example/storm")) == {}

    def test_has_each_part_that_was_changed(self) -> None:
        later = evolve(STORM, title="Hurricane", introduction=(Paragraph(text="Neither state agrees."),))
        assert shown(STORM, later) == {
            "title": [("removed", "Storm"), ("added", "Hurricane")],
            "introduction": [("same", "Neither state agrees."), ("removed", "\n\nIt rains.")],
        }

    def test_tells_what_was_not_there_before(self) -> None:
        assert shown(evolve(STORM, description=None), STORM) == {"description": [("added", "As it happens")]}
