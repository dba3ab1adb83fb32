"""The words of a certificate and of a reprint, in all three languages.

No sentence puts a name, a title or a journal into a case, so that any of them fits.
"""

from __future__ import annotations

from articles.exports.typesetting.labels import Words

HEADING: Words = {"kk": "АНЫҚТАМА", "ru": "СПРАВКА", "en": "CERTIFICATE"}
PUBLISHED: Words = {
    "kk": "Осы анықтама төменде аталған мақаланың «{journal}» журналында жарияланғанын растайды.",
    "ru": "Настоящая справка подтверждает, что указанная ниже статья опубликована в журнале "
    "«{journal}».",
    "en": "This is to certify that the article named below has been published in the journal "
    "“{journal}”.",
}
ACCEPTED: Words = {
    "kk": "Осы анықтама төменде аталған мақаланың «{journal}» журналында жариялауға "
    "қабылданғанын растайды.",
    "ru": "Настоящая справка подтверждает, что указанная ниже статья принята к публикации "
    "в журнале «{journal}».",
    "en": "This is to certify that the article named below has been accepted for publication "
    "in the journal “{journal}”.",
}
RETRACTED: Words = {
    "kk": "Мақала кейін кері қайтарылды.",
    "ru": "Впоследствии статья была отозвана.",
    "en": "The article has since been retracted.",
}
PURPOSE: Words = {
    "kk": "Анықтама талап етілген жерге ұсыну үшін берілді.",
    "ru": "Справка выдана для предъявления по месту требования.",
    "en": "Issued for presentation wherever required.",
}

ISSUED_TO: Words = {"kk": "Кімге берілді", "ru": "Кому выдана", "en": "Issued to"}
ARTICLE: Words = {"kk": "Мақала", "ru": "Статья", "en": "Article"}
AUTHORS: Words = {"kk": "Авторлары", "ru": "Авторы", "en": "Authors"}
ISSUE: Words = {"kk": "Нөмірі", "ru": "Выпуск", "en": "Issue"}
PLANNED_ISSUE: Words = {
    "kk": "Жоспарланған нөмірі",
    "ru": "Планируемый выпуск",
    "en": "Planned issue",
}
PAGES: Words = {"kk": "Беттері", "ru": "Страницы", "en": "Pages"}
DAY: Words = {"kk": "Берілген күні", "ru": "Дата выдачи", "en": "Date of issue"}
NUMBER: Words = {"kk": "Тіркеу №", "ru": "Исх. №", "en": "Ref. no."}
EDITOR: Words = {"kk": "Бас редактор", "ru": "Главный редактор", "en": "Editor-in-Chief"}
SEAL: Words = {"kk": "М.О.", "ru": "М.П.", "en": "Seal"}
SIGNATURE: Words = {"kk": "(қолы)", "ru": "(подпись)", "en": "(signature)"}
NAME: Words = {"kk": "(аты-жөні)", "ru": "(И. О. Фамилия)", "en": "(name)"}
CHECK: Words = {
    "kk": "Мақаланы журналдың сайтынан тексеруге болады:",
    "ru": "Проверить статью можно на сайте журнала:",
    "en": "The article can be checked on the journal’s site:",
}

REPRINT: Words = {
    "kk": "Мақаланың жеке көшірмесі",
    "ru": "Оттиск статьи",
    "en": "Reprint of an article",
}
