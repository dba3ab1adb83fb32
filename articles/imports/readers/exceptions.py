"""Why a file cannot be read: one exception, whose message tells the editor what to do."""

from __future__ import annotations

from django.utils.functional import Promise

from articles.imports import exceptions


class Unreadable(exceptions.Unreadable):
    """The file gives no manuscript. `message` can be translated, `rule` is its short name."""

    def __init__(self, rule: str, message: str | Promise) -> None:
        super().__init__(message)
        self.rule = rule
