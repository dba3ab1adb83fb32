"""URLs: the admin, then the app's URLs without and with a language prefix."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

from articles import urls
from articles.admin.account import password_reset as reset
from articles.admin.account.two_step import two_step
from articles.admin.interface_language import choose_language
from journal.monitoring.views import healthz, no_metrics, readyz

SCRIPTS = ["django.contrib.admin", "journal"]  # the second corrects translations of the first

urlpatterns = [
    path("admin/language/", choose_language, name="interface_language"),
    path("admin/jsi18n/", JavaScriptCatalog.as_view(packages=SCRIPTS), name="jsi18n"),
    path("admin/two-step/", admin.site.admin_view(two_step), name="two_step"),
    *reset.urls,
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", no_metrics, name="metrics"),
    path("i18n/", include("django.conf.urls.i18n")),
    *urls.plain,
    *i18n_patterns(*urls.pages),
]

handler400 = "articles.views.errors.bad_request"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
