"""A kept page follows what it was made of: a change of any of it makes the page anew."""

import gzip

import msgspec
import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import override_settings

from articles.editing import save_article, working_record
from articles.models import Author, Page, Section, TitlePeriod
from articles.page_cache import cached_page, program_mark
from articles.publishing.publication import withdraw_article
from articles.publishing.relations import relate
from articles.publishing.release import release
from journal.breaker import Breaker
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    an_article,
    an_author,
    an_issue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def place():
    journal = a_journal()
    section = Section.objects.create(journal=journal, title_kk="Тарих")
    issue = an_issue(journal)
    person = Author.objects.create(family_name_kk="Төлегенова")
    authors = (an_author(author_id=person.pk),)
    article = a_public_article(journal, issue_id=issue.pk, section_id=section.pk, authors=authors)
    return article, issue, person


def lists(issue, person):
    root = "/kk/steppe-science/"
    return [root, f"{root}issues/{issue.pk}/", f"/kk/authors/{person.pk}/"]


def saved(article, **changes):
    record = msgspec.structs.replace(working_record(article), **changes)
    save_article(record, article=article, base=article.version)
    article.refresh_from_db()


def test_lists_show_a_new_title_once_it_is_released_and_not_before(client, place):
    article, issue, person = place
    before = [client.get(page).content for page in lists(issue, person)]

    saved(article, title={"kk": "Жаңа тақырып"})
    assert [client.get(page).content for page in lists(issue, person)] == before

    release(article)
    for page in lists(issue, person):
        assert "Жаңа тақырып" in client.get(page).text


@pytest.mark.parametrize("page", ["/kk/steppe-science/", "/kk/articles/{}/"])
def test_pages_follow_their_journal_and_what_belongs_to_it(client, place, page):
    article, issue, _person = place
    address, journal = page.format(article.pk), article.journal
    client.get(address)

    journal.name_kk = "Жаңа журнал"
    journal.save()
    assert "Жаңа журнал" in client.get(address).text

    about = Page.objects.create(journal=journal, slug="about", title_kk="Редакция алқасы")
    assert "Редакция алқасы" in client.get(address).text

    about.delete()
    assert "Редакция алқасы" not in client.get(address).text

    issue.number = "77"
    issue.save(update_fields=["number"])
    assert "77" in client.get(address).text


def test_an_article_follows_its_section_and_the_former_titles_of_its_journal(client, place):
    article, _issue, _person = place
    address = f"/kk/articles/{article.pk}/"
    assert "Тарих" in client.get(address).text

    section = Section.objects.get()
    section.title_kk = "Археология"
    section.save()
    assert "Археология" in client.get(address).text

    TitlePeriod.objects.create(
        journal=article.journal,
        name_kk="Бұрынғы журнал",
        from_on="1990-01-01",
        until_on="2090-01-01",
    )
    assert "Бұрынғы журнал" in client.get(address).text


def test_an_author_page_follows_the_author(client, place):
    _article, _issue, person = place
    address = f"/kk/authors/{person.pk}/"
    client.get(address)

    person.family_name_kk = "Әбенова"
    person.save()

    assert "Әбенова" in client.get(address).text


def test_an_article_follows_a_notice_in_another_journal(client, place):
    article, _issue, _person = place
    notice = a_public_article(a_journal(slug="second"), doi="10.5555/n1", type="correction")
    relate(notice, article, "corrects", "corrected_by")
    article.refresh_from_db()
    release(article)
    address = f"/kk/articles/{article.pk}/"
    client.get(address)

    notice.refresh_from_db()
    saved(notice, abstract={"kk": "Қате түзетілді"})
    release(notice)

    assert "Қате түзетілді" in client.get(address).text


def test_a_withdrawn_article_is_gone_at_once(client, place):
    article, _issue, _person = place
    address = f"/kk/articles/{article.pk}/"
    client.get(address)

    withdraw_article(article, reason="Қосарлас жарияланым")

    assert "Қосарлас жарияланым" in client.get(address).text


def test_what_editors_see_of_a_draft_is_not_kept(client):
    journal = a_journal()
    draft = an_article(journal, title={"kk": "Жарияланбаған мақала"})
    client.force_login(a_member(journal))
    address = f"/kk/articles/{draft.pk}/"

    preview = client.get(f"{address}preview/")
    assert "Жарияланбаған мақала" in preview.text
    assert preview.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in preview.headers

    client.logout()
    assert client.get(address).status_code == 404
    assert client.get(f"{address}preview/").status_code != 200


def test_a_page_that_has_not_changed_is_not_sent_again(client, place):
    article, issue, person = place
    for page in [*lists(issue, person), f"/kk/articles/{article.pk}/"]:
        etag = client.get(page).headers["ETag"]

        response = client.get(page, headers={"If-None-Match": etag})

        assert (response.status_code, response.content) == (304, b"")
        assert response.headers["ETag"] == etag
        assert response.headers["Vary"] == client.get(page).headers["Vary"]


