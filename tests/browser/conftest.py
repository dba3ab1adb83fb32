"""A page in Chromium, for what only a browser can tell."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "chromium")) or ""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
HERE = Path(__file__).parent

# Playwright's own loop runs in the thread of the test; Django must not take it for an async view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        missing = "Chromium is not installed: the tests in a browser were not run"
        (pytest.fail if os.environ.get("BROWSER_TESTS") == "required" else pytest.skip)(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def is_complaint(message):
    """Chromium asks for an icon on its own; whether there is one is no matter here."""
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


@pytest.fixture
def page(browser):
    """A fresh visitor; a script's error or a refused resource fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="kk-KZ")
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: is_complaint(message) and complaints.append(message.text))
    yield page
    context.close()
    assert complaints == []
