"""E-mails and ORCIDs of a manuscript, and whose they are."""

import pytest

from articles.imports.manuscript.authors.contact_details import KnownAuthor, contact_values
from articles.imports.manuscript.lines.paragraph import Paragraph


@pytest.mark.parametrize(
    ("lead", "paths"),
    [
        ("", ["authors.1.email"]),
        ("a" * 86 + " ", ["authors.1.email"]),  # the surname ends at character 90
        ("a" * 87 + " ", []),
        ("Mubasheva and ", []),  # two authors are named
        ("Professor – ", []),
    ],
)
def test_the_email_of_a_biography_is_of_the_author_named_at_its_beginning(lead, paths):
    people = [KnownAuthor(["mubaseva"], False, "", ""), KnownAuthor(["tan"], False, "", "")]
    bio = Paragraph(text=f"{lead}Tan – professor, A@example.org", lines=(4,))

    values = list(contact_values(people, [], [bio]))

    assert [value.path for value in values if value.path.endswith(".email")] == paths
    assert [value.value for value in values if value.path.endswith(".email")] == [
        "a@example.org" for _path in paths
    ]
