"""An invented article of a history journal by GOST R 7.0.7: names in full, no Kazakh block."""

LANGUAGE = "ru"
TITLE = {
    "ru": "Караванные пути степного края в описаниях путешественников",
    "en": "Caravan routes of the steppe region in travellers’ descriptions",
}
ABSTRACT = {
    "ru": "Рассматриваются описания караванных путей, составленные путешественниками "
    "девятнадцатого века. Сопоставление маршрутов с данными карт позволило уточнить положение "
    "семи колодцев и двух переправ. Сделан вывод о том, что торговые пути смещались вслед за "
    "пастбищами.",
    "en": "The paper considers descriptions of caravan routes made by travellers of the "
    "nineteenth century. A comparison of routes with maps made it possible to locate seven "
    "wells and two crossings. It is concluded that trade routes moved after the pastures.",
}
KEYWORDS = {
    "ru": ["караванный путь", "степь", "путешественники", "колодец", "историческая карта"],
    "en": ["caravan route", "steppe", "travellers", "well", "historical map"],
}
SECTIONS = [
    (
        "Введение",
        [
            "История торговых путей степного края изучена неравномерно: подробно описаны "
            "главные дороги, тогда как боковые тропы известны лишь по отдельным упоминаниям "
            "[1].",
            "Цель статьи состоит в том, чтобы восстановить боковые маршруты по запискам "
            "путешественников и картам того времени.",
        ],
    ),
    (
        "Материалы и методы",
        [
            "Использованы одиннадцать путевых дневников и четыре карты масштаба десять вёрст в "
            "дюйме. Сведения о расстояниях пересчитаны по скорости верблюжьего каравана [2]."
        ],
    ),
    (
        "Результаты",
        [
            "Установлено положение семи колодцев и двух переправ. Четыре колодца ранее "
            "считались легендарными, однако упомянуты в трёх независимых дневниках."
        ],
    ),
    (
        "Заключение",
        [
            "Торговые пути смещались вслед за пастбищами, и потому карты одного десятилетия "
            "плохо объясняют записки другого."
        ],
    ),
]
ORIGINAL = [
    "Ковылин С. А. Дороги степи. Караганда : Степь, 2011. 230 с.",
    "Тлеуова А. С., Марков П. И. Скорость каравана // История придуманного края. 2018. Т. 4, № "
    "2. С. 17–29. https://doi.org/10.5555/hist.2018.4.17",
    "Wells R. Maps of nowhere // Invented Geography. 2016. Vol. 9. P. 55–61.",
]
ROMANIZED = [
    "Kovylin S. A. Dorogi stepi [Roads of the steppe]. Karaganda: Step', 2011. 230 p. (In Russ.).",
    "Tleuova A. S., Markov P. I. Caravan speed. Istoriya pridumannogo kraya = History of an "
    "Invented Land, 2018, vol. 4, no. 2, pp. 17–29. (In Russ.). "
    "https://doi.org/10.5555/hist.2018.4.17",
    "Wells R. Maps of nowhere. Invented Geography, 2016, vol. 9, pp. 55–61.",
]
FUNDING = "исследование выполнено за счёт гранта Фонда придуманной истории № 23-18-00012."
THANKS = "the study was supported by a grant of the Fund of Invented History No. 23-18-00012."
BIOS = {
    "ru": [
        "И. П. Степнов – кандидат исторических наук, доцент;",
        "А. С. Тлеуова – доктор исторических наук, профессор.",
    ],
    "en": [
        "I. P. Stepnov – Candidate of Sciences (History), Associate Professor;",
        "A. S. Tleuova – Doctor of Sciences (History), Professor.",
    ],
}


