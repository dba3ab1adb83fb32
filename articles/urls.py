"""Addresses of the app: `plain` as they stand, `pages` below /kk/, /ru/ and /en/."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import IntConverter, SlugConverter

from articles.api import api
from articles.feeds import journal_feed
from articles.models.journal import RESERVED_SLUGS
from articles.oai.endpoint import oai
from articles.sitemaps import sitemap_articles, sitemap_index, sitemap_issues, sitemap_pages
from articles.views.article import article_detail, article_linkset
from articles.views.article.preview import article_preview
from articles.views.authors import author_detail, author_list
from articles.views.board import board, contacts
from articles.views.dois import doi_detail
from articles.views.earlier_files import earlier_file
from articles.views.exports import article_export
from articles.views.files import galley_file
from articles.views.home import home, journal_detail, language_home
from articles.views.issue_files import issue_cover, issue_epub, issue_export, issue_pdf
from articles.views.issues import issue_current, issue_detail, issue_list
from articles.views.journal_pages import page_detail
from articles.views.keywords import keyword_list
from articles.views.look_files import look_picture, stylesheet
from articles.views.look_preview import journal_preview, preview_picture
from articles.views.news import news_detail, news_list
from articles.views.pictures import picture_file
from articles.views.proof import proof_detail, proof_pdf, proof_picture
from articles.views.robots import robots
from articles.views.search import (
    journal_search,
    journal_suggestions,
    search_page,
    search_suggestions,
)
from articles.views.usage import article_usage


class KeyConverter(IntConverter):
    """A number that the database can hold: a longer one is no address."""

    regex = "[1-9][0-9]{0,17}"


class JournalConverter(SlugConverter):
    """The slug of a journal, where a word of the site would be taken for one."""

    def to_python(self, value: str) -> str:
        """Raises ValueError: the address is not of a journal."""
        if value in RESERVED_SLUGS:
            raise ValueError(value)
        return value


register_converter(KeyConverter, "key")
register_converter(JournalConverter, "journal")

plain: list[URLPattern | URLResolver] = [
    path("", language_home, name="language_home"),
    path("oai/", oai, name="oai"),
    path("api/v1/", api.urls),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-pages.xml", sitemap_pages, name="sitemap_pages"),
    path("sitemap-issues-<key:number>.xml", sitemap_issues, name="sitemap_issues"),
    path("sitemap-articles-<key:number>.xml", sitemap_articles, name="sitemap_articles"),
    path("robots.txt", robots, name="robots"),
    path("doi/<path:doi>", doi_detail, name="doi_detail"),
    path("articles/<key:pk>/export/<slug:format>", article_export, name="article_export"),
    path("issues/<key:pk>/cover/<str:name>", issue_cover, name="issue_cover"),
    path("issues/<key:pk>/pdf/<str:name>", issue_pdf, name="issue_pdf"),
    path("issues/<key:pk>/epub/<str:name>", issue_epub, name="issue_epub"),
    path("issues/<key:pk>/export/<slug:format>", issue_export, name="issue_export"),
    path("looks/<slug:name>.css", stylesheet, name="look_stylesheet"),
    path("journals/<key:pk>/<slug:kind>/<str:name>", look_picture, name="look_picture"),
    path("pictures/<str:name>", picture_file, name="picture_file"),
    path("earlier-files/<key:pk>/<str:name>", earlier_file, name="earlier_file"),
    # The address of older releases, which deposits, harvesters and readers have stored.
    path("articles/<key:pk>/files/<key:galley_id>/<str:name>", galley_file),
]

pages: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("articles/<key:pk>/", article_detail, name="article_detail"),
    path("articles/<key:pk>/usage/", article_usage, name="article_usage"),
    path("articles/<key:pk>/linkset.json", article_linkset, name="article_linkset"),
    path("articles/<key:pk>/files/<key:galley_id>/<str:name>", galley_file, name="galley_file"),
    path("articles/<key:pk>/preview/", article_preview, name="article_preview"),
    path("authors/", author_list, name="author_list"),
    path("proof/<str:token>/", proof_detail, name="proof_detail"),
    path("proof/<str:token>/proof.pdf", proof_pdf, name="proof_pdf"),
    path("proof/<str:token>/files/<key:galley_id>/<str:name>", proof_picture, name="proof_picture"),
    path("authors/<key:pk>/", author_detail, name="author_detail"),
    path("keywords/", keyword_list, name="keyword_list"),
    path("search/", search_page, name="search"),
    path("search/suggestions/", search_suggestions, name="search_suggestions"),
    path("<slug:journal>/", journal_detail, name="journal_detail"),
    path("<slug:journal>/issues/", issue_list, name="issue_list"),
    path("<slug:journal>/issues/current/", issue_current, name="issue_current"),
    path("<slug:journal>/issues/<key:pk>/", issue_detail, name="issue_detail"),
    path("<slug:journal>/preview/", journal_preview, name="journal_preview"),
    path("<slug:journal>/preview/<slug:kind>/<str:name>", preview_picture, name="preview_picture"),
    path("<journal:journal>/search/", journal_search, name="journal_search"),
    path("<journal:journal>/search/suggestions/", journal_suggestions, name="journal_suggestions"),
    path("<slug:journal>/feed/", journal_feed, name="journal_feed"),
    path("<slug:journal>/news/", news_list, name="news_list"),
    path("<slug:journal>/news/<slug:slug>/", news_detail, name="news_detail"),
    path("<slug:journal>/board/", board, name="board"),
    path("<slug:journal>/contacts/", contacts, name="contacts"),
    path("<slug:journal>/pages/<slug:slug>/", page_detail, name="page_detail"),
]
