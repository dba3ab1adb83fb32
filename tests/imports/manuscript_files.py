"""Writes an invented article as a text, Markdown, Word or PDF file, for tests."""

import io
import textwrap
from pathlib import Path

import docx
import pytest

FONTS = Path("/usr/share/fonts/truetype/dejavu")


def as_text(lines, width=0):
    """Plain text, wrapped at `width` characters if it is given."""
    out = []
    for _style, text in lines:
        text = text.replace("\0", "")
        out += textwrap.wrap(text, width) if width and text else [text]
    return "\n".join(out).encode()


def as_markdown(lines):
    out = []
    for style, text in lines:
        text = text.replace("*", "\\*")
        label, parted, rest = text.partition("\0")
        if style == "title":
            out.append(f"# {text}")
        elif style == "heading":
            out.append(f"## {text}")
        else:
            out.append(f"**{label}**{rest}" if parted else text)
    return "\n".join(out).encode()


def as_word(lines):
    document = docx.Document()
    for style, text in lines:
        label, parted, rest = text.partition("\0")
        if style in ("title", "heading"):
            document.add_heading(text, 1 if style == "title" else 2)
        elif text:
            paragraph = document.add_paragraph()
            paragraph.add_run(label).bold = bool(parted) or None
            paragraph.add_run(rest)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_pdf(lines, columns=1, head=""):
    """Pages of one or more columns, with bold labels and an optional running head."""
    platypus = pytest.importorskip("reportlab.platypus", reason="reportlab is not installed")
    if not (FONTS / "DejaVuSerif.ttf").exists():
        pytest.skip("the DejaVu fonts are not installed")
    _register()
    from reportlab.lib.pagesizes import A4

    width = (A4[0] - 100 - 20 * (columns - 1)) / columns
    frames = [
        platypus.Frame(50 + at * (width + 20), 60, width, A4[1] - 130, 0, 0, 0, 0)
        for at in range(columns)
    ]
    buffer = io.BytesIO()
    document = platypus.BaseDocTemplate(buffer, pagesize=A4)
    document.addPageTemplates(
        platypus.PageTemplate(frames=frames, onPage=lambda canvas, page: _head(canvas, page, head))
    )
    document.build([_flowable(platypus, style, text) for style, text in lines])
    return buffer.getvalue()


def _register():
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in ("DejaVuSerif", "DejaVuSerif-Bold"):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    pdfmetrics.registerFontFamily("DejaVuSerif", normal="DejaVuSerif", bold="DejaVuSerif-Bold")


def _head(canvas, page, head):
    if head:
        canvas.setFont("DejaVuSerif", 8)
        canvas.drawString(50, 800, head)
        canvas.drawString(290, 30, str(100 + page.page))


def _flowable(platypus, style, text):
    from html import escape

    from reportlab.lib.styles import ParagraphStyle

    if style == "blank":
        return platypus.Spacer(1, 8)
    bold = style in ("title", "heading")
    look = ParagraphStyle(
        style,
        fontName="DejaVuSerif-Bold" if bold else "DejaVuSerif",
        fontSize=12 if style == "title" else 9,
        leading=15 if style == "title" else 12,
        alignment=0 if bold else 4,
    )
    label, parted, rest = escape(text, quote=False).partition("\0")
    shown = f"<b>{label}</b>{rest}" if parted else label
    for digit, raised in zip("123", "¹²³", strict=True):
        shown = shown.replace(raised, f"<super>{digit}</super>")
    return platypus.Paragraph(shown, look)
