"""Starts the database before pytest-django reads the settings; xdist's workers inherit it."""

import pytest

from journal import postgres

try:
    postgres.join()
except postgres.CannotStart as error:
    pytest.exit(str(error), returncode=3)
