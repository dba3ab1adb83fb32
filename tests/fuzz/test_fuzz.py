"""A short run of `python -m tests.fuzz` with the same files each time has no failure."""

import pytest
from msgspec.structs import replace

from articles.imports.manuscript import read_manuscript
from articles.imports.readers.line import Line, Span
from tests.fuzz.cases import fuzz_case
from tests.fuzz.judge import faults_of_values, judge
from tests.fuzz.printed import Printed

TEXT = "Мосты степи\n\nАннотация. О мостах степи.\n\nКлючевые слова: мост".encode()


@pytest.mark.parametrize("number", range(60))
def test_a_mutated_file_is_read_or_refused_with_its_reason(number):
    name, data = fuzz_case(number)

    assert judge(data, name).faults == []


def test_one_number_makes_one_file():
    assert fuzz_case(7) == fuzz_case(7)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"value": "О мостах пустыни."}, "abstract invented: abstract.ru ['пустыни.']"),
        ({"lines": (1,)}, "abstract invented: abstract.ru ['мостах']"),
        ({"lines": ()}, "abstract.ru came from no line"),
        ({"lines": (9,)}, "abstract.ru came from lines [9], which are not there"),
    ],
)
def test_an_invented_value_is_a_fault(changed, fault):
    manuscript = read_manuscript(TEXT, "a.txt")
    values = [
        replace(value, **changed) if value.path == "abstract.ru" else value
        for value in manuscript.values
    ]

    assert faults_of_values(replace(manuscript, values=tuple(values)))[0] == fault


@pytest.mark.parametrize(
    "value", ["институты¹a,* мост", "институты мост", "институты¹ мост", "мост"]
)
def test_a_value_may_leave_out_raised_signs(value):
    spans = (Span(0, 9, "sup"), Span(10, 13, "sup"))
    line = Line(number=1, text="институты¹a,* мост", spans=spans)

    assert list(Printed([line]).lacks("title.ru", value)) == []
    assert list(Printed([line]).lacks("title.ru", f"{value} степи")) == ["степи"]


def test_initials_may_have_a_mark_between_them():
    line = Line(number=1, text="Nobayeva Zh.K.1*L")

    assert list(Printed([line]).lacks("authors", "K.L Zh.K.")) == []
    assert list(Printed([line]).lacks("authors", "K.M Q.")) == ["K.M", "Q."]


def test_a_tag_that_seems_broken_over_two_lines_is_text():
    lines = [Line(number=1, text="Иванов<su"), Line(number=2, text="p>1 Институт")]

    assert list(Printed(lines).lacks("affiliations", "p>1 Институт")) == []


@pytest.mark.parametrize(("printed", "value"), [("STѕDENTS", "STsDENTS"), ("Әјкен", "Әjкен")])
def test_a_repaired_look_alike_is_no_invention(printed, value):
    assert list(Printed([Line(number=1, text=printed)]).lacks("title.en", value)) == []
