"""The 14 roles of CRediT (ANSI/NISO Z39.104-2022), by the names of their addresses."""

CREDIT_ROLES = frozenset({
    "conceptualization", "data-curation", "formal-analysis", "funding-acquisition",
    "investigation", "methodology", "project-administration", "resources", "software",
    "supervision", "validation", "visualization", "writing-original-draft",
    "writing-review-editing",
})  # fmt: skip
