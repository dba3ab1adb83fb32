"""Small exports, each the plainest of its version; whatever matters to a test is written in it."""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path

from articles.imports.ojs import Locales, read_issues, sources_in
from articles.imports.ojs.values import Article, Issue

NAMESPACE = 'xmlns="http://pkp.sfu.ca"'
PDF = b"%PDF-1.4\n% an invented file\n"
SECTIONS = """<sections><section ref="ART" seq="0"><id type="internal">1</id>
<abbrev locale="en">ART</abbrev><title locale="en">Articles</title></section></sections>"""


def embedded(content: bytes) -> str:
    return f'<embed encoding="base64">{base64.b64encode(content).decode()}</embed>'


def a_submission_file(
    id: int = 7, content: bytes = PDF, name: str = "a.pdf", stage: str = "proof", **attributes: str
) -> str:
    """As OJS 3.2 and later write it."""
    given = {"filesize": str(len(content)), **attributes}
    bytes_of_file = given.pop("contents", embedded(content))
    size = given.pop("filesize")
    parent = given.pop("parent", "")
    more = "".join(f' {key}="{value}"' for key, value in given.items())
    reference = f'<submission_file_ref id="{parent}"/>' if parent else ""
    return f"""<submission_file id="{id}" file_id="{id}" stage="{stage}"{more}>
<name locale="en">{escape(name)}</name>{reference}
<file id="{id}" filesize="{size}" extension="pdf">{bytes_of_file}</file></submission_file>"""


def a_galley(id: int = 3, file: int | None = 7, locale: str = "en", label: str = "PDF") -> str:
    reference = f'<submission_file_ref id="{file}"/>' if file else ""
    return f"""<article_galley locale="{locale}"><id type="internal">{id}</id>
<name locale="{locale}">{label}</name><seq>0</seq>{reference}</article_galley>"""


def an_author(given: str = "Anna", family: str = "Kim", more: str = "", **attributes: str) -> str:
    given_attributes = {"user_group_ref": "Author", "seq": "0", "id": "5", **attributes}
    written = " ".join(f'{key}="{value}"' for key, value in given_attributes.items())
    return f"""<author {written}><givenname locale="en">{given}</givenname>
<familyname locale="en">{family}</familyname>{more}<email>a@example.org</email></author>"""


def a_publication(
    inside: str = "", authors: str | None = None, title: str = "On salt", **attributes: str
) -> str:
    given = {"version": "1", "status": "3", "seq": "1", "section_ref": "ART", **attributes}
    given.setdefault("date_published", "2020-03-31")
    id = given.pop("id", "100")
    written = " ".join(f'{key}="{value}"' for key, value in given.items())
    byline = an_author() if authors is None else authors
    return f"""<publication {written}><id type="internal">{id}</id>
<title locale="en">{title}</title><authors>{byline}</authors>{inside}</publication>"""


def an_article(publications: str | None = None, files: str = "", **attributes: str) -> str:
    given = {"locale": "en", "status": "3", "current_publication_id": "100", **attributes}
    id = given.pop("id", "12")
    written = " ".join(f'{key}="{value}"' for key, value in given.items() if value)
    inside = a_publication() if publications is None else publications
    return f"""<article {written} stage="production"><id type="internal">{id}</id>
{files}{inside}</article>"""


def an_issue(*articles: str, inside: str = SECTIONS, id: str = "9", number: str = "1") -> str:
    return f"""<issue {NAMESPACE} published="1"><id type="internal">{id}</id>
<issue_identification><volume>3</volume><number>{number}</number><year>2020</year>
</issue_identification><date_published>2020-03-31</date_published>{inside}
<articles>{"".join(articles)}</articles></issue>"""


def issues(*members: str) -> str:
    return f"<issues {NAMESPACE}>{''.join(members)}</issues>"


def read(folder: Path, xml: str | bytes, locales: Locales | None = None) -> list[Issue]:
    file = write(folder, xml)
    (source,) = sources_in([file])
    return list(read_issues(source, locales))


def write(folder: Path, xml: str | bytes, name: str = "export.xml") -> Path:
    file = folder / name
    file.write_bytes(xml.encode() if isinstance(xml, str) else xml)
    return file


def read_article(folder: Path, article: str) -> Article:
    (issue,) = read(folder, an_issue(article))
    return issue.articles[0]
