"""Kazakh dates and numbers: 2021 жылғы 16 ақпан, 16.02.2021, 1 234,5."""

from journal.formats.common import *  # noqa: F403 - Django reads them from this module

DATE_FORMAT = "Y жылғы j E"
YEAR_MONTH_FORMAT = "Y жылғы E"
MONTH_DAY_FORMAT = "j E"
DATETIME_FORMAT = "Y жылғы j E, H:i"

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
