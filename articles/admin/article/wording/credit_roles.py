"""The fourteen contributor roles of CRediT (ANSI/NISO Z39.104), with their labels."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

CREDIT_CHOICES = [
    ("conceptualization", _("Conceptualization")),
    ("data-curation", _("Data curation")),
    ("formal-analysis", _("Formal analysis")),
    ("funding-acquisition", _("Funding acquisition")),
    ("investigation", _("Investigation")),
    ("methodology", _("Methodology")),
    ("project-administration", _("Project administration")),
    ("resources", _("Resources")),
    ("software", _("Software")),
    ("supervision", _("Supervision")),
    ("validation", _("Validation")),
    ("visualization", _("Visualization")),
    ("writing-original-draft", _("Writing: original draft")),
    ("writing-review-editing", _("Writing: review and editing")),
]
