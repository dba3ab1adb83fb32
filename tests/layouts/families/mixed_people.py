"""The authors and organisations of one language, in the way that a design has chosen."""

from __future__ import annotations

from collections.abc import Callable

from tests.layouts.families.article import Article
from tests.layouts.families.journals import LETTERS, Lines
from tests.layouts.words import WORDS

UNITS = {
    "kk": ("Физика және астрономия кафедрасы", "Заң факультеті", "Жоғары экономика мектебі",
           "Ботаника зертханасы"),
    "ru": ("Кафедра физики и астрономии", "Юридический факультет", "Высшая школа экономики",
           "Лаборатория ботаники"),
    "en": ("Department of Physics and Astronomy", "Faculty of Law", "School of Economics",
           "Laboratory of Botany"),
}  # fmt: skip
PHONE = ("тел.: +7 700 000 00 00", "Tel. +7 (700) 000-00-00")
MAIL = {"kk": "эл. пошта: {}", "ru": "эл. почта: {}", "en": "Email: {}"}
LABELS = {"kk": ("Авторлар", "Мекеме"), "ru": ("Авторы", "Организация"),
          "en": ("Authors", "Affiliation")}  # fmt: skip
CARDS = ("name degree place", "name place", "name place contact", "name degree place contact",
         "degree name place", "degree name place contact", "name contact place",
         "place name degree", "place name", "place name contact",
         "name place degree contact")  # fmt: skip
ONE_LINE = ("{name}, {degree}, {place}", "{name} – {degree}, {place}",
            "{name} ({degree}, {place})", "{degree} {name}, {place}", "{name}, {place}",
            "{name} ({place})", "{name} – {place}", "{degree}, {name}, {place}")  # fmt: skip
MAILS = ("", "", "", ", {}", ", e-mail: {}", " ({})", ". E-mail: {}")


class People:
    """How the authors of one article stand: their names, posts, organisations, contacts."""

    def __init__(self, a: Article) -> None:
        chance = self.chance = a.chance
        self.a = a
        self.style = chance.choice(STYLES)
        self.case = chance.choice(["", "", "", "surname", "all"])
        self.name_print, self.place_print = chance.choice(PRINTS), chance.choice(PRINTS)
        self.is_capital_place = chance.random() < 0.15
        self.has_unit, self.unit = chance.random() < 0.25, chance.randrange(4)
        self.has_phone, self.has_street = chance.random() < 0.1, chance.random() < 0.08
        self.has_city = chance.random() < 0.85
        self.is_split = chance.random() < 0.2
        self.is_place_first = chance.random() < 0.2
        self.separator = chance.choice([", ", ", ", "; "])
        self.mark = chance.choice(["sup", "sup", "sup", "digit", "bracket", "letter", "spaced"])
        self.degree = chance.choice(["", "", "before", "after", "brackets", "below"])
        self.degrees = chance.choice([1, 1, 2])
        self.card, self.one_line = chance.choice(CARDS), chance.choice(ONE_LINE)
        self.mail = chance.choice(MAILS)
        self.contact = chance.choice(["mail", "mail", "orcid", "both", "lines"])
        self.end = "" if self.is_split else chance.choice(["", "", "", ";", "."])
        if self.style in SINGLE:
            a.organisations, a.numbers = 1, [1] * a.people
        elif self.style in ONE_EACH:
            a.organisations, a.numbers = a.people, list(range(1, a.people + 1))

    def choose_foot(self) -> None:
        """Prepare names in one line, with marks of organisations that stand far from them."""
        self.style, self.is_place_first = marked_line, False
        self.a.organisations = max(self.a.numbers)

    def lines(self, language: str) -> Lines:
        """The authors with their organisations."""
        yield from self.style(self, language)

    def names_line(self, language: str) -> str:
        names = [self.signed(language, at) for at in range(self.a.people)]
        is_with_and = len(names) > 1 and self.chance.random() < 0.15
        last = f"{WORDS['and'][language]}{names.pop()}" if is_with_and else ""
        return self.separator.join(names) + last

    def name(self, language: str, at: int) -> str:
        text = self.a.name(language, at)
        surname = max(text.split(), key=len) if "." in text else ""
        if self.case == "all" or (self.case == "surname" and surname):
            text = text.upper() if self.case == "all" else text.replace(surname, surname.upper())
            self.a.truth["authors"][at]["name"][language] = text
        return self.name_print.format(text)

    def posts(self, language: str, at: int) -> str:
        return self.a.posts(language, at, self.degrees)

    def place(self, language: str, at: int) -> str:
        """The organisation on one line."""
        text = self.a.organisation(language, at, self.has_city)
        text = f"{UNITS[language][self.unit]}, {text}" if self.has_unit else text
        text = text.upper() if self.is_capital_place else text
        self.a.record_organisation(language, at, text)
        return text

    def places(self, language: str, at: int, mark: str = "") -> list[str]:
        """The organisation, perhaps with its unit or its city on lines of their own."""
        parts = [self.place(language, at)]
        if self.is_split and ", " in parts[0]:
            head, _, tail = parts[0].partition(", ")
            parts = [f"{head},", tail]
        street = [self.chance.choice(self.a.words["streets"][language])] * self.has_street
        return [self.place_print.format(f"{mark * (not number)}{part}")
                for number, part in enumerate(parts)] + street  # fmt: skip

    def all_places(self, language: str) -> list[str]:
        lines = []
        for at in range(self.a.organisations):
            lines += self.places(language, at, self.sign(at + 1))
        return [f"{line}{self.end}" for line in lines[:-1]] + lines[-1:] if self.end != "." else [
            f"{line}." for line in lines]  # fmt: skip

    def sign(self, number: int) -> str:
        """The mark before an organisation."""
        signs = {
            "sup": f"<sup>{number}</sup>",
            "digit": f"{number} ",
            "bracket": f"({number}) ",
            "letter": f"<sup>{LETTERS[number - 1]}</sup>",
            "spaced": f"<sup>{number}</sup> ",
        }
        return "" if self.style in UNMARKED else signs[self.mark]

    def signed(self, language: str, at: int) -> str:
        """A name with its mark, and a degree where the design has one beside it."""
        name, sign = self.name(language, at), self.sign(self.a.numbers[at])
        gap = " " * (self.mark == "bracket" or self.mark == "spaced")
        name = f"{name}{gap}{sign.strip()}" if sign else name
        said = self.posts(language, at)
        patterns = {"before": "{1} {0}", "after": "{0}, {1}", "brackets": "{0} ({1})"}
        is_said = self.style in (in_lines, marked_lines)
        return patterns.get(self.degree if is_said else "", "{0}").format(name, said)

    def contacts(self, at: int) -> list[str]:
        """The lines of contacts of one author, in a card."""
        mail, orcid = f"E-mail: {self.a.email(at)}", ""
        if self.contact != "mail":
            orcid = f"ORCID: {self.a.orcid(at)}"
        both = [f"{mail}, {orcid}"] if self.contact == "both" else [orcid, mail]
        return ([mail] if not orcid else both) + [self.chance.choice(PHONE)] * self.has_phone


