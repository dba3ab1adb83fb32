"""Labels of typeset pages, in all three languages."""

from __future__ import annotations

from articles.records.languages import LANGUAGES, Language

Words = dict[Language, str]

# On every page, and large behind the text.
NOT_PUBLISHED: Words = {
    "kk": "Корректура – жарияланбаған",
    "ru": "Корректура – не опубликовано",
    "en": "Proof – not published",
}
STAMP: Words = {"kk": "КОРРЕКТУРА", "ru": "КОРРЕКТУРА", "en": "PROOF"}
VERSION: Words = {"kk": "нұсқа", "ru": "версия", "en": "version"}

NAMES: Words = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
NONE: Words = {"kk": "жоқ", "ru": "нет", "en": "none"}
ABSTRACT: Words = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
KEYWORDS: Words = {"kk": "Түйін сөздер", "ru": "Ключевые слова", "en": "Keywords"}
CORRESPONDING: Words = {
    "kk": "Корреспонденция үшін автор",
    "ru": "Автор для корреспонденции",
    "en": "Corresponding author",
}
IRSTI: Words = {"kk": "ХҒТАР", "ru": "МРНТИ", "en": "IRSTI"}
UDC: Words = {"kk": "ӘОЖ", "ru": "УДК", "en": "UDC"}
PAGES: Words = {"kk": "беттер", "ru": "страницы", "en": "pages"}

RECEIVED: Words = {"kk": "Түсті", "ru": "Поступила", "en": "Received"}
REVISED: Words = {"kk": "Түзетілді", "ru": "Доработана", "en": "Revised"}
ACCEPTED: Words = {"kk": "Қабылданды", "ru": "Принята", "en": "Accepted"}
PUBLISHED: Words = {"kk": "Жарияланды", "ru": "Опубликована", "en": "Published"}

CONTRIBUTIONS: Words = {
    "kk": "Авторлардың үлесі",
    "ru": "Вклад авторов",
    "en": "Authors’ contributions",
}
CONFLICTS: Words = {
    "kk": "Мүдделер қақтығысы",
    "ru": "Конфликт интересов",
    "en": "Conflicts of interest",
}
DATA: Words = {
    "kk": "Деректердің қолжетімділігі",
    "ru": "Доступность данных",
    "en": "Availability of data",
}
THANKS: Words = {"kk": "Алғыс", "ru": "Благодарности", "en": "Acknowledgements"}
FUNDING: Words = {"kk": "Қаржыландыру", "ru": "Финансирование", "en": "Funding"}

FULL_TEXT: Words = {"kk": "Толық мәтін", "ru": "Полный текст", "en": "Full text"}
NOTES: Words = {"kk": "Ескертпелер", "ru": "Примечания", "en": "Notes"}
REFERENCES: Words = {
    "kk": "Әдебиеттер тізімі",
    "ru": "Список литературы",
    "en": "References",
}
ROMANIZED: Words = {
    "kk": "Әдебиеттер тізімі латын әрпімен",
    "ru": "Список литературы латиницей",
    "en": "References in Latin script",
}
MISSING_PICTURE: Words = {
    "kk": "сурет көрсетілмейді",
    "ru": "рисунок не показан",
    "en": "picture not shown",
}

CONTENTS: Words = {"kk": "Мазмұны", "ru": "Содержание", "en": "Contents"}
PARTS: Words = {"kk": "Бөліктері", "ru": "Части", "en": "Parts"}
BEGINNING: Words = {"kk": "Басы", "ru": "Начало", "en": "Beginning"}
COVER: Words = {"kk": "Мұқаба", "ru": "Обложка", "en": "Cover"}
AUTHORS: Words = {
    "kk": "Авторлар туралы мәлімет",
    "ru": "Сведения об авторах",
    "en": "Information about the authors",
}
OTHERS: Words = {"kk": "т.б.", "ru": "и др.", "en": "et al."}
VOLUME: Words = {"kk": "Том", "ru": "Том", "en": "Vol."}
RETRACTED: Words = {
    "kk": "Мақала кері қайтарылды",
    "ru": "Статья отозвана",
    "en": "This article has been retracted",
}


def in_all(words: Words, between: str = " · ") -> str:
    """Return a label in all languages, equal ones once: `Түсті · Поступила · Received`."""
    return between.join(dict.fromkeys(words[code] for code in LANGUAGES))
