"""The authors of one language, and who belongs to which affiliation."""

import pytest

from articles.imports.manuscript.authors.author_lists import build_author_list
from articles.imports.manuscript.lines.paragraph import Paragraph
from tests.imports.manuscript.headers import read_header

STEPPE, RIVER = "Дала университеті, Семей, Қазақстан", "Жетісу университеті, Семей, Қазақстан"


def an_author_list(*texts):
    lines = [Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)]
    return build_author_list("kk", read_header(lines))


def test_lines_below_a_name_belong_to_its_author():
    authors = an_author_list(
        "Ерлан ТӨЛЕГЕНҰЛЫ", "профессор, a@example.org", STEPPE,
        "Гүлнар ӘБІШЕВА", "PhD докторант", RIVER,
    )  # fmt: skip

    assert [(person.name, person.emails, person.lines) for person in authors.people] == [
        ("Ерлан ТӨЛЕГЕНҰЛЫ", ("a@example.org",), (0, 1)),
        ("Гүлнар ӘБІШЕВА", (), (3, 4)),
    ]
    assert authors.people[1].degree == "PhD докторант"
    assert [line.name for line in authors.affiliations] == [STEPPE, RIVER]
    assert authors.affiliation_places == [[0], [1]]


@pytest.mark.parametrize(
    "texts",
    [
        ["Ерлан ТӨЛЕГЕНҰЛЫ", f"PhD, доцент, {STEPPE}"],
        ["Ерлан ТӨЛЕГЕНҰЛЫ1, Ж.К. Нобаева2", f"1PhD, доцент, {STEPPE}", f"2{RIVER}"],
    ],
)
def test_posts_before_an_organisation_are_its_author_s(texts):
    authors = an_author_list(*texts)

    assert authors.people[0].degree == "PhD, доцент"
    assert [person.degree for person in authors.people[1:]] == [""] * len(texts[2:])
    assert authors.affiliations[0].name == STEPPE


def test_an_orcid_on_the_line_of_a_mark_is_its_only_author_s():
    orcid = "0000-0000-2014-0100"

    authors = an_author_list(
        "Ерлан ТӨЛЕГЕНҰЛЫ1, Ж.К. Нобаева2", f"1{STEPPE}, a@example.org, ORCID {orcid}", f"2{RIVER}"
    )

    assert [person.orcids for person in authors.people] == [(orcid,), ()]


def test_a_note_in_brackets_names_the_corresponding_author_and_is_no_part_of_the_organisation():
    authors = an_author_list(
        "Ерлан ТӨЛЕГЕНҰЛЫ1, Ж.К. Нобаева2", f"1{STEPPE}", f"2{RIVER} (хат-хабар үшін автор)"
    )

    assert [person.marks.star for person in authors.people] == [False, True]
    assert [line.name for line in authors.affiliations] == [STEPPE, RIVER]


def test_an_orcid_on_the_line_of_a_mark_that_two_authors_have_is_nobody_s():
    authors = an_author_list(
        "Ерлан ТӨЛЕГЕНҰЛЫ1, Ж.К. Нобаева1", f"1{STEPPE}, ORCID 0000-0000-2014-0100"
    )

    assert [person.orcids for person in authors.people] == [(), ()]


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["К.Б. Мубашева2, Ж.К. Нобаева1", f"1{STEPPE}", f"2{RIVER}"], [[1], [0]]),
        (["К.Б. Мубашева1, Ж.К. Нобаева2,3", STEPPE, RIVER], [[0], [1]]),  # there is no third
        (["К.Б. Мубашева*, Ж.К. Нобаева1", STEPPE], [[0], [0]]),
        (["Мубашева К.Б.2 (к.т.н.), Нобаева Ж.К.1 (PhD)", f"1{STEPPE}", f"2{RIVER}"], [[1], [0]]),
    ],
)
def test_marks_name_the_affiliations_of_an_author(texts, places):
    assert an_author_list(*texts).affiliation_places == places


def test_an_organisation_in_small_letters_goes_on_below_one_with_a_place():
    authors = an_author_list(
        "К.Б. Мубашева", f"{STEPPE},", "агрономия факультеті, Тараз, Қазақстан"
    )

    assert [line.name for line in authors.affiliations]
