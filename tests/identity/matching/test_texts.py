"""How alike two texts are."""

import pytest

from liveblog_archive.identity.matching.texts import Text, Weights, words
from liveblog_archive.model import Embed, Entry, Media

from .pages import entry


def text(said: str) -> Text:
    return Text(entry(said))


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("don't stop: 2-1!", ["don", "t", "stop", "2", "1"]),
        ("橋が閉鎖 now", ["橋が", "が閉", "閉鎖", "now"]),
        ("桥", ["桥"]),
        ("covid大桥19", ["covid", "大桥", "19"]),
        ("สะพาน", ["สะ", "ะพ", "พา", "าน"]),
        ("다리 폐쇄", ["다리", "폐쇄"]),
        ("人々「橋」", ["人々", "橋"]),
        ("བོད་ཡིག", ["བོ", "ོད", "ད་", "་ཡ", "ཡི", "ིག"]),
        ("🎉 …", []),
    ],
)
def test_words_are_what_stands_between_blanks_or_pairs_of_characters(folded: str, found: list[str]) -> None:
    assert words(folded) == found


def test_equal_texts_are_alike_and_others_less() -> None:
    one, other, third = map(text, ("the bridge is closed", "the bridge is open", "a ferry left at noon"))
    weights = Weights([one, other, third])
    assert weights.similarity(one, one) == 1
    assert 0.2 < weights.similarity(one, other) < 0.8
    assert weights.similarity(one, other) == weights.similarity(other, one)
    assert weights.similarity(one, third) == 0


def test_what_every_entry_says_counts_little() -> None:
    boilerplate = "follow our coverage all day long here"
    texts = [
        text(f"{boilerplate} {name}") for name in ("alpha beta", "gamma delta", "epsilon zeta", "alpha beta gamma")
    ]
    weights = Weights(texts)
    assert weights.similarity(texts[0], texts[3]) > weights.similarity(texts[0], texts[1]) + 0.1


def test_texts_without_words_are_not_alike() -> None:
    one, other = text("🎉"), text("…!")
    assert Weights([one, other]).similarity(one, other) == 0


def test_a_word_that_was_not_counted_is_as_rare_as_a_word_can_be() -> None:
    texts = [text(f"report number {number} of the day") for number in range(1500)]
    weights = Weights(texts)
    assert weights.of_words(["1", "1499"]) == 2 * weights.of_words(["0"])
    assert weights.of_words(["report"]) < weights.of_words(["0"]) / 5


def test_texts_of_media_without_words_are_their_addresses() -> None:
    shown = [Media(kind="image", url="1.jpg"), Embed(provider="x", url="2")]
    assert Text(Entry(body=shown)).folded == "1.jpg 2"
    assert Text(Entry(headline="Bridge", body=shown)).folded == "bridge"
    assert text("").folded == ""
