"""Looks of journals in Chromium: nothing that axe-core finds, nothing too wide, a preview."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from django.core.management import call_command

from articles.models import Journal, Look
from tests.factories import a_journal, an_issue

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
    b'<circle cx="24" cy="24" r="22" fill="#8a3b12"/></svg>'
)
LOOKS = {
    "steppe": ("#8a3b12", "#f0b95a", True),
    "medicine": ("#0d6b4f", "#ee9b8d", True),
    "chemistry": ("#5b2a86", "#d889a3", False),
}
WIDTHS = (1280, 390)


@pytest.fixture
def site(live_server, transactional_db):
    call_command("load_sample", verbosity=0)
    return Journal.objects.get()


def change_look(journal, name):
    look = Look.objects.get(journal=journal)
    look.main_colour, look.second_colour, look.has_band = LOOKS[name]
    look.logo = ContentFile(LOGO, f"{name}.svg")
    look.home_text_kk = "Өлке тарихы мен экономикасы туралы журнал."
    look.save()


def faults(page):
    """What axe-core finds, and whether the page is too wide."""
    found = [rule["id"] for rule in Axe().run(page).response["violations"]]
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["too wide"] if too_wide else [])]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", LOOKS)
def test_a_look_can_be_read(name, width, site, live_server, page):
    change_look(site, name)
    page.set_viewport_size({"width": width, "height": 900})
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{live_server.url}/kk/steppe-science/")

        assert faults(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_several_journals_can_be_read(site, width, live_server, page):
    change_look(site, "steppe")
    for name in ("medicine", "chemistry"):
        journal = a_journal(slug=name, name_kk=f"«{name}» журналы")
        an_issue(journal)
        change_look(journal, name)
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(f"{live_server.url}/kk/")

    assert page.locator(".journals > li").count() == 3
    assert faults(page) == []
