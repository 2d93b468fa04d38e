### The officer's desk: all that is needed to decide, in one message.

## A task's card

# $procedure (String): title of the SOP; $number (String): number of the file as on the resi
task-title = <b>{ $procedure }</b> · <code>{ $number }</code>
# $position, $short (String): short name of the step
task-step = { $position }: <b>{ $short }</b>
# $subject (String): whom or what this file is about
task-subject = { $subject }
# $reason (String)
task-returned =
    ↩ Sent back:
    <blockquote>{ $reason }</blockquote>
# $titles (String): what was mended, with semicolons
task-repaired = ✓ Just mended by the applicant: { $titles }
# $title, $value (String): one answer of the request
task-fact = <i>{ $title }:</i> { $value }
# $title, $value (String): a day that must not be past, and is not
task-fact-valid = <i>{ $title }:</i> { $value } ✓ not past
# $title, $value (String): a day that must not be past, but now is
task-fact-lapsed = <i>{ $title }:</i> { $value } ⚠️ <b>is past</b>
task-facts-cut = <i>Long answers are cut. All of them: the button See all answers.</i>
# $title (String): jabatan; $at (String); $note (String): instruction or reason
task-trail = <i>{ $title }, { $at }:</i> { $note }
# $count (Number)
task-files = <b>Files ({ $count })</b>
# $title (String): requirement; $name (String): name of the file
task-file = • { $title }: { $name }
# $title (String): name of the letter
task-letter = Letter: { $title }, draft
# $title (String): name of the letter
task-letter-signed = Letter: { $title }, signed
# $at (String)
task-received = You received it { $at }.
task-not-received = Not received yet. Pressing any button means that you receive this file.
task-told = { $names } were told of it; the others find it in /tugas.
task-own-request-barred = 🚫 You asked for this yourself; another officer decides it.
task-own-paraf-barred = 🚫 You have initialled this letter; another officer signs it.
task-own-request-waived = ⚠️ Whoever asked for this also checks it; the office waives the separation of duties.
task-own-paraf-waived = ⚠️ Paraf and signature are by one person; the office waives the separation of duties.
# $lane (String)
task-helping = The decision waits on the desk of { $lane }. You help to complete what it asks for.
# $holder (String): name of the colleague; $at (String)
task-held = Held by <b>{ $holder }</b> since { $at }.
task-signing = Being signed. This card changes by itself when it is done.
task-sealing = Being numbered and sealed. This card changes by itself when it is done.
# $text (String): the usual instruction
task-instruction =
    Instruction:
    <blockquote>{ $text }</blockquote>
# $text (String): the usual note
task-usual-note =
    Note:
    <blockquote>{ $text }</blockquote>
task-work-first = Fill in and attach first; then the file can be passed on.
task-work-first-words = Fill in first; then the file can be passed on.
task-work-first-files = Attach what is asked first; then the file can be passed on.
# $label, $title, $name, $at (String): decision, jabatan, name, time
task-done = ✓ <b>{ $label }</b> · { $title } ({ $name }) · { $at }
# As task-done, struck
task-done-struck = <s>✓ { $label } · { $title } ({ $name }) · { $at }</s>
# $at (String): time
task-undone = ↩️ Taken back { $at }
# $title, $at (String): jabatan, time
task-recalled = ↩️ Taken back by { $title }, { $at }, before it was received.
# $note (String)
task-note =
    Note:
    <blockquote>{ $note }</blockquote>
# $number (String)
task-away = File <code>{ $number }</code> is no longer on your desk.
task-nothing-else = Nothing else is waiting.

## Other faces of a task's card

task-ask-marks = Mark what has to be mended. Each press changes the mark: <b>unclear</b> (files only), <b>wrong</b>, <b>missing</b>, then good again.
# $label (String): words of the decision's button
task-ask-reason = <b>{ $label }</b>: choose the reason, or write your own as a message.
# $label (String): words of the decision's button
task-ask-instruction = <b>{ $label }</b>: choose the instruction, or write your own as a message.
# $label (String): words of the decision's button
task-ask-note = <b>{ $label }</b>: choose the note, or write your own as a message.
# $words (String): what has to be said, in the SOP's own words
task-words-wanted = <i>{ $words }</i>
task-words-decide = Choosing or sending it decides.
task-words-ask-again = You are asked once more after that.
# $label (String): words of the decision's button
task-write-reason = Write the reason as an ordinary message below. Sending it decides: <b>{ $label }</b>.
# $label (String): words of the decision's button
task-write-instruction = Write the instruction as an ordinary message below. Sending it decides: <b>{ $label }</b>.
# $label (String): words of the decision's button
task-write-note = Write the note as a plain message below. Once it is sent the decision holds: <b>{ $label }</b>.
task-write-instruction-first = Write the instruction as a plain message below. You are asked once more after that.
task-write-note-first = Write the note as a plain message below. You are asked once more after that.
task-write-refusal = Write the reason as an ordinary message below. You are asked once more after that.
# $label (String): words of the decision's button
task-ask-sure = Your decision: <b>{ $label }</b>. It cannot be taken back. Are you sure?
# $title (String): name of the paper
task-ask-sign = You are about to sign <b>{ $title }</b> electronically. It cannot be taken back. Are you sure?
# $label (String): words of the decision's button
task-ask-sign-nothing = Your decision: <b>{ $label }</b>. At this step the bot sets no signature; only your decision is recorded. It cannot be taken back. Are you sure?

