"""Signposting: `Link` headers of pages, DOIs, exports and files, and the linkset."""

import re

import pytest

from articles.exports import FORMATS
from articles.publishing import withdraw_article
from articles.records.record import Galley
from articles.views.article.linkset import linkset
from articles.views.signposting import (
    MOST_BYTES,
    Link,
    galley_links,
    link_header,
    page_link_header,
)
from tests.factories import a_galley, a_public_article, a_public_record, an_article, an_author

SITE = "https://journal.example.org"
DOI = "https://doi.org/10.5555/0000-0000/2024-1-1"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
ORCID = "0000-0000-1423-0019"
PDF = Galley(id=2, language="en", name="a.pdf", size=1, checksum="")
DATA = Galley(id=3, language="kk", kind="supplement", name="d.csv", size=1, checksum="")
PICTURE = Galley(id=4, language="kk", kind="image", name="1.png", size=1, checksum="")


LINK = re.compile(r'<([^<>\s]*)>; rel="([a-z-]+)"(?:; type="([a-z0-9.+/-]+)")?')


def links(header):
    """(relation, address, media type or '') of each link."""
    parsed = [LINK.fullmatch(part).groups("") for part in header.split(", ")]
    return [(relation, address, kind) for address, relation, kind in parsed]


def by_relation(header, relation):
    return [(address, kind) for name, address, kind in links(header) if name == relation]


def test_a_page_names_its_doi_types_licence_exports_files_and_authors():
    authors = (an_author(orcid=ORCID), an_author())
    record = a_public_record(authors=authors, galleys=(PDF, DATA, PICTURE))

    header = page_link_header(record, "ru")

    assert links(header) == [
        ("cite-as", DOI, ""),
        ("linkset", f"{SITE}/ru/articles/1/linkset.json", "application/linkset+json"),
        ("type", "https://schema.org/AboutPage", ""),
        ("type", "https://schema.org/ScholarlyArticle", ""),
        ("license", CC_BY, ""),
        *(
            ("describedby", f"{SITE}/articles/1/export/{name}", format.media_type)
            for name, format in FORMATS.items()
        ),
        ("item", f"{SITE}/kk/articles/1/files/2/a.pdf", "application/pdf"),
        ("item", f"{SITE}/kk/articles/1/files/3/d.csv", "application/octet-stream"),
        ("author", f"https://orcid.org/{ORCID}", ""),
    ]


def test_an_article_without_doi_licence_or_files_names_what_it_has():
    record = a_public_record(doi="", journal=None)

    names = [name for name, _address, _kind in links(page_link_header(record, "kk"))]

    assert names == ["linkset", "type", "type", *["describedby"] * len(FORMATS)]


def test_of_a_withdrawn_article_only_the_doi_and_the_type_are_named():
    record = a_public_record(status="withdrawn", galleys=(PDF,))

    names = [name for name, _address, _kind in links(page_link_header(record, "kk"))]

    assert names == ["cite-as", "linkset", "type", "type"]


def test_three_hundred_authors_fit_the_linkset_and_as_many_as_possible_the_header():
    orcids = [f"0000-0000-0000-{number:04}" for number in range(300)]
    record = a_public_record(authors=tuple(an_author(orcid=orcid) for orcid in orcids))

    header = page_link_header(record, "kk")
    page, *exports = linkset(record, "kk")["linkset"]

    assert MOST_BYTES - len(f'<https://orcid.org/{orcids[0]}>; rel="author", ') < len(header)
    assert len(header) <= MOST_BYTES
    assert page["author"] == [{"href": f"https://orcid.org/{orcid}"} for orcid in orcids]
    assert len(exports) == len(FORMATS)


def test_a_link_that_does_not_fit_leaves_room_for_the_next():
    header = link_header([Link("item", "x" * MOST_BYTES), Link("type", "y"), Link("type", "y")])

    assert header == '<y>; rel="type"'


def test_an_address_ends_neither_its_link_nor_the_header():
    header = link_header([Link("license", "https://example.org/қ>\r\n; rel=next, <x")])

    assert links(header) == [
        ("license", "https://example.org/%D2%9B%3E%0D%0A;%20rel=next,%20%3Cx", "")
    ]


