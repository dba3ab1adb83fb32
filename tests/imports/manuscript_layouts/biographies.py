"""What a layout prints about the authors at the end of the article."""

from tests.imports.manuscript_layouts import texts
from tests.imports.manuscript_layouts.layout import Layout


def bios(layout: Layout) -> list[tuple[str, str]]:
    lines = []
    for language in languages_of_bios(layout):
        if language in layout.bios:
            lines += [("label", f"{texts.BIO_LABELS[language]}\0"), ("blank", "")]
            lines += [("text", a_bio(layout, language, at)) for at in range(layout.authors)]
            lines += [("blank", "")]
    return lines


def languages_of_bios(layout: Layout) -> list[str]:
    return [language for language in layout.languages if language in layout.bios]


def a_bio(layout: Layout, language: str, at: int) -> str:
    name, post = texts.FULL_NAMES[language][at], texts.POSTS[language][at]
    text = f"{name} – {post}, {texts.ORGANISATIONS[language][texts.AFFILIATION_NUMBERS[at][0] - 1]}"
    if layout.contacts == "bios" and language == languages_of_bios(layout)[0]:
        text += f", e-mail: {texts.ADDRESSES[at]}, ORCID: https://orcid.org/{texts.ORCIDS[at]}"
    return text