## Buttons of a task's card

task-work = Fill in and attach
task-work-words = Fill in
task-work-files = Attach
task-work-again = Change the answers
task-instruct = Other instruction
task-other-note = Other note
# $count (Number)
task-open-files = { $count ->
    [one] Open { $count } file
   *[other] Open { $count } files
}
task-open-answers = See all answers
task-open-letter = See the letter
task-open-sheet = Lembar disposisi
task-open-numbers = See whole numbers
task-kartu = Kartu kendali
task-take = Take over
task-take-back = ↩️ Take back
task-plain = Cancel
task-choose-reason = Next: the reason
task-write = Write my own
# $label (String): words of the decision's button
task-sure = Yes, { $label }
# $waiting (Number)
task-next = { $waiting ->
    [100] Next (more than 99 waiting)
   *[other] Next ({ $waiting } waiting)
}

## Marks on answers and requirements

# $title (String)
mark-good = ✓ { $title }
# $title (String)
mark-missing = ✗ { $title }: <b>missing</b>
# $title (String)
mark-unclear = ✗ { $title }: <b>unclear</b>
# $title (String)
mark-wrong = ✗ { $title }: <b>wrong</b>
# $title (String)
mark-button-good = ✓ { $title }
# $title (String)
mark-button-missing = ✗ missing · { $title }
# $title (String)
mark-button-unclear = ✗ unclear · { $title }
# $title (String)
mark-button-wrong = ✗ wrong · { $title }

## List of tasks

# $total (Number)
queue-title = <b>Your tasks: { $total ->
    [100] more than 99 files
    [one] { $total } file
   *[other] { $total } files
}</b>
# $late (Number)
queue-late = { $late ->
    [100] More than 99
   *[other] { $late }
} late
# $page, $pages (Number)
queue-page = { $pages ->
    [0] Page { $page }
   *[other] Page { $page } of { $pages }
}
queue-empty = No task is waiting. New tasks come to this chat by themselves.
# $number (Number); $case, $short, $subject (String)
queue-line = { $number }. <b>{ $short }</b> · { $case }
    { $subject }
# $number (Number); $case, $short, $subject (String)
queue-line-returned = { $number }. ↩ <b>{ $short }</b> · { $case }
    { $subject }
# $number (Number); $case, $short (String)
queue-open = { $number } · { $case } · { $short }

## Reminders

# $count (Number)
alarms-due = <b>Reminder: { $count ->
    [one] { $count } file waits for you
   *[other] { $count } files wait for you
}</b>
# $late, $count (Number)
alarms-due-late = <b>Past the limit: { $late } of { $count ->
    [one] { $count } file that waits for you
   *[other] { $count } files that wait for you
}</b>
# $count (Number)
alarms-watched = <b>Needs attention on desks you watch: { $count ->
    [one] { $count } file
   *[other] { $count } files
}</b>
# $count (Number)
alarms-unheard =
    <b>No superior can be told of { $count ->
    [one] { $count } file
   *[other] { $count } files
}</b>
    The posts above are empty, out of reach, or not there; an administrator sees to it with /kantor.
# $count (Number)
alarms-overdue = <b>Past the limit on desks you watch: { $count ->
    [one] { $count } file
   *[other] { $count } files
}</b>

## Kartu kendali

# $number (String)
kartu-title = <b>Kartu kendali</b> · <code>{ $number }</code>
# $title, $subject (String)
kartu-of = { $title } · { $subject }
# $count (Number)
kartu-older = <i>{ $count ->
    [one] { $count } older row is in the PDF.
   *[other] { $count } older rows are in the PDF.
}</i>
# $step, $lane (String)
kartu-row = <b>{ $step } · { $lane }</b>
# $giver, $at (String)
kartu-given = Handed over by { $giver }, { $at }
# $at (String)
kartu-begun = Begun { $at }
# $taker, $at (String)
kartu-received = Received by { $taker }, { $at }
kartu-not-received = Not received yet
# $outcome, $at (String)
kartu-done = Outcome: { $outcome }, { $at }
# $outcome, $at (String)
kartu-done-struck = <s>Outcome: { $outcome }, { $at }</s>
# $at (String)
kartu-undone = ↩️ Taken back, { $at }
# $at (String)
kartu-recalled = ↩️ Taken back before it was received, { $at }
# $waiting, $working (String): spans of time
kartu-times = Waited { $waiting }, worked on { $working }
# $waiting (String)
kartu-waited = Waited { $waiting }
# $span, $limit (String)
kartu-over = <b>{ $span } past the limit of { $limit }</b>
# $limit (String)
kartu-kept = Within the limit of { $limit }
# $limit (String)
kartu-running = Still within the limit of { $limit }
# $limit (String): the SOP's own words where they cannot be counted
kartu-limit = Limit: { $limit }
kartu-no-limit = No limit
# $note (String)
kartu-note = Note: { $note }
# $at (String): moment
kartu-linked = 🔗 Linked to the applicant's Telegram, { $at }
# $at (String): moment; $name (String): officer at the counter
kartu-unlinked = ✂️ Link undone by { $name }, { $at }
# $at (String): moment
kartu-link-wrong = ⚠️ A wrong answer for linking the resi, { $at }
kartu-unlink = Undo the applicant's link
kartu-unlink-sure = Yes, undo it and print a new resi
kartu-move = Move it to the applicant’s new phone
kartu-move-sure = Yes, undo the old phone and print a new resi
kartu-unlink-ask = ⚠️ Check the applicant’s identity card first. The phone of before sees the request no more; the applicant scans the new resi with theirs and answers one question.
kartu-paper = Download the PDF

