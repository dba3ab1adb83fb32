"""Records for the checks of references, citations, letters and names, several of each kind."""

from __future__ import annotations

from datetime import date

from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Record, Reference
from tests.factories import a_public_record, an_author

KAZAKH = "Мақалада дала өсімдіктерінің түрлері мен олардың таралу аймағы жан-жақты сипатталады."
RUSSIAN = "В статье подробно описаны виды степных растений и область их распространения."
URL = "Книга. – URL: {} (дата обращения: {})."
LATIN = "Kniga. Available at: {} (accessed {})."
ONE = (
    "Сурма И.В. Степные растения Казахстана // Вестник. – 2015. – № 49. – С. 221-243.",
    "Surma I.V. Stepnyye rasteniya Kazakhstana [Plants], Vestnik, 49, 221-243 (2015).",
)
OTHER = (
    "Тестова А.Л. Кислородный режим прудов // Экология. – 2019. – № 3. – С. 199-211.",
    "Testova A.L. Kislorodnyy rezhim prudov [Oxygen], Ekologiya, 3, 199-211 (2019).",
)

# Lists of references: the text of each, and its romanized form.
LISTS = [
    [ONE, OTHER],
    [ONE, (OTHER[0], "")],
    [(ONE[0], OTHER[1]), (OTHER[0], ONE[1])],
    [(ONE[0], ONE[1].replace("2015", "2016"))],
    [(ONE[0], ONE[1].replace("221-243", "221-234"))],
    [("соперничества в Азии", "sopemichestva v Azii")],
    [("Смирнов А.И. Новая книга", "Smimov A.I. Novaya kniga")],
    [("Роль торговли сегодня", "Rol' trgovli segodnya")],
    [("Information systems today", "Infomration systems today")],
    [("Сұхбат деректерін талдау", "Sukhbat derekterin tadlau")],
    [("Чжао Хунвэй. Дипломатия Китая", "Zhao Hongwei. Diplomatiya Kitaya")],
    [("Шмидтов К.А. Новая книга", "Schmidtov K.A. Novaya kniga")],
    [("Тесты // Биология. – 2019", "Testy // Biology. 2019")],
    [("Новая-старая книга", "Novaya-staraia kniga"), ("Объект права", "Obekt prava")],
    [("Степные Растения. – 2015. – Б. 5.", "Stepnye Rasteniia Sovsem. 2015. P. 6.")],
    [
        ("Малые озера степной зоны", f"{word} ozera stepnoy zony")
        for word in ("Malye", "Malyye", "Malyx")
    ],
    [("Озера степи и реки гор", "Ozera stepi i reki gor")] * 8 + [("Озера гор", "Ozyora gor")],
    [
        (
            URL.format("https://example.org/a/1", "20.01.2023"),
            LATIN.format("https://example.org/a1", "02.01.2023"),
        )
    ],
    [
        (
            URL.format("https://example.org/a", "07.02.2021"),
            LATIN.format("https://example.org/a", "07.0.2021"),
        )
    ],
    [(URL.format("https://example.org/a", "10.01.2024"), "")],
    [(URL.format("https://example.org/a", "01.02.2024"), "")],
    [(URL.format("https://example.org/a", "01.03.2024"), "")],
    [
        ("Книга. – 2015. – С. 1995–2001.", "Kniga, 2015, 1995-2001."),
        ("Труды. – С. 9-5.", "Trudy, 9-5."),
    ],
    [("Записки – 2007. – 2011. – С. 5-9.", "Zapiski, 5-9."), ("Книга. – С. 5–9.", "")],
]
WORKS = ("Яковлев Я. Книга. – 2015. – 640 с.", "Борисов Б. Труд. – С. 20-30.", "Алиев А. Сөз.")
SENTENCES = [
    "Бірінші [1, 85 б.]. Екінші [2; 5].",
    "Бәрі [1-3].",
    "Бәрі [1; 2, 25 б.; 3, с. 5].",
    "Бірі [1, 85], екінші [2: 25], үшінші [3].",
    "Аралық [0; 1], жыл [2015].",
    "[1, 641 б.] мен [2]",
    "[1, 640 б.] мен [2, с. 19]",
    "[1, 5 б.] мен [2, 25-27 бб.], [3, 900 б.]",
    "Бірі [2], екіншісі [1], [3].",
    "Бір сөз [1], екі сөз [2], үш[3].",
    "Бір сөз[1], екі сөз[2], үш[3].",
    "О.Д. Исмаилова жазды [1].",
    "Я. Яковлева мен Яковлов Я. айтты [1].",
    "Борисовв Б. [2]",
    "«Реформы в Казахстане и Китае» - Астана: Елорда, 2000. еңбегі [1]",
    "«Книга о больших реках» - М.: Ай, 2015 [3]",
]
TITLES = [
    text(kk=RUSSIAN),
    text(ru=KAZAKH),
    text(en=RUSSIAN),
    text(kk="Абай поэзиясы", ru="Поэзия Абая"),
    text(kk="Дала мен орман туралы", ru="Дала мен орман туралы"),
    text(ru="COVID-19", en="COVID-19"),
    text(kk="Stipa capillata мен Festuca valesiaca өсімдіктерінің өсуі"),
    text("АЛМАТЫ", "Алматы", "Almaty"),
    text(ru="Вода вода дом вода дом", kk="су ның мәні бар бала лар үй"),
    text(en="Plants of the степь here"),
]
WORDS = (
    "Қазақ тілінің мәселелері; ғылымы мен білімі; ХІХ ғасыр; ІІ бөлім; XIX; мәтін-нің; бала лар; "
    "сөздер дің; ара- лық; тест.Тест; сөзСөз; вo время; Cтепь; aлма; https://e.org/aб; a@б.kz. "
)
FAMILIES = [
    ("Төлегенова", "Тулегенова", "Tolegenova"),
    ("Төлегенова", "Тулегенова", "Tulegenova"),
    ("Төлегенова", "Тулегенова", "Tolegenov"),
    ("Щербаков", "Щербаков", "Sherbakof"),
    ("Юсупов", "Юсупов", "Jusupow"),
    ("Ли", "Ли", "Lee"),
    ("Чжао", "Чжао", "Zhao"),
]
BIOS = [
    text(kk="Төлегенова Ұлжан – ғалым."),
    text(kk="Төлегнова Ұлжан – ғалым.", en="Tolegenova is a scholar."),
    text(ru="Доктор наук Улжан Тулеганова живёт.", en="A scholar."),
    text(kk="Ғалым.", ru="Учёный.", en="Ulzhan."),
]


