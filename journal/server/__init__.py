"""The web server: `python -m journal.server`, and how Django answers behind it.

Django runs in a few threads. Waiting for a client's bytes, which may never come, is done by an
event loop and holds no thread. So slow clients, however many, delay nobody else.
"""
