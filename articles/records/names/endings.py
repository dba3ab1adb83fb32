"""Words of a name: patronymics, surnames, particles and initials, recognised by their form."""

from __future__ import annotations

import re

# Оңғарқызы, Beibitovna; as a separate word (Оңғар қызы) only the second kind.
RUSSIAN = (
    r"ович|евич|ьич|ьмич|овна|евна|ична|инична|"
    r"ovich|evich|yevich|[ly]ich|['’]ich|ovna|evna|yevna|ichna"
)
TURKIC = (
    r"ұлы|улы|уулу|қызы|кызы|оғлы|оглы|угли|ўғли|қизи|кизи|гызы|"
    r"uly|uulu|ūly|ulı|uli|kyzy|qyzy|qızı|kizi|qizi|gyzy|oglu|ogly|ogli|o['’ʻ‘]g['’ʻ‘]li"
)
PATRONYMIC = re.compile(f".{{2,}}(?:{RUSSIAN}|{TURKIC})", re.IGNORECASE)
SON_OR_DAUGHTER = re.compile(TURKIC, re.IGNORECASE)

SURNAME = re.compile(
    r"(?!Яков$|[IY]a?kov$).{2,}"
    r"(?:[оеё]ва?|[цс]к(?:ий|ая)|[oe]va?|(?:s|ts)k(?:iy|ii|i|y|aya|aia))",
    re.IGNORECASE,
)
PARTICLE = re.compile(
    "van|von|der|den|de|la|le|du|da|do|dos|das|di|del|della|ter|ten|zu|zur|af|av|bin|ibn|al|el|"
    "ван|фон|дер|ден|де|ла|ле|дю|да|ди|дель|тер|ибн|бин|аль|эль"
)
SON_OF = frozenset(("ibn", "ибн"))  # begins a single name (Ibn Sina), also with a capital
SUFFIXES = frozenset(
    [
        "Jr.",
        "Jr",
        "jr.",
        "jr",
        "Sr.",
        "Sr",
        "sr.",
        "sr",
        "II",
        "III",
        "IV",
        "мл.",
        "мл",
        "ст.",
        "ст",
    ]
)

# Ж. Zh. Shch. Ж.-П., or one whose full stop is missing.
INITIAL = re.compile(
    r"[^\W\d_]{1,4}\.(?:[-‐‑][^\W\d_]{1,4}\.)*|[^\W\d_]|Zh|Kh|Ch|Sh|Shch|Ts|Dzh|Дж"
)


def is_initial(word: str) -> bool:
    """Whether a word is an initial, also one without its full stop."""
    return INITIAL.fullmatch(word) is not None


def is_patronymic(word: str) -> bool:
    """Whether a word has the ending of a patronymic."""
    return PATRONYMIC.fullmatch(word) is not None


def is_son_or_daughter(word: str) -> bool:
    """Whether it is the second word of a patronymic in two words: Оңғар қызы."""
    return SON_OR_DAUGHTER.fullmatch(word) is not None


def is_surname(word: str) -> bool:
    """Whether a word has the ending of a surname."""
    return SURNAME.fullmatch(word) is not None


def is_particle(word: str) -> bool:
    """Whether a word is a particle of a surname: van, de, ibn."""
    return PARTICLE.fullmatch(word) is not None


def is_capital(word: str) -> bool:
    """Whether a word is in capitals."""
    return len(word) > 1 and word.isupper()
