"""The header of each language: title, abstract, keywords, and the lines between them."""
