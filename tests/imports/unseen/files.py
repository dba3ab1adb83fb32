"""Writes the manuscripts beside this file as text, Word, and PDF with columns."""

import io
import re
from html import unescape

import docx
import pytest

from tests.imports.manuscript_files import FONTS

TAG = re.compile(r"<(/?)(b|i|sub|sup)>")
RUNNING_HEAD = "Journal of what was never seen"


def as_text(manuscript):
    """Plain text: digits directly after names, letters as marks between `^`."""
    out = []
    for style, text in manuscript.lines():
        if style in ("authors", "plain"):
            text = re.sub(r"<sup>([a-z][^<]*)</sup>", r"^\1^", text)
        out += [TAG.sub("", text)] + [""] * (style != "authors")
    return "\n".join(out).encode()


def as_word(manuscript):
    """Titles in bold without a heading style, as most authors format them."""
    document = docx.Document()
    for style, text in manuscript.lines():
        if style == "heading":
            document.add_heading(text, 2)
            continue
        paragraph = document.add_paragraph()
        for run, marks in runs(text):
            made = paragraph.add_run(run)
            made.bold = style in ("title", "label") or "b" in marks or None
            made.italic = "i" in marks or None
            if "sup" in marks:
                made.font.superscript = True
            elif "sub" in marks:
                made.font.subscript = True
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def runs(text):
    marks = []
    end = 0
    for tag in TAG.finditer(text):
        if text[end : tag.start()]:
            yield unescape(text[end : tag.start()]), tuple(marks)
        marks.remove(tag[2]) if tag[1] else marks.append(tag[2])
        end = tag.end()
    if text[end:]:
        yield unescape(text[end:]), tuple(marks)


def as_pdf(manuscript, columns=1):
    platypus = pytest.importorskip("reportlab.platypus", reason="reportlab is not installed")
    if not (FONTS / "DejaVuSerif.ttf").exists():
        pytest.skip("the DejaVu fonts are not installed")
    from reportlab.lib.pagesizes import A4

    register()
    gap = 18
    width = (A4[0] - 100 - gap * (columns - 1)) / columns
    frames = [
        platypus.Frame(50 + at * (width + gap), 60, width, A4[1] - 130, 0, 0, 0, 0)
        for at in range(columns)
    ]
    buffer = io.BytesIO()
    document = platypus.BaseDocTemplate(buffer, pagesize=A4)
    document.addPageTemplates(platypus.PageTemplate(frames=frames, onPage=draw_running_head))
    document.build([flowable(platypus, *line, columns) for line in manuscript.lines()])
    return buffer.getvalue()


def register():
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    faces = {"": "", "-Bold": "bold", "-Italic": "italic", "-BoldItalic": "boldItalic"}
    for name in faces:
        file = FONTS / f"DejaVuSerif{name}.ttf"
        if not file.exists():  # the slanted cuts are packaged apart: only the name counts here
            file = FONTS / f"DejaVuSerif{'-Bold' if 'Bold' in name else ''}.ttf"
        pdfmetrics.registerFont(TTFont(f"DejaVuSerif{name}", file))
    cuts = {cut or "normal": f"DejaVuSerif{name}" for name, cut in faces.items()}
    pdfmetrics.registerFontFamily("DejaVuSerif", **cuts)


def draw_running_head(canvas, page):
    canvas.setFont("DejaVuSerif", 8)
    canvas.drawString(50, 800, RUNNING_HEAD)
    canvas.drawString(290, 30, str(page.page))


def flowable(platypus, style, text, columns):
    from reportlab.lib.styles import ParagraphStyle

    bold = style in ("title", "heading", "label")
    size = 12 if style == "title" else 9
    look = ParagraphStyle(
        style,
        fontName="DejaVuSerif-Bold" if bold else "DejaVuSerif",
        fontSize=size,
        leading=size * 1.3,
        alignment=4 if style == "body" else 0,
        spaceBefore=6 if style in ("title", "heading", "label") else 0,
        spaceAfter=6 if style in ("title", "heading") else 2,
        firstLineIndent=12 if style == "body" else 0,
    )
    for tag, shown in (("sub", "sub"), ("sup", "super")):
        text = text.replace(f"<{tag}>", f"<{shown}>").replace(f"</{tag}>", f"</{shown}>")
    return platypus.Paragraph(text.replace("&", "&amp;"), look)
