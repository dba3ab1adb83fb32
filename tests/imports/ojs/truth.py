"""What the exports of ../shared/ojs hold, beside what was read, in one shape."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from articles.imports.ojs import Locales, read_issues, sources_in
from articles.imports.ojs.issues import section_of
from articles.imports.ojs.values import Article, Issue, Version
from articles.records import identifiers
from articles.records.markup import plain
from articles.records.names import Name, given_names
from articles.records.record import Record

SHARED = Path(__file__).parents[3].parent / "shared" / "ojs"
TRUTHS = sorted(SHARED.glob("*/*.truth.json"))
LANGUAGES = ("kk", "ru", "en")


def read(truth_path: Path) -> tuple[list[Issue], dict[str, Any]]:
    truth = json.loads(truth_path.read_text())
    path = truth_path.with_name(truth_path.name.replace(".truth.json", ".xml"))
    (source,) = sources_in([path])
    return list(read_issues(source, Locales())), truth


def true_articles(truth: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for issue in truth["issues"]:
        yield from issue["articles"]
    yield from truth.get("loose_articles", ())


def in_languages(text: Mapping[Any, Any]) -> dict[str, Any]:
    return {code: text[code] for code in LANGUAGES if text.get(code)}


def issue_facts(issue: Issue) -> dict[str, Any]:
    through = issue.numbers.through_number
    return {
        "id": int(issue.id) if issue.id else None,
        "public": issue.is_published,
        "year": issue.numbers.year,
        "volume": int(issue.numbers.volume) if issue.numbers.volume else None,
        "number": f"{issue.numbers.number} ({through})" if through else issue.numbers.number,
        "title": issue.numbers.title,
        "description": {code: plain(text) for code, text in issue.description.items()},
        "date_published": issue.published_on.isoformat() if issue.published_on else None,
        "url_path": issue.url_path or None,
        "public_id": issue.public_id or None,
        "doi": issue.doi or None,
        "covers": {each.language: each.file.content.checksum for each in issue.covers},
        "galleys": [
            (each.id, each.language, each.label, each.file.content.checksum if each.file else "")
            for each in issue.galleys
        ],
        "articles": {int(article.id) for article in issue.articles},
    }


def true_issue_facts(issue: dict[str, Any]) -> dict[str, Any]:
    same = ("id", "public", "year", "volume", "number", "date_published", "public_id", "doi")
    return {
        **{key: issue[key] for key in same},
        "title": in_languages(issue["title"]),
        "description": in_languages(issue["description"]),
        "url_path": issue["url_path"] or None,
        "covers": {code: cover["sha256"] for code, cover in issue["covers"].items()},
        "galleys": [
            (str(each["id"] or ""), each["lang"], each["label"], each["sha256"])
            for each in issue["galleys"]
        ],
        "articles": {article["id"] for article in issue["articles"]},
    }


def article_facts(article: Article, issue: Issue) -> dict[str, Any]:
    version = article.current
    record = version.record
    section = section_of(article, issue.sections)
    is_public = article.is_published and issue.is_published
    return {
        "lang": record.language,
        "public": is_public,
        "version": int(version.number or 1),
        "publication_id": int(version.id) if version.id else None,
        "url_path": version.url_path or None,
        "public_id": version.public_id or None,
        "section_title": section.title if section else None,
        "other_versions": sorted(each.id for each in article.other_versions),
        "private_files": article.private_file_count if is_public else None,
        "galleys": [galley_facts(each) for each in version.galleys],
        **record_facts(record),
        "roles": ["translator" if "ударма" in group else "author" for group in version.groups],
        "subjects": terms(version, "subjects"),
        "disciplines": terms(version, "disciplines"),
    }


def record_facts(record: Record) -> dict[str, Any]:
    return {
        "full_title": {code: plain(title) for code, title in record.title.items()},
        "abstract": {code: plain(text) for code, text in record.abstract.items()},
        "keywords": {code: list(terms) for code, terms in record.keywords.items()},
        "authors": [
            {
                "names": {code: name_parts(name) for code, name in author.names.items()},
                "affiliations": [dict(record.affiliations[m - 1].name) for m in author.marks],
                "orcid": author.orcid or None,
                "email": author.email or None,
                "biography": author.bio,
                "corresponding": author.corresponding,
            }
            for author in record.authors
        ],
        "pages": pages(record),
        "doi": record.doi or None,
        "date_published": record.published_on.isoformat() if record.published_on else None,
        "submitted": record.received_on.isoformat() if record.received_on else None,
        "licence": record.licence or None,
        "copyright_holder": record.copyright_holder,
        "copyright_year": record.copyright_year,
        "references": [reference.text for reference in record.references],
        "agencies": [in_languages(each.funder) for each in record.funding],
    }


def true_article_facts(
    article: dict[str, Any], issue: dict[str, Any] | None, has_addresses: bool
) -> dict[str, Any]:
    current = article["current"]
    is_loose = issue is None or "not_in_file" in issue
    return {
        "lang": article["lang"],
        "public": article["public"],
        "version": current["version"],
        "publication_id": current["publication_id"],
        "url_path": current["url_path"] or None,
        "public_id": current["public_id"],
        "section_title": None if is_loose else in_languages(current["section_title"]),
        "other_versions": sorted(str(each["publication_id"]) for each in article["other_versions"]),
        "private_files": private_file_count(article),
        "galleys": [true_galley_facts(each, has_addresses) for each in current["galleys"]],
        "full_title": in_languages(current["full_title"]),
        "abstract": in_languages(current["abstract"]),
        "keywords": in_languages(current["keywords"]),
        "authors": [true_author_facts(author) for author in current["authors"]],
        "roles": [author["role"] for author in current["authors"]],
        "pages": current["pages"] and current["pages"].replace("–", "-"),
        "doi": current["doi"],
        "date_published": current["date_published"],
        "submitted": article["submitted"],
        "licence": current["licence"],
        "copyright_holder": in_languages(current["copyright_holder"]),
        "copyright_year": current["copyright_year"],
        "references": true_references(current["references"]),
        "agencies": [{code: name} for code, (name,) in current["agencies"].items()],
        "subjects": in_languages(current["subjects"]),
        "disciplines": in_languages(current["disciplines"]),
    }


def true_references(references: list[str]) -> list[str]:
    """A list pasted as a whole is meant to be split, without its numbers."""
    return [
        line.partition(". ")[2] if "\n" in reference else line
        for reference in references
        for line in reference.split("\n")
    ]


def true_author_facts(author: dict[str, Any]) -> dict[str, Any]:
    family, given = author["family"], author["given"]
    return {
        "names": {
            code: (family.get(code, ""), given.get(code, ""))
            for code in LANGUAGES
            if family.get(code) or given.get(code)
        },
        "affiliations": [in_languages(each) for each in author["affiliations"]],
        "orcid": valid_orcid(author["orcid"]),
        "email": author["email"] or None,
        "biography": in_languages(author["biography"]),
        "corresponding": author["corresponding"],
    }


def name_parts(name: Name) -> tuple[str, str]:
    """Family and given names; a single name is a given name in OJS, a family name here."""
    given = given_names(name)
    return (name.family, given) if given else ("", name.family)


def pages(record: Record) -> str | None:
    ranges = ["-".join(filter(None, (record.first_page, record.last_page))), *record.page_ranges]
    return record.article_number or ", ".join(filter(None, ranges)) or None


def terms(version: Version, vocabulary: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in version.terms:
        if term.vocabulary == vocabulary:
            found.setdefault(term.language, []).append(term.text)
    return found


def galley_facts(galley: Any) -> tuple[Any, ...]:
    files = [galley.file, *galley.dependent_files] if galley.file else []
    return (
        galley.id,
        galley.label,
        galley.language,
        galley.url_path or None,
        galley.remote or None,
        [(each.name, each.content.checksum, each.content.problem) for each in files],
    )


def true_galley_facts(galley: dict[str, Any], has_addresses: bool) -> tuple[Any, ...]:
    """`has_addresses`: the files are on the old site, behind a login, and are not fetched."""
    files = [galley["file"], *galley.get("dependent_files", ())] if galley["file"] else []
    return (
        str(galley["id"]),
        galley["label"],
        galley["lang"],
        galley["url_path"] or None,
        galley["remote"],
        [
            (
                next(iter(each["name"].values())),
                *(("", "address") if has_addresses else (each["sha256"], "")),
            )
            for each in files
        ],
    )


def valid_orcid(value: str | None) -> str | None:
    """Ten of the invented ones have a wrong check digit, and are left out."""
    return value if value and identifiers.is_orcid(value) else None


def private_file_count(article: dict[str, Any]) -> int | None:
    """Of an article that stays behind every file is private, and none is counted."""
    return len(article["private_files"]) if article["public"] else None
