"""Labels of an issue as one file, in all three languages (imprint: GOST 7.4-95)."""

from __future__ import annotations

from articles.exports.typesetting.labels import Words

AUTHORS: Words = {"kk": "Авторлар", "ru": "Авторы", "en": "Authors"}
BOARD: Words = {"kk": "Редакция алқасы", "ru": "Редакционная коллегия", "en": "Editorial board"}

FOUNDER: Words = {"kk": "Құрылтайшы", "ru": "Учредитель", "en": "Founder"}
PUBLISHER: Words = {"kk": "Баспагер", "ru": "Издатель", "en": "Publisher"}
CERTIFICATE: Words = {
    "kk": "Мерзімді баспасөз басылымын есепке қою туралы куәлік",
    "ru": "Свидетельство о постановке на учёт периодического печатного издания",
    "en": "Certificate of registration of the periodical",
}
ISSN_PRINT: Words = {"kk": "ISSN (баспа)", "ru": "ISSN (печатный)", "en": "ISSN (print)"}
ISSN_ONLINE: Words = {"kk": "ISSN (онлайн)", "ru": "ISSN (онлайн)", "en": "ISSN (online)"}
SITE: Words = {"kk": "Сайт", "ru": "Сайт", "en": "Website"}
LICENCE: Words = {"kk": "Лицензия", "ru": "Лицензия", "en": "Licence"}

SIGNED: Words = {"kk": "Басуға қол қойылды", "ru": "Подписано в печать", "en": "Signed to print"}
RELEASED: Words = {"kk": "Жарық көрді", "ru": "Дата выхода", "en": "Published"}
SIZE: Words = {"kk": "Пішімі", "ru": "Формат", "en": "Format"}
SHEETS: Words = {
    "kk": "Шартты баспа табағы",
    "ru": "Усл. печ. л.",
    "en": "Conventional printed sheets",
}
PAGES: Words = {"kk": "Беттер саны", "ru": "Страниц", "en": "Pages"}
PRINT_RUN: Words = {"kk": "Таралымы", "ru": "Тираж", "en": "Print run"}
COPIES: Words = {"kk": "дана", "ru": "экз.", "en": "copies"}

# In place of the text of an article that could not be typeset.
NO_TEXT: Words = {
    "kk": "Мақаланың мәтіні бұл файлда жоқ.",
    "ru": "Текста статьи нет в этом файле.",
    "en": "The text of the article is not in this file.",
}
