"""The buttons above the text: each puts markup around what is selected."""

from __future__ import annotations

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.records.body import TAGS


class Button(msgspec.Struct, frozen=True):
    """`action` is a function of text_editor.js; `tag` is the element that it writes."""

    sign: str | Promise
    label: str | Promise
    action: str
    tag: str = ""
    key: str = ""  # pressed with Ctrl
    look: str = ""  # the element around the sign

    @property
    def keys(self) -> str:
        """`Control+B`, as `aria-keyshortcuts` wants it."""
        return f"Control+{self.key}" if self.key else ""


GROUPS: tuple[tuple[Button, ...], ...] = (
    (
        Button("H2", _("Section heading"), "block", "h2"),
        Button("H3", _("Subsection heading"), "block", "h3"),
        Button("H4", _("Heading of the third level"), "block", "h4"),
        Button("¶", _("Paragraph"), "block", "p"),
    ),
    (
        Button(pgettext_lazy("sign for italic", "I"), _("Italic"), "inline", "em", "I", "i"),
        Button(pgettext_lazy("sign for bold", "B"), _("Bold"), "inline", "strong", "B", "b"),
        Button("x₂", _("Subscript"), "inline", "sub"),
        Button("x²", _("Superscript"), "inline", "sup"),
    ),
    (
        Button("•", _("Bulleted list"), "list", "ul"),
        Button("1.", _("Numbered list"), "list", "ol"),
        Button("“", _("Quotation"), "quotation", "blockquote"),
    ),
    (
        Button("[1]", _("Citation"), "citation"),
        Button("↗", _("Link"), "link", "a"),
        Button("a)", _("Footnote"), "note"),
        Button("∑", _("Formula"), "formula"),
    ),
    (
        Button(_("Figure"), _("Figure"), "figure", "figure"),
        Button(_("Table"), _("Table of the selected lines with tabs"), "table", "table"),
    ),
)  # fmt: skip
OF_ARTICLES = ("citation", "figure")  # actions that need references or files of an article


def toolbar(*, is_article: bool) -> list[list[Button]]:
    """The groups of buttons, without those of elements that a text may not have."""
    return [
        [
            button
            for button in group
            if (not button.tag or button.tag in TAGS)
            and (is_article or button.action not in OF_ARTICLES)
        ]
        for group in GROUPS
    ]
