"""The PDF made from the record as a file of the article: accepted, stale, made anew on release."""

from datetime import date

import msgspec
import pytest
from django.core.files.storage import default_storage

from articles.editing import save_article, working_record
from articles.editing.checks import check_article
from articles.exports.edition import made_from
from articles.exports.typesetting import typesetter
from articles.models import Journal
from articles.publishing import (
    publish_article,
    retract_article,
    withdraw_article,
)
from articles.publishing.article_pdfs import accept_pdf
from articles.publishing.made_galleys import UploadedGalley
from articles.queries.pdf_designs import pdf_design
from articles.records.languages import text
from tests.factories import a_galley, a_public_article, an_article

pytestmark = pytest.mark.django_db


def accepted(article):
    accept_pdf(article, version=article.version, editor=None)
    article.refresh_from_db()
    return pdf_of(article)


def current_hash(record):
    return made_from(record, pdf_design(record))


def pdf_of(article):
    (galley,) = working_record(article).galleys
    return galley


def content(galley):
    with default_storage.open(galley.path) as file:
        return file.read()


def change_title(article):
    changed = msgspec.structs.replace(working_record(article), title=text("Өзгерген дала"))
    save_article(changed, article=article)
    article.refresh_from_db()


def stale_findings(article):
    found = check_article(working_record(article))
    return [each.field for each in found if each.check == "check_current_pdf"]


def test_an_accepted_pdf_is_a_file_of_the_article():
    article = an_article(body="<p>Дала.</p>")

    galley = accepted(article)

    assert (galley.kind, galley.language, galley.pages) == ("pdf", "kk", 1)
    assert galley.made_from == current_hash(working_record(article))
    assert content(galley)[:5] == b"%PDF-"
    assert galley.size == len(content(galley))
    assert stale_findings(article) == []


def test_accepting_it_again_saves_nothing():
    article = an_article()
    accepted(article)
    version = article.version

    accepted(article)

    assert article.version == version


def test_it_never_takes_the_place_of_an_uploaded_file():
    article = an_article(galleys=(a_galley(b"%PDF-1.4 mine"),))

    with pytest.raises(UploadedGalley, match=r"a\.pdf"):
        accept_pdf(article, version=article.version, editor=None)

    assert content(pdf_of(article)) == b"%PDF-1.4 mine"


def test_it_stands_beside_an_uploaded_file_in_another_language():
    article = an_article(galleys=(a_galley(b"%PDF-1.4 mine", language="en"),))

    accept_pdf(article, version=article.version, editor=None)

    article.refresh_from_db()
    assert [galley.language for galley in working_record(article).galleys] == ["en", "kk"]


def test_a_changed_text_makes_it_stale_and_the_new_one_keeps_its_key():
    article = an_article()
    first = accepted(article)
    change_title(article)
    assert stale_findings(article) == ["galleys"]

    second = accepted(article)

    assert stale_findings(article) == []
    assert (second.id, second.name) == (first.id, first.name)
    assert second.path != first.path
    assert content(first)[:5] == b"%PDF-"


def test_publishing_makes_a_stale_one_anew_in_the_revision_that_is_released():
    article = an_article()
    draft = accepted(article)
    change_title(article)

    revision = publish_article(article, published_on=date(2024, 3, 29), override="test")

    (galley,) = revision.record.galleys
    article.refresh_from_db()
    assert galley.made_from == current_hash(working_record(article)) != draft.made_from
    assert galley.id == draft.id


def test_another_layout_makes_it_stale_until_the_release():
    article = a_public_article()
    first = accepted(article)
    Journal.objects.update(pdf_layout={"columns": 2})
    assert stale_findings(article) == ["galleys"]

    publish_article(article, published_on=article.published_on, override="test")

    article.refresh_from_db()
    assert stale_findings(article) == []
    assert pdf_of(article).path != first.path


def test_publishing_leaves_an_uploaded_file_alone():
    article = a_public_article(galleys=(a_galley(b"%PDF-1.4 mine"),))

    assert content(pdf_of(article)) == b"%PDF-1.4 mine"


def test_an_article_without_an_accepted_pdf_gets_none_by_publishing():
    assert working_record(a_public_article()).galleys == ()


def test_retracting_makes_it_anew_and_withdrawing_leaves_it():
    article = a_public_article()
    public = accepted(article)
    retract_article(article, a_public_article(article.journal, doi=""))
    article.refresh_from_db()
    retracted = pdf_of(article)
    assert retracted.made_from != public.made_from

    withdraw_article(article, reason="test")

    article.refresh_from_db()
    assert pdf_of(article) == retracted


def test_a_pdf_that_cannot_be_made_anew_stays_and_is_reported(monkeypatch):
    article = an_article()
    draft = accepted(article)
    monkeypatch.setattr(typesetter, "typeset", lambda *arguments: None)

    publish_article(article, published_on=date(2024, 3, 29), override="test")

    article.refresh_from_db()
    assert pdf_of(article).path == draft.path
    assert stale_findings(article) == ["galleys"]
