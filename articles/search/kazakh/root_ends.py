"""What a root may end in that looks like a suffix, as data."""

from typing import NamedTuple


class RootEnd(NamedTuple):
    suffix: str
    least: int
    after: str = ""


# A root may itself end as a suffix does, and the word alone cannot tell which: есеп is no
# converb, мәтін no accusative. So such an end is cut from every root alike: есеп and есеб-і
# then meet. `after`: the letters that it must follow; `least`: the fewest letters left.
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
