"""Russian dates and numbers: 16 февраля 2021 г., 16.02.2021, 1 234,5."""

from journal.formats.common import *  # noqa: F403 - Django reads them from this module

DATE_FORMAT = "j E Y г."
YEAR_MONTH_FORMAT = "F Y г."
MONTH_DAY_FORMAT = "j E"
DATETIME_FORMAT = "j E Y г., H:i"

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
