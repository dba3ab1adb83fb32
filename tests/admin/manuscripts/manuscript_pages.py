"""Uploading a manuscript in a test, and the form of its review page."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Manuscript

TEXT = """ҒТАХР 34.35.15

Ж.О. Есенова^1^, А.Б. Смирнов^2^*

^1^Дала университеті, Қарқара, Қазақстан
^2^Университет степи, Каркара, Казахстан
E-mail: smirnov@example.org

ДАЛА ӨСІМДІКТЕРІНІҢ ТҮРЛЕРІ

Аңдатпа. Мақалада дала өсімдіктерінің түрлері мен олардың таралуы сипатталады.
Түйін сөздер: дала, өсімдік, таралу.

Кіріспе

Дала өсімдіктері туралы алғашқы еңбектер өткен ғасырда жарық көрді. Олардың көбі сипаттама
болып қала берді, сондықтан жаңа деректер қажет деп есептейміз [1].

Әдебиеттер

1. Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.
2. Петрова И. Степные растения. – Каркара: Степь, 2020. – 200 с.

Растения степи: виды и распространение

Аннотация. В статье описаны виды степных растений и их распространение.
Ключевые слова: степь, растение, распространение.
"""


def upload(client, *files, **more):
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("admin:articles_manuscript_changelist"), {"files": uploads, **more})


def page_of(manuscript):
    return reverse("admin:articles_manuscript_change", args=[manuscript.pk])


def typed_of(response, **changes):
    """The values of the form as the page shows them, with changes by the name of the field."""
    fields = response.context["form"].fields
    return {**{field.name: field.typed for field in fields if field.typed}, **changes}


def a_read_manuscript(client, journal, text=TEXT, **more):
    upload(client, ("Есенова.txt", text.encode()), journal=journal.pk, **more)
    return Manuscript.objects.first()