def records() -> dict[str, Record]:
    found = {}
    for at, entries in enumerate(LISTS):
        references = tuple(Reference(text=one, romanized=other) for one, other in entries)
        found[f"list {at}"] = a_public_record(
            references=references, received_on=date(2024, 1, 15), accepted_on=date(2024, 2, 20)
        )
    works = tuple(Reference(text=work) for work in WORKS)
    for at, sentence in enumerate(SENTENCES):
        body = f"<p>{sentence}</p>"
        found[f"sentence {at}"] = a_public_record(body=body, references=works)
        found[f"sentence {at}, by the alphabet"] = a_public_record(
            body=body, references=(*works[::-1], Reference(text="Brown B. Book."))
        )
    for at, title in enumerate(TITLES):
        found[f"title {at}"] = a_public_record(title=title, status="ready")
        found[f"abstract {at}"] = a_public_record(abstract=title, keywords={})
    for code in ("kk", "ru", "en"):
        found[f"words in {code}"] = a_public_record(
            language=code,
            title={code: WORDS},
            body=f"<p>{WORDS * 20}</p>",
            keywords={code: ("мәселе", "ғылымы", "орман", "степь", "plants")},
        )
    for at, families in enumerate(FAMILIES):
        names = {
            code: Name(family, "Ұлжан" if code == "kk" else "Ulzhan", "" if code == "en" else "С.")
            for code, family in zip(("kk", "ru", "en"), families, strict=True)
        }
        found[f"family {at}"] = a_public_record(authors=(an_author(names=names),))
    for at, bio in enumerate(BIOS):
        found[f"bio {at}"] = a_public_record(authors=(an_author(bio=bio), an_author()))
    return found
