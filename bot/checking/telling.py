"""What a check has found, in sentences: each with what to do."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.checking.rehearsal import Rehearsed
from bot.checking.report import Report
from messages.localizer import Localizer
from workflow.flaws import Flaw, FlawKind

# The sentence of each kind, and what to do.
SENTENCES = {
    FlawKind.BOOKS_DAMAGED: ("check-books-damaged", "check-books-damaged-cure"),
    FlawKind.TABLE_MISSING: ("check-table-missing", "check-table-missing-cure"),
    FlawKind.INDEX_MISSING: ("check-index-missing", "check-index-missing-cure"),
    FlawKind.ORPHAN: ("check-orphan", "check-orphan-cure"),
    FlawKind.SOP_UNREADABLE: ("check-sop-unreadable", "check-sop-unreadable-cure"),
    FlawKind.SOP_CHANGED: ("check-sop-changed", "check-sop-changed-cure"),
    FlawKind.SOP_MISSING: ("check-sop-missing", "check-sop-missing-cure"),
    FlawKind.ROW_UNREADABLE: ("check-row-unreadable", "check-row-unreadable-cure"),
    FlawKind.NO_MAIN_TASK: ("check-no-main-task", "check-no-main-task-cure"),
    FlawKind.TWO_MAIN_TASKS: ("check-two-main-tasks", "check-two-main-tasks-cure"),
    FlawKind.TASK_AFTER_END: ("check-task-after-end", "check-task-after-end-cure"),
    FlawKind.END_UNDATED: ("check-end-undated", "check-end-undated-cure"),
    FlawKind.CARD_BROKEN: ("check-card-broken", "check-card-broken-cure"),
    FlawKind.STANDS_ELSEWHERE: ("check-stands-elsewhere", "check-stands-elsewhere-cure"),
    FlawKind.SUM_WRONG: ("check-sum-wrong", "check-sum-wrong-cure"),
    FlawKind.TIME_BACKWARDS: ("check-time-backwards", "check-time-backwards-cure"),
    FlawKind.TIME_TORN: ("check-time-torn", "check-time-torn-cure"),
    FlawKind.BESIDE_ASTRAY: ("check-beside-astray", "check-beside-astray-cure"),
    FlawKind.PAUSE_ASTRAY: ("check-pause-astray", "check-pause-astray-cure"),
    FlawKind.MIRROR_WRONG: ("check-mirror-wrong", "check-mirror-wrong-cure"),
    FlawKind.NUMBER_MISSING: ("check-number-missing", "check-number-missing-cure"),
    FlawKind.NUMBER_OF_BEFORE: ("check-number-of-before", "check-number-of-before-cure"),
    FlawKind.COUNTER_BEHIND: ("check-counter-behind", "check-counter-behind-cure"),
    FlawKind.FILE_MISSING: ("check-file-missing", "check-file-missing-cure"),
    FlawKind.FILE_MISNAMED: ("check-file-misnamed", "check-file-misnamed-cure"),
    FlawKind.FILE_DAMAGED: ("check-file-damaged", "check-file-damaged-cure"),
    FlawKind.FILE_OTHER_SIZE: ("check-file-other-size", "check-file-other-size-cure"),
    FlawKind.FILE_UNREFERRED: ("check-file-unreferred", "check-file-unreferred-cure"),
    FlawKind.FILE_FOREIGN: ("check-file-foreign", "check-file-foreign-cure"),
    FlawKind.SIGNATURE_LACKING: ("check-signature-lacking", "check-signature-lacking-cure"),
    FlawKind.SIGNATURE_BROKEN: ("check-signature-broken", "check-signature-broken-cure"),
    FlawKind.OPEN_TO_OTHERS: ("check-open-to-others", "check-open-to-others-cure"),
    FlawKind.POST_LOST: ("check-post-lost", "check-post-lost-cure"),
    FlawKind.MIGRATION_FAILED: ("check-migration-failed", "check-migration-failed-cure"),
    FlawKind.ROWS_GONE: ("check-rows-gone", "check-rows-gone-cure"),
    FlawKind.MESSAGE_UNREADABLE: ("check-message-unreadable", "check-message-unreadable-cure"),
    FlawKind.FORM_UNREADABLE: ("check-form-unreadable", "check-form-unreadable-cure"),
    FlawKind.CARD_UNDRAWN: ("check-card-undrawn", "check-card-undrawn-cure"),
}

# What a repair would do about a kind.
PLANS = {
    FlawKind.INDEX_MISSING: "check-repair-index-missing",
    FlawKind.MIRROR_WRONG: "check-repair-mirror-wrong",
    FlawKind.COUNTER_BEHIND: "check-repair-counter-behind",
    FlawKind.FILE_UNREFERRED: "check-repair-file-unreferred",
    FlawKind.OPEN_TO_OTHERS: "check-repair-open-to-others",
}


def sentence(flaw: Flaw, say: Localizer) -> str:
    return say(SENTENCES[flaw.kind][0], **flaw.facts)


def cure(kind: FlawKind, say: Localizer) -> str:
    return say(SENTENCES[kind][1])


def lines(report: Report, say: Localizer) -> Iterator[str]:
    """All that was found, kind by kind; and how much was looked at."""
    yield from found(report, say)
    yield closing(report, say)


def found(report: Report, say: Localizer) -> Iterator[str]:
    """Each kind with the first of its flaws, how many more there are, and what to do."""
    for kind in FlawKind:
        if not report.counts[kind]:
            continue
        named = report.named[kind]
        for flaw in named:
            yield f"{'    ' if kind.is_remark else 'BAD '} {sentence(flaw, say)}"
        more = report.counts[kind] - len(named)
        if more:
            yield f"     {say('check-more', count=more)}"
        yield f"     → {cure(kind, say)}"


def plan(report: Report, kinds: Sequence[FlawKind], say: Localizer, *, folder: Path | None) -> str:
    """What a repair would do, and where the books of before would lie."""
    told = [say("check-repair-plan")]
    told += [f"  - {say(PLANS[kind], count=report.counts[kind])}" for kind in kinds]
    if folder is not None:
        told.append(say("check-repair-copy", folder=str(folder)))
    return "\n".join(told)


def closing(report: Report, say: Localizer) -> str:
    looked = {
        "cases": report.looked["cases"],
        "files": report.looked["files"],
        "files_there": report.there.get("files", 0),
        "letters": report.looked["letters"],
        "letters_there": report.there.get("letters", 0),
    }
    if report.is_well:
        return say("check-well", **looked)
    return say("check-unwell", faults=report.faults, **looked)


def as_json(report: Report, say: Localizer) -> dict[str, object]:
    """The same for a machine."""
    return {
        "ok": report.is_well,
        "faults": report.faults,
        "looked_at": dict(report.looked),
        "there": report.there,
        "found": [_kind_as_json(kind, report, say) for kind in FlawKind if report.counts[kind]],
    }


def _kind_as_json(kind: FlawKind, report: Report, say: Localizer) -> dict[str, object]:
    return {
        "kind": kind.value,
        "remark": kind.is_remark,
        "count": report.counts[kind],
        "cure": cure(kind, say),
        "named": [{**flaw.facts, "said": sentence(flaw, say)} for flaw in report.named[kind]],
    }


def rehearsed(done: Rehearsed, say: Localizer) -> Iterator[str]:
    """What came of an upgrade on a copy of the books."""
    report, looked = done.report, done.report.looked
    if done.after:
        yield say(
            "rehearsal-migrated",
            before=done.before,
            after=done.after,
            seconds=f"{done.seconds:.1f}",
            megabytes=f"{done.megabytes:.1f}",
        )
        yield say(
            "rehearsal-read",
            sops=looked["sops"],
            running=looked["running"],
            messages=looked["messages"],
            forms=looked["forms"],
        )
    yield from found(report, say)
    if report.is_well:
        yield say("rehearsal-well")
    else:
        yield say("rehearsal-unwell", faults=report.faults)
