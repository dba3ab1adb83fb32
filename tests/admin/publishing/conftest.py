"""The journal whose articles and issues are published."""

import pytest

from tests.factories import a_journal


@pytest.fixture
def journal():
    return a_journal()