def test_languages_do_not_share_a_page(client, place):
    assert 'lang="kk"' in client.get("/kk/steppe-science/").text[:60]
    assert 'lang="ru"' in client.get("/ru/steppe-science/").text[:60]


@override_settings(ALLOWED_HOSTS=["a.example", "b.example"])
def test_hosts_do_not_share_a_page(client, place):
    hosts = ("a.example", "b.example")
    first, second = (client.get("/kk/steppe-science/", headers={"Host": host}) for host in hosts)

    assert first.headers["ETag"] != second.headers["ETag"]


# The decorator alone.


class Counted:
    """A view that says how often it was called."""

    def __init__(self, status=200):
        self.calls = 0
        self.status = status

    def __call__(self, request):
        self.calls += 1
        return HttpResponse("сөз " * 500 + str(self.calls), status=self.status)


def asked(rf, view, address="/kk/", **headers):
    return cached_page(lambda: 1)(view)(rf.get(address, headers=headers))


def test_a_page_is_made_once(rf):
    view = Counted()

    first, second = asked(rf, view), asked(rf, view)

    assert view.calls == 1
    assert second.content == first.content
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("times", [1, 2])
def test_a_page_is_sent_compressed_to_those_who_accept_it(rf, times):
    view = Counted()
    for _time in range(times):
        packed = asked(rf, view, **{"Accept-Encoding": "br, gzip"})
        plain = asked(rf, view)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert packed.headers["ETag"] == plain.headers["ETag"]


def test_a_browser_that_has_the_compressed_page_is_answered_304(rf):
    etag = asked(rf, Counted(), **{"Accept-Encoding": "gzip"}).headers["ETag"]

    response = asked(rf, Counted(), **{"Accept-Encoding": "gzip", "If-None-Match": etag})

    assert response.status_code == 304


def test_an_address_with_a_question_is_not_kept_but_has_its_etag(rf):
    view = Counted()
    etag = asked(rf, view, "/kk/?a=1").headers["ETag"]
    asked(rf, view, "/kk/?a=1")
    assert view.calls == 2

    assert asked(rf, view, "/kk/?a=1", **{"If-None-Match": etag}).status_code == 304
    assert view.calls == 2


@pytest.mark.parametrize("status", [301, 404, 410, 503])
def test_only_a_whole_page_is_kept(rf, status):
    view = Counted(status)

    response = [asked(rf, view), asked(rf, view)][1]

    assert view.calls == 2
    assert "ETag" not in response.headers


def test_a_page_with_a_cookie_is_not_kept(rf):
    view = Counted()

    def with_cookie(request):
        response = view(request)
        response.set_cookie("seen", "1")
        return response

    asked(rf, with_cookie)
    asked(rf, with_cookie)

    assert view.calls == 2


def test_where_nothing_is_public_nothing_is_kept(rf):
    view = Counted()
    answer = cached_page(lambda: None)(view)

    answer(rf.get("/kk/"))
    response = answer(rf.get("/kk/"))

    assert view.calls == 2
    assert "ETag" not in response.headers


@pytest.mark.parametrize("failing", ["get", "set"])
def test_a_cache_that_fails_makes_a_page_slower_and_breaks_nothing(
    rf, monkeypatch, caplog, failing
):
    calls = []

    def refuse(*args, **kwargs):
        calls.append(args)
        raise ConnectionError("the cache is away")

    monkeypatch.setattr(f"articles.page_cache.cache.{failing}", refuse)
    monkeypatch.setattr("articles.page_cache.answering", Breaker("cache", 60, Exception).guard)
    view = Counted()

    responses = [asked(rf, view), asked(rf, view)]

    assert [response.status_code for response in responses] == [200, 200]
    assert view.calls == 2
    assert "page cache" in caplog.text
    assert len(calls) == 1  # the second page does not wait for the cache


# The program's own mark.


@pytest.fixture
def program(tmp_path):
    for file in FILES:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file)
    program_mark.cache_clear()
    return tmp_path


FILES = [
    "articles/models/issue.py",
    "articles/views/article/detail.py",
    "articles/exports/csl.py",
    "articles/static/style.css",
    "articles/management/sample/journal.json",
    "journal/settings.py",
    "journal/formats/kk/formats.py",
    "journal/locale/kk/LC_MESSAGES/django.mo",
    "templates/base.html",
    "templates/pages/article.html",
    "requirements.txt",
]


@pytest.mark.parametrize("file", FILES)
def test_another_program_has_another_mark(program, file):
    before = program_mark(program)
    program_mark.cache_clear()
    assert program_mark(program) == before

    (program / file).write_text("changed")
    program_mark.cache_clear()

    assert program_mark(program) != before


def test_compiled_python_does_not_change_the_mark(program):
    before = program_mark(program)
    compiled = program / "articles" / "__pycache__" / "issue.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"code")
    program_mark.cache_clear()

    assert program_mark(program) == before
