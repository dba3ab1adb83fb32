"""Ends of roots that look like suffixes; data."""

from typing import NamedTuple


class RootEnd(NamedTuple):
    suffix: str
    least: int
    after: str = ""


# A root may end like a suffix, and the word alone does not tell which it is: есеп is not a
# converb, мәтін not an accusative. So such an end is cut from every root, and есеп and есеб-і get
# the same key. `after`: the letters that it must follow; `least`: the fewest letters to be left.
ROOT_ENDS = (
    RootEnd("(I)п", 3),  # есеп, мектеп, талап ~ қарап
    RootEnd("(I)л", 5),  # материал ~ қаралды
    RootEnd("(I)м", 3),  # білім, көлем ~ атым, балам
    RootEnd("ң", 4, "ае"),  # кезең ~ балаң
    RootEnd("нA", 3, "ыі"),  # мағына ~ атына
    RootEnd("Iн", 3),  # мәтін, қатын ~ атын
    RootEnd("Iн", 2, "рлйуз"),  # орын, мойын
    RootEnd("н", 4, "ае"),  # чемпион-ы, кешен-і ~ бала-ны
    RootEnd("DI", 3),  # күшті, қорытынды ~ адамды, барды
    RootEnd("DA", 4),  # елорда, қағида ~ қалада
    RootEnd("сA", 3),  # нәрсе ~ барса
    RootEnd("A", 5),  # a converb of a long verb: жігерлендіре
    RootEnd("с", 4, "ае"),  # бизнес-і, қатынас-ы ~ база-сы
    RootEnd("с", 3, "рнс"),  # ресурс-ын ~ барсын
    RootEnd("Iс", 2, "шдткқгжсп"),  # батыс-ы ~ басшы-сы: slots.takes_third
    RootEnd("н", 2, "рлйуз"),  # мойн-ы, орн-ы: the same roots as мойын, орын
    RootEnd("т", 3, "кқпстф"),  # факт-ы ~ айт-ты
    RootEnd("д", 4),  # no Kazakh root ends in д: съезд-і ~ келді
    RootEnd("тан", 3, "с"),  # Қазақстан ~ соғыстан
    RootEnd("й", 4, "ае"),  # жағдай-ды, Ресей-ді ~ қарайды
)
