### Why not, and what can be done.

## Tasks

refusal-not-your-task = This file is not on your desk. Open /tugas to see your tasks.
# $done_by (String): jabatan; $done_at (DateTime)
refusal-task-already-done = Already decided by { $done_by }, { $done_at }.
# $reminded_at, $again_at (DateTime)
refusal-already-reminded = Already reminded { $reminded_at }. You can remind again from { $again_at }.
# $holder (String): jabatan
refusal-task-held = A colleague of yours ({ $holder }) holds this file. Press Take over on its card if that person is away.
refusal-task-moved = This file has changed. Open its newest card from /tugas.
refusal-unknown-outcome = This button is no longer valid. Open the newest card from /tugas.
refusal-note-required = Write the reason first.
refusal-nothing-disposed = There is no lembar disposisi yet: nobody has made a disposition of this file.
refusal-nothing-masked = At this step there is no number that may be shown whole.
refusal-marks-required = Mark first what the applicant has to mend.
refusal-draft-required = Complete what this step asks for first; then the file can be passed on.
refusal-work-unsaved = The form of this step is open and not saved yet. Press Save on the form first, or cancel it with /batal.
refusal-own-access = You cannot lock your own access from this phone. Ask your superior or the IT person.
refusal-nothing-to-lock = This person has no access to the office any more.
refusal-verb-gone = That cannot be done with this file any more. See the buttons on its card now.
refusal-waits-already = This file waits already: it is on hold, or waits for its applicant. See its card now.
refusal-question-open = A question is still open. Wait for its answer, or withdraw it first.
refusal-question-gone = There is no question to withdraw: it was answered, or withdrawn. See the card now.
refusal-waiting-not-chosen = First choose on the card whether the limit waits for the answer, then write the question.
refusal-question-withdrawn = The office has withdrawn that question. No answer is needed any more.
# $at (DateTime)
refusal-question-answered = That question was answered { $at }.
refusal-question-ended = The file has gone on. That question needs no answer any more.
refusal-answer-lacking = There is no answer yet. Write it as a message, or send the file.
refusal-bulk-empty = No file is ticked yet.
refusal-bulk-running = What was ticked is still being decided. Wait a moment.
refusal-nothing-to-rate = A survey is entered for an answer that was delivered, of an applicant without Telegram.
refusal-survey-closed = This survey is closed. Answers can be changed for one day only.
refusal-enquiry-open = Your earlier question has not been answered yet. Wait for its answer first.
# $at (String)
refusal-case-withdrawn = Its applicant withdrew this request, { $at }. The file is closed.
# $at (String)
refusal-case-lapsed = This request was closed, { $at }, because its applicant did not repair it.
refusal-withdraw-too-late = This request can no longer be withdrawn: its answer is signed or being signed, or the request has ended.
refusal-not-lapsed = This request was not closed for want of repair, so there is nothing to open again.
# $until (String)
refusal-reopen-too-late = This request could be opened again until { $until } only. Please hand in a new one.
refusal-enquiry-too-late = This request has ended. Reach the office by the address in /bantuan.
refusal-nothing-to-correct = There is no answer that can be corrected in this chat. Contact the office; its address is in /bantuan.
# $number (String)
refusal-correction-open = The correction is already being worked on as file { $number }.
# $number (String)
refusal-corrected-already = This answer was replaced by file { $number }. Ask for a correction from that file.
refusal-own-enquiry = This question is your own. A colleague or superior answers it.
refusal-nobody-to-ask = Nobody is there now who could answer in this chat. Reach the office by the address in /bantuan.
refusal-hold-has-ended = That hold has ended. See the card now.
# $by (String): jabatan; $at (DateTime)
refusal-agreed-already = Already agreed by { $by }, { $at }.
refusal-own-hold = You asked for this hold yourself; another superior agrees to it.
refusal-being-signed = This file is being signed. Wait a moment.
# $by (String): jabatan; $at (DateTime)
refusal-task-taken-back = { $by } took this file back, { $at }, before you received it. There is nothing you need to do.
refusal-no-decision-to-take-back = There is no decision of yours here that could be taken back.
# $received_at (DateTime)
refusal-next-has-received = It cannot be taken back: the next holder has received the file, { $received_at }. Speak to them; they can send it back.
refusal-decision-went-out = It cannot be taken back: the signature, seal, number, archive or document has left the house.
refusal-applicant-has-begun = It cannot be taken back: the applicant has begun to repair the request.
# $until (DateTime)
refusal-too-late-to-take-back = It cannot be taken back: the applicant has been told, and the time for it ended { $until }.
refusal-own-request = You asked for this yourself, so another officer checks, initials and signs it.
refusal-own-paraf = You have initialled this letter, so another officer signs it.
refusal-nothing-to-take = This file is on your desk already.

