"""Production uses none of this: the installer, `make run` with its own PostgreSQL, the first login.

Imports nothing, because `install` runs on a bare Python, before any package is installed.
"""
