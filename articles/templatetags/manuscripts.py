"""A filter for the list of manuscripts: the share of values that editors changed."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def changed_share(totals: Mapping[str, int]) -> str:
    """Percent of the values read, with one digit after the point."""
    return number_format(100 * totals["changed"] / totals["offered"], decimal_pos=1)