## Forms

# $most (Number)
refusal-too-many-open = { $most } requests of yours are under way, the most at a time. Wait until one has ended; see /status.
refusal-no-open-form = No form is open. Begin with /start.
# $number (String)
refusal-form-handed-in = This form has been handed in, number <code>{ $number }</code>. See /status for where it stands.
# $number (String): the registration number
refusal-form-saved = This form is saved with file <code>{ $number }</code>. Files that wait for you are in /tugas.
refusal-form-closed = This form is closed. Its buttons no longer work.
refusal-form-moved-on = This button belongs to an earlier question. Answer the latest one.
refusal-list-moved = The list behind this button has changed. Choose again from the card as it is now.
refusal-service-unknown = This service is not offered. See what is at /start.
# $missing (String)
refusal-form-incomplete = Still missing: <b>{ $missing }</b>. Complete it first.

## Answers

# $example (String)
refusal-answer-empty = This answer has neither a letter nor a digit. Write it like this: <i>{ $example }</i>
# $longest, $length (Number): letters
refusal-answer-too-long = The answer is too long: { $length } letters, at most { $longest }. Make it shorter.
# $most, $lines (Number)
refusal-too-many-lines = Too many lines: { $lines }, at most { $most }. Join the lines, then send it again.
# $lowest, $highest (Number); $example (String)
refusal-not-a-number = Write one number between { $lowest } and { $highest }. Example: <i>{ $example }</i>
# $example (String)
refusal-not-a-date = Write a day, month and year that the calendar has. Example: <i>{ $example }</i>
# $earliest, $latest (DateTime)
refusal-date-out-of-range = The date must lie between { $earliest } and { $latest }. Check the year.
# $title, $other (String); $day, $earliest (DateTime); $than (String): today, answer, day
refusal-day-too-early =
    { $than ->
        [today] <b>{ $title }</b>: { $day } is past; today, { $earliest }, is the earliest. If that is the date, the request cannot be made yet.
        [answer] <b>{ $title }</b>: { $day } is before <b>{ $other }</b>, { $earliest }. Check both dates.
       *[day] <b>{ $title }</b>: { $earliest } at the earliest, not { $day }. Check the date.
    }
# $title, $other (String); $day, $latest (DateTime); $than (String): today, answer, day
refusal-day-too-late =
    { $than ->
        [today] <b>{ $title }</b>: { $day } is still to come; today, { $latest }, is the latest. Check the date.
        [answer] <b>{ $title }</b>: { $day } is after <b>{ $other }</b>, { $latest }. Check both dates.
       *[day] <b>{ $title }</b>: { $latest } at the latest, not { $day }. Check the date.
    }
# $example (String)
refusal-not-a-name = Write the full name in letters. Example: <i>{ $example }</i>
# $example (String)
refusal-not-a-letter-number = Write the letter's number as it is printed on it. Example: <i>{ $example }</i>
# $example (String)
refusal-not-sixteen-digits = The number has 16 digits. You wrote { $digits }. Example: <i>{ $example }</i>
refusal-number-among-words = Write the number alone, 16 digits, without words in between. Example: <i>{ $example }</i>
refusal-number-day-unknown = The day of birth in that NIK (digits 7 to 12) is not a date. Compare it with the KTP-el or KK. Example: <i>{ $example }</i>
refusal-number-ends-empty = The last four digits of a NIK are never 0000. Compare it with the KTP-el or KK. Example: <i>{ $example }</i>
# $example (String)
refusal-not-a-phone = That telephone number is not right. Example: <i>{ $example }</i>
# $example (String)
refusal-not-an-email = That e-mail address is not right. Example: <i>{ $example }</i>
refusal-not-a-choice = Press one of the buttons of the question above.
refusal-text-wanted = Words are wanted here, not a file or sticker. Write the answer, or press a button of the card.

## Files

