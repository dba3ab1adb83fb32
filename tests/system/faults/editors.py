"""Editors at work over HTTP: they save, upload, and release, and remember what was confirmed."""

from __future__ import annotations

import http.client
from collections import Counter
from http.cookiejar import CookieJar
from threading import Event, Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener
from uuid import uuid4

from lxml import html

PASSWORD = "Жусан-2026"
BOUNDARY = "----faults"
PATIENCE = 40.0  # seconds, after which an editor gives up and tries again


class NoRedirect(HTTPRedirectHandler):
    """An editor looks at the status: 302 is the confirmation."""

    def redirect_request(self, *arguments: Any) -> None:
        return None


class Editor:
    """Of one article, whose title has the number of the save."""

    def __init__(self, port: int, username: str, article: int, first: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        self.username, self.article = username, article
        self.browser = build_opener(HTTPCookieProcessor(CookieJar()), NoRedirect())
        self.number = first  # of the save, and so of the title
        self.saved: list[str] = []  # titles that were confirmed
        self.released: list[str] = []
        self.answers: Counter[str] = Counter()

    def sign_in(self) -> None:
        form = self.form("/admin/login/")
        form |= {"username": self.username, "password": PASSWORD}
        assert self.post("/admin/login/", form) == 302, f"{self.username} cannot sign in"

    def work_once(self) -> None:
        """Save with a new file, then release."""
        address = f"/admin/articles/article/{self.article}/"
        self.number += 1
        title = f"{self.username} {self.number}"
        form = self.form(f"{address}change/", "base_version") | {"title_ru": title}
        if self.answered("save", self.post(f"{address}change/", form, has_file=True)):
            self.saved.append(title)
            release = self.form(f"{address}publish/", "published_on")
            release |= {"do": "publish", "override": "test"}
            if self.answered("release", self.post(f"{address}publish/", release)):
                self.released.append(title)

    def answered(self, what: str, status: int) -> bool:
        self.answers[f"{what} {'confirmed' if status == 302 else status}"] += 1
        return status == 302

    def form(self, path: str, field: str = "csrfmiddlewaretoken") -> dict[str, str]:
        """The values of the form that has this field."""
        with self.browser.open(self.root + path, timeout=PATIENCE) as response:
            page = html.fromstring(response.read(), parser=html.HTMLParser(encoding="utf-8"))
        forms = [form for form in page.forms if field in form.fields]
        return dict(forms[0].form_values())

    def post(self, path: str, form: dict[str, str], has_file: bool = False) -> int:
        body, kind = with_file(form) if has_file else (urlencode(form).encode(), PLAIN)
        headers = {"Content-Type": kind, "Referer": self.root + path}
        try:
            request = Request(self.root + path, body, headers)
            return int(self.browser.open(request, timeout=PATIENCE).status)
        except HTTPError as error:
            return error.code


PLAIN = "application/x-www-form-urlencoded"


def with_file(form: dict[str, str]) -> tuple[bytes, str]:
    """The form with a new PDF in the row after the last one."""
    row = int(form["galleys-TOTAL_FORMS"])
    form = form | {
        "galleys-TOTAL_FORMS": str(row + 1),
        f"galleys-{row}-language": "kk",
        f"galleys-{row}-kind": "pdf",
    }
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in form.items()
    ]
    head = (
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; "
        f'name="galleys-{row}-upload"; filename="{uuid4().hex}.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    content = b"%PDF-1.4 " + uuid4().bytes * 5_000
    body = "".join(parts).encode() + head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    return body, f"multipart/form-data; boundary={BOUNDARY}"


class Office:
    """Editors who work side by side until they are stopped."""

    def __init__(self, editors: list[Editor]) -> None:
        self.editors = editors
        self.ended = Event()
        self.threads = [Thread(target=self.work, args=[editor]) for editor in editors]

    def __enter__(self) -> Office:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.ended.set()
        for thread in self.threads:
            thread.join()

    def work(self, editor: Editor) -> None:
        while not self.ended.is_set():
            try:
                editor.work_once()
            except (HTTPError, URLError, OSError, http.client.HTTPException) as error:
                status = error.code if isinstance(error, HTTPError) else "no answer"
                editor.answers[str(status)] += 1
                self.ended.wait(0.5)
