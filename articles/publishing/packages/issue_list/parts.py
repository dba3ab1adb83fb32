"""The texts of the issue list: an article's in one language, headings in three languages.

The reader may know any of the three, and the file has no language of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.citations import cite
from articles.records.imprint import page_range, printed_number
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.names import full_name
from articles.records.record import Authorship, Record

LANGUAGE = {"kk": "қазақша", "ru": "на русском", "en": "in English"}

DESCRIPTION = "Сипаттама / Описание / Description"
AUTHORS = "Авторлар / Авторы / Authors"
ABSTRACT = "Аңдатпа / Аннотация / Abstract"
KEYWORDS = "Түйін сөздер / Ключевые слова / Keywords"
ARTICLES = "Мақалалар"
REFERENCES = "Әдебиеттер"
LITERATURE = "Әдебиеттер тізімі / Список литературы"
ROMANIZED = "References"


def description(record: Record, code: Language) -> str:
    """The description by GOST 7.1-2003, with markup; '' if there is no title in the language."""
    return cite(record, "gost_7_1", code) if code in record.title else ""


def abstract(record: Record, code: Language) -> str:
    return record.abstract.get(code, "")


def keywords(record: Record, code: Language) -> str:
    return ", ".join(record.keywords.get(code, ()))


def authors(record: Record, code: Language) -> str:
    """`Family Given (Organisation; Organisation), …`; in this language, or the article's."""
    return ", ".join(filter(None, (_author(record, author, code) for author in record.authors)))


def facts(record: Record) -> Iterator[tuple[str, str]]:
    """Headings and values that have no language."""
    yield "DOI", f"https://doi.org/{record.doi}" if record.doi else ""
    yield "Беттер / Страницы / Pages", page_range(record, "–") or record.article_number
    yield "ХҒТАР / МРНТИ / IRSTI", ", ".join(record.irsti)
    yield "ӘОЖ / УДК / UDC", ", ".join(record.udc)
    yield "EDN", record.edn
    yield "Мәтін тілі / Язык текста / Language", LANGUAGE[record.language]


def issue_title(record: Record, code: Language) -> str:
    """`Дала ғылымы. – 2024. – № 1 (9)`: the title of the list."""
    issue = record.issue
    parts = [prefer(record.journal.name, code) if record.journal else ""]
    if issue:
        number = f"{'No.' if code == 'en' else '№'} {printed_number(issue)}"
        parts += [str(issue.year), number]
    return ". – ".join(filter(None, parts))


def _author(record: Record, author: Authorship, code: Language) -> str:
    wanted = (code, record.language, *LANGUAGES)
    language = next((language for language in wanted if language in author.names), None)
    name = (
        full_name(author.names[language], language)
        if language
        else prefer(author.collective, *wanted)
    )
    organisation_names = (
        prefer(record.affiliations[mark - 1].name, *wanted)
        for mark in author.marks
        if 0 < mark <= len(record.affiliations)
    )
    organisations = "; ".join(dict.fromkeys(filter(None, organisation_names)))
    return f"{name} ({organisations})" if name and organisations else name
