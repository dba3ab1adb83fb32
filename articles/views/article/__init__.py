"""The article page: its parts in the reader's language, or in the article's and marked."""

from .detail import article_detail
from .linkset import article_linkset

__all__ = ["article_detail", "article_linkset"]
