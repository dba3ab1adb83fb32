"""JATS is read: our own files without loss, and files of other systems."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from articles.exports import FORMATS, NotExportable
from articles.exports.record_values import licence_of
from articles.imports import Unreadable
from articles.records.body import plain_body
from articles.records.diff import changes
from articles.records.identifiers import is_doi
from articles.records.languages import text
from articles.records.markup import tidy_markup
from articles.records.names import Name, inverted_name
from articles.records.record import Affiliation, Authorship, Record, Reference
from tests.exports.articles import STAMP, a_full_record, the_real_article
from tests.exports.schemas import needs_shared
from tests.exports.strategies import public_records
from tests.factories import a_public_record
from tests.imports.records import records_in

# Fields of the site and its files, and those attached when a record is loaded.
ELSEWHERE = {
    "id": None, "site": "", "journal": None, "issue": None, "section": {}, "status": "draft",
    "galleys": (), "section_id": None, "issue_id": None,
}  # fmt: skip


def there_and_back(record: Record) -> Record:
    """The record without its issue, which has other facts here than in its file."""
    (back,) = records_in(b"".join(FORMATS["jats"].write([record], STAMP)))
    return msgspec.structs.replace(back, issue=None)


def bare(record: Record) -> Record:
    """The record as JATS can hold it: without codes of persons, e-mails only if corresponding."""
    authors = tuple(
        msgspec.structs.replace(
            author, codes={}, email=author.email if author.corresponding else "", author_id=None
        )
        for author in record.authors
    )
    licence = licence_of(record)  # the journal's licence is written as the article's
    return msgspec.structs.replace(record, authors=authors, licence=licence, **ELSEWHERE)


def test_a_full_article_is_read_back_without_loss():
    record = a_full_record()

    back = there_and_back(record)

    body = record.body.replace("<p>үш</p>", "үш").replace("O & 10", "O &amp; 10")
    assert changes(back, bare(msgspec.structs.replace(record, body=body))) == []


def test_formulas_and_foreign_passages_are_read_back_without_loss():
    formula = (
        '<mfrac linethickness="0"><mi mathvariant="bold">a</mi><mn>2</mn></mfrac>'
        '<mo stretchy="false">(</mo><mspace width="1em"></mspace><mtext>a &lt; b &amp; c</mtext>'
    )
    body = (
        f'<p lang="la">Salix <span lang="de">und</span> <math>{formula}</math>:</p>'
        f'<p id="e1"><math display="block">{formula}</math> (1)</p>'
        f'<p><math display="block" alttext="&quot;x&quot;">{formula}</math> from (1)</p>'
    )

    assert there_and_back(a_public_record(body=body)).body == body


@needs_shared
def test_the_real_article_is_read_back_without_loss():
    record = the_real_article()

    back = there_and_back(record)

    assert plain_body(back.body) == plain_body(record.body)
    assert msgspec.structs.replace(back, body="") == bare(msgspec.structs.replace(record, body=""))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=public_records())
def test_any_record_is_read_back_with_the_same_title_authors_and_references(record):
    try:
        back = there_and_back(record)
    except NotExportable:
        return

    assert back.title == as_read(record.title)
    assert back.abstract == as_read(record.abstract)
    assert back.keywords == record.keywords
    assert [spelled(author) for author in back.authors] == [
        spelled(author) for author in record.authors
    ]
    assert [author.marks for author in back.authors] == [
        tuple(mark for mark in author.marks if mark <= len(record.affiliations))
        for author in record.authors
    ]
    assert back.affiliations == record.affiliations
    assert back.references == tuple(
        each if is_doi(each.doi) else msgspec.structs.replace(each, doi="")
        for each in record.references
    )
    assert back.doi == record.doi
    assert (back.received_on, back.accepted_on) == (record.received_on, record.accepted_on)


def as_read(values):
    read_back = {code: tidy_markup(value) for code, value in values.items()}
    return {code: value for code, value in read_back.items() if value.strip()}


def spelled(author: Authorship):
    return {code: inverted_name(name) for code, name in author.names.items()}, author.collective


FOREIGN = """<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.3//EN" "JATS-journalpublishing1-3.dtd">
<article xml:lang="ru" article-type="research-article"><front><article-meta>
  <article-id pub-id-type="doi">https://doi.org/10.5555/Abc</article-id>
  <title-group>
    <article-title>Растения
      <italic>степи</italic><xref ref-type="fn" rid="n1">*</xref></article-title>
    <trans-title-group xml:lang="eng"><trans-title>Plants</trans-title></trans-title-group>
    <trans-title-group xml:lang="de"><trans-title>Pflanzen</trans-title></trans-title-group>
  </title-group>
  <contrib-group>
    <contrib contrib-type="author"><name><surname>Иванов</surname>
      <given-names>Иван Иванович</given-names></name><email>i@example.org</email>
      <xref ref-type="aff" rid="a1"><sup>1</sup></xref></contrib>
    <contrib contrib-type="author"><collab>Группа</collab></contrib>
    <contrib contrib-type="editor"><name><surname>Editor</surname></name></contrib>
    <aff id="a1"><label>1</label>Университет, Каркара</aff>
  </contrib-group>
  <pub-date pub-type="ppub"><year>2024</year></pub-date>
  <pub-date pub-type="epub"><day>5</day><month>3</month><year>2024</year></pub-date>
  <abstract><sec><title>Цель.</title><p>Узнать.</p></sec></abstract>
  <abstract abstract-type="graphical"><p>Рисунок</p></abstract>
