"""Addresses of the app: `plain` as they stand, `pages` below /kk/, /ru/ and /en/."""

from django.urls import URLPattern, URLResolver

plain: list[URLPattern | URLResolver] = []

pages: list[URLPattern | URLResolver] = []
