"""The article page: three languages, what is missing marked, what was retracted said."""

import re
from datetime import date

import msgspec
import pytest

from articles.editing import save_article, working_record
from articles.models import Page
from articles.publishing import retract_article, withdraw_article
from articles.publishing.publication import relate
from articles.publishing.release import release
from articles.records.languages import text
from articles.records.record import Galley, Reference
from tests.factories import a_journal, a_public_article, an_author, an_issue

pytestmark = pytest.mark.django_db

GALLEY = Galley(language="kk", name="мақала.pdf", size=6, pages=8, checksum="0" * 64, path="g.pdf")


def page(client, article, language="kk"):
    response = client.get(f"/{language}/articles/{article.pk}/")
    assert response.status_code == 200
    return without_indents(response.content.decode())


def without_indents(html):
    """Without white space that a reader does not see."""
    html = re.sub(r">\s+<", "><", html)
    html = re.sub(r"(<(?:h1|p|label)\b[^>]*>)\s+", r"\1", html)
    return re.sub(r"\s+", " ", re.sub(r"\s+(</(?:h1|p|label)>)", r"\1", html))


def changed(article, **changes):
    save_article(msgspec.structs.replace(working_record(article), **changes), article=article)
    release(article)


def elements(html, name):
    return re.findall(rf"<{name}\b[^>]*>.*?</{name}>", html, re.DOTALL)


def test_the_page_has_all_titles_and_abstracts_each_with_its_language(client):
    html = page(client, a_public_article(), "ru")

    assert elements(html, "h1") == ['<h1 class="title" dir="auto">Растения степи</h1>']
    assert '<p lang="kk" dir="auto">Дала өсімдіктері</p>' in html
    assert '<p lang="en" dir="auto">Plants of the steppe</p>' in html
    bodies = re.findall(r'<div class="tri__body" lang="(\w\w)">', html)
    assert bodies == ["kk", "ru", "en"]
    checked = re.findall(r'value="(\w+)" checked', html)
    assert checked == ["ru", "o"]


def test_a_missing_title_is_shown_in_the_articles_language_and_marked(client):
    article = a_public_article(
        title=text(kk="Дала өсімдіктері"), abstract=text(kk="Түрлері сипатталады.")
    )

    html = page(client, article, "en")

    assert elements(html, "h1") == ['<h1 class="title" lang="kk" dir="auto">Дала өсімдіктері</h1>']
    assert "There is no English translation" in html
    assert 'value="kk" checked' in html
    assert re.findall(r'value="(\w\w)" disabled', html) == []  # its keywords are there


def test_a_language_without_abstract_and_keywords_cannot_be_chosen(client):
    article = a_public_article(
        title=text(kk="Дала"), abstract=text(kk="Сипатталады."), keywords={"kk": ("дала",)}
    )

    html = page(client, article, "en")

    assert re.findall(r'value="(\w\w)" disabled', html) == ["ru", "en"]


def test_markup_is_runs_and_all_else_is_text(client):
    article = a_public_article(title=text(kk="CO<sub>2</sub> & <script>alert(1)</script>"))

    html = page(client, article)

    assert elements(html, "h1") == [
        '<h1 class="title" dir="auto">CO<sub>2</sub> &amp; '
        "&lt;script&gt;alert(1)&lt;/script&gt;</h1>"
    ]
    assert "alert(1)</script>" not in html.replace("&lt;/script&gt;", "")


def test_soft_hyphens_stand_in_headings_and_never_in_the_head(client):
    article = a_public_article(title=text(kk="Институционалдандырылуы туралы"))

    html = page(client, article)

    head, _head, body = html.partition("</head>")
    assert "\u00ad" not in head
    assert "\u00ad" in elements(body, "h1")[0]


def test_both_reference_lists_are_there_with_their_languages(client):
    reference = Reference(
        text="Сурма И. В. Дипломатия // Вестник. URL: http://example.org/a.",
        romanized="Surma I.V. Diplomatiya.",
        doi="10.5555/ref",
    )
    html = page(client, a_public_article(references=(reference,)))

    link = '<a href="http://example.org/a">http://example.org/a</a>'
    doi = '<a href="https://doi.org/10.5555/ref">https://doi.org/10.5555/ref</a>'
    assert (
        '<li id="ref1"><p class="orig" lang="ru" dir="auto">'
        f"Сурма И. В. Дипломатия // Вестник. URL: {link}. {doi}</p>"
        f'<p class="roman" lang="ru-Latn" dir="auto">Surma I.V. Diplomatiya. {doi}</p></li>'
    ) in html


