"""The admin: one ModelAdmin for each table that editors see, registered here."""

from django.contrib import admin
from django.contrib.auth.models import Group
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles import models

from .account.sign_in import SignInForm
from .article import ArticleAdmin
from .board import BoardGroupAdmin, BoardMemberAdmin
from .contacts import ContactsAdmin, IndexingDatabaseAdmin
from .dashboard.page import dashboard_context
from .earlier_addresses import EarlierAddressAdmin
from .issue import DeliveryAdmin, IssueAdmin, SectionAdmin
from .journal import JournalAdmin
from .journal_pages import NewsAdmin, PageAdmin
from .look import LookAdmin
from .mail import MailAdmin
from .mail_texts import MailTextAdmin
from .manuscripts import ManuscriptAdmin
from .model_groups import group_models
from .ojs_imports import OjsImportAdmin
from .people import AuthorAdmin, OrganisationAdmin
from .portal import PortalAdmin
from .read_only import DepositAdmin, RevisionAdmin
from .usage import UsageAdmin
from .user import MembershipAdmin, UserAdmin

ADMINS: dict[type, type[admin.ModelAdmin]] = {
    models.Article: ArticleAdmin,
    models.Manuscript: ManuscriptAdmin,
    models.Issue: IssueAdmin,
    models.Section: SectionAdmin,
    models.Journal: JournalAdmin,
    models.Look: LookAdmin,
    models.Portal: PortalAdmin,
    models.Page: PageAdmin,
    models.News: NewsAdmin,
    models.BoardGroup: BoardGroupAdmin,
    models.BoardMember: BoardMemberAdmin,
    models.Contacts: ContactsAdmin,
    models.IndexingDatabase: IndexingDatabaseAdmin,
    models.MailText: MailTextAdmin,
    models.Author: AuthorAdmin,
    models.Organisation: OrganisationAdmin,
    models.Delivery: DeliveryAdmin,
    models.Deposit: DepositAdmin,
    models.Revision: RevisionAdmin,
    models.EarlierAddress: EarlierAddressAdmin,
    models.OjsImport: OjsImportAdmin,
    models.Usage: UsageAdmin,
    models.Membership: MembershipAdmin,
    models.User: UserAdmin,
    models.Mail: MailAdmin,
}

for model, options in ADMINS.items():
    admin.site.register(model, options)

# Roles are memberships of a journal, so groups are not used. The keys of two-step sign-in must
# not be visible to other users.
for model in (Group, TOTPDevice, StaticDevice):
    admin.site.unregister(model)

admin.site.login_form = SignInForm
admin.site.dashboard_context = dashboard_context  # type: ignore[attr-defined]  # of our own site
admin.site.group_models = group_models  # type: ignore[attr-defined]  # of our own site
