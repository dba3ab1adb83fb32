"""What an issue as one file needs beside its articles: facts of the journal and the issue."""

from __future__ import annotations

import msgspec

from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import Text
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign


class IssueMatter(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of the title page and the imprint page; what is unknown is empty."""

    journal: JournalFacts
    issue: IssueFacts
    certificate: str = ""  # of registration
    print_run: int | None = None  # copies
    site: str = ""  # the journal's web address
    board: Text = {}  # the editorial board, or the journal's page about it, as HTML
    cover_name: str = ""  # of its file; '' without a cover
    cover: bytes = b""
    design: PdfDesign = USUAL_DESIGN
    logo: bytes = b""
