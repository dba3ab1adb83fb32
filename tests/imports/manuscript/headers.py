"""Reads the header that some lines make, for tests."""

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.line_classifier import classify_lines
from articles.imports.manuscript.header.header import Header, read_headers
from articles.imports.manuscript.pipeline import assign_labelled_parts


def read_header(paragraphs):
    """The first header of these paragraphs, an empty one without any."""
    layout = Layout(paragraphs)
    assign_labelled_parts(layout)
    classify_lines(layout)
    return next(iter(read_headers(layout)), Header())
