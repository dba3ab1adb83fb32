"""The texts of e-mails in the words of a journal: their form, checks and preview."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.mail.texts import (
    EDITABLE_MAILS,
    EditableMail,
    WrittenText,
    built_in_text,
    filled,
    samples,
)
from articles.models.roles import Action
from articles.records.languages import LANGUAGES, Language
from articles.records.mail_placeholders import CHECKS

from .pages import render_page
from .permissions import JournalPermissionsMixin
from .trilingual import NATIVE, TrilingualAdmin, trio


class MailTextForm(forms.ModelForm):
    """An empty subject or text keeps the built-in one."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=lambda: [(mail.kind, mail.label) for mail in EDITABLE_MAILS.values()],
    )

    def clean(self) -> dict[str, Any]:
        """Adds an error for each placeholder that is unknown or missing, and for HTML."""
        cleaned = super().clean() or self.cleaned_data
        mail = EDITABLE_MAILS.get(cleaned.get("kind", ""))
        for field, check in CHECKS.items():
            for name in trio(field):
                problems = list(check(mail.kind, cleaned.get(name) or "")) if mail else []
                if problems and name in self.fields:
                    self.add_error(name, problems)
        return cleaned


class TextInLanguage(NamedTuple):
    language: Language
    native_name: str
    subject: str
    body: str
    problems: list[str]


class MailTextAdmin(JournalPermissionsMixin, TrilingualAdmin):
    form = MailTextForm
    change_action = Action.MANAGE
    view_action = Action.MANAGE
    change_form_template = "admin/articles/mail_text/form.html"
    list_display = ("kind", "journal")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    fieldsets = ((None, {"fields": (("journal", "kind"), trio("subject"), trio("body"))}),)

    def get_urls(self) -> list[URLPattern]:
        """Adds the preview of what is typed, which is sent to it from the form."""
        view = self.admin_site.admin_view(partial(preview_page, self))
        return [path("preview/", view, name="articles_mailtext_preview"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **named: Any
    ) -> HttpResponse:
        """Adds the placeholders and the built-in texts of each mail."""
        context["mails"] = [(mail, built_in_texts(mail)) for mail in EDITABLE_MAILS.values()]
        return super().render_change_form(request, context, *arguments, **named)


def built_in_texts(mail: EditableMail) -> list[TextInLanguage]:
    return [text_in(code, lambda: built_in_text(mail), []) for code in LANGUAGES]


def text_in(code: Language, make: Any, problems: list[str]) -> TextInLanguage:
    with translation.override(code):
        written: WrittenText = make()
    return TextInLanguage(code, NATIVE[code], written.subject, written.body, problems)


def preview_page(admin: MailTextAdmin, request: HttpRequest) -> HttpResponse:
    """POST: the e-mail in each language as the form has it now, with sample values."""
    mail = EDITABLE_MAILS.get(request.POST.get("kind", ""))
    if mail is None or not admin.has_add_permission(request):
        raise Http404
    texts = [preview(mail, request, code) for code in LANGUAGES]
    title = _("Preview: %(mail)s") % {"mail": mail.label}
    return render_page(admin, request, "admin/articles/mail_text/preview.html", title, texts=texts)


def preview(mail: EditableMail, request: HttpRequest, code: Language) -> TextInLanguage:
    typed = WrittenText(*(request.POST.get(f"{field}_{code}", "")[:5_000] for field in CHECKS))
    problems = [
        problem
        for field, check in CHECKS.items()
        for problem in check(mail.kind, getattr(typed, field))
    ]

    def make() -> WrittenText:
        usual = built_in_text(mail)
        text = WrittenText(typed.subject or usual.subject, typed.body or usual.body)
        return filled(text, samples(mail))

    return text_in(code, make, problems)
