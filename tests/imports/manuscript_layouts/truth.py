"""The values that the reader has to find in a layout, as manuscript-truth/1."""

from tests.imports.manuscript_layouts import texts
from tests.imports.manuscript_layouts.biographies import a_bio
from tests.imports.manuscript_layouts.layout import Layout, has_addresses


def truth(layout: Layout) -> dict:
    """The values that the reader has to find, as manuscript-truth/1."""
    first = layout.languages[0]
    count = min(layout.authors, 2)
    printed = zip(texts.HEADINGS[first], texts.BODY[first], strict=True)
    return {
        "article_language": first,
        "title": {k: t.upper() if layout.capital else t for k, t in texts.TITLES.items()},
        "abstract": texts.ABSTRACTS,
        "keywords": texts.KEYWORDS,
        "authors": [an_author(layout, at) for at in range(layout.authors)],
        "affiliations": [
            {"id": at + 1, "name": {k: texts.ORGANISATIONS[k][at] for k in texts.ORGANISATIONS}}
            for at in range(count)
        ],
        "irsti": ["67.11.31"],
        "udc": ["624.21:947"],
        "doi": texts.DOI,
        "dates": dict.fromkeys(("received", "revised", "accepted", "published"))
        | {"received": "2021-02-16", "accepted": "2021-03-15"},
        "pages": {"first": 41, "last": 49} if layout.citation else None,
        "sections": [
            {"heading": f"{n}. {h}" if layout.headings_numbered else h, "text": t}
            for n, (h, t) in enumerate(printed, 1)
        ],
        "funding": texts.FUNDING[first][1] if layout.statements else None,
        "references": {"original": texts.REFERENCES, "romanized": texts.ROMANIZED},
        "bios": {
            language: [a_bio(layout, language, at) for at in range(layout.authors)]
            if language in layout.bios
            else []
            for language in ("kk", "ru", "en")
        },
    }  # fmt: skip


def an_author(layout: Layout, at: int) -> dict:
    return {
        "order": at + 1,
        "name": {
            language: texts.NAMES[layout.names][language][at] for language in ("kk", "ru", "en")
        },
        "affiliations": texts.AFFILIATION_NUMBERS[at] if layout.authors > 1 else [1],
        "corresponding": at == 0,
        "email": texts.ADDRESSES[at] if at == 0 or has_addresses(layout, "list") else None,
        "orcid": texts.ORCIDS[at] if has_addresses(layout) else None,
    }
