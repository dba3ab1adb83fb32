"""The whole path in a browser: entered by an editor, read by a reader, in three languages."""

import pytest

from articles.models import Article, User

pytestmark = pytest.mark.django_db(transaction=True)

JOURNAL = {
    "name_kk": "Дала хабаршысы",
    "name_ru": "Вестник степи",
    "name_en": "Steppe Bulletin",
    "slug": "steppe-bulletin",
    "publisher_en": "Dala Press",
    "issn_print": "0000-0000",
    "doi_prefix": "10.5555",
}
ISSUE = {"year": "2024", "number": "1", "through_number": "134"}
ARTICLE = {
    "title_kk": "Дала құстарының үні",
    "title_ru": "Голоса степных птиц",
    "title_en": "Voices of steppe birds",
    "abstract_kk": "Мақалада дала құстарының үні сипатталады.",
    "abstract_ru": "В статье описаны голоса степных птиц.",
    "abstract_en": "The article describes the voices of steppe birds.",
    "keywords_kk": "дала; құс; үн",
    "keywords_ru": "степь; птица; голос",
    "keywords_en": "steppe; bird; voice",
    "doi": "10.5555/0000-0000/2024-1-1",
    "first_page": "23",
    "last_page": "30",
    "received_on": "2024-01-15",
    "accepted_on": "2024-02-20",
    "irsti": "34.33.27",
    "references_original": "Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.",
    "references_romanized": "Särsenov Q. Dala kitaby. – Qarqara: Dala, 2019. – 120 b.",
}
NAMES = {
    "family_name_kk": "Төлегенова",
    "given_name_kk": "Ұлжан",
    "family_name_ru": "Тулегенова",
    "given_name_ru": "Улжан",
    "family_name_en": "Tolegenova",
    "given_name_en": "Ulzhan",
}
ORGANISATION = {
    "name_kk": "Дала университеті",
    "name_ru": "Университет степи",
    "name_en": "Steppe University",
}


def fill(page, values, prefix=""):
    for name, value in values.items():
        page.fill(f"#content [name='{prefix}{name}']", value)


def sign_in(page, site):
    User.objects.create_superuser("aigul", "aigul@example.org", "dala-2024-qus")
    page.goto(f"{site}/admin/login/")
    fill(page, {"username": "aigul", "password": "dala-2024-qus"})
    page.press("#content [name='password']", "Enter")
    page.wait_for_url(f"{site}/admin/")


def enter(page, address, values):
    page.goto(address)
    fill(page, values)
    page.click("[name='_save']")
    page.wait_for_load_state()


def enter_article(page, site):
    page.goto(f"{site}/admin/articles/article/add/")
    page.select_option("form#article [name='language']", "kk")
    fill(page, ARTICLE)
    fill(page, ORGANISATION, "affiliations-0-")
    fill(page, {**NAMES, "marks": "1"}, "authorships-0-")
    page.click("[name='_publish']")
    page.wait_for_url("**/publish/")


def test_an_editor_enters_an_article_and_a_reader_reads_it_in_three_languages(page, live_server):
    site = live_server.url
    sign_in(page, site)
    enter(page, f"{site}/admin/articles/journal/add/", JOURNAL)
    page.goto(f"{site}/admin/articles/issue/add/")
    page.select_option("#content [name='journal']", label=JOURNAL["name_kk"])
    fill(page, ISSUE)
    page.click("[name='_save']")
    enter_article(page, site)
    page.fill("[name='published_on']", "2024-03-29")
    page.click("[name='do'][value='publish']")
    page.wait_for_load_state()

    article = Article.objects.get()
    assert article.status == "published"
    for language in ("kk", "ru", "en"):
        page.goto(f"{site}/{language}/articles/{article.pk}/")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").inner_text().replace("\u00ad", "") == ARTICLE[f"title_{language}"]
        for other in ("kk", "ru", "en"):
            body = page.locator(f".tri__body[lang='{other}']").text_content()
            assert ARTICLE[f"abstract_{other}"] in body.replace("\u00ad", "")
        assert page.locator(f"dd a[href='https://doi.org/{ARTICLE['doi']}']").first.is_visible()
