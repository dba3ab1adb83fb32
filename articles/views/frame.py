"""What stands around every page: masthead, menu, language switch, footer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Journal
from articles.queries.journals import site_journals
from articles.queries.record_facts import text_of
from articles.records.html import Shown, marked, shown
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.licences import licence_name

from .part import Part
from .words import NAMES, reader_language

NOTHING = SafeString("")


class Link(Part, frozen=True):
    url: str
    label: Shown
    is_current: bool = False

    def __html__(self) -> str:
        """As an item of a menu."""
        current = ' aria-current="page"' if self.is_current else ""
        return f'<li><a href="{escape(self.url)}"{self.label.lang}{current}>{self.label}</a></li>'


class Version(Part, frozen=True):
    """The same page in one of the languages."""

    url: str
    code: Language
    name: str
    is_current: bool

    def __html__(self) -> str:
        current = ' aria-current="true"' if self.is_current else ""
        url = escape(self.url)
        code = self.code
        return f'<li><a href="{url}" lang="{code}" hreflang="{code}"{current}>{self.name}</a></li>'


class Frame(Part, frozen=True):
    language: Language
    url: str  # absolute, of this page in this language
    versions: list[Version]
    switch: SafeString
    alternates: SafeString  # the same page in each language, as elements of the head
    home: str
    archive: str
    search: str
    authors: str
    keywords: str
    name: Shown | None = None
    tagline: Shown | None = None
    publisher: Shown | None = None
    issn: str = ""  # with the word before it
    licence: str = ""
    licence_name: str = ""
    menu: SafeString = NOTHING
    pages: SafeString = NOTHING
    data: SafeString = NOTHING
    submission: str = ""


def frame_of(request: HttpRequest, journal: Journal | None, canonical: str = "") -> Frame:
    """`canonical`: the path below the language, where the same page answers at two addresses."""
    reader = reader_language()
    tail = canonical or below_language(quote(request.path), reader)
    root = f"/{reader}/{journal.slug}/" if journal else f"/{reader}/"
    pages = page_links(request, journal, reader, root) if journal else []
    versions = [version(request, code, reader) for code in LANGUAGES]
    return Frame(
        language=reader,
        url=f"{settings.SITE_URL}/{reader}{tail}",
        versions=versions,
        switch=together(versions),
        alternates=alternates(tail),
        home=root,
        archive=f"{root}issues/" if journal else "",
        search=f"/{reader}/search/",
        authors=f"/{reader}/authors/",
        keywords=f"/{reader}/keywords/",
        name=shown(text_of(journal, "name"), reader, "kk") if journal else None,
        tagline=shown(text_of(journal, "tagline"), reader, "kk") if journal else None,
        publisher=shown(text_of(journal, "publisher"), reader, "kk") if journal else None,
        issn=issns(journal) if journal else "",
        licence=journal.licence if journal else "",
        licence_name=licence_name(journal.licence) if journal else "",
        menu=together([*issue_links(request, root), *pages]) if journal else NOTHING,
        pages=together(pages),
        data=together(data_links(root if journal else "")),
        submission=journal.submission_url if journal else "",
    )


def site_frame(request: HttpRequest) -> Frame:
    """Of a page that belongs to no journal: the only journal's where there is one."""
    return frame_of(request, only_journal(site_journals()))


def only_journal(journals: list[Journal]) -> Journal | None:
    return journals[0] if len(journals) == 1 else None


def journal_name(journal: Journal) -> str:
    return prefer(text_of(journal, "name"), reader_language()) or journal.slug


def alternates(tail: str) -> SafeString:
    """Kazakh, the first language, for readers of any other."""
    pairs = [*((code, code) for code in LANGUAGES), ("x-default", LANGUAGES[0])]
    return SafeString(
        "\n".join(
            f'<link rel="alternate" hreflang="{name}" href="{settings.SITE_URL}/{code}{tail}">'
            for name, code in pairs
        )
    )


def version(request: HttpRequest, code: Language, reader: Language) -> Version:
    """The same thing in another language, with what was asked of it."""
    below = below_language(request.get_full_path(), reader)
    return Version(f"/{code}{below}", code, NAMES[code], code == reader)


def together(links: Iterable[Link] | Iterable[Version]) -> SafeString:
    return SafeString("".join(one.__html__() for one in links))


def below_language(path: str, reader: Language) -> str:
    return path[3:] if path.startswith(f"/{reader}/") else "/"


def issue_links(request: HttpRequest, root: str) -> list[Link]:
    archive = f"{root}issues/"
    return [
        Link(f"{archive}current/", _plain(_("Current issue"))),
        Link(archive, _plain(_("Archive")), request.path == archive),
    ]


def page_links(request: HttpRequest, journal: Journal, reader: Language, root: str) -> list[Link]:
    links = []
    for page in journal.pages.all():
        if label := shown(text_of(page, "title"), reader, "kk"):
            url = f"{root}pages/{page.slug}/"
            links.append(Link(url, label, request.path == url))
    return links


def data_links(root: str) -> list[Link]:
    """Only what answers already: no link leads nowhere."""
    wanted = [
        (f"{root}feed/" if root else "", _("Atom feed")),
        ("/oai/", "OAI-PMH"),
        ("/api/v1/", _("Open API")),
        ("/admin/", _("Editorial office")),
    ]
    return [Link(path, _plain(label)) for path, label in wanted if path and answers(path)]


@cache
def answers(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def issns(journal: Journal) -> str:
    """`ISSN 0000-0000 (баспа нұсқасы), 0000-0000 (онлайн)`."""
    printed, online = journal.issn_print, journal.issn_online
    parts = [_("%(issn)s (print)") % {"issn": printed}] if printed else []
    parts += [_("%(issn)s (online)") % {"issn": online}] if online else []
    return f"ISSN {', '.join(parts)}" if parts else ""


def _plain(text: str) -> Shown:
    return Shown(marked(text))
