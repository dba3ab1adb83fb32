"""Families of conference papers, medical and older journals, and of neighbouring countries."""

from __future__ import annotations

from tests.layouts import words
from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts
from tests.layouts.words import WORDS

SUPERVISOR = {"kk": "Ғылыми жетекшісі – т.ғ.д., профессор Ө. Сынақ",
              "ru": "Научный руководитель – д.и.н., профессор У. Пробный",
              "en": "Scientific supervisor: Prof. U. Sample"}  # fmt: skip
UZBEK = "Dalada eski quduqlar va ularning hozirgi holati"
KYRGYZ = "Талаадагы эски кудуктардын абалы жана тарыхы"


def thesis(a: Article) -> Lines:
    """A conference paper: the title in capitals, the name, the organisation, then the text."""
    a.people, a.organisations, a.numbers = 1, 1, [1]
    a.truth["authors"] = a.truth["authors"][:1]
    yield from [a.label("aside", a.own), ""]
    yield ("title", a.title(a.own, capital=True))
    yield from [f"<b>{a.name(a.own, 0, 'surname first')}</b>", f"<i>{a.organisation(a.own, 0)}</i>"]
    yield from [f"<i>{SUPERVISOR[a.own]}</i>", ""]
    yield from a.body(with_headings=False)
    yield from a.references(both=False)


def thesis_with_name_first(a: Article) -> Lines:
    """The names with their posts, the organisation in brackets, the title, an abstract."""
    a.organisations, a.numbers = 1, [1] * a.people
    for at in range(a.people):
        yield f"<b>{a.name(a.own, at, 'in full')}</b>,"
        yield f"<i>{a.posts(a.own, at)}</i>"
    yield from [f"{a.organisation(a.own, 0)}", "", ("title", a.title(a.own)), ""]
    yield from _texts(a, a.own)
    yield from a.body(with_headings=False)
    yield from a.references(both=False)


def medical(a: Article) -> Lines:
    """Names with digits, organisations behind them, structured abstracts, a contact at the end."""
    yield from [*a.codes(a.own)[1:], "", ("title", a.title(a.own)), ""]
    a.truth["irsti"] = []
    for language in a.languages:
        if language != a.own:
            yield from [("title", a.title(language)), ""]
        yield from [a.signed(language, "surname first"), ""]
        lines = a.organisation_lines(language)
        yield from [f"<sup>{at}</sup> {line}" for at, line in enumerate(lines, 1)]
        yield from ["", a.label("abstract labels", language)]
        parts = [f"{sub}. {words.sentences(a.chance, language, 2)}"
                 for sub in WORDS["subheadings"][language]]  # fmt: skip
        a.truth["abstract"][language] = " ".join(parts)
        yield from parts
        yield from [f"{a.label('keywords labels', language)}: {a.keywords(language)}", ""]
    yield from a.body()
    yield from a.references(both=False)


def stars(a: Article) -> Lines:
    """One, two and three stars as marks."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        names = [f"{name}{'*' * number}"
                 for name, number in zip(a.names(language), a.numbers, strict=True)]  # fmt: skip
        yield from [", ".join(names), ""]
        lines = a.organisation_lines(language)
        yield from [f"{'*' * at}{line}" for at, line in enumerate(lines, 1)]
        yield ""
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def kyrgyz(a: Article) -> Lines:
    """Names, then the titles of four languages, then the abstracts."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own)[1:], ""]
    a.truth["irsti"] = []
    yield from [", ".join(a.names(a.own, "surname first")), a.organisation(a.own, 0), ""]
    for language in a.languages[:2]:
        yield from [("title", a.title(language, capital=True)), ""]
    yield from [("title", KYRGYZ.upper()), "", ("title", a.title(a.languages[2], capital=True)), ""]
    for language in a.languages:
        yield from _texts(a, language, ":")
    yield from a.body()
    yield from a.references(both=False)


def uzbek(a: Article) -> Lines:
    """Full names with a degree, an organisation and contacts in one line each."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [*a.codes(a.own)[1:], ""]
    a.truth["irsti"] = []
    yield ("title", a.title(a.own, capital=True))
    for at in range(a.people):
        name = a.name(a.own, at, "in full")
        place = a.organisation(a.own, at)
        yield f"{name}, {a.posts(a.own, at)}, {place}. E-mail: {a.email(at)}"
    yield from ["", *_texts(a, a.own), ("title", UZBEK.upper()), ""]
    yield from ["Annotatsiya. Maqolada eski quduqlar va ularning bugungi holati ko‘rib chiqiladi.",
                "Kalit so‘zlar: quduq, yo‘l, maktab", ""]  # fmt: skip
    for language in a.languages[1:]:
        yield from [("title", a.title(language, capital=True)), "", *_texts(a, language)]
    yield from a.body()
    yield from a.references(both=False)


def apa(a: Article) -> Lines:
    """`Surname, G. & Surname, G.`, no code, an organisation with an e-mail behind it."""
    a.organisations, a.numbers = 1, [1] * a.people
    a.own = a.truth["article_language"] = "en"
    yield from [("title", a.title("en")), ""]
    names = []
    for at in range(a.people):
        names.append(a.name("en", at, "surname first"))
    yield from [" & ".join([", ".join(names[:-1]), names[-1]]) if names[1:] else names[0], ""]
    yield from [f"{a.organisation('en', 0)} ({a.email(0)})", "", *_texts(a, "en")]
    yield from a.body()
    yield from a.references()


def unlabelled(a: Article) -> Lines:
    """Authors, title and abstract without a label, keywords with one; three languages."""
    a.organisations, a.numbers = 1, [1] * a.people
    for language in a.languages:
        yield from [f"<i>{', '.join(a.names(language, 'initials first'))}</i>"]
        yield from [f"<i>{a.organisation(language, 0)}</i>", "", ("title", a.title(language)), ""]
        yield from [f"<i>{a.abstract(language)}</i>"]
        yield from [f"{a.label('keywords labels', language)}: {a.keywords(language)}", ""]
    yield from a.body()
    yield from a.references()


def post_lines(a: Article) -> Lines:
    """The names in a line, then a line of what each of them is, then the organisations."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        yield a.signed(language)
        for at in range(a.people):
            name = a.name(language, at, "surname first", False)
            yield f"{name} – {a.posts(language, at, 2)}"
        lines = a.organisation_lines(language)
        yield from ["", *(f"<sup>{at}</sup>{line}" for at, line in enumerate(lines, 1)), ""]
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


FAMILIES = (thesis, thesis_with_name_first, medical, stars, kyrgyz, uzbek, apa, unlabelled,
            post_lines)  # fmt: skip
