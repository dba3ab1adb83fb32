"""Crossref deposits, schema 5.5.0."""

from datetime import date

import msgspec
import pytest
from lxml import etree

from articles.exports import FORMATS, NotExportable
from articles.records.facts import IssueFacts
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Authorship, Funding, Galley, Reference, Relation
from tests.exports.articles import STAMP, a_full_record, the_real_article, written
from tests.exports.schemas import BESIDE, errors, needs_shared, parse
from tests.factories import ISSUE, JOURNAL, a_public_record, an_affiliation, an_author

NS = {
    "c": "http://www.crossref.org/schema/5.5.0",
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "ai": "http://www.crossref.org/AccessIndicators.xsd",
    "rel": "http://www.crossref.org/relations.xsd",
    "fr": "http://www.crossref.org/fundref.xsd",
}
# What the manuscript lacks: given in the example from elsewhere.
LACKING = {"crossmark", "collection", "institution_place"}
TYPED = {"journal_title", "author", "issue", "first_page", "cYear", "article_title", "volume_title"}


def a_file(name: str) -> Galley:
    return Galley(id=1, language="kk", name=name, size=1, checksum="0" * 64)


def found(xml: bytes, path: str) -> list:
    return parse(xml).xpath(path, namespaces=NS)


def blocked(record) -> list[str]:
    with pytest.raises(NotExportable) as refused:
        written("crossref", record)
    return [finding.field for finding in refused.value.findings]


def outline(root: etree._Element) -> list[str]:
    """Every element's path, without what the manuscript lacks."""
    paths = []
    for element in root.iter(etree.Element):
        path = [etree.QName(each).localname for each in (element, *element.iterancestors())]
        citation_child = "citation" in path[1:] and TYPED & set(path)
        date_part = path[1] == "publication_date" if len(path) > 1 else False
        if not LACKING & set(path) and not citation_child and not date_part:
            paths.append("/".join(reversed(path)))
    return paths


@needs_shared
def test_the_real_article_has_the_elements_of_the_worked_example_in_its_order():
    example = etree.parse(str(BESIDE / "examples" / "crossref.xml")).getroot()

    ours = parse(written("crossref", the_real_article()))

    assert outline(ours) == outline(example)


@needs_shared
@pytest.mark.parametrize(
    "path",
    [
        "//c:head//text()[normalize-space()]",
        "//c:titles/c:title/text()",
        "//jats:abstract/jats:p/text()",
        "//jats:abstract/@*",
        "//c:surname/text()",
        "//c:*[not(self::c:role)]/@language",
        "//c:acceptance_date/*/text()",
        "//c:pages/*/text()",
        "//c:doi_data/c:doi/text()",
        "//c:journal_volume/c:volume/text() | //c:journal_issue/c:issue/text()",
        "//c:issn/text() | //c:issn/@media_type",
        "//c:unstructured_citation/text()",
        "//c:citation/@key",
        "//c:string-name/text()",
    ],
)
def test_the_real_article_has_the_values_of_the_worked_example(path):
    example = etree.parse(str(BESIDE / "examples" / "crossref.xml"))

    assert found(written("crossref", the_real_article()), path) == example.xpath(
        path, namespaces=NS
    )


@needs_shared
def test_the_year_of_a_citation_is_given_if_it_is_certain():
    xml = written("crossref", the_real_article())

    assert found(xml, "//c:cYear/text()") == [
        "2015", "2011", "2016", "2015", "2012", "2019", "2017", "2020",
    ]  # fmt: skip


@needs_shared
def test_the_real_article_is_valid_by_the_published_schema():
    assert errors(written("crossref", the_real_article()), "crossref") == []


def test_an_article_with_everything_is_valid_by_the_published_schema():
    assert errors(written("crossref", a_full_record()), "crossref") == []


@needs_shared
def test_the_assertions_of_the_published_schema_hold(tmp_path):
    xmlschema = pytest.importorskip("xmlschema")
    rules = xmlschema.XMLSchema11(ASSERTS)

    for record in (a_full_record(), the_real_article()):
        for person in found(written("crossref", record), "//c:person_name"):
            for child in person.xpath("*[not(self::c:role)]", namespaces=NS):
                person.remove(child)
            assert rules.is_valid(etree.tostring(person).decode())


