"""The work queue of files of issues, and the pages of a made PDF for the articles."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.exports.docx.findings import docx_findings
from articles.exports.issue_edition.findings import article_findings, imprint_findings
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.models import Issue, IssueFile, User
from articles.records.findings import Finding
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Record

from .issue_editions import article_pdfs, issue_matter, issue_pdf, issue_records, issue_word_file
from .makeup import MakeupArticle, Placement, makeup_articles, save_placements
from .packages.contents import stem_of

logger = logging.getLogger(__name__)


class MadeFile(msgspec.Struct):
    """A file with its findings, each below the title of an article or '' for the issue."""

    content: bytes
    findings: list[tuple[str, Finding]]
    page_count: int = 0
    pages: dict[int, tuple[str, str]] = {}  # first and last, by the article's key


def ask_for(issue: Issue, kind: str, start: int, editor: User | None) -> IssueFile:
    """A row that waits for a worker, in the place of an earlier file of the kind."""
    values = {
        "start": start,
        "state": IssueFile.State.WAITING,
        "editor": editor,
        "asked_at": timezone.now(),
    }
    file, _is_new = IssueFile.objects.update_or_create(issue=issue, kind=kind, defaults=values)
    return file


@transaction.atomic
def make_next(key: int | None = None) -> IssueFile | None:
    """Makes the file that has waited longest, or that of `key`. None if none waits.

    The row is locked meanwhile: if the process dies, the file still waits.
    """
    waiting = IssueFile.objects.waiting()
    if key is not None:
        waiting = waiting.filter(pk=key)
    locked = waiting.select_for_update(of=("self",), skip_locked=True).order_by("asked_at", "pk")
    file = locked.select_related("issue__journal", "editor").first()
    if file is not None:
        with translation.override(file.editor.interface_language if file.editor else "kk"):
            make(file)
    return file


def make(file: IssueFile) -> None:
    """Makes the file and saves it, or that it cannot be made."""
    articles = makeup_articles(file.issue)
    try:
        with transaction.atomic():
            made = MAKERS[file.kind](file)
    except TypesettingFailed:
        fail(file, _("The issue cannot be typeset: it is too long."))
    except Exception:  # a fault of the program must not stop the worker
        logger.exception("the file of issue %s failed", file.issue_id)
        fail(file, _("The program failed. Its log says why: tell the administrator."))
    else:
        store(file, made, articles)


def fail(file: IssueFile, message: str) -> None:
    file.state = IssueFile.State.FAILED
    file.findings = [["", "blocks", message, ""]]
    file.save(update_fields=["state", "findings"])


def store(file: IssueFile, made: MadeFile, articles: Iterable[MakeupArticle]) -> None:
    """Saves the file in storage; an earlier one is deleted once the row leads to the new one."""
    earlier = file.path
    name = f"issue-files/{file.issue_id}/{stem_of(file.issue)}.{file.kind}"
    file.path = default_storage.save(name, ContentFile(made.content))
    file.size, file.page_count = len(made.content), made.page_count
    file.articles = [
        [article.pk, article.version, *made.pages.get(article.pk, ("", ""))] for article in articles
    ]
    file.findings = [
        [title, finding.level.value, str(finding.message), str(finding.remedy)]
        for title, finding in made.findings
    ]
    file.state, file.made_at = IssueFile.State.MADE, timezone.now()
    file.save()
    if earlier:
        transaction.on_commit(lambda: default_storage.delete(earlier))


# The makers of each kind


def pdf(file: IssueFile) -> MadeFile:
    made = issue_pdf(file.issue, file.start)
    design = issue_matter(file.issue).design
    records = [article.record for article in made.articles]
    findings = [
        *of_issue(file.issue),
        *named((article.record, article_findings(article, design)) for article in made.articles),
    ]
    pages = {record.id or 0: (record.first_page, record.last_page) for record in records}
    return MadeFile(made.pdf, findings, made.pages, pages)


def docx(file: IssueFile) -> MadeFile:
    made = issue_word_file(file.issue)
    records = zip(issue_records(file.issue), made.missing, strict=True)
    findings = named((record, docx_findings(record, missing)) for record, missing in records)
    return MadeFile(made.content, [*of_issue(file.issue), *findings])


def zip_of_pdfs(file: IssueFile) -> MadeFile:
    made = article_pdfs(issue_records(file.issue))
    return MadeFile(made.content, list(named(made.findings)))


def of_issue(issue: Issue) -> Iterator[tuple[str, Finding]]:
    return (("", finding) for finding in imprint_findings(issue_matter(issue)))


def named(
    findings: Iterable[tuple[Record, Iterable[Finding]]],
) -> Iterator[tuple[str, Finding]]:
    """The findings, each with the title of its article."""
    for record, each in findings:
        title = flat(prefer(record.title, record.language)) or f"№ {record.id}"
        yield from ((title, finding) for finding in each)


MAKERS: dict[str, Callable[[IssueFile], MadeFile]] = {
    IssueFile.Kind.PDF: pdf,
    IssueFile.Kind.DOCX: docx,
    IssueFile.Kind.ZIP: zip_of_pdfs,
}


# Pages for the articles


class NewPages(msgspec.Struct, frozen=True):
    """An article whose pages the PDF of the issue would change."""

    article: MakeupArticle
    first: str
    last: str

    @property
    def is_public(self) -> bool:
        return self.article.record.status in ("published", "retracted")


def is_current(file: IssueFile, articles: Iterable[MakeupArticle]) -> bool:
    """Whether the file has the articles as they are now, in their order."""
    return [each[:2] for each in file.articles] == [[each.pk, each.version] for each in articles]


def new_pages(file: IssueFile, articles: Iterable[MakeupArticle]) -> list[NewPages]:
    """The articles whose pages differ from those in the PDF."""
    pages = {pk: (first, last) for pk, _version, first, last in file.articles}
    changes = (NewPages(article, *pages.get(article.pk, ("", ""))) for article in articles)
    return [
        each
        for each in changes
        if each.first
        and (each.first, each.last)
        != (each.article.record.first_page, each.article.record.last_page)
    ]


class ArticlesChanged(Exception):
    """An article was changed, moved or added after the PDF was made."""

    def __init__(self) -> None:
        super().__init__(_("Articles have changed since the file was made. Make it again first."))


@transaction.atomic
def save_pages(file: IssueFile, editor: User | None) -> int:
    """Saves the pages of the PDF with the articles. Returns how many changed.

    Raises ArticlesChanged, and what save_placements raises; then nothing is saved.
    """
    articles = makeup_articles(file.issue)
    if not is_current(file, articles):
        raise ArticlesChanged
    placements = {
        each.article.pk: (
            each.article.version,
            Placement(each.article.record.position, each.first, each.last),
        )
        for each in new_pages(file, articles)
    }
    count = save_placements(file.issue, placements, editor)
    versions = {article.pk: article.version for article in makeup_articles(file.issue)}
    file.articles = [[pk, versions[pk], first, last] for pk, _v, first, last in file.articles]
    file.save(update_fields=["articles"])
    return count
