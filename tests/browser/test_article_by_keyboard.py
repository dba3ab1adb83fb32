"""An article from a text file by keyboard alone: 5 authors, 3 organisations, 30 references."""

import time

import pytest
from django.urls import reverse

from articles.editing import working_record
from articles.models import Article
from tests.browser.admin_session import an_editor, messages_of, signed_in
from tests.browser.film import filmed
from tests.factories import a_journal

pytestmark = pytest.mark.django_db(transaction=True)

MOST_SECONDS = 4 * 60
AUTHORS = {
    "kk": "Төлегенова Ұ.С.¹, Сәрсенов Қ.Б.¹,², Әбілқасым Һ.², Жұмабек Ғ.А.3*, Өмірова І.Т.³",
    "ru": "Тулегенова У.С.1, Сарсенов К.Б.1,2, Абилкасым Х.2, Жумабек Г.А.3, Омирова И.Т.3",
    "en": "U.S. Tolegenova1, Q.B. Sarsenov1,2, H. Abilqasym2, G.A. Zhumabek3, I.T. Omirova3",
}
ORGANISATIONS = (
    ("Дала университеті", "Университет степи", "Steppe University"),
    ("Көкжиек институты", "Институт Кокжиек", "Kokzhiyek Institute"),
    ("Жусан орталығы", "Центр Жусан", "Zhusan Centre"),
)
REFERENCES = "\n".join(
    f"{n}. Сәрсенов Қ. Дала кітабы, {n}-том. –\nҚарқара: Дала, 20{n:02}. – 120 б."
    for n in range(1, 31)
)
ROMANIZED = "\n".join(
    f"{n}. Sarsenov Q. Dala kitaby [Book of the steppe], vol. {n}. Karkara: Dala, 20{n:02}. 120 p."
    for n in range(1, 31)
)
TEXTS = {
    "title_kk": "Дала өсімдіктерінің таралуы",
    "title_ru": "Распространение степных растений",
    "title_en": "Distribution of steppe plants",
}
LATER = {
    "abstract_kk": "Мақалада дала өсімдіктерінің таралуы сипатталады.",
    "abstract_ru": "В статье описано распространение степных растений.",
    "abstract_en": "The article describes how steppe plants are distributed.",
    "keywords_kk": "дала; өсімдік; таралу",
    "keywords_ru": "степь; растение; распространение",
    "keywords_en": "steppe; plant; distribution",
}


class Keyboard:
    """No mouse: Tab, Enter, and what the clipboard holds."""

    def __init__(self, page):
        self.page = page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def go(self, name):
        for _step in range(300):
            if name in self.focused():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {name}")

    def focused(self):
        """The name, the id and the value of the input or button that has the focus."""
        return self.page.evaluate(
            "(({name, id, value}) => [name, id, value])(document.activeElement ?? {})"
        )

    def paste(self, name, text):
        self.go(name)
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+V")

    def press(self, key):
        self.page.keyboard.press(key)


def test_an_article_is_entered_by_keyboard_in_under_four_minutes(live_server, browser):
    a_journal()
    with signed_in(
        browser, live_server, an_editor(), reverse("admin:articles_article_add")
    ) as page:
        keyboard = Keyboard(page)
        with filmed(page, "article-by-keyboard"):
            started = time.monotonic()
            enter(page, keyboard)
            assert page.locator("#errors").all_inner_texts() == []
            assert messages_of(page) == ["Saved as version 1. Draft; only editors see it."]
            assert page.evaluate("scrollY") == 0  # where it is read
            spent = time.monotonic() - started

    record = working_record(Article.objects.get())
    assert [one.names["kk"].family for one in record.authors] == [
        "Төлегенова",
        "Сәрсенов",
        "Әбілқасым",
        "Жұмабек",
        "Өмірова",
    ]
    assert [one.names["en"].family for one in record.authors] == [
        "Tolegenova",
        "Sarsenov",
        "Abilqasym",
        "Zhumabek",
        "Omirova",
    ]
    assert [one.marks for one in record.authors] == [(1,), (1, 2), (2,), (3,), (3,)]
    assert [one.corresponding for one in record.authors] == [False, False, False, True, False]
    assert [tuple(one.name.values()) for one in record.affiliations] == list(ORGANISATIONS)
    assert len(record.references) == 30
    assert (record.references[29].text, record.references[29].romanized) == (
        "Сәрсенов Қ. Дала кітабы, 30-том. – Қарқара: Дала, 2030. – 120 б.",
        "Sarsenov Q. Dala kitaby [Book of the steppe], vol. 30. Karkara: Dala, 2030. 120 p.",
    )
    assert record.keywords["ru"] == ("степь", "растение", "распространение")
    assert spent < MOST_SECONDS


def enter(page, keyboard):
    keyboard.go("id_language")
    keyboard.press("ArrowDown")
    for name, typed in TEXTS.items():
        keyboard.paste(name, typed)
    for at, names in enumerate(ORGANISATIONS):
        if at:
            keyboard.go("_rows")
            keyboard.press("Enter")
        for code, name in zip(("kk", "ru", "en"), names, strict=True):
            keyboard.paste(f"affiliations-{at}-name_{code}", name)
    keyboard.paste("pasted_authors", "\n".join(AUTHORS.values()))
    page.locator("#author-block-seen [value=fill]").wait_for()
    keyboard.go("fill")
    with page.expect_navigation():
        keyboard.press("Enter")
    for name, typed in LATER.items():
        keyboard.paste(name, typed)
    for name, entries in (("original", REFERENCES), ("romanized", ROMANIZED)):
        keyboard.paste(f"references_{name}", entries)
        page.locator(f"output[for=id_references_{name}]").filter(has_text="30").wait_for()
    keyboard.go("reason")
    with page.expect_navigation():
        keyboard.press("Enter")
