### The applicant's counter: where you are, and what is wanted now.

## First screen

# $office (String)
welcome-office = <b>{ $office }</b>
# $name (String)
welcome-name = Welcome, { $name }.
# $title (String): jabatan
welcome-jabatan = Your post: <b>{ $title }</b>
# $count (Number)
welcome-tasks = Tasks waiting: { $count ->
    [100] more than 99
   *[other] { $count }
}
# $title (String): name of the service
welcome-draft = Not handed in yet: <b>{ $title }</b>
# $title (String): name of the service; $number (String): number of the file
welcome-draft-of = Not saved yet, for <code>{ $number }</code>: <b>{ $title }</b>
welcome-offers = What you can ask for here:
# $title (String)
welcome-offer = • <b>{ $title }</b>
# $title, $intro (String)
welcome-offer-intro = • <b>{ $title }</b>: { $intro }
welcome-free = All services are free of charge.
welcome-how = Press a service to begin. Your answers are kept at every step, and you can go on at any time.
# $title (String)
welcome-begin = { $title }
# $count (Number)
welcome-queue = My tasks ({ $count })
welcome-overview = Overview
# $count (Number)
welcome-cases = My requests ({ $count })

## Protection of personal data

# $office (String)
privacy-title = <b>Protection of personal data</b>
    { $office }
# $text (String): a part of the notice
privacy-part = { $text }
# $version (String)
privacy-version = <i>Version { $version }</i>
# $day (String): a day
privacy-accepted = ✓ You agreed on { $day }.
privacy-accept = Agree and go on

## The form

# $procedure (String); $place, $places (Number)
form-place = { $procedure }
    <b>Question { $place } of { $places }</b>
# $titles (String): names of required files
form-needed = Have ready: { $titles }
# $titles (String): names of required files
form-needed-sometimes = Where it applies: { $titles }
# $day (String)
form-expected = Expected end if handed in now: { $day }
# No files are required for this service.
form-needed-nothing = Requirements: no files to prepare.
form-free = Cost: free of charge.
# $count (Number); $steps (String): one step a line
form-steps = The steps ({ $count }):
    <blockquote expandable>{ $steps }</blockquote>
# $number, $short, $lane (String): short name of the step, and who does it
form-step = { $number }. { $short } · { $lane }
# $procedure (String); $place, $places (Number)
form-repairing = To be mended: { $procedure }
    <b>Question { $place } of { $places }</b>
# $procedure (String)
form-changing = { $procedure }
    <b>Changing one answer</b>
# $number, $subject (String)
form-of-case = File <code>{ $number }</code> · { $subject }
form-received = ✓ File received and stored at the office; the copy in this chat is deleted.
# $title (String): the answer in doubt
form-doubt-province = ⚠ { $title }: its first two digits are not the code of a known province. Compare it once more; if that is how it is, just go on.
form-doubt-day = ⚠ { $title }: the day in it (digits 7 to 12) is unusual. Compare it once more; if that is how it is, just go on.
form-doubt-order = ⚠ { $title }: its last four digits are 0000. Compare it once more; if that is how it is, just go on.
# $reason (String)
form-why =
    ↩ Asked to be mended:
    <blockquote>{ $reason }</blockquote>
# $title (String)
form-title = <b>{ $title }</b>
# $ask (String): the question
form-ask = { $ask }
# $example (String)
form-example = <i>Example: { $example }</i>
# $answer (String)
form-answer = Your answer now: <b>{ $answer }</b>
form-number-removed = Your message is deleted from this chat once the number is stored at the office.
form-how-write = Write your answer as a message.
form-how-choose = Choose one.
# $number (String)
form-known = The office already has, from your request <code>{ $number }</code>:
# $title, $value (String)
form-known-line = • <i>{ $title }:</i> { $value }
# $label (String)
form-how-known = Press <b>{ $label }</b> to fill in all of it at once; each answer can still be changed.
form-recall = Use these details
# $accepted (String): kinds of file
form-accepted = Accepted: { $accepted }, at most 20 MB each.
# $most (Number)
form-how-file = { $most ->
    [1] Send one file.
   *[other] Several files may be sent, one by one or as an album, at most { $most }.
}
form-how-next = When all is there, press <b>Next</b>.
# $count (Number)
form-files = <b>Files received ({ $count })</b>
form-next = Next
form-skip = Skip
# $count (Number)
form-take-out = { $count ->
    [1] Remove the file
   *[other] Remove the last file
}
form-back = ← Back
form-to-review = ← To the summary
form-changed = Done, to the summary
form-cancel = Cancel
# $procedure (String)
form-review = { $procedure }
    <b>Check your answers</b>
