"""Each module is a command of `manage.py`, thin over a function of a layer below."""
