"""The list of an article's files, in the order in which readers want them."""

from articles.records.record import ExternalFile
from articles.views.article.files import files
from tests.factories import a_public_record


def test_a_file_on_another_site_is_a_link_that_names_the_site():
    external = ExternalFile(language="ru", label="PDF", url="https://elib.example.org/1.pdf")
    record = a_public_record(external_files=(external,))

    (file,) = files(record, "en")

    assert (file.url, file.label, file.download_label) == (external.url, "PDF", "PDF")
    assert file.details == "Russian, elib.example.org"
