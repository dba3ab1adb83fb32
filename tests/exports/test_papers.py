"""Papers of records: certificates, the title page of a reprint, the compliance sheet."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from articles.exports.papers import certificate as certificates
from articles.exports.papers.certificate import NotCertified, certificate
from articles.exports.papers.compliance_workbook import letter
from articles.exports.papers.reprint import content_of as reprint_of
from articles.preflight.compliance import DEMANDS, answers_of
from articles.records.facts import Policy
from articles.records.languages import LANGUAGES, text
from articles.records.record import Internal, Reference
from tests.exports.strategies import public_records
from tests.factories import JOURNAL, a_public_record, an_author

DAY = date(2026, 11, 29)


def lines(record, code="ru", author=None):
    (statement,) = certificates.content_of(record, DAY, (code,), author).statements
    return {line.label: line.text for line in statement.lines}


def test_a_certificate_states_what_the_article_has():
    record = a_public_record()

    assert lines(record, author=record.authors[0]) == {
        "Кому выдана": "Тулегенова Улжан Сейтовна",
        "Статья": "Растения степи",
        "Авторы": "Тулегенова Улжан Сейтовна",
        "Выпуск": "2024, № 1 (9)",
        "Страницы": "5–14",
        "DOI": "https://doi.org/10.5555/0000-0000/2024-1-1",
        "Поступила": "15.01.2024",
        "Принята": "20.02.2024",
        "Опубликована": "29.03.2024",
    }


def test_before_publication_it_states_acceptance_and_the_planned_issue():
    record = a_public_record(status="ready", published_on=None, received_on=None, doi="")

    shown = certificates.content_of(record, DAY, ("en",), None)

    assert shown.address == ""
    assert shown.statements[0].text == (
        "This is to certify that the article named below has been accepted for publication "
        "in the journal “Steppe Science”."
    )
    assert list(lines(record, "en")) == ["Article", "Authors", "Planned issue", "Accepted"]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_nothing_is_certified_of_an_article_that_is_neither(status):
    record = a_public_record(status=status, accepted_on=None)

    with pytest.raises(NotCertified):
        certificate(record, DAY)


def test_a_retracted_article_says_so():
    (statement,) = certificates.content_of(
        a_public_record(status="retracted"), DAY, ("ru",), None
    ).statements

    assert statement.text.endswith("Впоследствии статья была отозвана.")


def test_the_certificate_of_three_hundred_authors_is_one_page():
    record = a_public_record(authors=(an_author(),) * 300)

    made = certificate(record, DAY)

    assert (made.pages, made.is_archival) == (1, True)
    assert lines(record)["Авторы"].endswith("и др. (300)")


@pytest.mark.parametrize("title", ['#panic("x") $x$ <label> @ref', "中国 علم", "A" * 3_000])
def test_any_title_is_printed_as_text(title):
    made = certificate(a_public_record(title={"kk": title}, journal=None, issue=None), DAY)

    assert len(PdfReader(io.BytesIO(made.pdf)).pages) == made.pages


@settings(max_examples=50, deadline=None)
@given(public_records())
def test_any_public_record_has_a_certificate_and_a_title_page(record):
    if record.status != "withdrawn":
        assert len(certificates.content_of(record, DAY, LANGUAGES, None).statements) == 3
    assert reprint_of(record).title
    assert len(answers_of(record, [])) == len(DEMANDS) + 1


def answers(record):
    return {str(each.label): each.answer(record).shown for each in DEMANDS}


def test_an_answer_is_partial_outside_the_limits_of_the_journal():
    policy = Policy(abstract_words={"kk": (100, 200)}, keywords=(1, 2))
    record = a_public_record(
        journal=type(JOURNAL)(slug="s", name=text("Д"), policy=policy),
        internal=Internal(originality=81.5, review_count=2),
        references=(Reference(text="а", romanized="a"), Reference(text="б")),
    )

    shown = answers(record)

    assert shown["Abstract, words"].startswith("± kk 5")
    assert shown["Keywords, number"] == "+ kk 2, ru 2, en 2"
    assert (shown["Originality"], shown["Reviews"]) == ("+ 81.5 %", "+ 2")
    assert shown["References in Latin script"] == "± 1/2"
    assert shown["UDC"] == "–"


def test_columns_have_the_names_of_a_worksheet():
    assert [letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
