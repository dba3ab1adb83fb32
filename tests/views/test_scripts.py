"""Texts of any script and language on a page: their direction, their language, unbroken numbers."""

import re

import pytest
from lxml import html

from articles.citations import STYLES
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Reference
from tests.factories import a_journal, a_public_article, an_author, an_issue

pytestmark = pytest.mark.django_db

ARABIC = "تاريخ السهوب"


def page_of(client, address):
    return html.document_fromstring(client.get(address).content.decode())


def ways(page, path):
    return [(element.get("lang"), element.get("dir")) for element in page.xpath(path)]


@pytest.fixture
def article():
    journal = a_journal()
    return a_public_article(
        journal,
        language="en",
        issue_id=an_issue(journal).pk,
        title=text(kk="Дала", en=f"{ARABIC} in 5 km"),
        abstract=text(en=ARABIC),
        keywords={"en": (ARABIC,)},
        authors=(an_author(names={"en": Name(ARABIC, "A.")}),),
        references=(Reference(text=f"{ARABIC}. P. 23–30.", romanized="Tarikh. P. 23–30."),),
    )


def test_texts_of_any_script_are_written_in_the_direction_of_their_letters(client, article):
    page = page_of(client, f"/en/articles/{article.pk}/")

    assert ways(page, "//h1") == [(None, "auto")]
    assert ways(page, "//div[@class='titles']/p[@lang]") == [("kk", "auto")]
    assert ways(page, "//p[@class='abst']") == [(None, "auto")]
    assert ways(page, "//div[@class='kw']//a") == [(None, "auto")]
    assert ways(page, "//section[@class='people']//b") == [(None, "auto")]
    assert ways(page, "//ol[@class='refs mt-s']//p") == [("en", "auto"), ("en", "auto")]


def test_a_list_isolates_titles_and_names_that_run_from_right_to_left(client, article):
    page = page_of(client, f"/en/steppe-science/issues/{article.issue_id}/")

    assert ways(page, "//ol[@class='toc']//h3/a") == [(None, "auto")]
    assert [name.text_content() for name in page.xpath("//ol[@class='toc']//bdi")] == [
        f"{ARABIC}\u00a0A."
    ]


@pytest.mark.parametrize(("reader", "language"), [("en", None), ("kk", None), ("ru", "en")])
def test_a_citation_in_another_language_than_the_page_says_so(client, article, reader, language):
    page = page_of(client, f"/{reader}/articles/{article.pk}/")

    assert ways(page, "//section[@class='section cite']//p[@id]") == [(language, "auto")] * len(
        STYLES
    )


def test_numbers_are_not_cut_and_the_text_is_as_stored(client, article):
    page = page_of(client, f"/en/articles/{article.pk}/")

    wholes = [
        span.text_content() for span in page.xpath("//h1/span | //*[@class='refs mt-s']//span")
    ]
    assert wholes == ["5 km", "P. 23–30", "P. 23–30"]
    assert re.sub(r"\\s+", " ", page.xpath("//h1")[0].text_content()).strip() == f"{ARABIC} in 5 km"


def test_a_button_has_the_citation_as_it_is_pasted(client):
    title = text(en="10<sup>3</sup> & CO<sub>2</sub>")
    article = a_public_article(language="en", title=title)

    page = page_of(client, f"/en/articles/{article.pk}/")

    copied = page.xpath("//button[@data-copy-from='apa']")[0].get("data-copy")
    assert copied == (
        f"Tolegenova, U. (2024). 10³ & CO₂. Steppe Science, 5–14. https://doi.org/{article.doi}"
    )
