"""Text copied from Word, LibreOffice, Google Docs or a web page, as the HTML of a full text."""

from .insertion import Inserted, insert_pasted
from .reader import Pasted, read_clipboard

__all__ = ["Inserted", "Pasted", "insert_pasted", "read_clipboard"]
