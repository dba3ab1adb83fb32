"""What stands above the header of a mixed design, and between the header and the text."""

from __future__ import annotations

from tests.layouts.families.article import Article

HEADS = (
    ["Вестник Образцового университета. Серия «Право». 2023. № 4"],
    ["Ғылым және қоғам журналы, ISSN 0000-0019, 2-том"],
    ["Journal of Samples, Vol. 7, 2024"],
    [
        "B U L L E T I N",
        "OF THE SAMPLE UNIVERSITY",
        "SERIES OF EARTH SCIENCES",
        "ISSN 0000-0019",
        "Volume 2, Number 17 (2023), 4 – 19",
    ],
    ["ҒЫЛЫМ ЖАРШЫСЫ", "ҮЛГІ УНИВЕРСИТЕТІНІҢ ЖУРНАЛЫ", "№ 2 (38) 2024"],
    ["ВЕСТНИК НАУКИ", "СЕРИЯ ГУМАНИТАРНЫХ НАУК", "Том 3, выпуск 2, 2024"],
)
MEETING = {"kk": "«Болашақ» ғылыми конференциясы, Тараз, 14 сәуір 2024",
           "ru": "Конференция «Будущее», Тараз, 14 апреля 2024 г.",
           "en": "Conference “The Future”, Taraz, 14 April 2024"}  # fmt: skip
ADVISED = {"kk": "Ғылыми жетекшісі: PhD, доцент Б. Жетекшіұлы",
           "ru": "Научный руководитель: к.ф.н., доцент Б.Б. Ведущий",
           "en": "Scientific advisor: Associate Professor B. Leading"}  # fmt: skip
RIGHTS = ("© Авторлар, 2024", "© Авторы, 2024", "© The Authors, 2024")
CITED = {"kk": "Дәйексөз үшін: {} {} // Үлгі. 2024. № 1.",
         "ru": "Для цитирования: {} {} // Пример. 2024. № 1.",
         "en": "For citation: {} {}. Sample, 2024, 1."}  # fmt: skip
THANKS = {"kk": "Алғыс: авторлар рецензенттерге рахмет айтады.",
          "ru": "Благодарности: авторы благодарят рецензентов.",
          "en": "Acknowledgements: we thank the reviewers."}  # fmt: skip
STATEMENTS = {
    "kk": (
        "Авторлар мүдделер қақтығысы жоқ екенін мәлімдейді.",
        "Зерттеу Үлгі ғылым қорының қолдауымен орындалды (грант № AP00000002).",
        "Авторлардың үлесі. Барлық авторлардың үлесі тең.",
    ),
    "ru": (
        "Авторы заявляют об отсутствии конфликта интересов.",
        "Работа выполнена при поддержке Фонда науки Улгили (грант № AP00000002).",
        "Вклад авторов. Все авторы внесли равный вклад.",
    ),
    "en": (
        "The authors declare no conflict of interest.",
        "This work was supported by the Ulgili Science Fund (grant No. AP00000002).",
        "Author contributions. All authors contributed equally.",
    ),
}
RULE = "____________________"


def _code(a: Article) -> list[str]:
    codes = a.codes(a.own)[:: a.chance.choice([1, -1])]
    return codes if a.chance.random() < 0.7 else ["  ".join(codes)]


TOP = (
    _code, _code, _code,
    lambda a: [a.chance.choice(a.words["types"][a.own])],
    lambda a: [a.chance.choice(a.words["aside"][a.own])],
    lambda a: a.chance.choice(HEADS),
    lambda a: a.chance.choice(HEADS),
    lambda a: [MEETING[a.own]],
)  # fmt: skip
ASIDES = (
    lambda a: [a.chance.choice(a.words["dates"][a.own])],
    lambda a: [a.chance.choice(RIGHTS)],
    lambda a: [CITED[a.own].format(a.name(a.own, 0, "surname first", False), a.titles[a.own])],
    lambda a: [THANKS[a.own]],
    lambda a: [ADVISED[a.own]],
    lambda a: [a.chance.choice(STATEMENTS[a.own])],
)  # fmt: skip
