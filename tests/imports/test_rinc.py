"""The XML of РИНЦ is read: what our own writer gives, and what other systems give."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import imports
from articles.exports import FORMATS, NotExportable
from articles.imports import Unreadable
from articles.imports.person_names import person_name
from articles.imports.reading import NamedFile
from articles.records.facts import IssueFacts
from articles.records.languages import text
from articles.records.markup import tidy_markup
from articles.records.names import Name
from articles.records.names.endings import SUFFIXES
from articles.records.record import Affiliation
from tests.exports.articles import STAMP, a_full_record
from tests.exports.schemas import BESIDE
from tests.exports.strategies import public_records
from tests.factories import a_public_record, an_author
from tests.imports.records import records_in

CASE = BESIDE / "cases" / "jats" / "elibrary.xml"


def there_and_back(record):
    (back,) = records_in(b"".join(FORMATS["rinc"].write([record], STAMP)))
    return back


def issue_with(article, numbers="<number>2</number><dateUni>2019</dateUni>"):
    return (
        f"<journal><titleid>1</titleid><issue>{numbers}<articles><article>{article}</article>"
        "</articles></issue></journal>"
    ).encode()


def test_a_full_article_is_read_back():
    record = a_full_record()

    back = there_and_back(record)

    kept = (
        "language", "title", "keywords", "section", "irsti", "udc", "jel", "edn",
        "doi", "received_on", "accepted_on", "published_on", "type",
    )  # fmt: skip
    assert {name: getattr(back, name) for name in kept} == {
        name: getattr(record, name) for name in kept
    }
    assert [author.names for author in back.authors] == [author.names for author in record.authors]
    assert [each.text for each in back.references] == [each.text for each in record.references]
    assert back.affiliations[0] == msgspec.structs.replace(record.affiliations[0], unit={}, ror="")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=public_records())
def test_any_record_is_read_back_with_its_titles(record):
    try:
        back = there_and_back(record)
    except NotExportable:
        return

    assert back.title == {code: tidy_markup(value) for code, value in record.title.items()}
    assert back.doi == record.doi
    assert len(back.authors) == len(record.authors)


WORDS = ("", "Анна", "Anna", "А.", "B.", "Сейтовна", "Сейтқызы", "улы", "d")


@settings(max_examples=500, deadline=None)
@given(
    family=st.sampled_from(("Ким", "Kim", "Ким-Ли")),
    given_name=st.sampled_from(WORDS),
    patronymic=st.sampled_from(WORDS),
    suffix=st.sampled_from(("", *sorted(SUFFIXES))),
)
def test_family_names_given_names_and_suffixes_cross_the_two_elements_of_a_name(
    family, given_name, patronymic, suffix
):
    name = Name(family, given_name, patronymic, suffix)
    if not given_name and patronymic:
        return  # nobody has a patronymic alone: it is read as the given name

    (author,) = there_and_back_with(name).authors

    assert author.names == {"ru": name}


def test_what_is_no_name_stays_as_it_is_printed():
    assert person_name("Ким", "к.т.н. Асель Бериковна") == Name("Ким", "к.т.н. Асель Бериковна")


def there_and_back_with(name):
    return there_and_back(a_public_record(authors=(an_author(names={"ru": name}, marks=()),)))


def test_an_organisation_with_a_name_in_one_language_is_not_doubled():
    record = a_full_record()
    place = Affiliation(name=text(ru="Институт степи"), city=text(ru="Каркара"), country="KZ")
    authors = tuple(msgspec.structs.replace(each, marks=(1,)) for each in record.authors)

    back = there_and_back(msgspec.structs.replace(record, affiliations=(place,), authors=authors))

    assert back.affiliations == (place,)


def test_a_suffix_is_told_from_the_given_name():
    (record,) = records_in(
        issue_with(
            "<langPubl>ENG</langPubl><authors><author><individInfo lang='ENG'><surname>King"
            "</surname><initials>Martin Jr.</initials></individInfo></author></authors>"
        )
    )

    assert record.authors[0].names["en"] == Name("King", "Martin", suffix="Jr.")


@pytest.mark.skipif(not CASE.exists(), reason="../shared with the small cases is absent")
def test_the_small_case_is_read():
    (record,) = records_in(CASE.read_bytes())

    assert record.issue == IssueFacts(year=2019, volume="3", number="2")
    assert (record.language, record.title) == ("ru", text(ru="Проба"))
    assert (record.first_page, record.last_page) == ("1", "5")
    assert record.authors[0].names["ru"].family == "Тестова"


def test_organisations_of_one_line_are_told_apart():
    (record,) = records_in(
        issue_with(
            "<langPubl>KAZ</langPubl><authors><author><individInfo lang='RUS'><surname>Ли</surname>"
            "<initials>Б.</initials><orgName>Институт; Музей</orgName><town>Каркара; Сарканд</town>"
            "<country>Казахстан</country></individInfo></author></authors>"
        )
    )

    assert record.language == "kk"
    assert record.authors[0].marks == (1, 2)
    assert record.affiliations == (
        Affiliation(name=text(ru="Институт"), city=text(ru="Каркара"), country="KZ"),
        Affiliation(name=text(ru="Музей"), city=text(ru="Сарканд"), country="KZ"),
    )


def test_files_are_named_and_the_text_without_layout_is_told():
    (reading,) = imports.read(
        issue_with(
            "<langPubl>RUS</langPubl><text lang='RUS'>Слова</text><dates><datePublication>"
            "01.06.2019</datePublication></dates><files><file desc='fullText' lang='RUS'>01.pdf"
            "</file></files>"
        )
    )

    assert reading.record.published_on == date(2019, 6, 1)
    assert reading.files == (NamedFile(name="01.pdf", language="ru"),)
    assert reading.notes == ("The full text without layout was left out; readers get the PDF.",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            issue_with("<pages>1</pages>"),
            "language: The language of the article is missing (langPubl). Say it with --language.",
        ),
        (
            issue_with("<langPubl>RUS</langPubl><codes><doi>abc</doi></codes>"),
            "doi: “abc” is not a DOI. A DOI begins with 10., digits and a slash, such as "
            "10.5555/abc.",
        ),
        (b"<journal><issue><articles/></issue></journal>", "The file contains no article."),
    ],
)
def test_an_unreadable_file_is_refused(content, message):
    with pytest.raises(Unreadable) as refusal:
        imports.read(content)

    assert str(refusal.value) == message
