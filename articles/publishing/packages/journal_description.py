"""A journal as its file, `journal/1`: facts, policy, former titles, sections, issues, pages …"""

from __future__ import annotations

import msgspec
from django.db.models import Q

from articles.models import Author, Issue, Journal
from articles.queries.board import board_groups, board_members, contacts_of, indexed_in
from articles.queries.looks import look_entry
from articles.queries.record_facts import journal_facts, text_of
from articles.records.journal_file import (
    SCHEMA,
    IssueEntry,
    JournalFile,
    MailTextEntry,
    NewsEntry,
    PageEntry,
    PersonEntry,
    TitlePeriodEntry,
)
from articles.records.languages import LANGUAGES
from articles.records.names import Name
from articles.records.pdf_layout import load_layout

from .archive import Member
from .contents import chunks, suffix_of

ISSUE_FILES = ("cover", "pdf", "epub")


def journal_file(journal: Journal) -> JournalFile:
    """The file as `intake.journal_file` reads it. A query for each of its parts."""
    facts = msgspec.structs.asdict(journal_facts(journal))
    policy = msgspec.structs.asdict(facts.pop("policy"))
    del policy["languages"]
    return JournalFile(
        schema=SCHEMA,
        tagline=text_of(journal, "tagline"),
        doi_pattern=journal.doi_pattern,
        certificate=journal.certificate,
        submission_url=journal.submission_url,
        former_titles=former_titles(journal),
        sections=tuple(text_of(section, "title") for section in journal.sections.all()),
        issues=tuple(issue_entry(issue, files_of(issue)) for issue in issues_of(journal)),
        look=look_entry(journal.look),
        pdf_layout=load_layout(journal.pdf_layout),
        pages=pages(journal),
        news=news(journal),
        board=tuple(board_groups(board_members(journal))),
        contacts=contacts_of(journal),
        indexed_in=tuple(indexed_in(journal)),
        mail_texts=mail_texts(journal),
        people=people(journal),
        **policy,
        **facts,
    )


def former_titles(journal: Journal) -> tuple[TitlePeriodEntry, ...]:
    return tuple(
        TitlePeriodEntry(
            name=text_of(period, "name"),
            issn_print=period.issn_print,
            issn_online=period.issn_online,
            from_on=period.from_on,
            until_on=period.until_on,
        )
        for period in journal.title_periods.all()
    )


def pages(journal: Journal) -> tuple[PageEntry, ...]:
    return tuple(
        PageEntry(
            slug=page.slug,
            title=text_of(page, "title"),
            text=text_of(page, "text"),
            order=page.order,
        )
        for page in journal.pages.all()
    )


def news(journal: Journal) -> tuple[NewsEntry, ...]:
    return tuple(
        NewsEntry(
            slug=row.slug,
            kind=row.kind,  # type: ignore[arg-type]  # one of its choices
            title=text_of(row, "title"),
            text=text_of(row, "text"),
            published_on=row.published_on,
            expires_on=row.expires_on,
            is_pinned=row.is_pinned,
            picture=row.picture.name or "",
        )
        for row in journal.news.all()
    )


def mail_texts(journal: Journal) -> tuple[MailTextEntry, ...]:
    return tuple(
        MailTextEntry(kind=row.kind, subject=text_of(row, "subject"), body=text_of(row, "body"))
        for row in journal.mail_texts.all()
    )


def people(journal: Journal) -> tuple[PersonEntry, ...]:
    """The people of its articles and of its board who are known by an ORCID."""
    of_articles = Q(authorships__article__journal=journal)
    of_board = Q(board_memberships__group__journal=journal)
    rows = Author.objects.filter(of_articles | of_board).exclude(orcid="")
    return tuple(
        PersonEntry(
            names={code: name for code in LANGUAGES if (name := row.name_in(code)) != Name()},
            orcid=row.orcid,
            spin=row.spin,
            scopus_id=row.scopus_id,
            researcher_id=row.researcher_id,
        )
        for row in rows.distinct().order_by("pk")
    )


def issues_of(journal: Journal) -> list[Issue]:
    return list(journal.issues.order_by("year", "pk"))


def issue_entry(issue: Issue, files: dict[str, str]) -> IssueEntry:
    return IssueEntry(
        year=issue.year,
        volume=issue.volume,
        number=issue.number,
        part=issue.part,
        through_number=issue.through_number,
        doi_number=issue.doi_number,
        title=text_of(issue, "title"),
        description=text_of(issue, "description"),
        planned_on=issue.planned_on,
        signed_on=issue.signed_on,
        published_on=issue.published_on,
        print_run=issue.print_run,
        is_archive=issue.archived_at is not None,
        archive_reason=issue.archive_reason,
        cover=files.get("cover", ""),
        pdf=files.get("pdf", ""),
        epub=files.get("epub", ""),
    )


def files_of(issue: Issue) -> dict[str, str]:
    """The places of the issue's cover, PDF and EPUB in the archive."""
    rows = ((field, getattr(issue, field).name) for field in ISSUE_FILES)
    return {field: f"issues/{issue.pk:05}/{field}{suffix_of(path)}" for field, path in rows if path}


def issue_files(journal: Journal) -> list[Member]:
    """The files of all issues, by their places in the archive."""
    return [
        (place, chunks(str(getattr(issue, field))))
        for issue in issues_of(journal)
        for field, place in files_of(issue).items()
    ]


def picture_paths(journal: Journal) -> list[str]:
    """The pictures of look, board, databases and news: in storage as in the archive."""
    members = (one for group in board_groups(board_members(journal)) for one in group.members)
    paths = [
        *(journal.look.logo.name or "", journal.look.cover.name or ""),
        *(one.picture for one in members),
        *(one.logo for one in indexed_in(journal)),
        *(row.picture.name or "" for row in journal.news.all()),
    ]
    return [*dict.fromkeys(filter(None, paths))]


def picture_files(journal: Journal) -> list[Member]:
    return [(path, chunks(path)) for path in picture_paths(journal)]
