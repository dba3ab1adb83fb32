"""What a line must not cut: a number and its unit, a label and its number, a range of pages.

The pattern reads the HTML of a text: a power may stand between number and unit
(`10<sup>3</sup> km`); tags are matched to be passed over, and so are formulas.
"""

from __future__ import annotations

import re

SI = """
    km cm mm µm μm nm m kg mg µg μg g t ha L l mL ml min ms s h kHz MHz GHz Hz kPa MPa GPa Pa
    kJ MJ J kWh kW MW GW W kV mV V mA A K mmol mol kN N keV MeV eV dB ppm ppb bar kB MB GB
    км см мм мкм нм м кг мг мкг г т ц га л мл мин мс с ч сағ кГц МГц ГГц Гц кПа МПа ГПа Па
    кДж МДж Дж кВт МВт ГВт Вт кВ мВ В мА А К ммоль моль кН Н кБ КБ МБ ГБ % ‰ °C °F °С ° ′ ″
"""
# Money, great numbers, years and centuries, pages.
WORDS = """
    USD EUR KZT тг теңге тенге руб. тыс. мың млн млрд трлн гг. г. жж. ж. вв. в. ғғ. ғ.
    жылы жылдары году годы года ғасыр ғасырлар p. pp. с. б. бет
"""
LABELS = """
    № § С. с. Б. б. P. p. pp. Т. т. Vol. vol. No. no. Ч. ч. Бөл. бөл. Pt. Ст. Мақ. Art.
    Article Мақала Статья Fig. Рис. рис. Сур. сур.
"""


def _any_of(words: str) -> str:
    """The longest first: a pattern takes the first alternative that fits."""
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


SPACE = "[ \u00a0\u202f]"
NUMBER = rf"\d+(?:{SPACE}\d{{3}}(?!\d))*(?:[.,]\d+)?"
POWER = "(?:<sup>[^<>]*</sup>)?"
SYMBOL = rf"(?:{_any_of(SI)})[²³]?"
UNIT = rf"{SPACE}(?:{SYMBOL}(?:[/·]{SYMBOL})*|{_any_of(WORDS)})(?!\w)"
PAGE = r"(?:[A-Za-zА-я]?\d{1,7}[a-z]?|[ivxlcIVXLC]+)"  # 23, e12, S7, 14a, iv, XIX
RANGE = rf"(?<![/.–-]){PAGE}[–-]{PAGE}(?![\w/–-])"
TAG = r'<math\b[\s\S]*?</math>|<(?:[^<>"]|"[^"]*")*>'

UNBROKEN = re.compile(
    rf"(?P<tag>{TAG})|(?<!\w)(?:"
    rf"(?:{_any_of(LABELS)}){SPACE}(?:{RANGE}|[A-Za-z]?{NUMBER})(?:{UNIT})?"
    rf"|{RANGE}(?:{UNIT})?"
    rf"|(?<![.,]){NUMBER}{POWER}{UNIT})"
)
