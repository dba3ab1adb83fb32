"""The article's text and what follows it: sections, statements, reference lists."""
