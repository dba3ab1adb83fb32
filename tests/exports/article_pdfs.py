"""An article's PDF, typeset and read back, and the findings about it."""

import io

from pypdf import PdfReader

from articles.exports.edition import typeset_article
from articles.exports.edition.findings import typesetting_findings

FRACTION = "<math display='block'><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"


def read(record, pictures=None):
    made = typeset_article(record, pictures or {})
    return made, PdfReader(io.BytesIO(made.pdf), strict=True)


def elements(parent, kind):
    """Elements of a kind in the structure of a PDF, in reading order."""
    inner = parent.get("/K", [])
    for child in inner if isinstance(inner, list) else [inner]:
        child = child.get_object()
        if isinstance(child, dict):
            if child.get("/S") == kind:
                yield child
            yield from elements(child, kind)


def words(pdf):
    """The text of all pages, in one line, with words put together that lines divide."""
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\u00ad", "").split())


def findings(record, made):
    return [(each.field, str(each.message)) for each in typesetting_findings(record, made)]