## Access, team, archive

task-ask-grant = Choose the officer to whom the data of this file is opened. The right ends by itself when they report.
task-ask-team = Choose the members of the team for this file; whoever is chosen first leads it. Only they can do the next step.
task-ask-keypad = Type the archive's passphrase, at least 6 digits, then press the green button. It is typed twice and kept nowhere: without it the archive cannot be opened again.
task-ask-keypad-again = Type the same passphrase once more, then press the green button.
task-keypad-typed =
    { $count ->
        [0] No digit typed yet.
        [one] Typed: { $dots } ({ $count } digit)
       *[other] Typed: { $dots } ({ $count } digits)
    }
# $name, $jabatan (String)
task-grant-to = { $name } · { $jabatan }
# $name, $jabatan (String)
task-member-in = ✓ { $name } · { $jabatan }
# $name, $jabatan (String)
task-member-leads = ✓ Leads: { $name } · { $jabatan }
# $name, $jabatan (String)
task-member-out = { $name } · { $jabatan }
task-keypad-clear = Clear
task-keypad-next = Next: type it again
keypad-typed =
    { $count ->
        [one] { $dots } ({ $count } digit)
       *[other] { $dots } ({ $count } digits)
    }
keypad-again = Now type the same passphrase once more.
keypad-cleared = The passphrase is cleared. Type it from the start.
# $worth (String): what the signature is worth; $name (String): who signed
task-file-signature = { $worth ->
    [trusted] ✓ Signed by { $name }: intact, issuer trusted
    [unjudged] ⚠ Signed by { $name }: cannot be judged because of how the file is built (hybrid references); ask for a new original PDF
    [extended] ⚠ Something was added after the last signature
   *[unknown] ⚠ Signed by { $name }: intact, but this office does not know the certificate's issuer
}
# $number (String): the case's
numbers-title = <b>{ $number }</b>
# $title (String): the item's; $number (String): the number
numbers-line = { $title }: <code>{ $number }</code>
numbers-gone = This message goes by itself in two minutes. That you opened it was written down.

## Files that were left behind

# $count (Number); $jabatan (String)
files-given-back = { $count ->
    [one] { $count } file that a colleague held as { $jabatan } is back on the desk of that post. It is in the list of tasks.
   *[other] { $count } files that a colleague held as { $jabatan } are back on the desk of that post. They are all in the list of tasks.
}

## More

task-more = More
verb-more-ask = What is to be done with this file?
verb-give = Give to a colleague
verb-give-ask = To which colleague is this file to go?
# $title (String): name; $count (Number): files on their desk
verb-give-to = { $title } · { $count } files
# $title (String): name
verb-give-words = Write a short message for <b>{ $title }</b>, and the file moves to their desk. Without a message, press the button below.
# $title (String): name
verb-give-do = Give to { $title }
# $title, $name (String): jabatan and name; $at (String): time
task-given = Given to you by { $title } ({ $name }), { $at }
# The same, with $words (String): the message
task-given-words = Given to you by { $title } ({ $name }), { $at }: <i>{ $words }</i>
# $title, $to, $at (String): jabatan of the giver, name of the receiver, time
kartu-note-given = Given by { $title } to { $to }, { $at }
# $words (String)
kartu-note-words = «{ $words }»

# /hariini

today-nothing = You have decided nothing today.
# $total (Number): how many, up to 100
today-title = <b>Decided by you today: { $total ->
    [100] more than 99 files
    [one] { $total } file
   *[other] { $total } files
}</b>
# $number (Number): its place; $at (String): time of day; $case (String): number of the request; $label (String): decision; $short (String): step; $subject (String): subject
today-line = <b>{ $number }.</b> { $at } · { $label } · <code>{ $case }</code>
    { $short } · { $subject }
# $number (Number): its place; $case (String): number of the request
today-take-back = { $number } · Take back { $case }
