"""Pasted author blocks: languages told apart, people and organisations read, the rest kept."""

import pytest

from articles.imports import Unreadable
from articles.imports.manuscript.author_block.block import read_author_block

THREE = """
А.Б. Ахметов¹*, С.К. Оспанова²
¹ Дала университеті, Физика кафедрасы, Қарқара, Қазақстан
² Жусан институты, Қарқара қ., Қазақстан
*Корреспонденция үшін автор: akhmetov@example.org

А.Б. Ахметов¹*, С.К. Оспанова²
¹ Университет степи, кафедра физики, Каркара, Казахстан
² Институт полыни, г. Каркара, Казахстан

A.B. Akhmetov¹*, S.K. Ospanova²
¹ Steppe University, Department of Physics, Karkara, Kazakhstan
² Wormwood Institute, Karkara, Kazakhstan
ORCID: 0000-0002-1825-0097, 0000-0001-5109-3700
"""
APART = """
Ахметов Асан Болатұлы
PhD, қауымдастырылған профессор
Дала университеті, Қарқара, Қазақстан
E-mail: asan@example.org

Оспанова Сәуле Қайратқызы
докторант
Жусан институты, Қарқара қ., Қазақстан

Ахметов Асан Болатович
PhD, ассоциированный профессор
Университет степи, Каркара, Казахстан

Оспанова Сауле Кайратовна
докторант
Институт полыни, г. Каркара, Казахстан
"""
ABOVE = """
Дала университеті, Қарқара, Қазақстан
А.Б. Ахметов*, С.К. Оспанова
Университет степи, Каркара, Казахстан
А.Б. Ахметов*, С.К. Оспанова
"""
PROSE = (
    "В этой статье рассматривается влияние засоления на почвы степной зоны. Мы показали, что "
    "урожайность падает на треть, если не проводить промывку.\n\nРезультаты опубликованы ранее."
)


def languages_of(block):
    return [(part.language, len(part.manuscript.authors)) for part in block.parts]


def names_of(part):
    return [author.name[part.language] for author in part.manuscript.authors]


def test_languages_pasted_below_one_another_are_told_apart():
    block = read_author_block(THREE)

    assert languages_of(block) == [("kk", 2), ("ru", 2), ("en", 2)]
    kk, _ru, en = (part.manuscript for part in block.parts)
    assert [author.affiliations for author in kk.authors] == [(1,), (2,)]
    assert [(author.email, author.corresponding) for author in kk.authors] == [
        ("akhmetov@example.org", True),
        (None, False),
    ]
    assert [author.orcid for author in en.authors] == ["0000-0002-1825-0097", "0000-0001-5109-3700"]
    assert en.affiliations[0].name["en"] == (
        "Steppe University, Department of Physics, Karkara, Kazakhstan"
    )
    assert block.unread == ()


def test_each_author_may_have_lines_of_their_own():
    block = read_author_block(APART)

    assert languages_of(block) == [("kk", 2), ("ru", 2)]
    first, second = block.parts[0].manuscript.authors
    assert (first.degree["kk"], first.email, first.affiliations) == (
        "PhD, қауымдастырылған профессор", "asan@example.org", (1,),
    )  # fmt: skip
    assert (second.degree["kk"], second.email, second.affiliations) == ("докторант", None, (2,))


def test_organisations_may_stand_above_the_names():
    block = read_author_block(ABOVE)

    organisations = [part.manuscript.affiliations[0].name for part in block.parts]
    assert organisations == [
        {"kk": "Дала университеті, Қарқара, Қазақстан"},
        {"ru": "Университет степи, Каркара, Казахстан"},
    ]


def test_names_alone_are_in_the_languages_that_are_left():
    block = read_author_block("К.Б. Сынаков, Ж.О. Үлгіева\nК.Б. Сынаков, Ж.О. Ульгиева\n"
                              "K.B. Synakov, Zh.O. Ulgieva")  # fmt: skip

    assert languages_of(block) == [("kk", 2), ("ru", 2), ("en", 2)]


def test_an_editor_may_choose_the_language_of_a_part():
    block = read_author_block(ABOVE, {0: "ru", 1: "kk"})

    assert languages_of(block) == [("ru", 2), ("kk", 2)]


def test_a_language_that_comes_again_is_not_read():
    block = read_author_block(ABOVE, {1: "kk"})

    assert languages_of(block) == [("kk", 2), (None, 0)]
    assert block.unread == tuple(ABOVE.strip().splitlines()[2:])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Иванов Иван Иванович\nПетров Пётр Петрович\nСидорова Анна Ильинична", 3),
        ("1. Ким А.Б.\n2. Цой В.Г.\n3. Smith J.", 3),
        ("Ахметов А.Б.\nАхметов Б.Б.\nАхметова А.К.", 3),  # relatives
        ("Ахметов А.Б.¹, Цой В.Г.1*", 2),  # raised and plain marks
        ("**К.Б. Сынаков\\***\n*Ж.О. Үлгіева*", 2),  # Markdown
    ],
)
def test_names_one_a_line_stay_apart(names, expected):
    block = read_author_block(f"{names}\nИнститут степи, Каркара, Казахстан")

    assert languages_of(block) == [("ru", expected)]


def test_marks_without_an_organisation_are_told():
    block = read_author_block("А.А. Үлгіева¹*, В.В. Образцова¹,³\n¹ Институт степи, г. Каркара")

    assert block.parts[0].unknown_marks == ((), ("3",))


def test_marks_of_names_alone_are_all_unknown():
    block = read_author_block("А.А. Үлгіева¹, В.В. Образцова²")

    assert block.parts[0].unknown_marks == (("1",), ("2",))


def test_numbered_organisations_on_one_line_are_apart():
    block = read_author_block(
        "A.B. Akhmetov1, S.K. Ospanova2\n"
        "1 Steppe University, Karkara; 2 Wormwood Institute, Karkara"
    )

    organisations = block.parts[0].manuscript.affiliations
    assert [each.name["en"] for each in organisations] == [
        "Steppe University, Karkara",
        "Wormwood Institute, Karkara",
    ]


def test_three_hundred_authors_on_one_line_are_read():
    starts = (
        "Ba",
        "Ke",
        "No",
        "Sa",
        "Ri",
        "Tu",
        "Mo",
        "Li",
        "Da",
        "Ge",
        "Fo",
        "Ne",
        "Pu",
        "Zo",
        "Va",
    )
    ends = [f"{a}{b}" for a in "bknsrtmldg" for b in "ou"]
    families = [f"{start}{end}nov" for start in starts for end in ends]
    line = ", ".join(f"{name[0]}. {name}{at % 2 + 1}" for at, name in enumerate(families))

    block = read_author_block(f"{line}\n1 Steppe University, Karkara, Kazakhstan\n2 Wormwood "
                              "Institute, Karkara, Kazakhstan")  # fmt: skip

    assert languages_of(block) == [("en", 300)]
    authors = block.parts[0].manuscript.authors
    assert [author.affiliations for author in authors[:3]] == [(1,), (2,), (1,)]
    assert names_of(block.parts[0]) == [f"{name[0]}. {name}" for name in families]


def test_prose_has_no_authors():
    block = read_author_block(PROSE)

    assert (block.parts, len(block.unread)) == ((), 2)


def test_nothing_but_blanks_is_refused():
    with pytest.raises(Unreadable):
        read_author_block(" \n ")
