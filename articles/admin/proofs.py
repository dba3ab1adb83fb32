"""The page of author's proofs: links to a draft, made, sent and revoked; the authors' remarks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import working_record
from articles.mail import queue_mail
from articles.mail.messages import proof_link
from articles.models import Article, Mail, Proof
from articles.models.fields import LanguageChoice
from articles.models.proof import digest_of, fresh_nonce, token_of
from articles.models.roles import Action
from articles.publishing.proofs import proof_response
from articles.records.languages import known_language
from articles.records.names import full_name

from .draft_recovery import form_data, mark_saved
from .numbers import parse_number
from .pages import get_article, render_page
from .permissions import editor_of


class ProofForm(forms.Form):
    author = forms.CharField(label=gettext_lazy("Author"), max_length=300)
    email = forms.EmailField(
        label=gettext_lazy("Email"),
        required=False,
        help_text=gettext_lazy("Leave empty to send the link yourself."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LanguageChoice.choices)
    days = forms.IntegerField(
        label=gettext_lazy("Days the link is valid"), min_value=1, max_value=90, initial=14
    )


def proof_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    article = get_article(request, pk, Action.EDIT)
    if request.method == "POST" and "revoke" in request.POST:
        return revoke_proof(request, article)
    if request.method == "POST" and "read" in request.POST:
        return mark_answer_read(request, article)
    initial = {"language": article.language, **proposed_author(article)}
    form = ProofForm(form_data(request) or None, initial=initial)
    is_right = request.method == "POST" and form.is_valid()
    link = make_proof(request, article, form.cleaned_data) if is_right else ""
    response = render_page(
        admin,
        request,
        "admin/articles/article/proof.html",
        _("Proof for the author"),
        article=article,
        form=ProofForm(initial=initial) if link else form,
        link=link,
        is_unsaved=form.is_bound and not link,
        proofs=article.proofs.prefetch_related("remarks"),
    )
    if link:
        mark_saved(request, response, request.POST.get("typing", ""))
    return response


def proposed_author(article: Article) -> dict[str, str]:
    """The name and the address of the corresponding author, or else of the first."""
    authors = sorted(working_record(article).authors, key=lambda author: not author.corresponding)
    for author in authors:
        for code in (article.language, *author.names):
            if name := author.names.get(known_language(code)):
                return {"author": full_name(name, known_language(code)), "email": author.email}
    return {}


def proof_pdf_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF that the author gets, for everybody who may see the draft."""
    return proof_response(get_article(request, pk, Action.VIEW))


def make_proof(request: HttpRequest, article: Article, typed: dict[str, Any]) -> str:
    """Saves a proof and queues the mail with its link, if there is an address. Returns the link."""
    nonce = fresh_nonce()
    proof = Proof.objects.create(
        article=article,
        author=typed["author"],
        email=typed["email"],
        language=typed["language"],
        digest=digest_of(token_of(nonce)),
        sent_by=editor_of(request),
        expires_at=timezone.now() + timedelta(days=typed["days"]),
    )
    if proof.email:
        queue_mail(Mail.Kind.PROOF, proof.email, proof=proof.pk, nonce=nonce)
    with translation.override(proof.language):
        return proof_link(nonce)


def mark_answer_read(request: HttpRequest, article: Article) -> HttpResponse:
    """Ends the task that the author's answer was; a later answer is a task again."""
    key = parse_number(request.POST["read"])
    if article.proofs.filter(pk=key).update(read_at=timezone.now()):
        messages.success(request, _("The answer is marked as read."))
    return HttpResponseRedirect(request.path)


def revoke_proof(request: HttpRequest, article: Article) -> HttpResponse:
    key = parse_number(request.POST["revoke"])
    rows = article.proofs.filter(pk=key, revoked_at__isnull=True)
    if rows.update(revoked_at=timezone.now()):
        messages.success(request, _("The link has been closed."))
    return HttpResponseRedirect(request.path)
