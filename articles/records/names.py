"""A person's name in one language: read as it is printed, written as it is needed."""

from __future__ import annotations

import re

import msgspec

from articles.records.clean import clean_line
from articles.records.languages import Language

NO_BREAK = "\u00a0"


class Name(msgspec.Struct, frozen=True, omit_defaults=True):
    """As printed: a mononym is a family name, and whatever is unknown is empty."""

    family: str = ""
    given: str = ""
    patronymic: str = ""


PATRONYMIC = re.compile(
    r".{2,}(?:ович|евич|ьич|ович|овна|евна|ична|инична|ұлы|улы|қызы|кызы|оғлы|оглы|"
    r"ovich|evich|yevich|ovna|evna|yevna|ichna|uly|ūly|ulı|kyzy|qyzy|qızı|oglu|ogly)",
    re.IGNORECASE,
)
# Written apart: Оңғар қызы, Ongar kyzy.
SON_OR_DAUGHTER = re.compile(
    r"ұлы|улы|қызы|кызы|оғлы|оглы|uly|ūly|ulı|kyzy|qyzy|qızı|oglu|ogly", re.IGNORECASE
)
SURNAME = re.compile(
    r".{2,}(?:[оеё]ва?|[цс]к(?:ий|ая)|[oe]v|[oe]va|[st]s?k(?:iy|y|i|aya|aia))", re.IGNORECASE
)
PARTICLE = re.compile(
    "van|von|der|den|de|la|le|du|da|do|dos|das|di|del|della|ter|ten|zu|zur|af|av|bin|ibn|al|el|"
    "ван|фон|дер|ден|де|ла|ле|дю|да|ди|дель|тер|ибн|бин|аль|эль"
)
SON_OF = frozenset(("ibn", "ибн"))  # begins a mononym, Ibn Sina, also with a capital
SUFFIXES = frozenset(["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "мл.", "ст."])

INITIAL = re.compile(r"[^\W\d_]{1,4}\.(?:[-‐‑][^\W\d_]{1,4}\.)*|[^\W\d_]")
# A full stop between two initials, with no space after it.
GLUED = re.compile(r"(?<=\.)(?=[^\W\d_])")
DIGRAPHS = ("Shch", "Dzh", "Zh", "Kh", "Ts", "Ch", "Sh", "Gh", "Yu", "Ya", "Ye", "Yo", "Yë", "Дж")
# English names whose first two letters are no romanized letter.
ENGLISH = re.compile(
    r"Ch(?:a[drn]|e[lrsv]|lo|r)|Sh(?:a[nruw]|e[ilr]|irl)|Yolanda|Yoland", re.IGNORECASE
)


def parse_name(printed: str, language: Language) -> Name:
    """Family name, given name and patronymic as this language orders them; nothing is invented."""
    line = clean_line(printed).strip(" ,;")
    if "," in line:
        return _around_comma(line)
    words = GLUED.sub(" ", line).split()
    suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else ""
    name = _with_initials(words, language) or _in_full(words, language)
    return msgspec.structs.replace(name, family=f"{name.family} {suffix}") if suffix else name


def initials(name: Name, sep: str = "") -> str:
    """`Ж.О.`, `Zh.O.`, `Ж.-П.`: of the given name and the patronymic, with `sep` between them."""
    words = f"{name.given} {name.patronymic}".replace(".", ". ").replace(". -", ".-").split()
    words = [word for word in words if not SON_OR_DAUGHTER.fullmatch(word.strip("."))]
    return sep.join(filter(None, map(_initial, words)))


def byline(name: Name, sep: str = "", space: str = " ") -> str:
    """`Ж.О. Есеркепова`; a page asks for NO_BREAK in both places."""
    return space.join(filter(None, (initials(name, sep), name.family)))


def family_first(name: Name, sep: str = "", space: str = " ") -> str:
    """`Есеркепова Ж.О.`, as reference lists have it."""
    return space.join(filter(None, (name.family, initials(name, sep))))


def inverted(name: Name) -> str:
    """`Есеркепова, Жанар Оңғарқызы`: what registries split at the comma."""
    return ", ".join(filter(None, (name.family, _given(name))))


def full(name: Name, language: Language) -> str:
    """All of it, in the order of the language: the family name last in English, first otherwise."""
    parts = (_given(name), name.family) if language == "en" else (name.family, _given(name))
    return " ".join(filter(None, parts))


def _given(name: Name) -> str:
    """Given name and patronymic; two initials close up, as they are printed."""
    glue = "" if name.given.endswith(".") and name.patronymic.endswith(".") else " "
    return glue.join(filter(None, (name.given, name.patronymic)))


def _initial(word: str) -> str:
    """The initial of one word, each half of a hyphened one its own: `Ж.-П.`."""
    halves = re.split("[-‐‑]", word)
    capitals = [half for half in halves if half[:1].isupper()] or halves[:1]
    return "-".join(f"{_first_letter(half)}." for half in capitals if half.strip("."))


def _first_letter(word: str) -> str:
    if not ENGLISH.match(word):
        for digraph in DIGRAPHS:
            if word.lower().startswith(digraph.lower()) and digraph != "Дж":
                return digraph
    return "Дж" if word.rstrip(".") == "Дж" else word[:1].upper()


def _around_comma(line: str) -> Name:
    family, _comma, rest = line.partition(",")
    if rest.strip() in SUFFIXES:
        return Name(line)
    words = GLUED.sub(" ", rest).split()
    return _given_and_patronymic(family.strip(), words)


def _with_initials(words: list[str], language: Language) -> Name | None:
    """A name with initials in it, or None where there is none."""
    at = [index for index, word in enumerate(words) if INITIAL.fullmatch(word)]
    if len(at) == len(words):
        return Name("".join(words))
    if not at:
        return None
    first, last = at[0], at[-1]
    if first == 0:  # Ж.О. Есеркепова; in English also J. Robert Smith
        start = last + 1 if language != "en" else max(last + 1, _family_start(words))
        return _given_and_patronymic(" ".join(words[start:]), words[:start])
    if last == len(words) - 1:  # Есеркепова Ж.О., van der Berg J.
        return _given_and_patronymic(" ".join(words[:first]), words[first:])
    return _given_and_patronymic(" ".join(words[last + 1 :]), words[: last + 1])  # Zhanar O. Smith


def _in_full(words: list[str], language: Language) -> Name:
    if len(words) == 2 and (PARTICLE.fullmatch(words[0]) or words[0].lower() in SON_OF):
        return Name(" ".join(words))
    if at := _patronymic_at(words):
        return _around_patronymic(words, *at)
    if _is_family_first(words, language):
        start = _particle_count(words) + 1
        return _given_and_patronymic(" ".join(words[:start]), words[start:])
    start = _family_start(words)
    return Name(" ".join(words[start:]), " ".join(words[:start]))


def _around_patronymic(words: list[str], start: int, end: int) -> Name:
    patronymic = " ".join(words[start:end])
    if end < len(words):  # Жанар Оңғарқызы Есеркепова
        return Name(" ".join(words[end:]), " ".join(words[:start]), patronymic)
    if start == 1:  # Абай Құнанбайұлы: no other surname
        return Name(patronymic, words[0])
    return Name(" ".join(words[: start - 1]), words[start - 1], patronymic)


def _given_and_patronymic(family: str, words: list[str]) -> Name:
    """The words beside a family name: the first is the given name, the others the patronymic."""
    if all(INITIAL.fullmatch(word) for word in words):
        return Name(family, "".join(words[:1]), "".join(words[1:]))
    return Name(family, " ".join(words[:1]), " ".join(words[1:]))


def _patronymic_at(words: list[str]) -> tuple[int, int] | None:
    """From and to which word the patronymic goes; the first word never is one."""
    for at in range(1, len(words)):
        if SON_OR_DAUGHTER.fullmatch(words[at]) and at > 1:
            return at - 1, at + 1
        if PATRONYMIC.fullmatch(words[at]):
            return at, at + 1
    return None


def _is_family_first(words: list[str], language: Language) -> bool:
    """By capitals (`SMITH John`), by the ending of a surname, else by the language's custom."""
    for ends in (_is_capital, lambda word: bool(SURNAME.fullmatch(word))):
        first, last = ends(words[0]), ends(words[-1])
        if first != last:
            return first
    if _particle_count(words):
        return True
    return language != "en" and not any(PARTICLE.fullmatch(word) for word in words[1:])


def _particle_count(words: list[str]) -> int:
    """How many particles stand first: two in van der Berg Jan."""
    return next((at for at, word in enumerate(words) if not PARTICLE.fullmatch(word)), 0)


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _family_start(words: list[str]) -> int:
    """Where a family name that stands last begins: at its first particle, else the last word."""
    found = (at for at, word in enumerate(words[1:-1], 1) if PARTICLE.fullmatch(word))
    return next(found, len(words) - 1)
