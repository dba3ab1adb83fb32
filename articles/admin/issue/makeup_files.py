"""The printer's files on the make-up page: proposed for articles, attached once confirmed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing.files import check_issue_pdf
from articles.limited_process import TimeBudget
from articles.models import Issue
from articles.publishing.makeup import MakeupArticle, makeup_articles, number
from articles.publishing.printer_files import Proposal, attach_galleys, match_pdf, split_pdf
from articles.records.cleaning import InvalidValue
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Galley

from ..permissions import editor_of

SALT = "articles.admin.makeup"
MOST_FILES = 20
MATCH_SECONDS = 30  # of the processor, for all files together
TOKEN_SECONDS = 86_400


class ProposedFile(msgspec.Struct, frozen=True):
    proposal: Proposal
    title: str
    token: str  # the issue and the stored file, signed; the page sends it back


class WholeIssueForm(forms.Form):
    whole = forms.FileField(label=gettext_lazy("PDF of the whole issue"), required=False)
    first_number = forms.IntegerField(
        label=gettext_lazy("Number printed on the first page of the file"),
        min_value=-2_000,
        max_value=20_000,
        initial=1,
        help_text=gettext_lazy("If two cover pages come before page 1, enter -1."),
    )


def cut_whole_issue(request: HttpRequest, issue: Issue) -> list[ProposedFile]:
    """Cuts the uploaded PDF, or the one that the issue has, by the pages of the articles.

    An uploaded PDF is saved with the issue at once; its parts are only proposed.
    Raises InvalidValue for a form that is not valid, and if there is no PDF or it cannot be cut;
    then nothing is saved.
    """
    form = WholeIssueForm(request.POST, request.FILES)
    if not form.is_valid():
        raise InvalidValue(_("Enter the page number printed on the first page of the file."))
    first_number = form.cleaned_data["first_number"]
    if upload := form.cleaned_data["whole"]:
        check_issue_pdf(upload)
        proposals = list(split_pdf(upload, makeup_articles(issue), first_number))
        upload.seek(0)
        issue.pdf = upload
        issue.save(update_fields=["pdf", "pdf_size", "facts_changed_at"])
    elif issue.pdf:
        with issue.pdf.open() as file:
            proposals = list(split_pdf(file, makeup_articles(issue), first_number))
    else:
        raise InvalidValue(_("Choose the file."))
    return propose_files(issue, proposals)


def match_files(request: HttpRequest, issue: Issue) -> list[ProposedFile]:
    """Finds the article of each uploaded PDF; a message for each file that cannot be used.

    Raises InvalidValue if none was uploaded.
    """
    files = request.FILES.getlist("files")
    if not files:
        raise InvalidValue(_("Choose the files."))
    if len(files) > MOST_FILES:
        text = _("Only the first %(most)d files were read. Choose the others again.")
        messages.warning(request, text % {"most": MOST_FILES})
    proposals, articles = [], makeup_articles(issue)
    budget = TimeBudget(MATCH_SECONDS)
    for file in files[:MOST_FILES]:
        try:
            proposals.append(match_pdf(file, articles, budget.left()))
        except InvalidValue as error:
            messages.error(request, str(error))
    return propose_files(issue, proposals)


def propose_files(issue: Issue, proposals: Iterable[Proposal]) -> list[ProposedFile]:
    titles = {article.pk: title_of(article) for article in makeup_articles(issue)}
    return [
        ProposedFile(
            proposal=proposal,
            title=titles.get(proposal.article or 0, ""),
            token=signing.dumps(
                [issue.pk, msgspec.to_builtins(proposal.galley)], salt=SALT, compress=True
            ),
        )
        for proposal in proposals
    ]


def attach_files(request: HttpRequest, issue: Issue) -> list[ProposedFile]:
    """Attaches each ticked file to the article chosen beside it.

    Raises InvalidValue for a token that is not ours or too old.
    """
    galleys: dict[int, Galley] = {}
    for row in request.POST.getlist("take"):
        article = number(request.POST.get(f"article-{row}", ""))
        try:
            token = request.POST.get(f"key-{row}", "")
            issue_key, galley = signing.loads(token, salt=SALT, max_age=TOKEN_SECONDS)
        except signing.BadSignature as error:
            raise InvalidValue(_("This page has expired. Upload the files again.")) from error
        if issue_key == issue.pk and article:
            galleys[article] = msgspec.convert(galley, Galley)
    count = attach_galleys(issue, galleys, editor_of(request))
    messages.success(request, _("Files attached: %(count)d.") % {"count": count})
    return []


def title_of(article: MakeupArticle) -> str:
    return flat(prefer(article.record.title, article.record.language)) or f"№ {article.pk}"
