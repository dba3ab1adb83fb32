"""Vowel harmony: whether a stem takes the back or the front vowels of a suffix."""

BACK, FRONT = "back", "front"
BACK_VOWELS = frozenset("аоұыяё")
FRONT_VOWELS = frozenset("әеөүіэ")
# Loanwords with these endings take front vowels whatever their own vowel: фактісі, субъектілер.
SOFT_ENDS = ("ь", "кт", "рк", "нк", "нг", "рг", "фт", "ст")


def harmonies(stem: str) -> tuple[str, ...]:
    """The harmonies that may follow, by the last vowel: балалар, елдер.

    A last и, у or ю says nothing: министрлер, артисттар, ресурстар. As glides they leave it to
    the vowel before: сайлауға, сөйлеуге.
    """
    if stem.endswith(SOFT_ENDS):
        return BACK, FRONT
    for letter in reversed(stem.rstrip("у")):
        if letter in BACK_VOWELS:
            return (BACK,)
        if letter in FRONT_VOWELS:
            return (FRONT,)
        if letter in "иую":
            break
    return BACK, FRONT
