# `disposisi check`: what is wrong with books and files, and what to do about it.
check-well = All is well: { $cases } cases, { $files } of { $files_there } stored files and { $letters } of { $letters_there } signed letters were looked at.
check-unwell = { $faults } faults were found. Looked at: { $cases } cases, { $files } of { $files_there } stored files, { $letters } of { $letters_there } signed letters.
check-more = … and { $count } more of the same.

check-books-damaged = The database is damaged: { $said }.
check-books-damaged-cure = Stop the bot, leave the files of the database as they are, and restore it from a backup (disposisi restore).
check-table-missing = The table { $table } is not in the database.
check-table-missing-cure = Restore the database from a backup (disposisi restore); nothing else can be checked.
check-index-missing = The index { $index } of the table { $table } is missing; the bot becomes slow.
check-index-missing-cure = Stop the bot, then run disposisi check --repair.
check-orphan = Row { $row } of the table { $table } names { $column } { $named }, which is not there.
check-orphan-cure = The row that it names was lost. Take it from the last good backup, or ask the makers before you delete anything.
check-sop-unreadable = The SOP { $sop }, version { $version }, cannot be read any more; cases that run on it wait.
check-sop-unreadable-cure = Restore the table procedures from a backup.
check-sop-changed = The text of the SOP { $sop }, version { $version }, was changed since it was kept: its digest is another one.
check-sop-changed-cure = A version that was kept may not change. Restore the table procedures from a backup.
check-sop-missing = The SOP { $sop }, version { $version }, is not in the books, though cases use it.
check-sop-missing-cure = Restore the table procedures from a backup.
check-row-unreadable = The record of case { $number } holds a value that is not known, and cannot be read.
check-row-unreadable-cure = That record was changed from outside. Take it from the last good backup.
check-no-main-task = Case { $number } is still running and lies on nobody's desk.
check-no-main-task-cure = Compare it with the last backup; its open step was lost. Tell the applicant that the case is held up.
check-two-main-tasks = Case { $number } is open at { $count } main steps at once; there should be one.
check-two-main-tasks-cure = Do not decide it for now. Compare its kartu kendali with the last backup.
check-task-after-end = Case { $number } has ended, and its task { $task } is still open.
check-task-after-end-cure = Compare it with the last backup: the case or the task was changed from outside.
check-end-undated = The day on which case { $number } ended does not go with its state: one that runs has none, one that ended has one.
check-end-undated-cure = Take the record of that case from the last good backup.
check-card-broken = The kartu kendali of case { $number } is broken: its steps do not follow from each other by the SOP.
check-card-broken-cure = A step was lost or changed from outside. Take the steps of that case from the last good backup.
check-stands-elsewhere = Case { $number } is recorded at step { $step } ({ $state ->
        [finished] finished
        [refused] refused
        [withdrawn] withdrawn
        [lapsed] lapsed
       *[open] running
    }), and by its kartu kendali it stands at step { $card_step } ({ $card_state ->
        [finished] finished
        [refused] refused
        [withdrawn] withdrawn
        [lapsed] lapsed
       *[open] running
    }).
check-stands-elsewhere-cure = Take the record of that case from the last good backup; the kartu kendali is right.
check-sum-wrong = The time on the kartu kendali of case { $number } adds up to { $counted }, and the case is { $life } old.
check-sum-wrong-cure = The time of a hand-over was changed from outside, or a step was lost. Compare it with the last backup.
check-time-backwards = At task { $task } of case { $number } time runs backwards: received or done before it was opened.
check-time-backwards-cure = Compare the moments of that task with the last backup.
check-time-torn = Task { $task } of case { $number } was not opened in the moment in which the one before it was done: time is lost, or counted twice.
check-time-torn-cure = The time of a hand-over was changed from outside, or a step was lost. Compare it with the last backup.
check-beside-astray = The side task { $task } of case { $number } stands under a step that is not of that case.
check-beside-astray-cure = Compare it with the last backup; that task was changed from outside.
check-pause-astray = A hold at task { $task } of case { $number } does not go with its task.
check-pause-astray-cure = Compare it with the last backup; the limit of that task may be counted wrongly.
check-mirror-wrong = Task { $task } of case { $number } does not lie on the right desk: its copy of the SOP or the applicant differs from the case.
check-mirror-wrong-cure = Stop the bot, then run disposisi check --repair.
check-number-missing = Numbers { $called } of { $year } that were given are not in the books any more: { $which }.
check-number-missing-cure = No number may be lost. Look for the case or letter in a backup; if it was deleted, write down why in the register.
check-number-of-before = Numbers { $called } of { $year } are not in the books: { $which }. This office was restored from a backup, and they were given after it.
check-number-of-before-cure = Nothing is to be mended. Write down in the register which letters bear these numbers.
check-counter-behind = The counter of { $called } of { $year } stands at { $counter }, though number { $given } was given: the same number would be given twice.
check-counter-behind-cure = Stop the bot now, then run disposisi check --repair.
check-file-missing = The stored file { $digest } is not there. It belongs to { $number ->
        [form] a form that is being filled in
        [nobody] nobody
       *[other] case { $number }
    }.
