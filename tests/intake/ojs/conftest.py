"""The journal that exports of OJS are imported into."""

from __future__ import annotations

import pytest

from tests.factories import a_journal


@pytest.fixture
def journal():
    return a_journal(doi_prefix="10.5555")
