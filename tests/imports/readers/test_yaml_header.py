"""The YAML header of a Pandoc manuscript becomes the lines of a printed one."""

import pytest

from articles.imports.manuscript import read_manuscript
from articles.imports.readers.yaml_header import header_lines

PANDOC = """title: |
  Shadows of invented wells
  and their depth
author:
- name: A.L. Testova
  affiliation: Invented University, Astana
  email: a.testova@example.org
  corresponding: true
- name: "B. Mockman"
  affiliation: [Second Institute]
keywords: [well, shadow]
"""
SCHOLARLY = """lang: ru
author:
  - Анна Тестова:
      institute: [uni, other]
institute:
  - uni: Пробный университет
  - other: Второй институт
abstract: >
  Описаны тени.
"""


def test_people_get_the_marks_of_their_organisations():
    assert list(header_lines(PANDOC)) == [
        "# Shadows of invented wells and their depth",
        r"A.L. Testova^1,\*^, B. Mockman^2^",
        "^1^Invented University, Astana",
        "^2^Second Institute",
        "E-mail: A.L. Testova: a.testova@example.org",
        "**Keywords:** well, shadow",
    ]


def test_short_names_of_organisations_are_looked_up_and_labels_are_in_the_language():
    assert list(header_lines(SCHOLARLY)) == [
        "Анна Тестова^1,2^",
        "^1^Пробный университет",
        "^2^Второй институт",
        "**Аннотация:** Описаны тени.",
    ]


@pytest.mark.parametrize(
    "yaml", ["", "a", "- a\n- b", "author: {x", "title:\n  - a", "{", "- - - -"]
)
def test_what_is_no_header_gives_no_title(yaml):
    assert not any(line.startswith("#") for line in header_lines(yaml))


def test_marks_of_pandoc_are_no_text():
    text = (
        "---\ntitle: Shadows of old wells\n---\n\n"
        "Shadows of old wells\n====================\n\nA.L. Testova\n\n"
        "> [**Keywords:** ]{.underline}well, depth\n\n"
        "## Introduction {#sec:first .unnumbered}\n\nWells are few and far between here. "
        "They were dug by hand, and their depth was measured in steps of a camel.\n"
    )

    found = read_manuscript(text.encode(), "wells.md").to_json()

    assert found["title"]["en"] == "Shadows of old wells"
    assert found["keywords"]["en"] == ["well", "depth"]
    assert [section["heading"] for section in found["sections"]] == ["Introduction"]
