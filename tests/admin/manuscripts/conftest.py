import pytest


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client
