"""English dates and numbers: 16 February 2021, 16.02.2021, 1,234.5."""

from journal.formats.common import *  # noqa: F403 - Django reads them from this module

DATE_FORMAT = "j F Y"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
DATETIME_FORMAT = "j F Y, H:i"

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
