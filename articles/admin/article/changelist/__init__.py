"""The list of articles: columns, filters and actions on the chosen ones."""
