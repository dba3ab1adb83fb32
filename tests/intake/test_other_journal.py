"""Another journal's file is refused, and one that says nothing is let through."""

from __future__ import annotations

from datetime import date

import pytest

from articles.intake.import_errors import NotImported
from articles.intake.importing import Importer, import_file
from articles.models import Article
from articles.records.facts import JournalFacts
from articles.records.json import write
from tests.factories import a_journal, a_record

pytestmark = pytest.mark.django_db

OWN, OTHER = "1234-5679", "2434-561X"


@pytest.fixture
def journal():
    return a_journal(issn_print=OWN, issn_online="", doi_prefix="10.5555", elibrary_id="777")


def jats(issn="", doi="", title="Other Steppe"):
    issns = f"<issn>{issn}</issn>" if issn else ""
    dois = f'<article-id pub-id-type="doi">{doi}</article-id>' if doi else ""
    return (
        f'<article xml:lang="en"><front><journal-meta><journal-title-group><journal-title>{title}'
        f"</journal-title></journal-title-group>{issns}</journal-meta><article-meta>{dois}"
        "<title-group><article-title>Wells</article-title></title-group></article-meta></front>"
        "</article>"
    ).encode()


def rinc(titleid="", issn=""):
    return (
        f"<journal><titleid>{titleid}</titleid><issn>{issn}</issn><journalInfo><title>Other Steppe"
        "</title></journalInfo><issue><number>2</number><dateUni>2019</dateUni><articles><article>"
        '<artTitles><artTitle lang="RUS">Колодцы</artTitle></artTitles></article></articles>'
        "</issue></journal>"
    ).encode()


def crossref(issn="", *dois):
    articles = "".join(
        f"<journal_article><titles><title>Wells</title></titles><doi_data><doi>{doi}</doi>"
        "</doi_data></journal_article>"
        for doi in dois
    )
    issns = f"<issn>{issn}</issn>" if issn else ""
    return (
        "<doi_batch><body><journal><journal_metadata><full_title>Other Steppe</full_title>"
        f"{issns}</journal_metadata>{articles}</journal></body></doi_batch>"
    ).encode()


def of_journal(**facts):
    """Our own JSON; the other journal has the address of this one."""
    named = JournalFacts(slug="steppe-science", name={"en": "Other Steppe"}, **facts)
    return write(a_record(doi="10.5555/a", journal=named))


@pytest.mark.parametrize(
    ("content", "field", "evidence"),
    [
        (jats(issn=OTHER), "issn", f"ISSN {OTHER} ≠ {OWN}"),
        (rinc(titleid="888"), "titleid", "titleid 888 ≠ 777"),
        (rinc(titleid="777", issn=OTHER), "issn", f"ISSN {OTHER} ≠ {OWN}"),
        (crossref(OTHER, "10.5555/a"), "issn", f"ISSN {OTHER} ≠ {OWN}"),
        (of_journal(issn_print=OTHER), "issn", f"ISSN {OTHER} ≠ {OWN}"),
    ],
)
def test_another_journals_file_is_refused_with_both_names(journal, content, field, evidence):
    with pytest.raises(NotImported) as refusal:
        import_file(content, Importer(journal=journal))

    (reason,) = refusal.value.reasons
    assert reason.field == field
    assert f"not “{journal}” ({evidence})" in reason.message
    assert not Article.objects.exists()


def test_the_refusal_names_the_other_journal_and_what_to_do(journal):
    with pytest.raises(NotImported) as refusal:
        import_file(jats(issn=OTHER), Importer(journal=journal))

    assert str(refusal.value).startswith(
        "issn: This is the file of another journal: “Other Steppe”"
    )
    assert "--same-journal" in str(refusal.value)


@pytest.mark.parametrize(
    "content",
    [
        jats(),
        jats(doi="10.1234/a"),
        b"language,title_ru,doi\nru,a,10.1234/a\n",
        jats(issn=OWN, doi="10.1234/a"),  # registered by an earlier publisher
        jats(issn="1234-567", doi="10.5555/a"),  # no ISSN at all
        jats(issn="0000-0000"),
        rinc(),
        rinc(titleid="00000"),
        rinc(titleid="888", issn=OWN),
        crossref("", "10.5555/a", "10.1234/b"),
        of_journal(issn_print=OWN),
    ],
)
def test_a_file_of_the_journal_and_one_that_says_nothing_come(journal, content):
    assert import_file(content, Importer(journal=journal))


def test_the_editor_may_say_that_the_file_is_right(journal):
    assert import_file(jats(issn=OTHER), Importer(journal=journal, is_same_journal=True))


def test_a_former_issn_is_the_journals_own(journal):
    journal.title_periods.create(
        name_ru="Степь", issn_print=OTHER, from_on=date(2010, 1, 1), until_on=date(2015, 12, 31)
    )

    assert import_file(jats(issn=OTHER), Importer(journal=journal))


def test_the_article_of_a_longer_file_is_named(journal):
    two = b"<articles>" + jats(issn=OWN) + jats(issn=OTHER) + b"</articles>"

    with pytest.raises(NotImported, match=r"^record 2: issn: "):
        import_file(two, Importer(journal=journal))
    assert not Article.objects.exists()


def test_a_journal_without_identifiers_takes_every_file():
    journal = a_journal(issn_print="0000-0000", doi_prefix="", elibrary_id="00000")

    assert import_file(jats(issn=OTHER, doi="10.1234/a"), Importer(journal=journal))
