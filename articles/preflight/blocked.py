"""The exception for an article that must not be published."""

from __future__ import annotations

from django.utils.translation import ngettext

from articles.records.findings import Finding


class Blocked(ValueError):
    """Preflight found blocking errors, which are in `findings`."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(
            ngettext(
                "%(count)d error prevents the article from being published.",
                "%(count)d errors prevent the article from being published.",
                len(findings),
            )
            % {"count": len(findings)}
        )
        self.findings = findings