def in_one_line(p: People, language: str) -> Lines:
    line = [p.names_line(language)]
    below = [p.posts(language, 0)] * (p.degree == "below" and p.a.people == 1)
    places = p.all_places(language)
    yield from [*places, *line] if p.is_place_first else [*line, *below, *places]


def marked_line(p: People, language: str) -> Lines:
    yield from in_one_line(p, language)


def in_lines(p: People, language: str) -> Lines:
    """Each name on a line, one organisation for all."""
    names: list[str] = []
    for at in range(p.a.people):
        names.append(p.signed(language, at))
        names += [p.posts(language, at)] * (p.degree == "below")
    places = p.all_places(language)
    yield from [*places, *names] if p.is_place_first else [*names, *places]


def marked_lines(p: People, language: str) -> Lines:
    """Each name on a line with its mark; the organisations below, perhaps with posts."""
    yield from [p.signed(language, at) for at in range(p.a.people)]
    yield from p.all_places(language)


def cards(p: People, language: str) -> Lines:
    """Lines of its own for each author."""
    for at in range(p.a.people):
        has_contacts = language == p.a.own
        parts = {"name": [p.name(language, at)], "degree": [p.posts(language, at)],
                 "place": p.places(language, at)}  # fmt: skip
        for part in p.card.split():
            if part != "contact":
                yield from parts[part]
            elif has_contacts:
                yield from p.contacts(at)
        yield ""


def one_line_each(p: People, language: str) -> Lines:
    for at in range(p.a.people):
        line = p.one_line.format(name=p.name(language, at), degree=p.posts(language, at),
                                 place=p.place(language, at))  # fmt: skip
        mail = p.mail.format(p.a.email(at)) if p.mail and language == p.a.own else ""
        yield f"{line}{mail}"


def labelled(p: People, language: str) -> Lines:
    names, place = LABELS[language]
    yield f"<b>{names}:</b> {', '.join(p.name(language, at) for at in range(p.a.people))}"
    yield f"<b>{place}:</b> {p.place(language, 0)}"


def grouped(p: People, language: str) -> Lines:
    """The authors of each organisation above it or below it."""
    p.a.numbers = sorted(p.a.numbers)
    for place in range(p.a.organisations):
        owners = [at for at in range(p.a.people) if p.a.numbers[at] == place + 1]
        names = [", ".join(p.name(language, at) for at in owners)]
        places = p.places(language, place)
        yield from [*places, *names, ""] if p.is_place_first else [*names, *places, ""]


Style = Callable[[People, str], Lines]
PRINTS = ("{}", "{}", "{}", "<b>{}</b>", "<i>{}</i>", "<i>{}</i>")
STYLES: tuple[Style, ...] = (in_one_line, in_one_line, marked_line, marked_line, marked_line,
                             in_lines, in_lines, marked_lines, cards, cards, cards, one_line_each,
                             one_line_each, labelled, grouped)  # fmt: skip
SINGLE: tuple[Style, ...] = (in_one_line, in_lines, labelled)
ONE_EACH: tuple[Style, ...] = (cards, one_line_each)
UNMARKED: tuple[Style, ...] = (*SINGLE, *ONE_EACH, grouped)
