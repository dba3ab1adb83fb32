"""What authors send, as a second examiner wrote it without knowing the reader. Never for
training."""

from __future__ import annotations

from tests.layouts.families import examined_labels as printed
from tests.layouts.families.article import Article
from tests.layouts.families.examined_parts import Lines, each_at_home, name, names


def agrarian_stack(a: Article) -> Lines:
    """The title before the authors, of each the name, the degree, the organisation and the e-mail
    on lines of their own; behind the references the other languages in the same way."""
    each_at_home(a)
    lines: Lines = [a.codes(a.own)[1]]
    a.truth["irsti"] = []
    for language in a.languages:
        lines += ["", ("title", a.title(language, capital=True)), ""]
        for at, home in enumerate(a.organisation_lines(language)):
            lines.append(f"<b>{name(a, language, at, '{surname} {given} {patronymic}')}</b>")
            lines += [a.posts(language, at), home, f"E-mail: {a.email(at)}", ""]
        lines += [("heading", printed.ABSTRACT[language]), a.abstract(language)]
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language, '; ')}.")
        if language == a.own:
            lines += [*a.body(), *a.references()]
    return lines


def economists_file(a: Article) -> Lines:
    """A file as an economist types it: title, a line for each author with post, organisation and
    addresses; abstracts and keywords of three languages under titles and bare names."""
    each_at_home(a)
    lines: Lines = [", ".join(a.codes(a.own)), "JEL: M21, O33", ""]
    for language in a.languages:
        lines += ["", ("title", a.title(language)), ""]
        if language == a.own:
            lines += [_line(a, at, home) for at, home in enumerate(a.organisation_lines(language))]
        else:
            lines.append(", ".join(names(a, language, "{surname} {g}.{p}.")))
        lines += ["", f"<b>{printed.ABSTRACT[language]}:</b> {a.abstract(language)}"]
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}")
    return [*lines, *a.body(), *a.references()]


def _line(a: Article, at: int, home: str) -> str:
    person = name(a, a.own, at, "{surname} {given} {patronymic}")
    return f"{person} – {a.posts(a.own, at)}, {home}, e-mail: {a.email(at)}, ORCID: {a.orcid(at)}"


def student_conference(a: Article) -> Lines:
    """A Russian collection: section, UDC, title, authors with their year, organisation,
    supervisor; abstracts in Russian and English, a text without headings."""
    a.own, a.languages, a.organisations = "ru", ["ru", "en"], 1
    a.truth["article_language"], a.numbers = "ru", [1] * a.people
    lines: Lines = ["СЕКЦИЯ 3. ПЕДАГОГИКА И ПСИХОЛОГИЯ", "", a.codes("ru")[1], ""]
    a.truth["irsti"] = []
    lines += [("title", a.title("ru", capital=True)), ""]
    people = ", ".join(names(a, "ru", "{surname} {g}.{p}."))
    lines.append(f"<b>{people}</b>, магистрант{'ы' * (a.people > 1)} 1 курса")
    lines.append(f"<i>{a.organisation('ru', 0)}</i>")
    lines.append(f"<i>e-mail: {a.email(0)}</i>")
    lines += ["Научный руководитель – к.п.н., доцент Образцова Н.В.", ""]
    lines.append(f"<b>Аннотация.</b> {a.abstract('ru')}")
    lines.append(f"<b>Ключевые слова:</b> {a.keywords('ru')}.")
    lines.append(f"<b>Abstract.</b> {a.abstract('en')}")
    lines.append(f"<b>Keywords:</b> {a.keywords('en')}.")
    return [*lines, *a.body(with_headings=False), *a.references(both=False)]


def english_submission(a: Article) -> Lines:
    """A manuscript written for an international journal: letters as marks, keywords with
    semicolons; behind the references title, names, abstract and keywords in Kazakh and Russian."""
    a.own, a.languages, a.truth["article_language"] = "en", ["en", "kk", "ru"], "en"
    signed = zip(names(a, "en", "{given} {surname}"), a.numbers, strict=True)
    marked = [f"{person} <sup>{'abcd'[number - 1]}{',*' * (at == 0)}</sup>"
              for at, (person, number) in enumerate(signed)]  # fmt: skip
    homes = zip("abcd", a.organisation_lines("en"), strict=False)
    lines: Lines = [("title", a.title("en")), "", ", ".join(marked), ""]
    lines += [f"<sup>{mark}</sup> {home}" for mark, home in homes]
    lines += [f"* Corresponding author: {a.email(0, is_corresponding=True)}", ""]
    for language in a.languages:
        if language != "en":
            lines += ["", ("title", a.title(language)), ""]
            lines.append(", ".join(names(a, language, "{given} {surname}")))
        lines += ["", ("heading", printed.ABSTRACT[language]), a.abstract(language)]
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language, '; ')}")
        if language == "en":
            lines += [*a.body(), *a.references()]
    return lines


FAMILIES = (agrarian_stack, economists_file, student_conference, english_submission)
