"""The commands of `manage.py`; each calls a function of a layer below."""
