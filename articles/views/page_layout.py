"""The page layout: site header, menu, language switch and footer around the content of a page."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Journal
from articles.queries.board import contacts_of
from articles.queries.journals import only_journal
from articles.queries.portal import site_portal
from articles.queries.record_facts import text_of
from articles.records.board import Contacts
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.licences import licence_name
from journal.monitoring.request_context import note_journal

from .journal_menu import MenuLink, menu_links, page_links
from .language_names import NATIVE_NAMES, SHORT_NATIVE_NAMES, reader_language
from .look_files import cover_url, logo_url, look_url


class LanguageLink(NamedTuple):
    """A link to the page in one of the languages."""

    url: str
    code: Language
    name: str
    is_current: bool


class JournalHeader(NamedTuple):
    """The facts of the journal in the header and footer."""

    slug: str
    name: Text
    tagline: Text
    publisher: Text
    issns: str  # `0000-0000 (print), 0000-0000 (online)`
    licence: str
    licence_name: str
    submission_url: str
    has_news: bool
    has_other_journals: bool  # on the site
    logo_url: str  # '' without one, as of the cover
    cover_url: str  # of issues without a cover of their own
    menu: list[MenuLink]
    pages: list[MenuLink]
    contacts: Contacts | None


class SiteHeader(NamedTuple):
    """What a site with several journals is called, and the text of its first page."""

    name: Text
    text: Text


class PageLayout(NamedTuple):
    """The `layout` of every public page."""

    language: Language
    path: str
    url: str  # absolute, of this page in this language
    home_url: str
    look_url: str  # of the journal's stylesheet; '' for the site's own look
    search_url: str
    suggestions_url: str
    alternates: list[tuple[str, str]]  # hreflang, absolute URL
    languages: list[LanguageLink]
    journal: JournalHeader | None
    site: SiteHeader | None  # on pages that belong to no journal

    @property
    def short_language(self) -> str:
        """`Қаз`, on the button that opens the languages."""
        return SHORT_NATIVE_NAMES[self.language]


class Pagination(NamedTuple):
    """Links to the pages before and after this one, '' where there is none."""

    number: int
    previous_url: str
    next_url: str


def render_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    journal: Journal | None = None,
    *,
    path: str = "",
    status: int = 200,
) -> HttpResponse:
    """`pages/{template}.html` as a response, in the layout of the journal.

    Rendered without the request, so that no page can depend on who asks. `path` is the path below
    the language, for a page that answers at two addresses.
    """
    if journal:
        note_journal(journal.slug)
    layout = page_layout(request, journal, path)
    html = render_to_string(f"pages/{template}.html", {"layout": layout, **context})
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "public, no-cache"
    return response


def render_site_page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page that belongs to no journal: in the layout of the only journal, where there is one."""
    return render_page(request, template, context, only_journal())


def page_layout(request: HttpRequest, journal: Journal | None, path: str = "") -> PageLayout:
    reader = reader_language()
    path = path or path_below_language(quote(request.path), reader)
    return PageLayout(
        language=reader,
        path=request.path,
        url=f"{settings.SITE_URL}/{reader}{path}",
        home_url=f"/{reader}/{journal.slug}/" if journal else f"/{reader}/",
        look_url=look_url(journal.look) if journal else "",
        search_url=search_url(journal),
        suggestions_url=suggestions_url(journal),
        alternates=alternates(path),
        languages=language_links(request),
        journal=journal_header(request, journal, reader) if journal else None,
        site=None if journal else site_header(reader),
    )


def site_header(reader: Language) -> SiteHeader:
    """As the administrator of the site wrote it, else as the program calls it."""
    portal = site_portal()
    name = text_of(portal, "name") or {reader: _("Scientific journals")}
    return SiteHeader(name, text_of(portal, "text"))


def search_url(journal: Journal | None) -> str:
    """Of the search in the journal where the site has others, else in the whole site."""
    if journal and journal.look.has_other_journals:
        return reverse("journal_search", kwargs={"journal": journal.slug})
    return reverse("search")


def suggestions_url(journal: Journal | None) -> str:
    """Of what letters suggest, within what the search searches."""
    if journal and journal.look.has_other_journals:
        return reverse("journal_suggestions", kwargs={"journal": journal.slug})
    return reverse("search_suggestions")


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """Links to the page with its query in each language."""
    reader = reader_language()
    path = path_below_language(request.get_full_path(), reader)
    return [
        LanguageLink(f"/{code}{path}", code, NATIVE_NAMES[code], code == reader)
        for code in LANGUAGES
    ]


def path_below_language(path: str, reader: Language) -> str:
    return path[3:] if path.startswith(f"/{reader}/") else "/"


def alternates(path: str) -> list[tuple[str, str]]:
    """The page in each language; Kazakh, the first, for readers of any other."""
    codes = [*((code, code) for code in LANGUAGES), ("x-default", LANGUAGES[0])]
    return [(hreflang, f"{settings.SITE_URL}/{code}{path}") for hreflang, code in codes]


def journal_header(request: HttpRequest, journal: Journal, reader: Language) -> JournalHeader:
    return JournalHeader(
        slug=journal.slug,
        name=text_of(journal, "name"),
        tagline=text_of(journal, "tagline"),
        publisher=text_of(journal, "publisher"),
        issns=issns(journal),
        licence=journal.licence,
        licence_name=licence_name(journal.licence),
        submission_url=journal.submission_url,
        has_news=journal.has_news,
        has_other_journals=journal.look.has_other_journals,
        logo_url=logo_url(journal.look),
        cover_url=cover_url(journal.look),
        menu=menu_links(request.path, journal, reader),
        pages=page_links(request.path, journal, reader),
        contacts=contacts_of(journal),
    )


def issns(journal: Journal) -> str:
    parts = []
    if journal.issn_print:
        parts.append(_("%(issn)s (print)") % {"issn": journal.issn_print})
    if journal.issn_online:
        parts.append(_("%(issn)s (online)") % {"issn": journal.issn_online})
    return ", ".join(parts)
