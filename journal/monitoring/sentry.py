"""Error reports to a Sentry, where SENTRY_DSN names one; the package is imported only then.

A report has the request's id, the editor's number and
the journal, and no more of a person: no address, cookies, form, or variables of the code.
"""

from __future__ import annotations

from typing import Any

import sentry_sdk
from django.conf import settings

from .masking import mask
from .request_context import current


def start(dsn: str, site: str) -> None:
    sentry_sdk.init(
        dsn=dsn,
        environment=site,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        traces_sample_rate=0,
        before_send=prepared,
        before_breadcrumb=masked_breadcrumb,
    )


def prepared(event: Any, hint: Any) -> Any:
    """The event with its context, and without secrets."""
    event.pop("user", None)
    event.pop("request", None)
    if context := current.get():
        request = context.request
        event["request"] = {"method": request.method, "url": settings.SITE_URL + request.path}
        event["tags"] = {
            **event.get("tags", {}),
            "request_id": context.id,
            "journal": context.journal_slug,
        }
        event["user"] = {"id": context.user_id}
    return masked(event)


def masked_breadcrumb(breadcrumb: Any, hint: Any) -> Any:
    return masked(breadcrumb)


def masked(value: Any) -> Any:
    """Every text in it masked."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: masked(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [masked(inner) for inner in value]
    return value
