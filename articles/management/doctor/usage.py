"""Whether usage is counted: nobody notices otherwise before the figures are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import UsageLog

from .outcome import Outcome

LATEST = timedelta(days=3)
COMMAND = "manage.py count_usage"


def check_usage() -> Iterator[Outcome]:
    """Nothing to say where no logs are named and none was ever counted."""
    counted_at = UsageLog.objects.aggregate(at=Max("counted_at"))["at"]
    if counted_at is None and not settings.USAGE_LOGS:
        return
    is_late = counted_at is None or timezone.now() - counted_at > LATEST
    if counted_at is None:
        text = _("Usage of articles: not counted yet.")
    else:
        day = timezone.localdate(counted_at)
        text = _("Usage of articles: counted on %(day)s.") % {"day": f"{day:%d.%m.%Y}"}
    yield Outcome("usage", not is_late, text, _("Start it: %(command)s") % {"command": COMMAND})