# The three xsd:assert of Crossref's schema that libxml2 cannot compile, on their two elements.
ASSERTS = """
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.crossref.org/schema/5.5.0"
    targetNamespace="http://www.crossref.org/schema/5.5.0" elementFormDefault="qualified">
  <xsd:element name="person_name"><xsd:complexType>
    <xsd:sequence>
      <xsd:element name="role" minOccurs="0" maxOccurs="unbounded"><xsd:complexType>
        <xsd:attribute name="vocab" use="required"/><xsd:attribute name="type"/>
        <xsd:assert test="if (@vocab = 'crossref') then @type = ('author', 'editor', 'chair',
          'reviewer', 'review-assistant', 'stats-reviewer', 'reviewer-external', 'reader',
          'translator', 'corresponding-author', 'other') else true()"/>
        <xsd:assert test="if (@vocab = 'credit') then @type = ('conceptualization',
          'data-curation', 'formal-analysis', 'funding-acquisition', 'investigation',
          'methodology', 'project-administration', 'resources', 'software', 'supervision',
          'validation', 'visualization', 'writing-original-draft', 'writing-review-editing')
          else true()"/>
      </xsd:complexType></xsd:element>
    </xsd:sequence>
    <xsd:attribute name="sequence"/><xsd:attribute name="contributor_role"/>
    <xsd:attribute name="language"/>
    <xsd:assert test="@contributor_role or role"/>
  </xsd:complexType></xsd:element>
</xsd:schema>
"""


def test_articles_of_one_issue_share_a_container_and_another_issue_has_its_own():
    other = msgspec.structs.replace(ISSUE, number="2", through_number="10")
    batch = [
        a_public_record(doi="10.5555/1"),
        a_public_record(doi="10.5555/2"),
        a_public_record(doi="10.5555/3", issue=other),
        a_public_record(doi="10.5555/4", issue=None),
    ]

    journals = found(written("crossref", *batch), "/c:doi_batch/c:body/c:journal")

    numbers = [each.xpath("string(c:journal_issue/c:issue)", namespaces=NS) for each in journals]
    dois = [
        each.xpath("c:journal_article/c:doi_data/c:doi/text()", namespaces=NS) for each in journals
    ]
    assert numbers == ["1", "2", ""]
    assert dois == [["10.5555/1", "10.5555/2"], ["10.5555/3"], ["10.5555/4"]]


def test_dois_of_two_prefixes_are_never_in_one_deposit():
    with pytest.raises(NotExportable) as refused:
        written("crossref", a_public_record(), a_public_record(doi="10.6666/1"))

    assert [finding.field for finding in refused.value.findings] == ["doi"]


def test_the_native_name_is_first_if_the_journal_chooses_it():
    journal = msgspec.structs.replace(JOURNAL, names_first="native")

    xml = written("crossref", a_public_record(journal=journal))

    assert found(xml, "//c:person_name/c:surname/text() | //c:person_name/@language") == [
        "kk",
        "Төлегенова",
    ]
    assert found(xml, "//c:alt-name/c:name/c:surname/text() | //c:alt-name/c:name/@language") == [
        "ru", "Тулегенова", "en", "Tolegenova",
    ]  # fmt: skip


def test_updates_are_only_inside_crossmark_and_a_finding_without_it():
    record = a_public_record(relations=(Relation(kind="retracts", doi="10.5555/bad"),))
    with_policy = msgspec.structs.replace(
        record, journal=msgspec.structs.replace(JOURNAL, crossmark_doi="10.5555/policy")
    )

    assert found(written("crossref", record), "//c:crossmark") == []
    assert [finding.field for finding in FORMATS["crossref"].check(record)] == ["relations[1]"]
    assert found(written("crossref", with_policy), "//c:update/@* | //c:update/text()") == [
        "retraction", "2024-03-29", "10.5555/bad",
    ]  # fmt: skip
    assert list(FORMATS["crossref"].check(with_policy)) == []
    for xml in (written("crossref", record), written("crossref", with_policy)):
        assert found(xml, "//rel:inter_work_relation/text()") == ["10.5555/bad"]


