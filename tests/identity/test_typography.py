"""Words in any typography: found as they stand, told apart from every edit of the words themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.errors import CitationError
from liveblog_archive.identity.quoting import quote
from liveblog_archive.identity.typography import aligned, form, may_have, typography
from liveblog_archive.model import LiveBlog
from tests.identity.histories import BLOG, entry
from tests.strategies import texts

MARKS, GROUPS = "quotation marks", "grouping of digits"

# What the page has, what somebody pasted, the words as they stand, and what differs.
SAME_WORDS = [
    ("We hear “we won’t go” today", '"we won\'t go"', "“we won’t go”", (MARKS, "apostrophes")),
    ("We hear “we won’t go” today", "we won't go", "we won’t go", ("apostrophes",)),
    ("We hear 'we won`t go' today", "“we won’t go”", "'we won`t go'", (MARKS, "apostrophes")),
    ("Il dit «\u202fjamais\u202f» hier", 'dit "jamais" hier', "dit «\u202fjamais\u202f» hier", (MARKS, "blanks")),
    ("Il dit «jamais» hier", "« jamais »", "«jamais»", ("blanks",)),
    ('Il dit "jamais" hier', "« jamais »", '"jamais"', (MARKS, "blanks")),
    ("Sie sagt „nie“ und geht", "»nie«", "„nie“", (MARKS,)),
    ("She says “the ‘old’ bridge” fell", "“the “old” bridge”", "“the ‘old’ bridge”", (MARKS,)),
    ("They left—again—at noon", "left - again - at", "left—again—at", ("dashes", "blanks")),
    ("They left—again—at noon", "left -- again -- at", "left—again—at", ("dashes", "blanks")),
    ("They left -- again", "left—again", "left -- again", ("dashes", "blanks")),
    ("They won 3 – 2 at home", "won 3-2 at", "won 3 – 2 at", ("dashes", "blanks")),
    ("It fell to −5 degrees", "to -5 degrees", "to −5 degrees", ("dashes",)),
    ("Wait… what now", "Wait... what", "Wait… what", ("ellipses",)),
    ("Wait . . . what now", "Wait… what", "Wait . . . what", ("ellipses", "blanks")),
    ("Wait...what now", "wait … what", "Wait...what", ("ellipses", "blanks", "letter case")),
    ("Some 10\u202f000 came", "10 000", "10\u202f000", ("blanks",)),
    ("Some 1,300 came", "1300", "1,300", (GROUPS,)),
    ("Some 1300 came", "some 1.300", "Some 1300", (GROUPS, "letter case")),
    ("Some 1.300 came", "1,300 came", "1.300 came", (GROUPS,)),
    ("Some 1\u202f300 came", "1300 came", "1\u202f300 came", (GROUPS,)),
    ("Some 1’300’000 came", "1 300 000", "1’300’000", (GROUPS,)),
    ("Some 1’300 came", "1'300", "1’300", (MARKS,)),
    ("Of 1,300.50 euros", "1300.50", "1,300.50", (GROUPS,)),
    (
        "The 1,300-strong crowd—all of it",
        "1300-strong crowd - all",
        "1,300-strong crowd—all",
        (GROUPS, "dashes", "blanks"),
    ),
    ("بلغ ١٬٣٠٠ شخص", "1300 شخص", "١٬٣٠٠ شخص", (GROUPS, "digits")),
    ("Quoi\u202f? Rien !", "Quoi? Rien!", "Quoi\u202f? Rien !", ("blanks",)),
    ("It is 15\u00a0% of it", "15% of", "15\u00a0% of", ("blanks",)),
    ("The co\u00adoper\u00adation ended", "cooperation", "co\u00adoper\u00adation", ("invisible characters",)),
    ("The man \u2068Omid\u2069 left", "man Omid left", "man \u2068Omid\u2069 left", ("invisible characters",)),
    ("Much love ❤\ufe0f to you", "love ❤ to", "love ❤\ufe0f to", ("invisible characters",)),
    ("قُتل ١٥ شخصا", "15 شخصا", "١٥ شخصا", ("digits",)),
    ("مرگ ۱۵ تن", "مرگ ١٥ تن", "مرگ ۱۵ تن", ("digits",)),
    ("१५ लोग", "15 लोग", "१५ लोग", ("digits",)),
    ("بلغ ١٫٥ مليون", "1.5 مليون", "١٫٥ مليون", ("digits",)),
    ("نحو 5٪ منهم", "نحو 5% منهم", "نحو 5٪ منهم", ("other signs",)),
    ("More CO₂ than ever", "CO2 than", "CO₂ than", ("digits",)),
    ("The oﬃce is shut", "office is", "oﬃce is", ("forms of letters",)),
    ("The cafe\u0301 burns", "Café burns", "cafe\u0301 burns", ("letter case", "forms of letters")),
    (
        "They say the gate is shut, now",
        "“The gate is shut.”",
        "the gate is shut",
        (MARKS, "final stop", "letter case"),
    ),
    ("They say: the gate is shut.", "'the gate is shut'", "the gate is shut", (MARKS,)),
    ("They say the gate is shut", "the gate is shut,", "the gate is shut", ("final stop",)),
    ("They reach the north-east", "“the north-\r\neast”", "the north-east", (MARKS, "blanks")),
    ("They divided it", "divi\u2010\nded it.", "divided it", ("final stop", "dashes", "blanks")),
    ("Of 5′10″ in height", "5'10\" in", "5′10″ in", (MARKS,)),
]

OTHER_WORDS = [
    ("They found 15 people", "found 50 people"),
    ("They found 15 people", "“found 50 people.”"),
    ("Is the gate shut", "is the gate shut?"),
    ("They say “go” to all", "say go to"),
    ("We can’t go on", "We can go on"),
    ("We can go on", "We can't go on"),
    ("It’s here", "Its here"),
    ("We count 10² of them", "count 102 of"),
    ("We count 102 of them", "count 10² of"),
    ("See ¹5 people there", "See 15 people"),
    ("It took 5½ hours", "took 51⁄2 hours"),
    ("قتل ١٥ شخصا", "قتل ٥٠ شخصا"),
    ("قتل ١٥ شخصا", "قتل 50 شخصا"),
    ("بلغ ١٫٥ مليون", "بلغ 15 مليون"),
    ("It fell to −5 degrees", "fell to 5 degrees"),
    ("Of 5--3 and more", "Of 5-3 and more"),
    ("A 5' wall", 'A 5" wall'),
    ("They resign now", "They re-sign now"),
    ("Some 1215 came", "Some 12-\n15 came"),
    ("Some 10,000 came", "Some 10,00 came"),
    ("Some 1.3 million", "Some 13 million"),
    ("Some 1.3 million", "Some 1,3 million"),
    ("A gap of 0.300 seconds", "gap of 0,300"),
    ("A gap of 0.300 seconds", "gap of 0300"),
    ("Of 2.13.300 and more", "Of 213300 and"),
    ("Some 1,300 came", "Some 1,3 came"),
    ("Some 1.300,50 euros", "Some 1.300.50 euros"),
    ("Some 1,2345 of it", "Some 12345 of it"),
    ("In 2019 300 came", "In 2019300 came"),
    ("Some 1.300 and 1,300 of it", "and 13000 of"),
    ("The “free” press", "The free press"),
    ("Wait... what", "Wait. what"),
    ("They go, now", "They go now"),
    ("Only 1 5 there", "Only 15 there"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pasted", "standing", "differs"), SAME_WORDS, ids=ascii)
def test_a_quote_holds_the_words_as_they_stand(text, pasted, standing, differs):
    made = quote(LiveBlog(id=BLOG, entries=[entry("a", text)]), pasted)
    assert made.exact == standing == text[made.start : made.end]
    assert typography(pasted, made.exact) == differs


@pytest.mark.parametrize(("text", "pasted"), OTHER_WORDS, ids=ascii)
def test_other_words_are_no_typography(text, pasted):
    with pytest.raises(CitationError, match="is not there"):
        quote(LiveBlog(id=BLOG, entries=[entry("a", text)]), pasted)
    assert form(pasted) not in form(text)


def test_words_in_the_very_typography_are_taken_before_others():
    blog = LiveBlog(id=BLOG, entries=[entry("a", "They left – again."), entry("b", "They left - again.")])
    assert quote(blog, "left - again").entry == blog.entries[1].id
    with pytest.raises(CitationError, match="stands in 2 places"):
        quote(blog, "left—again")


def test_nothing_differs_between_the_same_words():
    assert typography(" It’s over ", "It’s over") == ()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(texts() | st.text(st.sampled_from("aB5² .-–—'’\"«»…%?٣\u00ad\u0301\u2066"), max_size=12))
def test_what_has_a_form_may_be_there_and_stands_in_order(text):
    seen, starts, ends = aligned(text)
    assert len(seen) == len(starts) == len(ends)
    assert starts == sorted(starts)
    assert all(start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert may_have(f"a {text} b", text)