def test_a_file_names_its_article_and_what_to_cite():
    assert links(link_header(galley_links(a_public_record(), PDF))) == [
        ("canonical", f"{SITE}/kk/articles/1/files/2/a.pdf", ""),
        ("collection", f"{SITE}/kk/articles/1/", "text/html"),
        ("cite-as", DOI, ""),
        ("license", CC_BY, ""),
    ]


def test_a_linkset_has_the_links_of_the_page_the_exports_and_the_files():
    contexts = linkset(a_public_record(galleys=(PDF, PICTURE)), "en")["linkset"]

    assert [context["anchor"] for context in contexts] == [
        f"{SITE}/en/articles/1/",
        *(f"{SITE}/articles/1/export/{name}" for name in FORMATS),
        f"{SITE}/kk/articles/1/files/2/a.pdf",
    ]
    assert contexts[0]["item"] == [
        {"href": f"{SITE}/kk/articles/1/files/2/a.pdf", "type": "application/pdf"}
    ]
    assert contexts[1] == {
        "anchor": f"{SITE}/articles/1/export/crossref",
        "describes": [{"href": f"{SITE}/kk/articles/1/", "type": "text/html"}],
        "cite-as": [{"href": DOI}],
    }
    assert contexts[-1] == {
        "anchor": f"{SITE}/kk/articles/1/files/2/a.pdf",
        "canonical": [{"href": f"{SITE}/kk/articles/1/files/2/a.pdf"}],
        "collection": [{"href": f"{SITE}/kk/articles/1/", "type": "text/html"}],
        "cite-as": [{"href": DOI}],
        "license": [{"href": CC_BY}],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_page_doi_export_file_and_linkset_name_each_other(client, language):
    article = a_public_article(galleys=(a_galley(b"%PDF-1.4"),))
    root = f"http://127.0.0.1:8000/{language}/articles/{article.pk}/"

    page = client.get(f"/{language}/articles/{article.pk}/")
    again = client.get(f"/{language}/articles/{article.pk}/")
    redirect = client.get(f"/doi/{article.doi}")
    linked = client.get(f"/{language}/articles/{article.pk}/linkset.json")

    assert page["Link"] == again["Link"]
    assert by_relation(page["Link"], "linkset") == [(f"{root}linkset.json", linked["Content-Type"])]
    assert redirect.status_code == 302
    assert redirect["Link"] == page["Link"].replace(root, root.replace(f"/{language}/", "/kk/"))
    assert linked["Content-Type"] == "application/linkset+json"
    assert [context["anchor"] for context in linked.json()["linkset"]][:1] == [root]
    for address, _kind in by_relation(page["Link"], "describedby"):
        export = client.get(address)
        if export.status_code == 200:
            assert by_relation(export["Link"], "describes") == [
                (root.replace(f"/{language}/", "/kk/"), "text/html")
            ]
    ((item, kind),) = by_relation(page["Link"], "item")
    file = client.get(item)
    assert file["Content-Type"] == kind == "application/pdf"
    assert by_relation(file["Link"], "canonical") == [(item, "")]


@pytest.mark.django_db
def test_a_draft_has_no_linkset_and_a_withdrawn_article_the_one_of_its_notice(client):
    draft = an_article()
    gone = a_public_article(draft.journal, doi="10.5555/gone")
    withdraw_article(gone, reason="mistake")

    assert client.get(f"/kk/articles/{draft.pk}/linkset.json").status_code == 404
    assert client.get(f"/kk/articles/{gone.pk}/linkset.json").json() == {
        "linkset": [
            {
                "anchor": f"http://127.0.0.1:8000/kk/articles/{gone.pk}/",
                "cite-as": [{"href": "https://doi.org/10.5555/gone"}],
                "type": [
                    {"href": "https://schema.org/AboutPage"},
                    {"href": "https://schema.org/ScholarlyArticle"},
                ],
            }
        ]
    }
    assert client.get("/doi/10.5555/gone")["Link"].count('rel="cite-as"') == 1
