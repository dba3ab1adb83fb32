"""Editors in a browser: each signed in, in a context of its own."""

from contextlib import contextmanager

from articles.models import User

PASSWORD = "Жусан-2026"


def an_editor(name="aigerim", language="en"):
    return User.objects.create_superuser(name, password=PASSWORD, interface_language=language)


@contextmanager
def signed_in(browser, site, user, path, width=1280):
    """A page of this editor alone; a script's error fails the test."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="kk-KZ")
    context.set_default_timeout(15_000)
    complaints = []
    page = context.new_page()
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    sign_in(page, site, user, path)
    yield page
    context.close()
    assert complaints == []


def sign_in(page, site, user, path):
    page.goto(f"{site.url}/admin/login/?next={path}")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.click("#login-form [type=submit]")


def save(page):
    with page.expect_navigation():
        page.click(".buttons [name=_save]")


def messages_of(page):
    page.locator(".messagelist").wait_for()
    return page.locator(".messagelist li").all_inner_texts()