def test_markup_becomes_face_markup_and_everything_else_is_text():
    record = a_public_record(title=text(en="<i>a</i> < b ]]> &amp;amp; <x>"))

    (title,) = found(written("crossref", record), "//c:titles/c:title")

    assert "".join(title.itertext()) == "a < b ]]> &amp;amp; <x>"
    assert [etree.QName(each).localname for each in title] == ["i"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"doi": ""}, ["doi"]),
        ({"doi": "10.5555/ә"}, ["doi"]),
        ({"title": {}}, ["title"]),
        ({"title": text("<i></i>", "<b> </b>")}, ["title"]),
        ({"published_on": None, "issue": None}, ["published_on"]),
        ({"issue": IssueFacts(year=21)}, ["issue.year"]),
        ({"received_on": date(124, 1, 1)}, ["received_on"]),
        ({"authors": (an_author(names={"kk": Name(given="Ұлжан")}),)}, ["authors[1].names"]),
        ({"authors": (Authorship(kind="organisation"),)}, ["authors[1].collective"]),
        ({"authors": (an_author(orcid="0000-0000-1423-0018"),)}, ["authors[1].orcid"]),
        ({"authors": (an_author(roles=("typing",)),)}, ["authors[1].roles"]),
        ({"first_page": "9" * 33}, ["first_page"]),
        ({"journal": None}, ["journal"]),
        (
            {"journal": msgspec.structs.replace(JOURNAL, issn_print="0000-0001")},
            ["journal.issn_print"],
        ),
        (
            {"journal": msgspec.structs.replace(JOURNAL, depositor_email="")},
            ["journal.depositor_email"],
        ),
        (
            {"journal": msgspec.structs.replace(JOURNAL, registrant="a" * 256)},
            ["journal.registrant"],
        ),
        (
            {"journal": msgspec.structs.replace(JOURNAL, registrant="", publisher=text("ә" * 256))},
            ["journal.registrant"],
        ),
        ({"issue": msgspec.structs.replace(ISSUE, part="1" * 12)}, ["issue.part"]),
        ({"issue": msgspec.structs.replace(ISSUE, part="S" * 16)}, ["issue.part"]),
        ({"galleys": (a_file("a" * 1999),)}, ["galleys[1].name"]),
        ({"galleys": (a_file("ә" * 334),)}, ["galleys[1].name"]),
        ({"site": ""}, ["site"]),
        ({"site": "https://journal example.org"}, ["site"]),
    ],
)
def test_what_crossref_would_refuse_is_refused_with_the_field(changes, fields):
    assert blocked(a_public_record(**changes)) == fields


@pytest.mark.parametrize(
    "changes",
    [
        {"journal": msgspec.structs.replace(JOURNAL, registrant="a" * 255)},
        {"issue": msgspec.structs.replace(ISSUE, part="1" * 11)},  # pt. 11111111111
        {"issue": msgspec.structs.replace(ISSUE, part="S" * 15)},
        {"galleys": (a_file("a" * 1998),)},
    ],
)
def test_what_is_as_long_as_crossref_allows_is_valid(changes):
    assert errors(written("crossref", a_public_record(**changes)), "crossref") == []


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"unit": text(en="a")}, ["affiliations[1].unit"]),
        ({"unit": text(en="a" * 255)}, []),
        ({"unit": text(en="a" * 256)}, ["affiliations[1].unit"]),
        ({"city": text(en="a" * 243), "country": "KZ"}, []),
        ({"city": text(en="a" * 244), "country": "KZ"}, ["affiliations[1].city"]),
        ({"city": {}, "country": ""}, []),
    ],
)
def test_a_place_that_the_deposit_leaves_out_is_a_warning(changes, fields):
    record = a_public_record(affiliations=(an_affiliation(**changes),))

    findings = list(FORMATS["crossref"].check(record))

    assert [(finding.field, finding.is_blocking()) for finding in findings] == [
        (field, False) for field in fields
    ]
    assert errors(written("crossref", record), "crossref") == []


def test_a_funder_has_a_ror_or_a_name_with_its_identifier():
    record = a_public_record(
        funding=(
            Funding(funder=text(en="A"), funder_id="https://ror.org/0zzzzzz02", award="1"),
            Funding(funder=text(ru="Б"), funder_id="https://doi.org/10.13039/1"),
            Funding(award="2"),
        )
    )

    groups = found(written("crossref", record), "//fr:program/fr:assertion")

    assert ["".join(group.itertext()) for group in groups] == [
        "https://ror.org/0zzzzzz021",
        "Бhttps://doi.org/10.13039/1",
        "2",
    ]


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("Дала кітабы. – Қарқара: Дала, 2019. – 120 б.", "2019"),
        ("– URL: https://example.org/2018/ (дата обращения: 07.02.2021). – 2020.", "2020"),
        ("Аналитические записки – 2007. – 2011.", ""),
        ("№ 2019а", ""),
        ("", ""),
    ],
)
def test_a_year_is_used_only_if_it_is_the_only_one(printed, year):
    record = a_public_record(references=(Reference(text=printed, romanized="x"),))

    assert found(written("crossref", record), "string(//c:cYear)") == year


def test_the_bytes_depend_only_on_the_records_and_the_stamp():
    record = a_full_record()

    assert written("crossref", record) == written("crossref", record)
    assert STAMP.number.encode() in written("crossref", record)
