### Correction: a delivered answer is put right by a file of its own.

correction-begin = Ask for a correction
correction-begin-for = Ask for a correction for the applicant
# $number (String)
correction-ask = Write as a message what is wrong with the answer to file <code>{ $number }</code>, and how it should be. Your answers and files are used again; nothing has to be sent twice. /batal if not.
# $number, $old (String): number of the correcting file; of the one it corrects
correction-begun = The correction of file <code>{ $old }</code> is on record under number <code>{ $number }</code>.
# $number (String)
case-corrects = ✏️ Correction of the answer to file <code>{ $number }</code>.
# $number (String)
case-corrected-by = ✏️ This answer is corrected by file <code>{ $number }</code>.
# $title, $to, $at (String): jabatan of the counter, or none; number of the file; moment
kartu-note-corrects = { $title ->
    [none] Correction of file { $to } asked for by the applicant, { $at }
   *[other] Correction of file { $to } asked for by the applicant through { $title }, { $at }
}
# $title, $to, $at (String): jabatan of the counter, or none; number of the file; moment
kartu-note-corrected = { $title ->
    [none] The applicant asked for a correction: file { $to }, { $at }
   *[other] The applicant asked for a correction through { $title }: file { $to }, { $at }
}
# $kind, $number, $day, $office, $other, $since (String): kind of letter, its number and day, the office, number and day of its replacement
genuine-corrected = ✗ This letter is on record at { $office }, but it is no longer in force: it was corrected and replaced.
    { $kind }
    Number <code>{ $number }</code>
    Date { $day }
    Replaced by letter number <code>{ $other }</code> of { $since }
# $number, $reason (String)
task-corrects =
    ✏️ <b>Correction of file <code>{ $number }</code></b>, asked for by the applicant:
    <blockquote>{ $reason }</blockquote>