# $titles (String): questions, with semicolons; $stands (String)
form-not-printed = On paper, letters that the typeface lacks (emoji, other scripts) are printed as “{ $stands }”: { $titles }. Change the answer if that matters.
# $number (Number); $title, $value (String)
form-line = { $number }. <i>{ $title }:</i> { $value }
form-line-empty = (empty)
# $number, $day (String)
form-twice-open = ⚠ You handed in a request for this service in the same name on { $day }, and it is not finished yet: <code>{ $number }</code>. If this is the same request, it need not be handed in again; cancel this form.
# $number, $day (String)
form-twice-answered = ⚠ You handed in a request for this service in the same name on { $day }, and it is finished: <code>{ $number }</code>. Hand in another only if you need something else.
# $number (String)
form-see-before = See { $number }
form-missing = <b>Still missing:</b>
form-how-change = Press a number to change its answer.
# $label (String): words of the button
form-how-submit = If all is right, press <b>{ $label }</b>.
contact-offer = Or press the button below the message box to share your telephone number.
contact-share = Share my telephone number
# $number (Number)
form-change = { $number }
form-save = Save
# $procedure (String)
form-cancelling = { $procedure }
    <b>Cancel this form?</b>

    All answers and files in this form will be deleted.
# $procedure, $number (String)
form-cancelling-repair = Repair: { $procedure }
    <b>Cancel this repair?</b>

    What you filled in for it is deleted. The request <code>{ $number }</code> itself stays and still waits for you.
# $procedure, $number (String)
form-cancelling-work = { $procedure }
    <b>Cancel this form?</b>

    What is not saved in it is deleted. What was saved before for file <code>{ $number }</code> stays.
form-drop = Yes, delete it
form-keep = Go on filling in
# $procedure, $number (String): registration number
form-ended = ✓ { $procedure }
    This form was handed in, number <code>{ $number }</code>.
# $procedure, $number (String)
form-saved = ✓ { $procedure } · <code>{ $number }</code>
    Your answers are saved, but the file is still on your desk. Hand it on from its card, or from /tugas.
# $procedure, $number, $lane (String): who decides
form-saved-for-another = ✓ { $procedure } · <code>{ $number }</code>
    Your answers are saved. { $lane } hands the file on.
# $procedure, $number (String)
form-saved-before = ✓ { $procedure } · <code>{ $number }</code>
    Your answers are saved, and this step is done.
# $procedure (String)
form-cancelled = { $procedure }
    This form was cancelled. Nothing was handed in.
# $procedure (String)
form-lapsed = { $procedure }
    Nobody went on with this form for 30 days, so it was closed and what it held is deleted. You can begin again from /start.
# $procedure (String)
form-closed = { $procedure }
    This form is closed.

## Where a request stands

# $title, $number (String)
case-title = <b>{ $title }</b> · <code>{ $number }</code>
# $subject (String)
case-subject = { $subject }
# $position, $lane (String): a position, not a person's name
case-position = { $position } · on the desk of { $lane }
# $position, $lane, $day (String)
case-position-due = { $position } · on the desk of { $lane } · limit of this step: { $day }
# $position, $lane, $day (String)
case-position-late = { $position } · on the desk of { $lane } · <b>past the limit of this step: { $day }</b>
# $short (String): short name of the step
case-what = Now: { $short }
# $day (String): if every limit that remains is kept
case-expected = Expected to be done: { $day }
case-not-expected = Expected to be done: cannot be foreseen yet
# $position, $short (String): short name of the step
case-with-you = { $position } · <b>waiting for you</b>: { $short }
case-wait = There is nothing you need to do. This message changes by itself when the file moves on.
case-collect = Your document is ready. Collect it at the office; what to bring, where and when is behind the button How to collect it.
# $reason (String)
case-returned =
    ↩ Sent back to be mended:
    <blockquote>{ $reason }</blockquote>
case-marks = What has to be mended:
# $since (String): since when
case-still-waits = <b>This request still waits for you</b>, since { $since }.
case-repair-how = Only this is asked again; the rest has been accepted.
case-acknowledge-how = The answer has been sent to this chat. Check it, then press the button below to confirm that you have it.
case-acknowledge-collected = Once you have collected the document at the office, press the button below to confirm that you have it.
case-acknowledge-given = Once you have it, press the button below to confirm that.
# $at (String)
case-finished = ✓ <b>Finished</b> { $at }.
# $at (String)
case-refused = ✗ <b>Refused</b> { $at }.
# $reason (String)
case-reason =
    Reason:
    <blockquote>{ $reason }</blockquote>
# $code (String)
case-code = Verification code: <code>{ $code }</code>
case-repair = Mend it now
case-resi = Send the resi again
case-answer = Send the answer again
case-pickup = How to collect it
case-told = Send the answers given
case-files = Send the files handed in
case-given = Send the tanda terima again

## List of requests

cases-title = <b>Your requests</b>
cases-none = No request yet.
# $number (Number); $case, $title (String)
cases-line = { $number }. <b>{ $case }</b> · { $title }
cases-finished = ✓ Finished
cases-refused = ✗ Refused
# $position (String)
cases-with-you = { $position } · <b>waiting for you</b>

## Collecting at the office

# $title, $number, $bring, $where, $when (String)
pickup-notice =
    <b>{ $title }</b> for request <code>{ $number }</code> is ready. Please collect it at the office.
    Bring: { $bring }
    Where: { $where }
    When: { $when }
    This service is free.
