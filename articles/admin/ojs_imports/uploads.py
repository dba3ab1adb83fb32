"""Uploading exports: in pieces by a script, or as a whole by a plain form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.intake.manuscripts.uploads import file_name
from articles.intake.ojs.uploads.pieces import (
    UploadRefused,
    add_file,
    add_piece,
    delete_file,
)
from articles.models import OjsImport, OjsImportFile

from ..numbers import parse_number
from .permissions import get_import


def files_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """What the server has, so that an interrupted upload goes on after it."""
    ojs_import = get_import(request, pk)
    return JsonResponse({"files": [file_facts(file) for file in ojs_import.files.all()]})


def file_facts(file: OjsImportFile) -> dict[str, Any]:
    return {"name": file.name, "size": file.size, "received": file.received}


def piece_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps a piece that begins where the file ends so far; the answer says where that is now."""
    ojs_import = get_import(request, pk)
    piece = request.FILES.get("piece")
    size, start = (parse_number(request.POST.get(name)) for name in ("size", "start"))
    if piece is None:
        return JsonResponse({"message": _("The piece is missing.")}, status=400)
    if ojs_import.is_at_work:
        return JsonResponse({"message": at_work_message()}, status=409)
    piece.name = request.POST.get("name", "")
    try:
        file = add_piece(add_file(ojs_import, file_name(piece), size), start, piece)
    except UploadRefused as error:
        return JsonResponse({"message": str(error)}, status=422)
    return JsonResponse(file_facts(file))


def upload_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps whole files; one with the same name is replaced."""
    ojs_import = get_import(request, pk)
    uploads = request.FILES.getlist("files")
    if ojs_import.is_at_work:
        messages.error(request, at_work_message())
    elif not uploads:
        messages.warning(request, _("Choose files."))
    else:
        for upload in uploads:
            keep_whole(request, ojs_import, upload)
    return to_import(ojs_import)


def keep_whole(request: HttpRequest, ojs_import: OjsImport, upload: UploadedFile) -> None:
    name = file_name(upload)
    for file in ojs_import.files.filter(name=name):
        delete_file(file)
    try:
        add_piece(add_file(ojs_import, name, upload.size or 0), 0, upload)
    except UploadRefused as error:
        messages.error(request, str(error))


def remove_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    ojs_import = get_import(request, pk)
    if ojs_import.is_at_work:
        messages.error(request, at_work_message())
    else:
        key = parse_number(request.POST.get("file"))
        delete_file(get_object_or_404(ojs_import.files, pk=key))
    return to_import(ojs_import)


def at_work_message() -> str:
    return _("The files are being read. Wait until that has ended, or stop it.")


def to_import(ojs_import: OjsImport) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_ojsimport_change", args=[ojs_import.pk]))
