"""One organisation set in the affiliations of many articles: the link, the ROR and the country.

The printed text of an affiliation is never changed. Which affiliations of an article are meant is
told by a link, by the ROR, or by what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleAffiliation, Organisation
from articles.records.cleaning import InvalidValue
from articles.records.languages import LANGUAGES
from articles.records.record import Affiliation, Record
from articles.search.folding import typed

EVERYWHERE = Q()


class NotSet(InvalidValue):
    """The organisation is not set in this article; the message says why."""


class Target(msgspec.Struct, frozen=True):
    """The organisation that affiliations get, and how they are known to be of it."""

    key: int
    ror: str
    country: str
    members: frozenset[int]  # its key, and those of the rows merged into it
    names: frozenset[str]  # of all of them, as printed

    @property
    def plain_names(self) -> set[str]:
        return {typed(name) for name in self.names}


def target_of(organisation: Organisation) -> Target:
    """One query."""
    rows = Organisation.objects.filter(Q(pk=organisation.pk) | Q(merged_into=organisation.pk))
    names = {getattr(row, f"name_{code}") for row in rows for code in LANGUAGES}
    return Target(
        key=organisation.pk,
        ror=organisation.ror,
        country=organisation.country,
        members=frozenset(row.pk for row in rows),
        names=frozenset(filter(None, names)),
    )


def articles_that_name(target: Target, most: int, within: Q = EVERYWHERE) -> list[int]:
    """Keys of articles with an affiliation of the organisation, the newest first. One query."""
    named = Q(organisation__in=target.members)
    if target.ror:
        named |= Q(ror=target.ror)
    for name in target.names:
        for code in LANGUAGES:
            named |= Q(**{f"name_{code}__iexact": name})
    rows = ArticleAffiliation.objects.filter(named, within).order_by("-article").distinct()
    return list(rows.values_list("article", flat=True)[:most])


def with_organisation(
    record: Record, target: Target, *, printed: str = "", replaces: bool = False
) -> Record:
    """The record with the organisation in every affiliation that is meant.

    With `printed`, those that print these words; without, those that the link, the ROR or a name
    of the organisation tells. Another ROR or country that is there stays unless `replaces`: then
    NotSet is raised, as where no affiliation is meant.
    """
    words = typed(printed).split()
    meant = [is_meant(one, target, words) for one in record.affiliations]
    if not any(meant):
        raise NotSet(_("No affiliation of it is meant."))
    if not replaces:
        for one, is_this in zip(record.affiliations, meant, strict=True):
            check_nothing_else(one if is_this else None, target)
    affiliations = tuple(
        with_values_of(one, target) if is_this else one
        for one, is_this in zip(record.affiliations, meant, strict=True)
    )
    return msgspec.structs.replace(record, affiliations=affiliations)


def is_meant(affiliation: Affiliation, target: Target, words: list[str]) -> bool:
    if words:
        return any(all(word in text for word in words) for text in printed_texts(affiliation))
    if affiliation.organisation_id in target.members:
        return True
    if target.ror and affiliation.ror == target.ror:
        return True
    return not target.plain_names.isdisjoint(map(typed, affiliation.name.values()))


def printed_texts(affiliation: Affiliation) -> Iterator[str]:
    """Name, unit and city of each language, in plain letters."""
    for code in LANGUAGES:
        texts = (affiliation.name, affiliation.unit, affiliation.city)
        yield " ".join(typed(text.get(code, "")) for text in texts)


def check_nothing_else(affiliation: Affiliation | None, target: Target) -> None:
    """Raises NotSet for another organisation, ROR or country than the target's."""
    if affiliation is None:
        return
    linked = affiliation.organisation_id
    if linked and linked not in target.members:
        raise NotSet(_("An affiliation is linked to another organisation."))
    for own, wanted in ((affiliation.ror, target.ror), (affiliation.country, target.country)):
        if own and wanted and own != wanted:
            raise NotSet(_("An affiliation has another value: %(value)s."), value=own)


def with_values_of(affiliation: Affiliation, target: Target) -> Affiliation:
    """What the organisation does not have stays as it is."""
    return msgspec.structs.replace(
        affiliation,
        organisation_id=target.key,
        ror=target.ror or affiliation.ror,
        country=target.country or affiliation.country,
    )
