"""An issue as one PDF: its own pages, the pages of its articles, and articles that fail."""

import io
from datetime import date

import msgspec
import pytest
from pypdf import PdfReader

from articles.exports.issue_edition import IssueMatter, placed_articles, typeset_issue
from articles.exports.issue_edition.board import board_html
from articles.exports.issue_edition.findings import article_findings, imprint_findings
from articles.exports.issue_edition.people import author_index
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.records.board import Group, Member
from articles.records.languages import text
from tests.factories import ISSUE, JOURNAL, a_public_record, an_author

MATTER = IssueMatter(
    journal=msgspec.structs.replace(
        JOURNAL,
        founder=text("Дала университеті", "Университет степи", "Steppe University"),
        city=text("Қарқара", "Каркара", "Karkara"),
    ),
    issue=msgspec.structs.replace(ISSUE, signed_on=date(2024, 3, 20)),
    certificate="KZ00VPY00000000",
    print_run=100,
    site="https://example.org",
    board=text(ru="<h2>Главный редактор</h2><p>Киялов Н.Д.</p>"),
)
LONG = "<p>" + "Дала өсімдіктері туралы сөз. " * 400 + "</p>"


def an_issue_of(*records, start=0):
    made = typeset_issue(MATTER, records, lambda _record: {}, start)
    return made, PdfReader(io.BytesIO(made.pdf))


def words(page):
    return " ".join(page.extract_text().replace("\u00ad", "").split())


def spans(made):
    return [(each.record.first_page, each.record.last_page) for each in made.articles]


def bookmarks(outline, depth=0):
    for each in outline:
        if isinstance(each, list):
            yield from bookmarks(each, depth + 1)
        else:
            yield depth, each.title


def test_pages_are_counted_from_the_title_page_and_flow_through_the_articles():
    made, pdf = an_issue_of(a_public_record(body=LONG), a_public_record())

    assert made.is_archival
    assert made.front == 3
    assert spans(made) == [("4", "6"), ("7", "7")]
    assert words(pdf.pages[6]).endswith("7")
    assert pdf.page_labels[3:] == ["4", "5", "6", "7", "8"]
    assert len(pdf.pages) == made.pages == 8


def test_the_first_article_begins_on_the_page_that_the_editor_chose():
    made, pdf = an_issue_of(a_public_record(body=LONG), a_public_record(), start=101)

    assert spans(made) == [("101", "103"), ("104", "104")]
    assert "Беттер / Страницы / Pages: 101–103" in words(pdf.pages[3])
    assert pdf.page_labels[3:] == ["101", "102", "103", "104", "105"]


def test_the_title_page_and_the_imprint_tell_who_publishes_the_issue():
    _made, pdf = an_issue_of(a_public_record())

    title, imprint, last = words(pdf.pages[0]), words(pdf.pages[1]), words(pdf.pages[-1])
    assert title == (
        "Дала университеті Университет степи Steppe University Дала ғылымы Наука степи "
        "Steppe Science 2024, № 1 (9) ISSN 0000-0000 Дала баспасы Издательство «Дала» "
        "Dala Press Қарқара, 2024 Каркара, 2024 Karkara, 2024"
    )
    assert (
        "Наука степи Учредитель: Университет степи Издатель: Издательство «Дала» "
        "Свидетельство о постановке на учёт периодического печатного издания: "
        "№ KZ00VPY00000000 ISSN (печатный): 0000-0000 Сайт: https://example.org "
        "Лицензия: CC BY 4.0 Редакционная коллегия Главный редактор Киялов Н.Д. "
        "© Издательство «Дала» 2024"
    ) in imprint
    assert (
        "Подписано в печать 20.03.2024. Дата выхода 29.03.2024. Формат A4 (60×84/8). "
        "Усл. печ. л. 0,6. Страниц: 5. Тираж 100 экз."
    ) in last


