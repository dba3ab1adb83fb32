"""What an author sends from a proof: remarks, and a confirmation of the version that was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Proof
from articles.models.proof import Remark

from .proof_fields import ProofField

MOST_REMARKS = 200  # of one proof
MOST_CHARACTERS = 4_000  # of one remark


def parse_version(typed: str, article: Article) -> int | None:
    """The number of a version that the article has or had; None for anything else."""
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    return number if 1 <= number <= article.version else None


def save_remarks(
    proof: Proof, posted: Mapping[str, str], fields: Iterable[ProofField], version: int
) -> list[Remark]:
    """Save what was typed beside the fields, as remarks on this version; returns them."""
    typed = ((field, posted.get(field.key, "").strip()[:MOST_CHARACTERS]) for field in fields)
    remarks = [
        Remark(proof=proof, field=field.label, language=field.language, text=text, version=version)
        for field, text in typed
        if text
    ]
    room = max(0, MOST_REMARKS - proof.remarks.count())
    return Remark.objects.bulk_create(remarks[:room])


@transaction.atomic
def confirm(proof: Proof, version: int) -> None:
    """Note that the author confirmed this version, unless an editor has saved a newer one.

    The article's row is locked, so that no save can come between the question and the answer.
    """
    article = Article.objects.select_for_update(of=("self",)).get(pk=proof.article_id)
    if article.version == version:
        proof.confirmed_at, proof.confirmed_version = timezone.now(), version
        proof.save(update_fields=["confirmed_at", "confirmed_version"])
