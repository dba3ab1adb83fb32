"""Validators of identifiers: the normal form passes, another spelling is corrected in the error."""

import pytest
from django.core.exceptions import ValidationError

from articles.models.fields import validate_doi, validate_issn, validate_orcid, validate_ror

CASES = [
    (validate_orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    (validate_ror, "https://ror.org/0ZZZZZZ02", "https://ror.org/0zzzzzz02"),
    (validate_issn, "0000 0000", "0000-0000"),
    (validate_doi, "https://doi.org/10.5555/steppe", "10.5555/steppe"),
]


def errors_of(validate, value):
    with pytest.raises(ValidationError) as refused:
        validate(value)
    return refused.value.messages


@pytest.mark.parametrize(("validate", "typed", "normal"), CASES)
def test_another_spelling_is_refused_with_the_normal_form(validate, typed, normal):
    assert errors_of(validate, typed) == [f"Write it as {normal}."]


@pytest.mark.parametrize(("validate", "normal"), [(case[0], case[2]) for case in CASES])
def test_the_normal_form_is_valid(validate, normal):
    assert validate(normal) is None


def test_an_invalid_identifier_is_refused_with_its_reason():
    assert errors_of(validate_orcid, "0000-0000-0000-0002") == [
        "ORCID 0000-0000-0000-0002: the check digit is wrong. Check for a typo."
    ]
