"""The licences of the packages that a site installs."""

from email.message import Message

import pytest

from tests.licences import REQUIREMENTS, licences, refused


def about(**headers):
    message = Message()
    for name, values in headers.items():
        for value in values:
            message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        ({"License_Expression": ["MIT OR Apache-2.0"], "License": ["x"]}, {"MIT", "Apache-2.0"}),
        ({"License_Expression": ["GPL-3.0-only"]}, {"GPL-3.0-only"}),
        (
            {
                "Classifier": ["License :: OSI Approved :: MIT License", "Framework :: Django"],
                "License": ["see file"],
            },
            {"MIT License"},
        ),
        ({"License": [" BSD-3-Clause "]}, {"BSD-3-Clause"}),
        ({"Classifier": ["Framework :: Django"]}, set()),
    ],
)
def test_a_package_names_its_licence_in_one_of_three_places(headers, named):
    assert licences(about(**headers)) == named


def test_every_package_of_a_site_has_a_licence_of_the_list():
    assert list(refused(REQUIREMENTS.read_text())) == []


def test_a_package_with_another_licence_is_named(monkeypatch):
    requirements = "pillow==1 \\\n    --hash=sha256:0\ndjango[x]==5\nabsent-package==1\n"
    monkeypatch.setattr("tests.licences.ALLOWED", {"BSD-3-Clause"})

    assert list(refused(requirements)) == ["pillow: licence MIT-CMU"]