def test_a_reference_that_is_romanized_alone_is_in_latin_letters_of_no_known_language(client):
    html = page(client, a_public_article(references=(Reference(romanized="Surma I.V. Stepi."),)))

    assert '<p class="orig" lang="und-Latn" dir="auto">Surma I.V. Stepi.</p></li>' in html


def test_only_the_corresponding_authors_address_is_shown(client):
    authors = (
        an_author(email="hidden@example.org"),
        an_author(email="shown@example.org", corresponding=True),
    )

    html = page(client, a_public_article(authors=authors))

    assert "mailto:shown@example.org" in html
    assert "hidden@example.org" not in html


def test_what_an_editor_has_not_released_is_not_shown(client):
    article = a_public_article()
    record = msgspec.structs.replace(working_record(article), title=text(kk="Жаңа атау"))
    save_article(record, article=article)

    assert "Жаңа атау" not in page(client, article)


def test_a_retracted_article_says_so_and_names_its_notice(client):
    journal = a_journal()
    article = a_public_article(journal)
    notice = a_public_article(
        journal, doi="10.5555/notice", type="retraction", abstract=text(kk="Деректер расталмады.")
    )
    retract_article(article, notice)

    html = page(client, article)

    assert '<section class="notice notice--bad"' in html
    assert "Деректер расталмады." in html
    assert f'<a href="/kk/articles/{notice.pk}/">' in html
    assert '<span class="st bad" dir="ltr">' in elements(html, "h1")[0]


def test_a_corrected_article_stays_published_and_is_marked(client):
    journal = a_journal()
    article = a_public_article(journal)
    notice = a_public_article(journal, doi="10.5555/notice", type="correction")
    relate(notice, article, "corrects", "corrected_by")
    release(article)
    release(notice)

    assert '<section class="notice notice--warn"' in page(client, article)
    assert f'href="/kk/articles/{article.pk}/"' in page(client, notice)


def test_a_withdrawn_article_keeps_a_page_that_says_why_and_nothing_more(client):
    article = a_public_article(galleys=(GALLEY,))
    galley = article.galleys.get()
    withdraw_article(article, reason="Авторлардың өтініші бойынша.")

    html = page(client, article)

    assert "Авторлардың өтініші бойынша." in html
    assert "Мақалада дала" not in html
    assert "Төлегенова" not in html
    assert client.get(f"/kk/articles/{article.pk}/files/{galley.pk}/мақала.pdf").status_code == 410
    assert client.get(f"/articles/{article.pk}/export/ris").status_code == 410
    assert client.get(f"/doi/{article.doi}").status_code == 302


@pytest.mark.parametrize(
    "change",
    [
        lambda article: changed(article, title=text(kk="Өзге атау")),
        lambda article: article.journal.save(),
        lambda article: article.issue.save(),
        lambda article: Page.objects.create(
            journal=article.journal, slug="about", title_kk="Журнал туралы"
        ),
    ],
    ids=["release", "journal", "issue", "page"],
)
def test_the_mark_of_a_page_moves_with_whatever_it_shows(client, change):
    journal = a_journal()
    article = a_public_article(journal, issue_id=an_issue(journal).pk)
    address = f"/kk/articles/{article.pk}/"
    before = client.get(address).headers["ETag"]

    change(article)

    assert client.get(address, headers={"If-None-Match": before}).status_code == 200


def test_each_language_is_its_own_canonical_and_names_the_others(client, settings):
    article = a_public_article()

    html = page(client, article, "ru")

    root = f"{settings.SITE_URL}/{{}}/articles/{article.pk}/".format
    assert f'<link rel="canonical" href="{root("ru")}">' in html
    assert re.findall(r'hreflang="([\w-]+)" href="(http[^"]+)"', html) == [
        ("kk", root("kk")),
        ("ru", root("ru")),
        ("en", root("en")),
        ("x-default", root("kk")),
    ]
    assert f'<link rel="cite-as" href="https://doi.org/{article.doi}">' in html


def test_dates_of_its_history_stand_in_order(client):
    article = a_public_article(revised_on=date(2024, 2, 1))

    html = page(client, article, "en")

    card = html[html.index('id="hist"') :]
    assert re.findall(r'<dt>(\w+)</dt><dd><time datetime="([\d-]+)">', card) == [
        ("Received", "2024-01-15"),
        ("Revised", "2024-02-01"),
        ("Accepted", "2024-02-20"),
        ("Published", "2024-03-29"),
    ]