# $title, $accepted (String)
refusal-file-wanted = A file is wanted here: <b>{ $title }</b>. Send it as a photo or document ({ $accepted }).
# $megabytes (Number)
refusal-file-too-big = The file is too big; at most { $megabytes } MB. Make it smaller, or send it page by page.
# $name (String)
refusal-file-empty = The file { $name } is empty. Send one with content.
# $name, $accepted (String)
refusal-file-wrong-type = The content of { $name } is none of the accepted kinds ({ $accepted }). Save or photograph it as one of them, then send it again.
# $name (String)
refusal-file-broken = The file { $name } is broken and cannot be opened. Send it again, or send a photo of it.
# $name (String)
refusal-file-encrypted = The file { $name } asks for a password. Send a PDF without one.
# $name (String); $what (String): what is in it
refusal-file-active = The file { $name } is not taken because it holds { $what ->
    [javascript] JavaScript. Print it to a plain PDF, then send it again.
    [launch] a command that opens another program. Print it to a plain PDF, then send it again.
    [sends] a command that sends what it holds elsewhere. Print it to a plain PDF, then send it again.
    [visits] a command that goes to another address as soon as it is opened. Print it to a plain PDF, then send it again.
    [macro] macros. Save it as a workbook without macros (.xlsx), then send it again.
   *[program] a program. Print it to a plain PDF, then send it again.
}
# $name (String)
refusal-file-polyglot = The file { $name } is two kinds of file at once, so it is not taken. Open it, save it as a new file, then send it again.
# $name (String)
refusal-file-heavy = The file { $name } is too complex to be looked through safely. Print or save it as a simpler file, then send it again.
# $most (Number)
refusal-slot-full = There are { $most } files already, the most for this part. Press Next, or Remove the last file to send another.
# $name (String)
refusal-archive-lacking = No archive was made: { $name } is missing or damaged in the office's store. The administrators are told; make the archive when that file is restored.
# $megabytes (Number)
refusal-too-much-today = You have sent { $megabytes } MB of files today, the most for one day. Your form is kept; go on tomorrow.

## Links and rights

refusal-link-taken = The file of this resi is followed from another Telegram already. If it is yours, come to the counter with your identity card.
refusal-link-locked = This resi is locked after too many wrong answers. Come to the counter with your identity card; the officer there opens it again.
refusal-resi-expired = The file of this resi has ended and can no longer be linked.
refusal-link-unknown = This invitation is not known. Ask the administrator for a new link.
refusal-link-spent = This invitation has been used. Ask the administrator for a new link.
refusal-link-expired = This invitation has expired. Ask the administrator for a new link.
refusal-not-for-you = This is not for you. Begin with /start.
refusal-not-open-to-you = This command is for authorised officers only. See /bantuan.
# $jabatan (String)
refusal-already-holds = You hold the post { $jabatan } already. Whoever acts in it is somebody else.
# $day (DateTime)
refusal-day-already-closed = On { $day } the office is closed anyway.
# $day (DateTime); $hours (String)
refusal-day-already-open = On { $day } the office is open { $hours } anyway.
# $example (String)
refusal-hours-unclear = The hours cannot be read. Write when it opens and closes, two spans with a comma where there is a break. Example: <i>{ $example }</i>
# $example (String): a day
refusal-name-missing = Write on a second line why. Example: <i>{ $example }, then Additional joint leave</i>
# $shortest, $longest (Number): days
refusal-ramadan-length = Ramadan has { $shortest } to { $longest } days. Look at both days again.
refusal-paper-not-released = The answer has not been handed over yet. You receive it in this chat as soon as it is ready.
refusal-paper-not-there = This request has nothing of that kind to send yet.
refusal-collector-unnamed = Write the name of whoever collects it, such as Siti Aminah, wife.
refusal-case-not-found = There is no file numbered { $number } that you may see here. Check the number again.
refusal-search-empty = There is nothing to look for yet; a single letter is not enough. Write a name, a word of the subject, a number or a date. Example: <i>Rina Wulandari</i>
# $most, $longest (Number)
refusal-search-too-long = Too long to look for: at most { $most } words and { $longest } letters. Choose the words that say most.
refusal-search-by-number-of-person = Files are not looked for by NIK or KK number, so that the number does not stay in the chat. Search by name or by the number of the request.
refusal-search-moved-on = This button belongs to an earlier search. Type /cari to search again.
refusal-not-understood = That message could not be understood. Press /start for services, or /bantuan.

## Signatures, access, team, archive

# $name (String)
refusal-file-not-signed = File { $name } carries no electronic signature. Attach the original PDF from SIAK.
# $name (String)
refusal-file-altered = The electronic signature in file { $name } is broken: the file was changed after it was signed. Download the original PDF from SIAK again and attach it unchanged.
refusal-access-not-granted = The data of this file is not open to you now. The right is given at the step that decides it.
refusal-team-empty = Choose at least one member of the team.
# $shortest (Number)
refusal-passphrase-too-short = The passphrase is too short: at least { $shortest } digits. What was typed is cleared. Type it from the start.
refusal-passphrase-too-long = The passphrase is too long: at most { $longest } digits. What was typed is cleared. Type it from the start.
refusal-passphrases-differ = The second passphrase is not the same as the first. Both are cleared. Type it from the start.
refusal-passphrase-forgotten = The digits typed before are gone, for they are kept nowhere. Type the passphrase from the start.
# $procedure (String), $version (Number)
refusal-sop-set-aside = This file runs on { $procedure } version { $version }, which can no longer be read. The file is kept whole, and the office's administrators have been told.
refusal-nobody-chosen = Choose first whose opinion is wanted, then send the question again.
