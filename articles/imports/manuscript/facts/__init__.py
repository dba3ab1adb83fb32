"""Single facts of an article: codes, DOI, dates, pages."""
