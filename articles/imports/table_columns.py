"""Columns of a table by the names that offices give them, in Kazakh, Russian and English."""

from __future__ import annotations

import re

from articles.records.languages import LANGUAGES, Language

PLAIN = (
    "language", "doi", "year", "volume", "number", "pages", "udc", "irsti", "published_on",
    "references", "pdf",
)  # fmt: skip
IN_LANGUAGES = ("section", "title", "abstract", "keywords", "authors", "affiliations")
COLUMNS = (*PLAIN, *(f"{name}_{code}" for name in IN_LANGUAGES for code in LANGUAGES))

# Words of a heading by column; the first that is found decides: `Год выпуска` is a year.
WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for name, words in (
        ("", r"страна|countr|елі?\b|e ?mail|почт|пошта|orcid|телефон|рецензент|степень|звани"
             r"|должност|scopus|spin|количеств|кол во|число|саны|поступлени|получени|приняти"
             r"|received|accepted|қабылдан|түскен|issn|адрес|url"),
        ("doi", r"doi\b|дои\b"),
        ("udc", r"удк|әож|udc|udk"),
        ("irsti", r"мрнти|грнти|ғтамр|хғтар|irsti|grnti"),
        ("keywords", r"ключевые слова|(?:түйін|түйінді|кілт|тірек) сөз|key ?words"),
        ("abstract", r"аннотаци|аңдатпа|резюме|реферат|түйін|abstract|summary"),
        ("references", r"литератур|библиограф|әдебиет|references|bibliography"),
        ("affiliations", r"организаци|мест[оа] работы|аффилиаци|учреждени|ұйым|жұмыс орны"
                         r"|affiliation|institution"),
        ("section", r"раздел|рубрик|айдар|бөлім|section"),
        ("authors", r"автор|фио\b|ф и о\b|author"),
        ("pages", r"стр\b|страниц|бет|pages?\b|pp\b"),
        ("", r"(?:названи|заглави|атау|title).*(?:журнал|выпуск|journal|issue)"
             r"|(?:журнал|journal).*(?:названи|атау|title)"),
        ("title", r"названи|заглави|заголов|наименовани|тақыры[пб]|атау|title"),
        ("published_on", r"дата (?:публикации|опубликования|выхода|издания|выпуска)|дата$"
                         r"|(?:жарияланған|шыққан) күні|күні$|date(?: of publication)?$"
                         r"|publication date|published"),
        ("year", r"год\b|жылы?\b|year"),
        ("volume", r"том\b|тома\b|томы\b|volume|vol\b"),
        ("pdf", r"pdf|файл|file"),
        ("language", r"язык|тілі?\b|language"),
        ("number", r"номер|нөмір|выпуск|issue|number"),
    )
)  # fmt: skip
LANGUAGE_WORDS: tuple[tuple[Language, re.Pattern[str]], ...] = (
    ("kk", re.compile(r"\b(?:каз|қаз|kk\b|kz\b|kaz|qaz)", re.IGNORECASE)),
    ("ru", re.compile(r"\b(?:рус|орыс|ru\b|rus)", re.IGNORECASE)),
    ("en", re.compile(r"\b(?:англ|ағылш|en\b|eng)", re.IGNORECASE)),
)
ROW_NUMBER = re.compile(r"(?:№|#|n|no|п п|р с|№ п п|№ р с)", re.IGNORECASE)
IGNORED = "-"  # a column that numbers the rows
BETWEEN = re.compile(r"[^\w№#]+|_+")


def column_of(heading: str, place: int = 0) -> str:
    """The template's name of the column with this heading, '' for one that it does not have.

    `title` without a language is the title in the article's own. `place` counts the columns.
    """
    if heading in COLUMNS:
        return heading
    words = BETWEEN.sub(" ", heading).strip()
    if ROW_NUMBER.fullmatch(words):
        return "number" if place and words == "№" else IGNORED
    name = next((name for name, pattern in WORDS if pattern.search(words)), None)
    if name is None:
        return "number" if "№" in words else ""
    language = language_of(words)
    return f"{name}_{language}" if name in IN_LANGUAGES and language else name


def language_of(words: str) -> Language | None:
    """The language that a heading or a cell names."""
    return next((code for code, pattern in LANGUAGE_WORDS if pattern.search(words)), None)
