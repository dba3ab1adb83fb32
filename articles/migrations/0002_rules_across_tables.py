"""Rules that Django's constraints cannot say: two keys together, and rows that never change or go."""

from django.db import migrations

SAME_JOURNAL = """
ALTER TABLE articles_issue ADD CONSTRAINT issue_and_journal UNIQUE (id, journal_id);
ALTER TABLE articles_section ADD CONSTRAINT section_and_journal UNIQUE (id, journal_id);
ALTER TABLE articles_article
    ADD CONSTRAINT article_issue_of_its_journal
        FOREIGN KEY (issue_id, journal_id) REFERENCES articles_issue (id, journal_id)
        DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT article_section_of_its_journal
        FOREIGN KEY (section_id, journal_id) REFERENCES articles_section (id, journal_id)
        DEFERRABLE INITIALLY DEFERRED;
"""
SAME_JOURNAL_UNDONE = """
ALTER TABLE articles_article
    DROP CONSTRAINT article_issue_of_its_journal,
    DROP CONSTRAINT article_section_of_its_journal;
ALTER TABLE articles_issue DROP CONSTRAINT issue_and_journal;
ALTER TABLE articles_section DROP CONSTRAINT section_and_journal;
"""

# A revision's editor may be forgotten (SET NULL); what it says may not change.
REVISIONS_STAND = """
CREATE FUNCTION articles_revision_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A revision is never edited.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articles_revision_stands BEFORE UPDATE ON articles_revision FOR EACH ROW
    WHEN ((OLD.article_id, OLD.version, OLD.at, OLD.reason, OLD.stored)
        IS DISTINCT FROM (NEW.article_id, NEW.version, NEW.at, NEW.reason, NEW.stored))
    EXECUTE FUNCTION articles_revision_stands();
"""
REVISIONS_STAND_UNDONE = """
DROP TRIGGER articles_revision_stands ON articles_revision;
DROP FUNCTION articles_revision_stands();
"""

PUBLIC_STAYS = """
CREATE FUNCTION articles_public_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was public is never deleted: withdraw it.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articles_public_stays BEFORE DELETE ON articles_article FOR EACH ROW
    WHEN (OLD.status IN ('published', 'retracted', 'withdrawn'))
    EXECUTE FUNCTION articles_public_stays();
"""
PUBLIC_STAYS_UNDONE = """
DROP TRIGGER articles_public_stays ON articles_article;
DROP FUNCTION articles_public_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunSQL(SAME_JOURNAL, SAME_JOURNAL_UNDONE),
        migrations.RunSQL(REVISIONS_STAND, REVISIONS_STAND_UNDONE),
        migrations.RunSQL(PUBLIC_STAYS, PUBLIC_STAYS_UNDONE),
    ]
