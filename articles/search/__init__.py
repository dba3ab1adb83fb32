"""Finding articles: text to keys, keys to rows, a query to a page of articles."""
