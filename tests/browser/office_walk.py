"""A walk through the office: every kind of page once, from link to link, as one editor."""

from __future__ import annotations

import re
from collections import deque
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Error, Page, Response

from .conftest import is_complaint

OFFICE = "/admin/"
MOST_PAGES = 150  # of one walk; more means that addresses are told apart too finely
READ_PAGE = """() => {
  const filled = (form, button) =>
    [...new FormData(form, button)].filter(([, value]) => !(value instanceof File));
  // By attributes: a field may be named "action".
  const address = (form, button) => new URL(
    button.getAttribute('formaction') || form.getAttribute('action') || '', location);
  const method = (form) => (form.getAttribute('method') || 'get').toLowerCase();
  const query = (form, button) => {
    const url = address(form, button);
    url.search = new URLSearchParams(filled(form, button));
    return url.href;
  };
  const submits = [...document.querySelectorAll('form')].flatMap((form) =>
    [...form.elements].filter((e) => e.type === 'submit' && !e.disabled).map((e) => [form, e]));
  const gets = submits.filter(([form]) => method(form) === 'get');
  const posts = submits.filter(([form]) => method(form) === 'post');
  return {
    links: [...document.querySelectorAll('a[href]')].map((a) => a.href)
      .concat(gets.map(([form, e]) => query(form, e))),
    buttons: posts.map(([form, e]) => ({
      page: location.pathname + location.search,
      address: address(form, e).href,
      name: e.name, value: e.value, fields: filled(form, e),
    })),
    width: document.documentElement.scrollWidth,
  };
}"""


class PostButton(NamedTuple):
    """A button that sends a form by POST, with the values of the form as it stands."""

    page: str
    address: str
    name: str
    value: str
    fields: list[list[str]]

    @property
    def kind(self) -> tuple[str, ...]:
        return kind_of(self.address), self.name, re.sub(r"\d+", "N", self.value)


class Walk:
    """What one editor meets: the pages opened, the POST buttons found, and the faults by page."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.kinds: set[str] = set()
        self.paths: set[str] = set()
        self.buttons: dict[tuple[str, ...], PostButton] = {}
        self.faults: dict[str, list[str]] = {}
        self.opened: list[str] = []
        self.waiting: deque[str] = deque()
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("pageerror", lambda error: self.note(str(error)))
        page.on("console", lambda message: is_complaint(message) and self.note(message.text))

    def note(self, fault: str) -> None:
        self.faults.setdefault(self.page.url.removeprefix(self.site), []).append(fault)

    def run(self, start: str) -> None:
        """Open pages breadth first until no link leads to another kind of page."""
        self.wait_for([self.site + start])
        while self.waiting:
            self.visit(self.waiting.popleft())
            assert len(self.opened) < MOST_PAGES, self.opened

    def wait_for(self, links: list[str]) -> None:
        for link in links:
            kind = kind_of(link)
            if link.startswith(f"{self.site}/") and kind not in self.kinds:
                self.kinds.add(kind)
                self.waiting.append(link)

    def visit(self, link: str) -> None:
        """Open a page of the office; only ask for files, pages of readers and filtered lists."""
        path = kind_of(urlsplit(link).path)
        is_new = path.startswith(OFFICE) and path not in self.paths
        self.paths.add(path)
        answer = self.open(link) if is_new else None
        if answer is None:
            status = self.page.request.get(link).status
            if status >= 400:
                self.faults.setdefault(link.removeprefix(self.site), []).append(str(status))
            return
        self.opened.append(link.removeprefix(self.site))
        if answer.status >= 400:
            self.note(str(answer.status))
        self.press_script_buttons()
        self.read()

    def open(self, link: str) -> Response | None:
        """The answer; None for a file, which the browser stores instead of showing it."""
        try:
            return self.page.goto(link)
        except Error as error:
            if "Download is starting" in str(error) or "ERR_ABORTED" in str(error):
                return None
            raise

    def press_script_buttons(self) -> None:
        """Press what only a script answers, while the page stays; its errors are faults."""
        address = self.page.url
        for button in self.page.locator("button[type=button]:visible").all():
            if self.page.url == address and button.is_visible() and button.is_enabled():
                button.evaluate("button => button.click()")

    def read(self) -> None:
        found: dict[str, Any] = self.page.evaluate(READ_PAGE)
        if found["width"] > self.page.viewport_size["width"]:
            self.note(f"{found['width']} px wide")
        self.wait_for(found["links"])
        for values in found["buttons"]:
            button = PostButton(**values)
            self.buttons.setdefault(button.kind, button)


def kind_of(address: str) -> str:
    """The address with every number as N, and only the names in its query."""
    parts = urlsplit(address)
    names = sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)})
    return "?".join(filter(None, (re.sub(r"\d+", "N", parts.path), "&".join(names))))