def test_contents_in_three_languages_lead_to_the_articles():
    section = text("Табиғат", "Природа", "Nature")
    only_english = a_public_record(title=text(en="Herbs"), language="en", section=section)

    _made, pdf = an_issue_of(a_public_record(section=section), only_english)

    contents = " ".join(words(page) for page in pdf.pages[2:4])
    assert "Мазмұны Табиғат Төлегенова Ұ.С. Дала өсімдіктері" in contents
    assert "Содержание Природа" in contents
    assert "Contents Nature" in contents
    assert contents.count("Herbs") == 3
    assert len(pdf.pages[2].get("/Annots", [])) >= 4
    titles = [title for depth, title in bookmarks(pdf.outline) if not depth]
    assert titles[1:4] == ["Мазмұны", "Содержание", "Contents"]
    assert titles[4:6] == ["Дала өсімдіктері", "Herbs"]
    assert titles[6:] == ["Авторлар", "Авторы", "Authors"]


def test_the_index_sorts_authors_by_the_alphabet_of_its_language():
    first = a_public_record(authors=(an_author(names={"kk": name("Өтеген")}), an_author()))
    second = a_public_record(authors=(an_author(), an_author(names={"kk": name("Оңғар")})))

    entries = author_index([first, second], "kk")

    assert [(each.name, each.articles) for each in entries] == [
        ("Оңғар Ә.", (1,)),
        ("Өтеген Ә.", (0,)),
        ("Төлегенова Ұлжан Сейітқызы", (0, 1)),
    ]


def name(family):
    return msgspec.structs.replace(
        an_author().names["kk"], family=family, given="Ә.", patronymic=""
    )


def test_an_article_that_cannot_be_typeset_is_there_by_its_head(monkeypatch):
    whole = placed_articles.typeset_pages

    def refuse(record, pictures, *design):
        if "hopeless" in record.body:
            raise TypesettingFailed
        return whole(record, pictures, *design)

    monkeypatch.setattr(placed_articles, "typeset_pages", refuse)
    made, pdf = an_issue_of(a_public_record(body="<p>hopeless</p>"), a_public_record())

    assert spans(made) == [("4", "4"), ("5", "5")]
    page = words(pdf.pages[3])
    assert "Дала өсімдіктері" in page
    assert "Мақаланың мәтіні бұл файлда жоқ." in page
    assert [str(each.message) for each in article_findings(made.articles[0])] == [
        "The text of the article cannot be typeset: the issue has its head alone."
    ]
    assert list(article_findings(made.articles[1])) == []


def test_a_picture_that_is_lost_is_named_in_the_issue_too():
    made, pdf = an_issue_of(a_public_record(body="<figure><img src='absent.png'></figure>"))

    assert "[сурет көрсетілмейді: absent.png]" in words(pdf.pages[3])
    assert [each.spot.excerpt for each in article_findings(made.articles[0])] == ["absent.png"]


def test_the_same_articles_give_the_same_bytes():
    record = a_public_record(body=LONG)

    assert an_issue_of(record)[0].pdf == an_issue_of(record)[0].pdf


@pytest.mark.parametrize(
    ("changes", "messages"),
    [
        ({}, []),
        (
            {"certificate": "", "print_run": None, "board": {}},
            [
                "The imprint leaves out: number of the registration certificate.",
                "The imprint leaves out: page about the editorial board.",
                "The imprint leaves out: print run.",
            ],
        ),
    ],
)
def test_what_the_imprint_leaves_out_is_told(changes, messages):
    matter = msgspec.structs.replace(MATTER, **changes)

    assert [str(each.message) for each in imprint_findings(matter)] == messages


def test_the_board_is_printed_by_groups_with_what_is_known_of_each_member():
    groups = [
        Group(
            title={"ru": "Главный редактор"},
            members=(
                Member(
                    name={"kk": "Қиялов & Н.", "ru": "Киялов Н."},
                    degree={"ru": "д.и.н."},
                    country="KZ",
                ),
            ),
        ),
        Group(members=(Member(name={"en": "Elinor Fernsby"}),)),
    ]

    assert board_html([]) == {}
    assert board_html(groups)["ru"] == (
        "<h2>Главный редактор</h2><ul><li>Киялов Н., д.и.н., Казахстан</li></ul>"
        "<ul><li>Elinor Fernsby</li></ul>"
    )
    assert "<li>Қиялов &amp; Н., д.и.н., Қазақстан</li>" in board_html(groups)["kk"]
