"""Typeset pages: what the author's proof and the article's PDF have in common.

A body becomes blocks, blocks become the data of a template, and Typst sets it in a limited process.
"""
