"""Crossref's XML is read: our own deposits, and what Crossref answers."""

from datetime import date

import pytest

from articles import imports
from articles.exports import FORMATS
from articles.imports import Unreadable
from articles.records.facts import IssueFacts
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Funding, Reference
from tests.exports.articles import STAMP, a_full_record
from tests.imports.records import records_in


def there_and_back(record):
    (back,) = records_in(b"".join(FORMATS["crossref"].write([record], STAMP)))
    return back


def test_a_deposit_is_read_back():
    record = a_full_record()

    back = there_and_back(record)

    for name in ("language", "title", "abstract", "doi", "accepted_on", "published_on"):
        assert getattr(back, name) == getattr(record, name), name
    assert [author.names for author in back.authors] == [author.names for author in record.authors]
    assert [author.orcid for author in back.authors] == [author.orcid for author in record.authors]
    assert back.page_ranges == record.page_ranges == ()
    assert (back.issue.year, back.issue.number) == (record.issue.year, record.issue.number)


ANSWER = """<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query>
<doi_record><crossref xmlns="http://www.crossref.org/xschema/1.1"><journal><journal_metadata>
<full_title>Invented</full_title></journal_metadata><journal_issue><publication_date><year>2019
</year></publication_date><journal_volume><volume>3</volume></journal_volume><issue>2</issue>
</journal_issue><journal_article><titles><title>Степные <i>травы</i></title>
<title>Steppe grasses</title></titles><contributors><person_name contributor_role="author">
<given_name>Анна</given_name><surname>Тестова</surname><affiliation>Институт степи</affiliation>
</person_name><person_name contributor_role="editor"><surname>Editor</surname></person_name>
</contributors><publication_date><month>6</month><day>1</day><year>2019</year></publication_date>
<pages><first_page>1</first_page><last_page>5</last_page></pages>
<program name="fundref"><assertion name="fundgroup"><assertion name="funder_name">Fund of steppes
<assertion name="funder_identifier">https://doi.org/10.13039/1</assertion></assertion>
<assertion name="award_number">A1</assertion></assertion></program>
<doi_data><doi>10.5555/inv.1</doi></doi_data><citation_list><citation key="1"><author>Li</author>
<journal_title>Inv. J.</journal_title><cYear>2010</cYear><doi>10.5555/x</doi></citation>
</citation_list></journal_article></journal></crossref></doi_record></query></body></query_result>
</crossref_result>"""


def test_an_answer_of_crossref_is_read_with_its_issue():
    (record,) = records_in(ANSWER.encode())

    assert record.issue == IssueFacts(year=2019, volume="3", number="2")
    assert record.language == "ru"
    assert record.title == text(ru="Степные <i>травы</i>", en="Steppe grasses")
    assert record.authors == (Authorship(names={"ru": Name("Тестова", "Анна")}, marks=(1,)),)
    assert record.affiliations == (Affiliation(name=text(ru="Институт степи")),)
    assert record.published_on == date(2019, 6, 1)
    assert (record.first_page, record.last_page) == ("1", "5")
    assert record.references == (Reference(text="Li. Inv. J. 2010", doi="10.5555/x"),)
    assert record.funding == (
        Funding(
            funder=text(en="Fund of steppes"), funder_id="https://doi.org/10.13039/1", award="A1"
        ),
    )


def test_an_article_without_a_doi_is_refused():
    with pytest.raises(Unreadable, match="doi: "):
        imports.read(ANSWER.replace("10.5555/inv.1", "").encode())


def test_a_second_title_in_the_letters_of_the_article_s_language_is_in_the_other_language():
    content = ANSWER.replace("Steppe grasses", "Дала")

    (record,) = records_in(content.encode())

    assert record.title == text(kk="Дала", ru="Степные <i>травы</i>")


def test_two_titles_of_one_language_are_told_not_lost():
    content = ANSWER.replace("</title></titles>", "</title><title>Grasses</title></titles>")

    (reading,) = imports.read(content.encode())

    assert reading.record.title["en"] == "Steppe grasses"
    assert reading.notes == ("A title was left out, since its language cannot be told: “Grasses”.",)


@pytest.mark.parametrize("mark", ["RETRACTED: ", "Retracted article: ", "РЕТРАГИРОВАНА: "])
def test_a_printed_mark_of_retraction_becomes_a_note(mark):
    (reading,) = imports.read(ANSWER.replace("<title>", f"<title>{mark}", 1).encode())

    assert reading.record.title == text(ru="Степные <i>травы</i>", en="Steppe grasses")
    assert reading.notes == (
        "The titles say that the article is retracted or withdrawn. Mark it so here too.",
    )
