"""The make-up page of an issue: positions, pages, and files proposed and attached."""

import re

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from lxml import html

from articles.editing import working_record
from articles.models import Article
from articles.records.languages import text
from tests.factories import a_galley, a_journal, a_member, an_article, an_issue
from tests.publishing.pdfs import a_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue():
    return an_issue(a_journal(), published_on=None)


@pytest.fixture
def editor(client, issue):
    client.force_login(a_member(issue.journal))
    return client


def of(issue, position, first="", last="", **changes):
    facts = {"title": text(en=f"Plants, part {position}"), "doi": f"10.5555/page-{position}"}
    return an_article(
        issue.journal,
        issue_id=issue.pk,
        position=position,
        first_page=first,
        last_page=last,
        **{**facts, **changes},
    )


def address(issue):
    return f"/admin/articles/issue/{issue.pk}/makeup/"


def do(editor, issue, action, **typed):
    """The response, and the messages that the editor sees next."""
    editor.cookies.pop("messages", None)
    response = editor.post(address(issue), {"do": action, **typed})
    return response, [str(message) for message in get_messages(response.wsgi_request)]


def places(issue):
    rows = Article.objects.filter(issue=issue).order_by("position", "pk")
    return [(row.doi[-1], row.position, row.first_page, row.last_page) for row in rows]


def typed(article, **values):
    return {f"{name}-{article.pk}": value for name, value in values.items()}


def test_the_page_shows_each_article_with_its_problem(editor, issue):
    first, second = of(issue, 1, "5", "6"), of(issue, 2, "9", "9")

    response = editor.get(address(issue))

    lines = response.context["lines"]
    assert [(line.article.pk, line.title, line.problem) for line in lines] == [
        (first.pk, "Plants, part 1", ""),
        (second.pk, "Plants, part 2", "Missing pages before it: 7–8."),
    ]
    assert (response.context["start"], response.context["proposals"]) == (5, [])
    assert response.context["may_arrange"] is True


def test_defaults_are_page_one_and_the_number_of_the_article_as_title(editor, issue):
    article = of(issue, 1, title={})

    context = editor.get(address(issue)).context

    assert context["start"] == 1
    assert [line.title for line in context["lines"]] == [f"№ {article.pk}"]


def test_an_auditor_sees_the_page_and_cannot_change_it(client, issue):
    article = of(issue, 1, "5", "6")
    client.force_login(a_member(issue.journal, "auditor"))

    page = client.get(address(issue))
    refused = client.post(address(issue), {"do": "save", **typed(article, first="7", last="8")})

    assert (page.status_code, page.context["may_arrange"]) == (200, False)
    assert (refused.status_code, places(issue)) == (403, [("1", 1, "5", "6")])


def test_positions_and_pages_are_saved_as_typed(editor, issue):
    first, second = of(issue, 1, "5", "6"), of(issue, 2, "7", "7")

    response, messages = do(
        editor,
        issue,
        "save",
        **typed(first, position="2", first=" S1 ", last="S2", version="1"),
        **typed(second, position="1", first="7", last="7", version="1"),
    )

    assert (response.status_code, response.url) == (302, address(issue))
    assert messages == ["Articles changed: 2."]
    assert places(issue) == [("2", 1, "7", "7"), ("1", 2, "S1", "S2")]


@pytest.mark.parametrize(
    ("position", "saved"),
    [("9999", 9999), ("10000", None), ("0", None), ("-1", None), ("", None), ("x", None)],
)
def test_a_position_is_a_number_below_ten_thousand(editor, issue, position, saved):
    article = of(issue, 1, "5", "6")

    do(editor, issue, "save", **typed(article, position=position, first="5", last="6"))

    assert places(issue) == [("1", saved, "5", "6")]


def test_a_page_is_cut_to_twenty_characters(editor, issue):
    article = of(issue, 1)

    do(editor, issue, "save", **typed(article, position="1", first="a" * 30, last="b" * 30))

    assert places(issue) == [("1", 1, "a" * 20, "b" * 20)]


def test_pages_are_counted_in_the_order_of_the_positions(editor, issue):
    first, second, third = (of(issue, position) for position in (1, 2, 3))

    _, messages = do(
        editor,
        issue,
        "fill",
        start="101",
        **typed(first, position="2", length="3"),
        **typed(second, position="1", length="2"),
        **typed(third, length="4"),
    )

    assert messages == ["Articles changed: 3."]
    assert places(issue) == [("2", 1, "101", "102"), ("1", 2, "103", "105"), ("3", 3, "106", "109")]


def test_a_length_that_is_not_typed_is_the_length_of_the_article(editor, issue):
    first, second = of(issue, 1, "5", "6"), of(issue, 2)

    do(
        editor,
        issue,
        "fill",
        start="11",
        **typed(first, position="1"),
        **typed(second, position="2"),
    )

    assert places(issue) == [("1", 1, "11", "12"), ("2", 2, "", "")]


def test_a_change_by_somebody_else_is_a_conflict(editor, issue):
    article = of(issue, 1, "5", "6")
    do(editor, issue, "save", **typed(article, position="1", first="7", last="8"))

    response, messages = do(
        editor, issue, "save", **typed(article, position="1", first="9", last="9", version="1")
    )

    assert len(messages) == 1
    assert "Nothing is saved yet" in messages[0]
    assert f'name="first-{article.pk}" size="6" maxlength="20" value="9"' in response.text
    assert "order 1, pages 7–8" in response.text
    assert places(issue) == [("1", 1, "7", "8")]


