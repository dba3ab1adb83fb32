"""The one app: articles in three languages, in layers (see CONTRIBUTING.md)."""
