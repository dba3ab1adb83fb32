"""The old site of an import: found again although its address was not given each time."""

from __future__ import annotations

from articles.models import EarlierSite, Journal


def find_site(journal: Journal, address: str, slug: str) -> EarlierSite | None:
    """The site with this address; without an address, the only one of that name.

    A site that was imported from without an address is the same one.
    """
    sites = list(EarlierSite.objects.filter(journal=journal, slug=slug))
    exact = [site for site in sites if site.address == address]
    if exact:
        return exact[0]
    others = [site for site in sites if not address or not site.address]
    return others[0] if len(others) == 1 else None


def use_site(journal: Journal, address: str, slug: str) -> EarlierSite:
    """The site as found, with its address now known, or a new one."""
    site = find_site(journal, address, slug) or EarlierSite(journal=journal, slug=slug)
    if address and site.address != address:
        site.address = address
    if site.pk is None or address:
        site.save()
    return site
