"""The labels of a record's fields on the pages of manuscripts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from articles.records.diff import Path
from articles.records.languages import LANGUAGES

TEXTS = (("title", "area"), ("abstract", "area"), ("keywords", "terms"))
DATES = ("received_on", "revised_on", "accepted_on", "published_on")
STATEMENTS = ("contributions", "conflicts", "data", "thanks")
NAME_PARTS = ("family", "given", "patronymic", "suffix")
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

LABELS = {
    "language": gettext_lazy("Language of the full text"),
    "title": gettext_lazy("Title"),
    "abstract": gettext_lazy("Abstract"),
    "keywords": gettext_lazy("Keywords"),
    "body": gettext_lazy("Full text"),
    "authors": gettext_lazy("Authors"),
    "affiliations": gettext_lazy("Affiliations"),
    "references": gettext_lazy("References"),
    "funding": gettext_lazy("Funding"),
    "statements": gettext_lazy("Statements"),
    "first_page": gettext_lazy("First page"),
    "last_page": gettext_lazy("Last page"),
    "received_on": gettext_lazy("Received"),
    "revised_on": gettext_lazy("Revised"),
    "accepted_on": gettext_lazy("Accepted"),
    "published_on": gettext_lazy("Published"),
    "irsti": gettext_lazy("IRSTI"),
    "udc": gettext_lazy("UDC"),
    "doi": "DOI",
    "orcid": "ORCID",
    "collective": gettext_lazy("Collective name"),
    "family": gettext_lazy("Family name"),
    "given": gettext_lazy("Given name"),
    "patronymic": gettext_lazy("Patronymic"),
    "suffix": gettext_lazy("Suffix (Jr., III)"),
    "degree": gettext_lazy("Degree"),
    "academic_title": gettext_lazy("Academic title"),
    "post": gettext_lazy("Position"),
    "bio": gettext_lazy("About the author"),
    "email": gettext_lazy("Email"),
    "corresponding": gettext_lazy("Corresponding author"),
    "marks": gettext_lazy("Affiliation marks"),
    "author_id": gettext_lazy("Known person"),
    "organisation_id": gettext_lazy("Known organisation"),
    "name": gettext_lazy("Name"),
    "unit": gettext_lazy("Unit"),
    "city": gettext_lazy("City"),
    "country": gettext_lazy("Country"),
    "text": gettext_lazy("As printed"),
    "romanized": gettext_lazy("Romanized"),
    "award": gettext_lazy("Award number"),
    "funder": gettext_lazy("Funder"),
    "contributions": gettext_lazy("Author contributions"),
    "conflicts": gettext_lazy("Conflicts of interest"),
    "data": gettext_lazy("Data availability"),
    "thanks": gettext_lazy("Acknowledgements"),
}
ROW_LABELS = {
    "authors": gettext_lazy("Author %(number)d"),
    "affiliations": gettext_lazy("Affiliation %(number)d"),
    "references": gettext_lazy("Reference %(number)d"),
}

LINE_TYPES = {  # of the line classifier: articles/imports/manuscript/classify/line_classifier.py
    "title": gettext_lazy("a title"),
    "byline": gettext_lazy("the authors"),
    "affiliation": gettext_lazy("an affiliation"),
    "continuation": gettext_lazy("the end of the line above"),
    "degree": gettext_lazy("degrees and positions"),
    "contact": gettext_lazy("contact details"),
    "abstract": gettext_lazy("an abstract"),
    "keywords": gettext_lazy("keywords"),
    "heading": gettext_lazy("a heading of the text"),
    "body": gettext_lazy("the text of the article"),
    "leftover": gettext_lazy("none of the article's data"),
}


def line_type_label(line_type: str) -> str:
    return str(LINE_TYPES.get(line_type, line_type))


def label_of(path: Path) -> str:
    """The label of the last part of the path that is no language, or of the row that it names."""
    words = [part for part in path if part not in LANGUAGES]
    last = words[-1]
    if isinstance(last, int):
        return str(ROW_LABELS.get(str(words[0]), LABELS["funding"])) % {"number": last + 1}
    return str(LABELS.get(last, last))
