"""What each line of a header is, by the best sequence of all lines."""

import pytest

from articles.imports.manuscript.classify.chain import Chain, best_sequence
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.line_classifier import classify_lines
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.pipeline import assign_labelled_parts

COIN = Chain(
    features={"head": {"heads": 1.0}, "tail": {"tails": 1.0}, "edge": {"heads": 0.1}},
    transitions={"heads": {"heads": 0.5, "tails": -0.5}, "tails": {"tails": 0.5, "heads": -0.5}},
)
BOTH = ("heads", "tails")


def sequence(*features, allowed=None):
    names = [[feature] for feature in features]
    return best_sequence(COIN, COIN.scores(names, allowed or [BOTH] * len(names)))


def types_of(*texts):
    layout = Layout([Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)])
    assign_labelled_parts(layout)
    classify_lines(layout)
    return [choice.label for choice in layout.choices]


def test_the_neighbours_decide_for_an_unclear_line():
    assert [choice.label for choice in sequence("tail", "edge", "tail")] == ["tails"] * 3


def test_the_probabilities_of_all_labels_are_one_and_the_second_label_is_told():
    clear, unclear = sequence("head", "unknown")

    assert clear.probability > unclear.probability > 0.5
    assert (unclear.label, unclear.second) == ("heads", "tails")


def test_a_label_that_is_not_allowed_is_never_chosen():
    assert [choice.label for choice in sequence("head", allowed=[("tails",)])] == ["tails"]


def test_no_line_has_no_sequence():
    assert sequence() == []


ABSTRACT = "Аннотация. В статье описаны тени выдуманных колодцев и их глубина."


@pytest.mark.parametrize(
    ("texts", "types"),
    [
        (
            ["УЧЁТ ТЕНЕЙ В СТЕПИ", "Тестова А.Л.¹, Мысалов К.Т.²",
             "¹Институт теней, Тараз, Казахстан", "кандидат исторических наук, доцент",
             "²Пробный университет, Семей, Казахстан", "докторант", ABSTRACT],
            ["title", "byline", "affiliation", "degree", "affiliation", "degree", "abstract"],
        ),
        (
            ["Анна Тестова", "докторант", "Институт теней, Тараз, Казахстан",
             "Кайрат Мысалов", "профессор", "Пробный университет, Семей, Казахстан",
             "Учёт теней в степи: опыт одного лета", ABSTRACT],
            ["byline", "degree", "affiliation", "byline", "degree", "affiliation", "title",
             "abstract"],
        ),
        (
            ["Учёт теней в степи: опыт одного лета", "Тестова А.Л.", "Институт теней,",
             "Тараз, Казахстан", ABSTRACT],
            ["title", "byline", "affiliation", "continuation", "abstract"],
        ),
    ],
)  # fmt: skip
def test_lines_of_posts_are_no_authors_and_names_are_no_titles(texts, types):
    assert types_of(*texts) == types


@pytest.mark.parametrize("marks", [("¹", "²"), ("1", "2"), ("", "")])
def test_a_line_of_nothing_but_identifiers_with_marks_is_one_of_contacts(marks):
    ids = ("0000-0000-2000-0100", "0000-0000-2000-0101")
    line = ", ".join(f"{mark}ORCID {one}" for mark, one in zip(marks, ids, strict=True))

    *_others, of_line = types_of("A. Nobay, B. Tan", "Steppe University, Tomsk, Russia", line)

    assert of_line == "contact"


def test_an_organisation_with_its_town_is_no_line_of_contacts():
    (line,) = types_of("Steppe University, Tomsk, Russia, a@example.org, ORCID 0000-0000-2000-0100")

    assert line == "affiliation"
