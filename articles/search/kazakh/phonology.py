"""Generates the form of a Kazakh suffix on a stem, by vowel harmony and assimilation.

A suffix is written as grammars write it, capitals standing for what the stem decides:

    A  а/е    I  ы/і    K  қ/к    Y  ғ/г    harmony alone
    L  л/д/т  plural       N  н/д/т  accusative   Q  н/д/т  genitive
    D  д/т    locative     B  д/н/т  ablative     G  ғ/г/қ/к  dative, participle
    M  м/б/п  instrumental P  м/б/п  negation
    (I) a link heard only after a consonant; (с) one heard only after a vowel

Reference: Muhamedowa, "Kazakh: A Comprehensive Grammar" (2016), the chapters on phonology
and on inflection; the school rule is the same ("үндестік заңы").
"""

from articles.search.kazakh.harmony import BACK, BACK_VOWELS, FRONT_VOWELS

OPEN = BACK_VOWELS | FRONT_VOWELS
GLIDES = frozenset("уию")  # vowels that take suffixes as consonants do: оқуы, миы
VOWELS = OPEN | GLIDES
NASALS = frozenset("мнң")
VOICED = frozenset("рлйзжь") | NASALS | GLIDES
# Final б в г д are devoiced, so voiceless suffixes follow: клубтар, заводқа.
VOICELESS = frozenset("пфктшсхцчщһқбвгғдъ")
LETTERS = OPEN | VOICED | VOICELESS


def plural(last: str) -> str:
    """L of -LAр: балалар, айлар, сөздер, адамдар, аттар."""
    if last in OPEN or last in "рйуию":
        return "л"
    return "д" if last in VOICED else "т"


def genitive(last: str) -> str:
    """Q of -QIң: баланың, адамның; қыздың, елдің; аттың."""
    if last in OPEN or last in NASALS:
        return "н"
    return "д" if last in VOICED else "т"


def accusative(last: str) -> str:
    """N of -NI: баланы; адамды, елді; атты."""
    if last in OPEN:
        return "н"
    return "д" if last in VOICED else "т"


def locative(last: str) -> str:
    """D of -DA and of the past -DI: балада, елде, барды; атта, айтты."""
    return "т" if last in VOICELESS else "д"


def ablative(last: str) -> str:
    """B of -BAн: адамнан; баладан, елден; аттан."""
    return "н" if last in NASALS else locative(last)


def instrumental(last: str) -> str:
    """M of -Mен: баламен, елмен; сөзбен; атпен."""
    if last in "зж":
        return "б"
    return "п" if last in VOICELESS else "м"


def negation(last: str) -> str:
    """P of -PA: барма, келме; қонба, жазба; айтпа."""
    return "б" if last in NASALS else instrumental(last)


def velar(last: str, harmony: str) -> str:
    """G of -GA and -GAн: балаға, елге, барған; атқа, іске, кеткен."""
    if last in VOICELESS:
        return "қ" if harmony == BACK else "к"
    return "ғ" if harmony == BACK else "г"


ONSETS = {
    "L": plural,
    "Q": genitive,
    "N": accusative,
    "D": locative,
    "B": ablative,
    "M": instrumental,
    "P": negation,
}
HARMONIC = {"A": ("а", "е"), "I": ("ы", "і"), "K": ("қ", "к"), "Y": ("ғ", "г")}

# к, қ and п between vowels are voiced, and written so: кітабы, тілегі, азығы.
DEVOICED = {"б": "п", "г": "к", "ғ": "қ"}


def realise(suffix: str, last: str, harmony: str) -> str:
    """The suffix as written after a stem that ends in `last`: -LAр after т, back, is -тар."""
    written = ""
    for sign in signs(suffix, last in OPEN):
        before = written[-1:] or last
        if sign == "G":
            written += velar(before, harmony)
        elif sign in ONSETS:
            written += ONSETS[sign](before)
        else:
            written += HARMONIC.get(sign, (sign, sign))[harmony != BACK]
    return written


def signs(suffix: str, after_vowel: bool) -> str:
    """The suffix with its optional letters resolved: (I)м is м after a vowel; (с)I is сI after a
    vowel, otherwise I.
    """
    if suffix.startswith("("):
        keeps_link = (suffix[1] == "с") == after_vowel
        return suffix[1] + suffix[3:] if keeps_link else suffix[3:]
    return suffix


def devoiced(stem: str) -> str:
    """The stem with its final consonant devoiced, as without a suffix: кітаб(ы) -> кітап."""
    return stem[:-1] + DEVOICED.get(stem[-1:], stem[-1:])
