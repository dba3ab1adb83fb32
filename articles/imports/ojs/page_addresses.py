"""OJS's pages besides articles and issues: about the journal, its search, its accounts.

/index.php/SLUG/about/editorialTeam      /SLUG/en/information/authors
/index.php/SLUG/search/search?query=…    /index.php/SLUG/ethics (a page that an editor made)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

JournalPage = Literal["about", "search", "issues", "current", "news", "account", "sitemap"]
PAGES: dict[str, JournalPage] = {
    "about": "about",
    "information": "about",
    "search": "search",
    "browse": "search",
    "catalog": "issues",
    "issue": "current",
    "announcement": "news",
    "sitemap": "sitemap",
    **dict.fromkeys(
        (
            "user",
            "login",
            "notification",
            "submission",
            "submissions",
            "dashboard",
            "authorDashboard",
            "workflow",
            "author",
            "reviewer",
            "editor",
            "manager",
            "management",
            "payment",
        ),
        "account",
    ),
}
# Pages that show an article: reading tools and comments of OJS 2, citations of OJS 3.
ARTICLE_TOOLS = ("rt", "comment")
CITATIONS = "citationstylelanguage"
CITED = "submissionId"  # the article, in the query string
WORDS = ("query", "simpleQuery")
AUTHOR_NAMES = ("givenName", "firstName", "middleName", "familyName", "lastName")
# Names of pages in OJS, and those that a page on the same thing may have here.
SAME_PAGES: dict[str, tuple[str, ...]] = {
    "editorialteam": ("board", "editorialboard", "editors", "team"),
    "editorialmasthead": ("editorialteam", "board", "editorialboard", "editors", "team"),
    "editorialteambio": ("editorialteam", "board", "editorialboard", "editors", "team"),
    "displaymembership": ("editorialteam", "board", "editorialboard", "editors", "team"),
    "submissions": ("forauthors", "authors", "authorguidelines", "guidelines"),
    "authors": ("forauthors", "submissions", "authorguidelines", "guidelines"),
    "contact": ("contacts",),
    "editorialpolicies": ("policies", "policy", "ethics", "publicationethics"),
    "readers": ("forreaders",),
    "librarians": ("forlibrarians",),
    "journalsponsorship": ("sponsors",),
    "privacy": ("privacypolicy", "privacystatement"),
}


def same_page_names(operation: str) -> list[str]:
    """How a page may be called here that OJS had as `about/OPERATION`; the likeliest first."""
    name = plain_name(operation)
    return [name, *SAME_PAGES.get(name, ())]


def plain_name(name: str) -> str:
    """The name without what spellings differ in: `editorial-team`, `editorialTeam`."""
    return "".join(sign for sign in name.lower() if sign.isalnum())


def searched_words(operation: str, query: Mapping[str, Sequence[str]]) -> str:
    """What a reader searched for there: words, or the name of an author in the list of authors."""
    names = AUTHOR_NAMES if operation == "authors" else WORDS
    return " ".join(filter(None, (query.get(name, [""])[0].strip() for name in names)))
