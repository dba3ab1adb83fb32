"""Addresses of an earlier site: redirected for ever (301) where nothing else answers.

Editors type or upload addresses one by one; those of an OJS that was imported are read by rule.
Whatever is not public here is not found: neither that it exists nor what it is called.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation

from articles.imports.ojs import Locales
from articles.imports.ojs.addresses import OjsAddress, read_address
from articles.models import EarlierItem, Issue
from articles.queries.earlier_addresses import TYPED, EarlierMatch, earlier_matches
from articles.queries.released import ReleasedArticle, released_article
from articles.records.urls import galley_url_path, web_address

from .earlier_pages import account_response, page_url

LONGEST = 500  # characters of an address that are looked up
Kind = EarlierItem.Kind
GALLEYS = (Kind.GALLEY, Kind.GALLEY_NAME)


class EarlierAddresses:
    """Middleware that looks an address up where the response is 404: one query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            return earlier_response(request) or response
        return response


def earlier_response(request: HttpRequest) -> HttpResponse | None:
    """The redirect; None if nothing is here. A typed address wins, with its query string first."""
    paths = [request.get_full_path()[:LONGEST], request.path[:LONGEST]]
    address = read_address(request.path, dict(request.GET.lists()))
    matches = earlier_matches(paths, address)
    typed = {match.key: match for match in matches if match.kind == TYPED}
    match = next((typed[path] for path in paths if path in typed), None)
    if match:
        return redirect_to(typed_url(match))
    if address is None or not (matches := of_one_site(matches, address)):
        return None
    with translation.override(Locales().language(address.locale) or translation.get_language()):
        if address.page == "account":
            return account_response(request, matches[0].journal)
        return redirect_to(url_by_rule(request, address, matches))


def redirect_to(url: str) -> HttpResponse | None:
    return HttpResponsePermanentRedirect(url) if url else None


def typed_url(match: EarlierMatch) -> str:
    if match.article_id is None:
        return match.target
    return article_url(match.article_id) if released_article(match.article_id) else ""


def of_one_site(matches: list[EarlierMatch], address: OjsAddress) -> list[EarlierMatch]:
    """The matches of the site that the address names; none if it may be one of several."""
    slugs = {match.site_slug.lower() for match in matches}
    slug = address.slug.lower()
    if slug not in slugs and len(slugs) != 1:
        return []
    named = [match for match in matches if slug in slugs and match.site_slug.lower() == slug]
    rows = named or matches
    first = min((match.site_id or 0 for match in rows), default=0)
    return [match for match in rows if match.site_id == first]


def url_by_rule(request: HttpRequest, address: OjsAddress, matches: list[EarlierMatch]) -> str:
    """The address here of an item or page of one earlier site; '' if it is not public here."""
    if address.page == "article":
        return article_item_url(address, matches)
    if address.page == "issue":
        return issue_item_url(address, matches)
    if address.page == "oai":
        return oai_url(request)
    return page_url(request, address, matches[0].journal)


def article_item_url(address: OjsAddress, matches: list[EarlierMatch]) -> str:
    """A file if the address names one that is here, else the article's page.

    A version that was never published is not found.
    """
    key = next((match.article_id for match in matches if match.kind == Kind.ARTICLE), None)
    has_version = any(match.kind == Kind.VERSION for match in matches)
    article = released_article(key) if key else None
    if key is None or article is None or (address.version and not has_version):
        return ""
    if article.record.status == "withdrawn":
        return article_url(key)
    match = file_match(address, matches)
    return (match and file_url(match, article)) or article_url(key)


def file_match(address: OjsAddress, matches: list[EarlierMatch]) -> EarlierMatch | None:
    """The file or galley of the version that the address names, else of the current one."""
    rows = [match for match in matches if match.version in ("", address.version)]
    rows.sort(key=lambda match: (match.kind != Kind.FILE, match.version != address.version))
    return next((match for match in rows if match.kind in (Kind.FILE, *GALLEYS)), None)


def file_url(match: EarlierMatch, article: ReleasedArticle) -> str:
    """'' for a file that did not come, and for one that is not among the released ones."""
    if match.file_name:
        return stored_file_url(match)
    for galley in article.record.galleys:
        if galley.id is not None and galley.id == match.galley_id:
            return galley_url_path(article.record, galley)
    return web_address(match.target)


def issue_item_url(address: OjsAddress, matches: list[EarlierMatch]) -> str:
    key = next((match.issue_id for match in matches if match.kind == Kind.ISSUE), None)
    if not Issue.objects.public().filter(pk=key).exists():
        return ""
    for match in matches:
        if match.kind == Kind.ISSUE_GALLEY and match.file_name:
            return stored_file_url(match)
    return reverse("issue_detail", kwargs={"journal": matches[0].journal, "pk": key})


def oai_url(request: HttpRequest) -> str:
    """The interface here with the same request. Identifiers of the old one do not exist in it."""
    return "?".join(filter(None, (reverse("oai"), request.GET.urlencode())))


def article_url(key: int) -> str:
    return reverse("article_detail", kwargs={"pk": key})


def stored_file_url(match: EarlierMatch) -> str:
    return reverse("earlier_file", kwargs={"pk": match.item_id, "name": match.file_name})
