"""The board, the contacts and the preview of an e-mail in Chromium, in three languages."""

import os

import pytest

from articles.editing.web_pictures import PORTRAIT, web_picture
from articles.models import Contacts
from tests.editing.test_web_pictures import a_picture
from tests.factories import a_journal, a_member, an_issue

from .admin_session import PASSWORD, signed_in
from .test_pages import faults

SHOTS = os.environ.get("SHOTS", "")  # a folder for pictures of the pages


@pytest.fixture
def journal(transactional_db):
    journal = a_journal()
    an_issue(journal)
    chief = journal.board_groups.create(
        title_kk="Бас редактор", title_ru="Главный редактор", title_en="Editor-in-Chief",
        note_kk="Құрамы 2026 жылғы 14 қаңтарда бекітілді.", order=1,
    )  # fmt: skip
    chief.members.create(
        name_kk="Үлгіева Айгерім Асқарқызы", name_ru="Ульгиева Айгерим Аскаровна",
        degree_kk="Техника ғылымдарының докторы", affiliation_kk="Үлгілер институты",
        city_kk="Ойдым", country="KZ", orcid="0000-0000-1423-0019", email="chief@example.org",
        picture=web_picture(a_picture(), PORTRAIT), duties_ru="Решения по рукописям, жалобы",
        post_ru="Главный редактор",
    )  # fmt: skip
    members = journal.board_groups.create(title_kk="Алқа мүшелері", order=2)
    for name in ("Placeholder Daniel", "Specimen Elena", "Draftov Ivan"):
        members.members.create(
            name_en=name, degree_en="PhD", affiliation_en="University of Samples", country="CA"
        )
    Contacts.objects.create(
        journal=journal, address_ru="000000, г. Ойдым, ул. Примерная, 1", hours_ru="10–17",
        phones="+7 (000) 000-00-00, +7 (000) 000-00-01", email="office@example.org",
        map_url="https://maps.example.org/",
    )  # fmt: skip
    journal.indexed_in.create(name_en="Index of Samples", url="https://example.org/", order=1)
    return journal


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_board_the_contacts_and_the_home(
    page, live_server, journal, width
):
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for name in ("board", "contacts", ""):
        for language in ("kk", "ru", "en"):
            address = f"/{language}/steppe-science/{name}/".replace("//", "/")
            page.goto(live_server.url + address)
            too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if wrong := [*faults(page), *(["too wide"] if too_wide else [])]:
                found[address] = wrong
            if SHOTS:
                place = name.rpartition("/")[2] or "home"
                page.screenshot(path=f"{SHOTS}/{place}-{language}-{width}.png", full_page=True)

    assert found == {}


@pytest.mark.parametrize("width", [1280, 390])
def test_an_e_mail_is_previewed_beside_its_form(browser, live_server, journal, width):
    user = a_member(journal, "chief_editor", interface_language="ru")
    user.set_password(PASSWORD)
    user.save()
    row = journal.mail_texts.create(kind="proof", body_ru="Уважаемый(ая) {author}!\n\n{link}")
    form = f"/admin/articles/mailtext/{row.pk}/change/"

    with signed_in(browser, live_server, user, form, width=width) as page:
        wrong = faults(page)
        with page.context.expect_page() as opened:
            page.locator("[formaction]").click()
        preview = opened.value
        preview.wait_for_load_state()
        text = preview.locator("section[aria-labelledby=mail-ru]").inner_text()
        wrong += faults(preview)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/mail-form-{width}.png", full_page=True)
            preview.screenshot(path=f"{SHOTS}/mail-preview-{width}.png", full_page=True)

    assert "Уважаемый(ая) Үлгіева А. А.!" in text
    assert wrong == []


def test_members_change_places_within_their_group_by_keys_and_by_dragging(
    browser, live_server, journal
):
    user = a_member(journal, "chief_editor", interface_language="en")
    user.set_password(PASSWORD)
    user.save()
    group = journal.board_groups.get(order=2)
    with signed_in(browser, live_server, user, "/admin/articles/boardmember/") as page:
        rows = page.locator("#result_list tbody tr")
        first = rows.nth(1).locator(".d-grip")
        first.press("ArrowUp")  # the row above is of another group: nothing moves
        first.press("ArrowDown")
        after_key = page.locator("#order-status").inner_text()
        grip = page.get_by_role("button", name="Draftov Ivan").bounding_box()
        top = rows.nth(1).bounding_box()
        page.mouse.move(grip["x"] + 5, grip["y"] + 5)
        page.mouse.down()
        page.mouse.move(grip["x"] + 5, top["y"] + top["height"] / 2, steps=20)
        page.mouse.move(grip["x"] + 5, top["y"] - 5, steps=5)
        page.mouse.up()
        wrong = faults(page)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/members.png", full_page=True)
        with page.expect_navigation():
            page.click("[name=_save]")

    assert after_key == "Placeholder Daniel: 2"
    assert list(group.members.values_list("name_en", "order")) == [
        ("Draftov Ivan", 1), ("Specimen Elena", 2), ("Placeholder Daniel", 3),
    ]  # fmt: skip
    assert wrong == []


def test_groups_of_one_name_in_two_journals_are_not_mixed(browser, live_server, journal):
    other = a_journal(slug="other", name_en="Other Journal")
    group = other.board_groups.create(title_kk="Алқа мүшелері", order=1)
    group.members.create(name_en="Elsewhere Anna", order=1)
    user = a_member(journal, "chief_editor", interface_language="en", is_superuser=True)
    user.set_password(PASSWORD)
    user.save()
    with signed_in(browser, live_server, user, "/admin/articles/boardmember/") as page:
        page.get_by_role("button", name="Draftov Ivan").press("ArrowDown")  # the last of its group
        page.get_by_role("button", name="Draftov Ivan").press("ArrowUp")
        orders = page.locator("#result_list [name$=-order]").evaluate_all(
            "boxes => boxes.map((box) => box.value)"
        )

    assert orders == ["1", "1", "2", "3", "1"]


def test_members_are_ordered_by_numbers_without_scripts(client, journal):
    client.force_login(a_member(journal, "chief_editor", interface_language="en"))
    address = "/admin/articles/boardmember/"
    page = client.get(address)
    rows = page.context["cl"].formset
    sent = {f"{rows.prefix}-{name}": value for name, value in rows.management_form.initial.items()}
    for at, form in enumerate(rows):
        sent |= {f"form-{at}-id": form.instance.pk, f"form-{at}-order": 9 - at}

    client.post(address, {**sent, "_save": "Save"})

    names = journal.board_groups.get(order=2).members.values_list("name_en", flat=True)
    assert list(names) == ["Draftov Ivan", "Specimen Elena", "Placeholder Daniel"]
