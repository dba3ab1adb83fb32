"""The translation tools: messages found in the code, catalogues brought up to it and compiled.

They do what makemessages and compilemessages do, without GNU gettext. The compiled catalogues are
committed, so that a site needs no tools.
"""
