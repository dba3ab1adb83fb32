"""A pytest plugin that starts the database before pytest-django reads the settings.

The workers of pytest-xdist inherit its address.
"""

import pytest

from journal.quickstart import postgres

try:
    postgres.join()
except postgres.CannotStart as error:
    pytest.exit(str(error), returncode=3)
