"""The full text of a Word file in our HTML subset: figures, tables, footnotes, lists, links."""

from articles.imports.full_text.citation_links import linked
from articles.imports.full_text.pictures import Picture
from articles.imports.full_text.word_file import FullText, full_text

__all__ = ["FullText", "Picture", "full_text", "linked"]
