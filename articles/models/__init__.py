"""The models: what is stored, and the rules that the database keeps."""

from .article import Article
from .board import BoardGroup, BoardMember
from .contacts import Contacts, IndexingDatabase
from .deposits import Delivery, Deposit, DepositRecord, Heartbeat, RetiredDoi
from .earlier_addresses import EarlierAddress
from .earlier_items import EarlierItem, EarlierSite
from .issue import Issue, Section
from .issue_files import IssueFile
from .journal import Journal
from .journal_pages import Page
from .listing import Listing, ListingKey
from .look import Look
from .mail import Mail
from .mail_texts import MailText
from .manuscripts import Manuscript
from .news import News
from .notes import Note, Presence
from .ojs_imports import OjsImport, OjsImportFile
from .parts import (
    ArticleAffiliation,
    Authorship,
    Funding,
    Galley,
    Keyword,
    Reference,
    Relation,
)
from .people import (
    Author,
    AuthorDistinction,
    AuthorMerge,
    Organisation,
    OrganisationDistinction,
    OrganisationMerge,
)
from .portal import Portal
from .proof import Proof, Remark
from .public_state import PublicState
from .revision import Revision
from .search import SearchRow, SearchWord
from .title_periods import TitlePeriod
from .usage import Usage, UsageLog, UsageState
from .user import Membership, User

__all__ = [
    "Article",
    "ArticleAffiliation",
    "Author",
    "AuthorDistinction",
    "AuthorMerge",
    "Authorship",
    "BoardGroup",
    "BoardMember",
    "Contacts",
    "Delivery",
    "Deposit",
    "DepositRecord",
    "EarlierAddress",
    "EarlierItem",
    "EarlierSite",
    "Funding",
    "Galley",
    "Heartbeat",
    "IndexingDatabase",
    "Issue",
    "IssueFile",
    "Journal",
    "Keyword",
    "Listing",
    "ListingKey",
    "Look",
    "Mail",
    "MailText",
    "Manuscript",
    "Membership",
    "News",
    "Note",
    "OjsImport",
    "OjsImportFile",
    "Organisation",
    "OrganisationDistinction",
    "OrganisationMerge",
    "Page",
    "Portal",
    "Presence",
    "Proof",
    "PublicState",
    "Reference",
    "Relation",
    "Remark",
    "RetiredDoi",
    "Revision",
    "SearchRow",
    "SearchWord",
    "Section",
    "TitlePeriod",
    "Usage",
    "UsageLog",
    "UsageState",
    "User",
]