def test_an_unknown_version_counts_as_the_current_one(editor, issue):
    article = of(issue, 1, "5", "6")

    _, messages = do(
        editor, issue, "save", **typed(article, position="1", first="7", last="8", version="99")
    )

    assert messages == ["Articles changed: 1."]


def test_an_unknown_button_does_nothing(editor, issue):
    response, messages = do(editor, issue, "odd")

    assert (response.status_code, messages) == (302, [])


def a_file(*pages, name="whole.pdf"):
    return ContentFile(a_pdf(*pages).read(), name)


def tokens(response):
    return re.findall(r'name="key-\d+" value="([^"]+)"', response.content.decode())


def attached(article):
    return [galley.name for galley in working_record(Article.objects.get(pk=article.pk)).galleys]


def test_the_pdf_of_an_issue_is_cut_proposed_and_attached(editor, issue):
    first, second = of(issue, 1, "1", "2"), of(issue, 2, "3", "3")
    whole = a_file(["cover"], ["10.5555/page-1"], ["2"], ["nothing alike"])

    response, _ = do(editor, issue, "cut", whole=whole, first_number="0")

    proposals = response.context["proposals"]
    assert [(file.title, file.proposal.article) for file in proposals] == [
        ("Plants, part 1", first.pk),
        ("Plants, part 2", second.pk),
    ]
    issue.refresh_from_db()
    assert len(issue.pdf.read()) == whole.size
    selected = {"take": ["1"], "article-1": second.pk, "key-1": tokens(response)[0]}
    response, messages = do(editor, issue, "attach", **selected)
    assert messages == ["Files attached: 1."]
    assert attached(second) == ["1-2.pdf"]
    assert attached(first) == []
    again, _ = do(editor, issue, "cut", first_number="0")
    assert len(again.context["proposals"]) == 2


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"do": "cut", "first_number": "1"}, "Choose the file."),
        (
            {"do": "cut", "first_number": "x"},
            "Enter the page number printed on the first page of the file.",
        ),
        ({"do": "match"}, "Choose the files."),
        (
            {"do": "attach", "take": "1", "article-1": "1", "key-1": "forged"},
            "This page has expired. Upload the files again.",
        ),
        ({"do": "attach"}, "Files attached: 0."),
    ],
)
def test_an_error_message_says_what_is_wrong(editor, issue, sent, message):
    of(issue, 1, "1", "1")

    assert do(editor, issue, sent["do"], **sent)[1] == [message]


def test_at_most_twenty_files_are_matched(editor, issue):
    of(issue, 1)
    files = [a_file([f"10.5555/page-{number}"], name=f"{number}.pdf") for number in range(1, 22)]

    response, _ = do(editor, issue, "match", files=files)

    proposals = response.context["proposals"]
    assert (len(proposals), proposals[0].title, proposals[1].title) == (20, "Plants, part 1", "")


def test_a_file_proposed_for_another_issue_or_for_no_article_is_not_attached(editor, issue):
    article = of(issue, 1, "1", "1")
    other = an_issue(issue.journal, number="2")
    response, _ = do(editor, issue, "match", files=[a_file(["10.5555/page-1"])])
    selected = {"take": ["1"], "key-1": tokens(response)[0]}

    messages = [
        *do(editor, other, "attach", **selected, **{"article-1": article.pk})[1],
        *do(editor, issue, "attach", **selected, **{"article-1": ""})[1],
    ]

    assert messages == ["Files attached: 0."] * 2
    assert attached(article) == []


def test_the_strip_shows_empty_and_doubled_pages(editor, issue):
    for place, (first, last) in enumerate([("3", "5"), ("7", "9"), ("9", "9"), ("S1", "")], 1):
        of(issue, place, first, last)

    page = editor.get(address(issue)).text

    strip = html.document_fromstring(page).xpath("//ol[@class='d-strip']/li")
    assert [(item.text_content(), item.get("class")) for item in strip] == [
        ("3–5", None),
        ("6 empty", "none"),
        ("7–8", None),
        ("9 overlap", "twice"),
    ]


def thumbnail_of(article):
    return f"/admin/articles/article/{article.pk}/thumbnail.png"


def test_the_page_leads_to_a_picture_of_each_pdf(editor, issue):
    with_pdf = of(issue, 1, galleys=(a_galley(a_pdf(["x"]).read()),))
    without = of(issue, 2)

    page = html.document_fromstring(editor.get(address(issue)).text)
    answers = [editor.get(thumbnail_of(article)) for article in (with_pdf, without)]

    (picture,) = page.xpath("//img[@class='d-leaf']")
    assert picture.get("src").partition("?")[0] == thumbnail_of(with_pdf)
    assert picture.get("loading") == "lazy"
    assert [answer["Content-Type"] for answer in answers] == ["image/png", "image/png"]
    assert len(b"".join(answers[0].streaming_content)) > 200 > len(answers[1].content)


def test_a_picture_is_shown_to_those_alone_who_may_see_the_article(client, issue):
    article = of(issue, 1, galleys=(a_galley(a_pdf(["x"]).read()),))
    codes = {}
    for role in ("auditor", "section_editor"):
        client.force_login(a_member(issue.journal, role))
        codes[role] = client.get(thumbnail_of(article)).status_code
    client.logout()

    assert codes == {"auditor": 200, "section_editor": 403}
    assert client.get(thumbnail_of(article)).status_code == 302
