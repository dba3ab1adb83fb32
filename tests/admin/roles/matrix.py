"""The matrix of permissions: every address of the admin, and which roles may open it."""

ROLES = ("translator", "section_editor", "editor", "chief_editor", "auditor")
LETTERS = dict(zip("TSECA", ROLES, strict=True))
EVERYBODY = "TSECA"


def stock(add, delete, sees=EVERYBODY):
    """The pages that the admin makes for every table."""
    return {"changelist": sees, "add": add, "history": sees, "delete": delete, "change": sees}


# Each address of the office: what it is about, and who may open it in their own journal.
TABLES = {
    "article": {
        **stock("SEC", ""),
        "body": "SEC",
        "publish": "EC",
        "notice": "",  # nothing was published yet
        "crossref": EVERYBODY,
        "proof": "SEC",
        "proof_pdf": EVERYBODY,
        "notes": EVERYBODY,
        "presence": "",  # it is only ever sent
        "preflight": EVERYBODY,
        "finding_counts": EVERYBODY,
        "thumbnail": EVERYBODY,
        "pdf": "SEC",
        "epub": "SEC",
        "epub_file": EVERYBODY,
        "papers": "SEC",
        "certificate": "SEC",
        "preflight_new": "",  # it is only ever sent a form
        "conflict": "",  # it is only ever sent a choice
        "live": EVERYBODY,
        "live_new": "SEC",
        "people": EVERYBODY,
        "organisations": EVERYBODY,
        "author_block": EVERYBODY,
        "related": EVERYBODY,
        "file": EVERYBODY,
        "export": EVERYBODY,
    },
    "manuscript": {
        "changelist": "SEC",
        "next": "",  # these three are only ever sent
        "compare": "",
        "discard": "",
        "change": "",  # redirects to the list: this manuscript could not be read
        "file": "SEC",
    },
    "issue": {
        **stock("EC", "EC"),
        "preflight": EVERYBODY,
        "publish": "EC",
        "archive": "C",
        "dois": EVERYBODY,
        "makeup": EVERYBODY,
        "compliance": EVERYBODY,
        "compliance_pdf": EVERYBODY,
        "files": "EC",
        "file": "EC",
        "packages": "EC",
        "package": "EC",
    },
    "section": stock("EC", "EC"),
    "journal": {**stock("", ""), "pdf_layout": "C"},
    "look": stock("", ""),
    "portal": dict.fromkeys(stock("", ""), ""),  # the administrator of the site alone
    "page": {**stock("C", "C"), "text": "C"},
    "news": {**stock("C", "C"), "text": "C"},
    "boardgroup": {**stock("C", "C"), "paste": "C"},
    "boardmember": stock("C", "C"),
    "contacts": stock("C", "C"),
    "indexingdatabase": stock("C", "C"),
    "mailtext": {**stock("C", "C", "C"), "preview": ""},  # it is only ever sent a form
    "delivery": stock("EC", "EC"),
    "deposit": stock("", ""),
    "revision": stock("", ""),
    "earlieraddress": {**stock("C", "C"), "upload": ""},
    "ojsimport": {
        "changelist": "C",
        "change": "C",
        "progress": "C",
        "files": "C",
        "piece": "",  # these four are only ever sent
        "whole": "",
        "remove": "",
        "step": "",
        "addresses": "C",
        "articles": "C",
        "template_csv": "C",
        "template_xlsx": "C",
    },
    "usage": {"changelist": EVERYBODY, "table": EVERYBODY, "report": EVERYBODY, "earlier": "C"},
    "membership": stock("C", "C", "C"),
    "user": stock("", "", "C"),
    "mail": dict.fromkeys(stock("", ""), ""),  # the administrator of the site alone
    "author": {**stock("SEC", ""), "same": "SEC"},
    "organisation": {**stock("SEC", ""), "same": "SEC"},
}
PAGES = {
    f"articles_{table}_{page}": (table, who)
    for table, pages in TABLES.items()
    for page, who in pages.items()
} | {"auth_user_password_change": ("user", "")}
ABOUT_NOTHING = (
    "_mailtext_preview",
    *("_next", "_new", "_upload", "_people", "_organisations", "_related"),
    *("_articles", "_template_csv", "_template_xlsx", "_author_block", "_same", "_finding_counts"),
    *("_usage_table", "_usage_earlier"),
)
SHARED = ("author", "organisation")  # they belong to no journal
OPEN = {  # of the account and the frame, with nothing of any journal in them
    *("index", "login", "logout", "password_change", "password_change_done", "jsi18n"),
    *("autocomplete", "view_on_site", "app_list"),
    "articles_manuscript_picture",  # tested with the manuscripts
    # Of two rows or of a merge: tested with people.
    *(f"articles_{table}_{page}" for table in SHARED for page in ("comparison", "undo")),
    *(f"articles_{table}_take_back" for table in SHARED),
    "articles_organisation_articles",
    "articles_article_pdf_file",  # tested with the PDF of an article
    "articles_article_reprint",  # tested with the papers; it needs a file
    "articles_journal_pdf_layout_picture",  # tested with the layout
    "articles_article_bulk",  # needs the articles that were chosen in the list
    "articles_article_split",  # takes pasted text apart, and knows nothing
}
