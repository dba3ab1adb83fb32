"""PDFs as a printer sends them, drawn for the tests."""

import io

from django.core.files.base import ContentFile
from reportlab.pdfgen.canvas import Canvas


def a_pdf(*pages, password=None):
    """The same pages give the same bytes."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt=password)
    for lines in pages:
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * at, line)
        canvas.showPage()
    canvas.save()
    return ContentFile(out.getvalue(), "print.pdf")
