"""The exception for a manuscript file that cannot be read."""

from __future__ import annotations

from django.utils.functional import Promise

from articles.imports import exceptions


class Unreadable(exceptions.Unreadable):
    """The file gives no manuscript; `message` says why and what to do, `rule` is its short name."""

    def __init__(self, rule: str, message: str | Promise) -> None:
        super().__init__(message)
        self.rule = rule
