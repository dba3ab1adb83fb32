"""Why a file cannot be read: one exception, whose message tells the editor what to do."""

from __future__ import annotations

from articles.records.clean import Refused


class Unreadable(Refused):
    """The file gives no manuscript. `message` can be translated, `rule` is its short name."""

    def __init__(self, rule: str, message: object, **values: object) -> None:
        super().__init__(message, **values)
        self.rule = rule
