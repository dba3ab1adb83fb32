"""People and organisations by any spelling, ORCID or ROR; choosing one fills what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q
from django.http import HttpRequest, JsonResponse

from articles.models import ArticleAffiliation, Author, Authorship, Organisation
from articles.models.roles import Action, reach
from articles.records.languages import LANGUAGES
from articles.records.scripts import fold_lookalikes
from articles.search.folding import fold

from ..trilingual import trio
from .spelling_patterns import sieve

if TYPE_CHECKING:
    from . import ArticleAdmin

EVERYWHERE = Q()
CODE_ADDRESS = re.compile(r"https?://(?:www\.)?(?:orcid|ror)\.org/")
MOST = 12
LONGEST = 100
SCANNED = 200  # rows that a spelling may match before the folded words are compared
NAMES = (*trio("family_name"), *trio("given_name"), *trio("patronymic"))
PERSON = (*NAMES, "orcid")
PLACE = (*trio("name"), *trio("city"), "country", "ror")
PRINTED = (*trio("degree"), *trio("academic_title"), *trio("post"), "email")


def people_page(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    """Those who are known, then those whom articles have printed; two queries."""
    asked = words_asked(admin, request)
    if not asked:
        return JsonResponse({"found": []})
    known = found(Author, NAMES, ("orcid", "spin"), asked, ("pk", *PERSON))
    own = own_articles(request)
    printed = found(Authorship, NAMES, ("orcid",), asked, ("author_id", *PERSON, *PRINTED), own)
    return answer(person(row) for row in (*known, *printed))


def organisations_page(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    asked = words_asked(admin, request)
    if not asked:
        return JsonResponse({"found": []})
    names, columns = (*trio("name"), *trio("city")), (*PLACE, *trio("unit"))
    known = found(Organisation, names, ("ror",), asked, ("pk", *PLACE))
    own = own_articles(request)
    printed = found(ArticleAffiliation, names, ("ror",), asked, ("organisation_id", *columns), own)
    return answer(organisation(row) for row in (*known, *printed))


def own_articles(request: HttpRequest) -> Q:
    """What drafts of another journal hold is suggested to nobody here."""
    return reach(request.user, Action.VIEW, "article__")  # type: ignore[arg-type]  # signed in


def check_may_ask(admin: ArticleAdmin, request: HttpRequest) -> None:
    if not admin.has_view_permission(request):
        raise PermissionDenied


def words_asked(admin: ArticleAdmin, request: HttpRequest) -> list[str]:
    check_may_ask(admin, request)
    typed = CODE_ADDRESS.sub("", request.GET.get("q", "")[:LONGEST])
    asked = fold_lookalikes(" ".join(typed.split()))
    words = [word for word in asked.replace(".", " ").replace(",", " ").split() if word]
    return words[:4] if len("".join(words)) > 1 else []


def found(
    table: type[Model],
    names: Iterable[str],
    codes: Iterable[str],
    asked: list[str],
    columns: tuple[str, ...],
    within: Q = EVERYWHERE,
) -> list[dict[str, Any]]:
    """Rows in which each word stands somewhere, in whichever spelling; newest first."""
    names, codes = tuple(names), tuple(codes)
    wanted = reduce(and_, (anywhere(word, names, codes) for word in asked))
    rows = table._default_manager.filter(wanted, within).order_by("-pk").values(*columns)[:SCANNED]
    return [row for row in rows if all(is_in(word, row, names, codes) for word in asked)]


def anywhere(word: str, names: tuple[str, ...], codes: tuple[str, ...]) -> Q:
    by_name = (Q(**{f"{column}__iregex": sieve(word)}) for column in names)
    by_code = (Q(**{f"{column}__icontains": word}) for column in codes)
    return reduce(or_, (*by_name, *by_code))


def is_in(word: str, row: dict[str, Any], names: tuple[str, ...], codes: tuple[str, ...]) -> bool:
    """The word begins one of the row's, in folded letters; or is part of a code."""
    key = fold(word)
    spelt = (fold(one) for column in names for one in (row[column] or "").split())
    code = word.lower()
    return any(one.startswith(key) for one in spelt) or any(
        code in (row.get(column) or "").lower() for column in codes
    )


def answer(found: Iterator[dict[str, Any]]) -> JsonResponse:
    """Each once: a person by ORCID or key, else by all of its names."""
    once: dict[Any, dict[str, Any]] = {}
    for one in found:
        once.setdefault(one.pop("same"), one)
    return JsonResponse({"found": list(once.values())[:MOST]})


def person(row: dict[str, Any]) -> dict[str, Any]:
    key = row.pop("pk", None) or row.pop("author_id", None)
    names = [joined(row, code) for code in LANGUAGES]
    same = row["orcid"] or tuple(names)
    return {
        "same": same,
        "label": " / ".join(dict.fromkeys(filter(None, names))),
        "note": row["orcid"],
        "fill": {"author": key, **filled(row)},
    }


def joined(row: dict[str, Any], code: str) -> str:
    parts = ("family_name", "given_name", "patronymic")
    return " ".join(filter(None, (row[f"{part}_{code}"] for part in parts)))


def organisation(row: dict[str, Any]) -> dict[str, Any]:
    key = row.pop("pk", None) or row.pop("organisation_id", None)
    names = [row[f"name_{code}"] or "" for code in LANGUAGES]
    places = " ".join(filter(None, (row["city_kk"] or row["city_en"], row["country"], row["ror"])))
    return {
        "same": (row["ror"] or None, *names) if not row["ror"] else row["ror"],
        "label": " / ".join(dict.fromkeys(filter(None, names))),
        "note": places,
        "fill": {"organisation": key, **filled(row)},
    }


def filled(row: dict[str, Any]) -> dict[str, str]:
    return {column: value for column, value in row.items() if value}
