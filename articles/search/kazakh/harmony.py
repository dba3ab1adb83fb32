"""Vowel harmony: which of a suffix's two sets of vowels a stem asks for."""

BACK, FRONT = "back", "front"
BACK_VOWELS = frozenset("аоұыяё")
FRONT_VOWELS = frozenset("әеөүіэ")
# Loans that end so are heard as soft whatever their vowel: фактісі, субъектілер, паркі.
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
