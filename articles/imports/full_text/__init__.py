"""The full text of a Word file as HTML: headings, lists, tables, figures, footnotes, links."""

from articles.imports.full_text.pictures import Picture
from articles.imports.full_text.word_file import FullText, full_text

__all__ = ["FullText", "Picture", "full_text"]
