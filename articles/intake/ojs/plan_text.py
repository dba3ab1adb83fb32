"""A plan as lines of text: issue by issue, then what was found, group by group."""

from __future__ import annotations

from collections.abc import Iterator

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .contents import KINDS
from .decisions import Decisions
from .groups import CHOICES, GROUPS, PlanFinding
from .places import place_words
from .planned import Plan, PlannedIssue

# Why an article stays behind.
REASONS: dict[str, str | Promise] = {
    "in_work": gettext_lazy("in work"),
    "declined": gettext_lazy("declined"),
    "scheduled": gettext_lazy("scheduled"),
    "issue_not_published": gettext_lazy("its issue is not published"),
}
TEXT_MOST = 160  # characters of a value in a line


def plan_lines(plan: Plan, decisions: Decisions) -> Iterator[str]:
    for issue in plan.issues:
        yield issue_line(issue)
    for section in plan.sections:
        title = " / ".join(section.title.values())
        yield _("Section %(id)s: %(title)s") % {"id": section.id, "title": title}
    for group in GROUPS:
        yield from group_lines(plan, group, decisions)
    for refusal in plan.refusals:
        yield f"{refusal.source}: {refusal.message}"
    if plan.contents:
        yield ", ".join(f"{KINDS[kind]}: {count}" for kind, count in plan.contents.items())
    if plan.user_groups:
        groups = ", ".join(f"{group}: {count}" for group, count in plan.user_groups.items())
        yield _("User groups in the bylines: %(groups)s") % {"groups": groups}
    coming = [issue for issue in plan.issues if issue.coming]
    yield _("Will come: issues: %(issues)d, articles: %(articles)d. Nothing was saved.") % {
        "issues": len(coming),
        "articles": sum(len(issue.coming) for issue in coming),
    }


def issue_line(issue: PlannedIssue) -> str:
    parts = [
        f"{issue.label or '–'} ({issue.source})",
        _("articles: %(count)d") % {"count": len(issue.coming)},
        _("files: %(count)d, %(size)s")
        % {"count": issue.file_count, "size": filesizeformat(issue.byte_count)},
    ]
    if issue.behind_count:
        parts.append(_("stay behind: %(count)d") % {"count": issue.behind_count})
    if issue.is_refused:
        parts.append(_("rejected"))
    elif not issue.is_published:
        parts.append(_("not published"))
    return " · ".join(parts)


def group_lines(plan: Plan, key: str, decisions: Decisions) -> Iterator[str]:
    """The title of a group with its choice and the others, then its places."""
    count = plan.counts[key]
    if not count:
        return
    group, choice = GROUPS[key], decisions.choice(key)
    yield f"\n{group.title} · {count}"
    if choice:
        others = ", ".join(f"{each} ({CHOICES[each]})" for each in group.choices if each != choice)
        yield _("  %(group)s: %(choice)s (%(meaning)s); or %(others)s") % {
            "group": key,
            "choice": choice,
            "meaning": CHOICES[choice],
            "others": others or "–",
        }
    for issue, finding in plan.findings:
        if finding.group == key:
            yield f"  {issue.label or '–'} · {finding_line(finding)}"


def finding_line(finding: PlanFinding) -> str:
    """`1210 “Title” · Disciplines (Russian) · МРНТИ 06.71.57 → IRSTI 06.71.57`."""
    article = " ".join(
        filter(None, (finding.article, f"“{finding.title}”" if finding.title else ""))
    )
    place = place_words(finding)
    text = str(REASONS.get(finding.text, finding.text)).replace("\n", " ")
    if len(text) > TEXT_MOST:
        text = f"{text[:TEXT_MOST]}…"
    value = f"{text} → {finding.proposal}" if finding.proposal else text
    line = _("line %(line)d") % {"line": finding.line} if finding.line else ""
    group = str(GROUPS[finding.group].title)
    shown = " · ".join(filter(None, (article, place, value, line)))
    return f"{group}: {shown}" if GROUPS[finding.group].choices[:1] == ("refuse",) else shown
