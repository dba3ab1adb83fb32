"""Signs that other programs leave in texts: entities, tags, commands, marks of notes."""

from .entities import check_entities
from .invisible import check_invisible_characters
from .markdown import check_markdown
from .note_marks import check_note_marks
from .tags import check_tags
from .tex import check_tex
from .unreadable import check_unreadable_objects

__all__ = [
    "check_entities",
    "check_invisible_characters",
    "check_markdown",
    "check_note_marks",
    "check_tags",
    "check_tex",
    "check_unreadable_objects",
]
