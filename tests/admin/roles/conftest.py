"""The journal whose pages every role tries to open."""

import pytest

from tests.admin.roles.office import Office


@pytest.fixture
def home():
    return Office("home", 1)
