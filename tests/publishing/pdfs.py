"""PDFs as a printer sends them, drawn for the tests."""

import io

from django.core.files.base import ContentFile
from reportlab.pdfgen.canvas import Canvas


def a_pdf(*pages):
    out = io.BytesIO()
    canvas = Canvas(out)
    for lines in pages:
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * at, line)
        canvas.showPage()
    canvas.save()
    return ContentFile(out.getvalue(), "print.pdf")
