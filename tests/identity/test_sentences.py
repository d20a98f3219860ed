"""Where sentences begin."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.identity.sentences import Sentences, around, sentence_starts
from tests.strategies import texts


def barred(text):
    starts = sentence_starts(text)
    return "|".join(text[start:end] for start, end in pairwise([*starts, len(text)]))


@pytest.mark.parametrize(
    "expected",
    [
        "",
        "No stop",
        "At first. |Two! |Three?! |Four… |“Five.” (Six.) |7 is one.",
        "He asked “Why?” and left. |“Stop!” he cried. |“So.” “No.”",
        "It is 3.50 or 3. 50 or e.g. one.",
        "“Will they come?” Zelensky asked. |“We will win!” Smith shouted. |‘We wait…’ Hall said. |They did.",
        "Smith says: ‘We don’t flee. We will win.’ It’s cold. |The ‘boss’ left again. |It rains",
        "“We will win.” — Smith\n|“It fell.” (Hall)\n|We hold on. – Smith\n|It burns. (Reuters)",
        "“We will win.”\n— Smith\n|«No.»\n\n(Hall)\n|“Yes.”\n|Hall",
        "So said Brig. Gen. Smith, Corp. Hall, Insp. Lee, Cmdr. Ray, Messrs. Day and the Gral. Morales. |They left.",
        "See no. 5, pp. 12 and fig. 3: incl. Tyr, est. 300. |It is mind. 30. |They said no. |He is in the est. |So",
        "Это ок. 300 чел. Из 5 млн. Рублей, ст. 5. |Да",
        "Так сказал ген. Иванов в обл. Киев. Уехал сегодня. |Да",
        "SGT. HALL of the UN. He left again. |Next",
        "Mr. Smith met Gen. Gray of the U.S. Senate, Prof. Black and ca. 12 others. |They talked.",
        "Am 12. März starben 12. |Der 112. |März.",
        "The toll is 12. |Rain fell.",
        "A line\n|Another line\nthat goes on\n– and on\n|– Now another",
        "small letters\n\n|after a blank line.\n\n|more",
        "雨が降る。|橋は「閉鎖。」と言う！|次？|終",
        "他说：“走。”然后离开。|雨。\n|雪。（新华社）",
        "هل وصل؟ |نعم. |حسنا۔ |تم",
        "वह गया। |वह आया।",
        "Ելավ։ |Գնաց։",
        "ไม่มีจุด และ ไม่มีจุด",
        "end.Then",
        'He said: “It is over. We go.” She said „Nein. Nie.“ and «Non. Oui.» and "No. Yes."',
        "»Ja. Nein.« „Nein.“ “Open it. |Never closed",
        "“They left. They flee.\n\n“We stay. So now.\n“Forever,” he vowed. |Rainfall. |Sunshine",
        "Smith: “They left.\n\n“We stay.” (Hall)\n|Rainfall",
        "«Vienen. Marchan.\n\n»Quedamos. Siempre», dijo. |Llueve",
        "« Vient. Partent.\n\n« Restons. Toujours », dit-elle. |Tombait",
        "„Kommen. Gingen.\n\n„Bleiben. Für immer“, sagt er. |»Kommen.\n\n»Bleiben.«\n|Regnet",
        "「走。\n\n「来。去。」雨。|雪。|『走。\n『来。』",
        '"They left.\n\n"We stay. So now," he vowed. |Rainfall',
        "‘They left. It’s over.\n\n‘We don’t. So now,’ he vowed. |Rainfall",
        "“They left. |They flee.\n\n|“We stay. |So now.\n\n|Rainfall. |Sunshine",
        "‘They left. |They flee.\n\n|‘We stay. |So now.\n\n|Rainfall. |Sunshine",
        "» They left. |They flee.\n|» We stay. |So now.\n|Sunshine",
        "“They left.”\n\n|“We stay.”\n\n|“Opened.\n\n|Rainfall.\n|‘Opened.\n|Sunshine",
        "He: “They said “leave. Hurry.” and I left. Goodbye,” he vowed. |Rainfall",
        "He: „Er rief „los. Hopp.“ und lief. Gut“, sagt er. |«Il dit «va. Vite.» et part. Bon», dit-il. |Pleuvait",
        "他说：「走。」和『来。去。』。|雨。",
        "The army says:\nIt fell.\n|In Karsa: \n\n12 dead\n\n|军方：\n雨。",
        "Im 3. Bezirk und der 1. FC. Es sind 3. |Bezirk",
        "It ends. ",
        "It fell. |❌ It burns. ✅\n\n|Dead\n12\n|Hurt\n\n30\n|So. 7!",
        "12\nare dead. ❌",
        "12. 13!",
    ],
)
def test_sentences_begin(expected):
    assert barred(expected.replace("|", "")) == expected


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.one_of(texts(), st.text(st.sampled_from("aB1. \n”。」!"), max_size=12)), st.data())
def test_the_sentences_around_a_place_hold_it_and_nothing_that_is_not_needed(text, data):
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = around(starts, (start, end), len(text))
    assert first <= start < end <= last
    assert not [one for one in starts if first < one <= start or end <= one < last]


@pytest.mark.parametrize(
    "text",
    [
        "." * 50_000 + "x",
        "\n" * 50_000,
        " " * 50_000,
        "。" * 50_000 + "」",
        ".”" * 50_000,
        "“" * 50_000,
        "„." * 50_000,
        "‘.’a" * 50_000,
        "‘" + "’a" * 50_000,
        "“a.\n" * 20_000,
        "‘a.\n" * 20_000,
        "‘a." + "\n" * 50_000,
        "“" + "“a.”" * 20_000,
        "“a. “b.” " * 10_000,
        "a:\n" * 50_000,
        "A: b. " * 50_000,
        ": " * 50_000,
        "“a.” " * 50_000,
    ],
)
def test_sentences_are_found_in_a_time_that_grows_with_the_text(text):
    began = time.process_time()
    assert Sentences(text).around((0, 1))[0] == 0
    assert time.process_time() - began < 2  # seconds