check-file-missing-cure = Put it back from your backup under the same name, into the folder vault.
check-file-misnamed = Case { $number } names a stored file in a way that cannot be.
check-file-misnamed-cure = That digest was changed from outside. Take the row of the attachment or letter from the last good backup.
check-file-damaged = The stored file { $digest } is damaged or was changed; it does not open. It belongs to { $number ->
        [form] a form that is being filled in
        [nobody] nobody
       *[other] case { $number }
    }.
check-file-damaged-cure = Put it back from your backup under the same name, into the folder vault. Where all are damaged, vault.key is not their key.
check-file-other-size = The stored file { $digest } has another size than is recorded for case { $number }.
check-file-other-size-cure = It was cut off or replaced. Put it back from your backup under the same name.
check-file-unreferred = The stored file { $digest } is used by no case, and was not deleted at night.
check-file-unreferred-cure = Run disposisi check --repair to delete it.
check-file-foreign = { $path } is no stored file of this bot.
check-file-foreign-cure = Move it out of the folder vault, if you have put it there.
check-signature-lacking = The letter { $paper } of { $number } is recorded as signed, and no signature is in it.
check-signature-lacking-cure = Take that letter from a backup; do not send the present one again.
check-signature-broken = The signature of the letter { $paper } of { $number } is not valid: it was changed after it was signed.
check-signature-broken-cure = Take that letter from a backup; do not send the present one again.
check-open-to-others = { $path } may be read by every user of this machine.
check-open-to-others-cure = Run disposisi check --repair, or chmod o-rwx on it.
check-post-lost = { $name } holds the jabatan { $jabatan }, which the office file does not have; no right comes of it.
check-post-lost-cure = Put that jabatan back into the office file, or end it with disposisi people end.

# `disposisi check --repair`: what it would do, before it does it.
check-repair-nothing = Nothing can be put right by itself.
check-repair-plan = What --repair will do (the bot must stand still):
check-repair-index-missing = make { $count } missing indexes anew
check-repair-mirror-wrong = bring { $count } tasks in line with their case, so that they lie on the right desk
check-repair-counter-behind = move { $count } counters on to the last number that was given
check-repair-file-unreferred = delete { $count } stored files that nobody uses
check-repair-open-to-others = close { $count } files or folders to other users of this machine
check-repair-copy = Before the books are changed, a copy of them is kept in the folder { $folder }.
check-repair-ask = Do it now?
check-repair-not-done = Nothing was changed yet. Add --yes to do it.
check-repair-done = Done. The check after the repair:
check-repair-kept = The books of before the repair: { $file }

# `disposisi upgrade --rehearse`: an upgrade on a copy of the books.
check-migration-failed = The books cannot be brought to the shape of this version: { $said }.
check-migration-failed-cure = Do not upgrade. Keep this message and tell the makers; the office goes on with the present version.
check-rows-gone = The table { $table } held { $before } rows before and { $after } after.
check-rows-gone-cure = See CHANGELOG: this version may keep them no longer.
check-message-unreadable = Message { $message } ({ $kind }), which waits to be sent, cannot be read by this version.
check-message-unreadable-cure = Wait until the present version has sent it, then rehearse again.
check-form-unreadable = Form { $form }, which is being filled in, cannot be read by this version.
check-form-unreadable-cure = Tell the makers before you upgrade; what is in it would be lost to the applicant.
check-card-undrawn = The kartu kendali of case { $number } cannot be drawn by this version ({ $said }).
check-card-undrawn-cure = Tell the makers before you upgrade.
rehearsal-migrated = A copy of the books ({ $megabytes } MB) went from { $before } to { $after } in { $seconds } seconds; the bot will stand still for so long.
rehearsal-read = Read by this version: { $sops } versions of SOPs, { $running } running cases replayed from their kartu kendali, { $messages } messages that wait, { $forms } forms being filled in.
rehearsal-well = The rehearsal went well: this version can be installed. The office's books were not changed.
rehearsal-unwell = The rehearsal found { $faults } faults. Do not install this version yet; run disposisi check on the present one to see which were there before. The office's books were not changed.
