"""How an issue is called on pages, and what links to it show."""

from __future__ import annotations

from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.records.facts import IssueFacts
from articles.records.html import Shown, shown
from articles.records.languages import Language

from .frame import Frame
from .part import Part
from .words import articles_counted, day_of

NO_DAY = SafeString("")


def issue_label(issue: IssueFacts) -> str:
    """`2021, № 1 (134)`."""
    return ", ".join(filter(None, (str(issue.year), number_label(issue))))


def number_label(issue: IssueFacts) -> str:
    """`№ 1 (134)`, the volume before it, the part behind it."""
    volume = _("vol. %(volume)s") % {"volume": issue.volume} if issue.volume else ""
    number = f"№\N{NO-BREAK SPACE}{issue.number}" if issue.number else ""
    through = f"({issue.through_number})" if issue.through_number else ""
    part = _("part %(part)s") % {"part": issue.part} if issue.part else ""
    together = " ".join(filter(None, (number, through)))
    return ", ".join(filter(None, (volume, together, part)))


class IssueLink(Part, frozen=True):
    """Worded when it is asked: an archive shows little of each of its hundreds."""

    facts: IssueFacts
    archive: str
    reader: Language
    article_count: int

    def __str__(self) -> SafeString:
        """As an item of the archive."""
        name = escape(self.number) or self.title or ""
        day = f"{self.day} · " if self.day else ""
        about = f'<p class="small muted">{day}{self.articles}</p>'
        return SafeString(f'<li><a href="{self.url}">{name}</a>{about}</li>')

    @property
    def url(self) -> str:
        return f"{self.archive}{self.facts.id}/"

    @property
    def year(self) -> int:
        return self.facts.year

    @property
    def number(self) -> str:
        """`№ 1 (134)`; an issue without a number is called by its title, if it has one."""
        year = {"year": self.year}
        return number_label(self.facts) or ("" if self.title else _("Issue of %(year)d") % year)

    @property
    def label(self) -> str:
        """`2021, № 1 (134)`."""
        return issue_label(self.facts)

    @property
    def heading(self) -> str:
        """The same above a page: `2021 жыл, № 1 (134)`."""
        number = number_label(self.facts)
        said = _("%(year)d, %(number)s") % {"year": self.year, "number": number}
        return said if number else self.label

    @property
    def cover(self) -> str:
        """`№ 1`."""
        return f"№ {self.facts.number}" if self.facts.number else ""

    @property
    def day(self) -> SafeString:
        """`31 наурыз`."""
        return self._out_on("MONTH_DAY_FORMAT")

    @property
    def date(self) -> SafeString:
        """`2021 жылғы 31 наурыз`."""
        return self._out_on("DATE_FORMAT")

    @property
    def articles(self) -> str:
        """`5 мақала`."""
        return articles_counted(self.article_count, self.reader)

    @property
    def title(self) -> Shown | None:
        return shown(self.facts.title, self.reader, "kk")

    def _out_on(self, form: str) -> SafeString:
        day = self.facts.published_on
        return day_of(day, form, self.reader) if day else NO_DAY


def issue_link(issue: IssueFacts, frame: Frame, article_count: int = 0) -> IssueLink:
    """For a page in this frame; the count where the page shows it."""
    return IssueLink(
        facts=issue, archive=frame.archive, reader=frame.language, article_count=article_count
    )