def lines():
    yield "plain", "ВСЕОБЩАЯ ИСТОРИЯ"
    yield "plain", "Научная статья"
    yield "plain", "УДК 94(574):656.1"
    yield "plain", "https://doi.org/10.5555/stephist.2023.1.44"
    yield "title", TITLE["ru"]
    yield (
        "authors",
        "<b>Иван Петрович Степнов<sup>1</sup>, Айгуль Сериковна Тлеуова<sup>2</sup></b>",
    )
    yield (
        "plain",
        "<sup>1</sup> Степной институт истории, Караганда, Казахстан, i.stepnov@example.org, "
        "https://orcid.org/0000-0002-1825-0097",
    )
    yield (
        "plain",
        "<sup>2</sup> Придуманный университет, Петропавловск, Казахстан, "
        "a.tleuova@example.org, https://orcid.org/0000-0001-5109-3700",
    )
    yield "plain", "<b><i>Аннотация.</i></b> " + ABSTRACT["ru"]
    yield "plain", "<b><i>Ключевые слова:</i></b> " + ", ".join(KEYWORDS["ru"])
    yield "plain", "<b><i>Благодарности:</i></b> " + FUNDING
    yield (
        "plain",
        "<b><i>Для цитирования:</i></b> Степнов И. П., Тлеуова А. С. "
        + TITLE["ru"]
        + " // Вестник степной истории. 2023. № 1. С. 44–52. "
        + "https://doi.org/10.5555/stephist.2023.1.44",
    )
    yield "plain", "Original article"
    yield "title", TITLE["en"]
    yield "authors", "<b>Ivan P. Stepnov<sup>1</sup>, Aigul S. Tleuova<sup>2</sup></b>"
    yield (
        "plain",
        "<sup>1</sup> Steppe Institute of History, Karaganda, Kazakhstan, "
        "i.stepnov@example.org, https://orcid.org/0000-0002-1825-0097",
    )
    yield (
        "plain",
        "<sup>2</sup> Invented University, Petropavlovsk, Kazakhstan, a.tleuova@example.org, "
        "https://orcid.org/0000-0001-5109-3700",
    )
    yield "plain", "<b><i>Abstract.</i></b> " + ABSTRACT["en"]
    yield "plain", "<b><i>Keywords:</i></b> " + ", ".join(KEYWORDS["en"])
    yield "plain", "<b><i>Acknowledgments:</i></b> " + THANKS
    yield (
        "plain",
        "<b><i>For citation:</i></b> Stepnov I. P., Tleuova A. S. "
        + TITLE["en"]
        + ". Bulletin of Steppe History, 2023, no. 1, pp. 44–52. (In Russ.).",
    )
    for heading, paragraphs in SECTIONS:
        yield "heading", heading
        yield from (("body", text) for text in paragraphs)
    yield "heading", "Список источников"
    yield from (("entry", f"{n}. {entry}") for n, entry in enumerate(ORIGINAL, 1))
    yield "heading", "References"
    yield from (("entry", f"{n}. {entry}") for n, entry in enumerate(ROMANIZED, 1))
    yield "label", "Информация об авторах"
    yield from (("plain", bio) for bio in BIOS["ru"])
    yield "label", "Information about the authors"
    yield from (("plain", bio) for bio in BIOS["en"])
    yield (
        "plain",
        "Статья поступила в редакцию 12.02.2023; одобрена после рецензирования 15.03.2023; "
        "принята к публикации 20.03.2023.",
    )
    yield (
        "plain",
        "The article was submitted 12.02.2023; approved after reviewing 15.03.2023; accepted "
        "for publication 20.03.2023.",
    )


def truth():
    names = [
        ("Иван Петрович Степнов", "Ivan P. Stepnov"),
        ("Айгуль Сериковна Тлеуова", "Aigul S. Tleuova"),
    ]
    return {
        "article_language": "ru",
        "title": {**TITLE, "kk": None},
        "abstract": {**ABSTRACT, "kk": None},
        "keywords": {**KEYWORDS, "kk": []},
        "authors": [
            {
                "order": at + 1,
                "name": {"kk": None, "ru": names[at][0], "en": names[at][1]},
                "affiliations": [at + 1],
                "corresponding": False,
                "email": ["i.stepnov@example.org", "a.tleuova@example.org"][at],
                "orcid": ["0000-0002-1825-0097", "0000-0001-5109-3700"][at],
            }
            for at in (0, 1)
        ],
        "affiliations": [
            {
                "id": 1,
                "name": {
                    "kk": None,
                    "ru": "Степной институт истории, Караганда, Казахстан",
                    "en": "Steppe Institute of History, Karaganda, Kazakhstan",
                },
            },
            {
                "id": 2,
                "name": {
                    "kk": None,
                    "ru": "Придуманный университет, Петропавловск, Казахстан",
                    "en": "Invented University, Petropavlovsk, Kazakhstan",
                },
            },
        ],
        "irsti": [],
        "udc": ["94(574):656.1"],
        "doi": "10.5555/stephist.2023.1.44",
        "dates": {
            "received": "2023-02-12",
            "accepted": "2023-03-20",
            "revised": "2023-03-15",
            "published": None,
        },
        "pages": {"first": 44, "last": 52},
        "sections": [{"heading": h, "text": "\n\n".join(texts)} for h, texts in SECTIONS],
        "other_sections": [{"heading": "Acknowledgments", "text": THANKS}],
        "funding": FUNDING,
        "references": {"original": ORIGINAL, "romanized": ROMANIZED},
        "bios": {"kk": [], **BIOS},
    }
