"""Crossref's answer, read without trust."""

import pytest

from articles.dois.diagnostics import Diagnostic, UnreadableDiagnostic, Verdict, read_diagnostic


def diagnostic(records="", status="completed"):
    return f'<doi_batch_diagnostic status="{status}">{records}</doi_batch_diagnostic>'.encode()


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("unknown_submission", "unknown"),
        ("queued", "waiting"),
        ("in_process", "waiting"),
        ("completed", "completed"),
    ],
)
def test_each_status_is_one_of_three(word, status):
    assert read_diagnostic(diagnostic(status=word)) == Diagnostic(status)


@pytest.mark.parametrize("status", ["Success", "Warning", "Failure"])
def test_a_verdict_has_its_doi_and_message_without_space_around(status):
    parts = "<doi> 10.5555/a </doi><msg> Said </msg>"
    record = f'<record_diagnostic status="{status}">{parts}</record_diagnostic>'

    assert read_diagnostic(diagnostic(record)).verdicts == (Verdict("10.5555/a", status, "Said"),)


def test_what_a_verdict_lacks_is_empty():
    record = '<record_diagnostic status="Failure"/>'

    assert read_diagnostic(diagnostic(record)).verdicts == (Verdict("", "Failure", ""),)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<html status='completed'/>", "<html status='completed'>"),
        (diagnostic(status="odd"), "<doi_batch_diagnostic status='odd'>"),
        (b"<doi_batch_diagnostic/>", "<doi_batch_diagnostic status=None>"),
        (diagnostic('<record_diagnostic status="Odd"/>'), "record_diagnostic status='Odd'"),
        (diagnostic("<record_diagnostic/>"), "record_diagnostic status=''"),
    ],
)
def test_another_document_is_refused_with_what_it_is(body, message):
    with pytest.raises(UnreadableDiagnostic) as refused:
        read_diagnostic(body)

    assert str(refused.value) == message


@pytest.mark.parametrize("body", [b"", b"not XML", b"<doi_batch_diagnostic"])
def test_what_is_not_xml_is_refused(body):
    with pytest.raises(UnreadableDiagnostic):
        read_diagnostic(body)


def test_entities_are_not_resolved():
    body = b'<!DOCTYPE a [<!ENTITY e "Success">]>' + diagnostic(
        '<record_diagnostic status="Success"><msg>&e;</msg></record_diagnostic>'
    )

    assert read_diagnostic(body).verdicts == (Verdict("", "Success", ""),)