</article-meta></front>
<body><sec><title>Введение</title><p>Текст<disp-quote><p>цитата</p></disp-quote></p></sec></body>
<back><ref-list><ref id="r1"><element-citation publication-type="journal">
  <person-group><name><surname>Петров</surname></name></person-group>
  <article-title>Степь</article-title><year>2020</year>
  <pub-id pub-id-type="doi">10.5555/x</pub-id></element-citation></ref></ref-list></back>
</article>"""


def test_a_file_of_another_system_is_read():
    (record,) = records_in(FOREIGN.encode())

    assert record == Record(
        language="ru",
        title=text(ru="Растения <i>степи</i>", en="Plants"),
        abstract=text(ru="Цель. Узнать."),
        authors=(
            Authorship(
                names={"ru": Name("Иванов", "Иван", "Иванович")},
                email="i@example.org",
                corresponding=True,
                marks=(1,),
            ),
            Authorship(kind="organisation", collective=text(ru="Группа")),
        ),
        affiliations=(Affiliation(name=text(ru="Университет, Каркара")),),
        doi="10.5555/Abc",
        published_on=date(2024, 3, 5),
        body="<h2>Введение</h2><p>Текст</p><blockquote><p>цитата</p></blockquote>",
        references=(
            Reference(text="Петров. Степь. 2020", type="journal_article", doi="10.5555/x"),
        ),
    )


def test_several_articles_of_a_file_are_read_in_order():
    records = [a_public_record(doi=f"10.5555/{number}") for number in (1, 2)]

    content = b"".join(FORMATS["jats"].write(records, STAMP))

    assert [record.doi for record in records_in(content)] == ["10.5555/1", "10.5555/2"]


CUT_SHORT = "The file ends too early: it is incomplete. Export or upload it again."
BOMB = '<!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><article>&b;</article>'
FILE = '<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article>&a;</article>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<article><front>", f"line 1, column 17: {CUT_SHORT}"),
        ("<!-- -->", f"line 1, column 9: {CUT_SHORT}"),
        (
            BOMB,
            "line 1: The file uses XML entities. Save it again with ordinary characters.",
        ),
        (
            FILE,
            "line 1: The file uses XML entities. Save it again with ordinary characters.",
        ),
        (
            "<html/>",
            "This XML is of an unknown kind: its first element is “html”. Articles are read from "
            "JATS, Crossref, РИНЦ and OJS (Native XML).",
        ),
        ("<article/>", "The article has no article-meta."),
        (
            "<article xml:lang='de'><front><article-meta/></front></article>",
            "language: The article is in “de”, not in Kazakh, Russian or English (xml:lang). Say "
            "with --language which of them to take it for.",
        ),
        (
            FOREIGN.replace("10.5555/Abc", "Abc"),
            "doi: “https://doi.org/Abc” is not a DOI. A DOI begins with 10., digits and a "
            "slash, such as 10.5555/abc.",
        ),
    ],
)
def test_an_unreadable_file_is_refused_with_the_place_of_the_error(content, message):
    with pytest.raises(Unreadable) as unreadable:
        records_in(content.encode())

    assert str(unreadable.value) == message
