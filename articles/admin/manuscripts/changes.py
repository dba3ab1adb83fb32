"""How many of the values that the reader offered an editor changed on the review page."""

from __future__ import annotations

from collections.abc import Mapping

from articles.intake.manuscripts.saving import ReviewCount
from articles.records.cleaning import clean_line

from .review_form import ReviewForm


def review_count(form: ReviewForm, posted: Mapping[str, str], taken: int = 0) -> ReviewCount:
    """`taken` second readings are changes too; an empty field that was filled is none."""
    offered = [field for field in form.fields if field.offered]
    changed = sum(
        clean_line(posted.get(field.name, "")) != clean_line(field.offered) for field in offered
    )
    return ReviewCount(offered=len(offered), changed=changed + taken)
