### Used in every chat: time, lists, commands, short news, captions of papers.

## Time left

span-moment = less than 1 minute
# $span (String): the time in which the office is open, where it is closed in between
span-working = { $span } of office time
# $at, $span (String)
due-left = Due { $at } ({ $span } left)
# $at, $span (String)
due-late = Due { $at } (<b>{ $span } late</b>)
# $at (String): the office is closed from now until then, or since then
due-at = Due { $at }
# $at (String)
due-passed = Due { $at } (<b>late</b>)
due-none = No limit
# $span (String)
due-none-since = No limit · { $span } so far
# $clock (String): hour; $zone (String): WIB, WITA or WIT
due-today = today { $clock } { $zone }

## Introduction

# $office (String)
bot-introduction = The official services of { $office } in Telegram. Press Start to ask for a service, hand in files and follow your request. All services are free of charge.
# $office (String)
bot-profile = Ask for and follow services of { $office }. Free.

## Lists

# $number (Number); $text (String)
list-line = { $number }. { $text }
# $text (String)
list-item = • { $text }
# $number (Number); $text (String)
list-button = { $number } · { $text }
# $count (Number)
list-more = … and { $count } more

## Buttons

to-home = To the first screen
to-queue = My tasks
to-cases = My requests
to-form = Go on with the form
to-office = Office
refresh = Refresh
page-before = ← Previous
page-after = Next →
speak-other = Bahasa Indonesia

## Commands

command-start = First screen and services
command-tugas = My tasks by due time
command-hariini = What I decided today
command-pantau = What is late, and with whom
command-kantor = Posts, invitations and the state of the office
command-status = Where my requests stand
command-batal = Cancel what is being written
command-bahasa = Change the language
command-privasi = Protection of personal data
command-bantuan = Help
help-title = <b>Help</b>
help-applicant = Choose a service on the first screen, answer one question at a time, then hand it in. News about your request, and questions of the office, come to this chat; once your answer has come you are asked once about the service. Through /status you can ask the officer who has its file, withdraw the request until its answer is signed, and have a wrong answer corrected; resi, answers given, files, answer and tanda terima can be sent again from there. All services are free of charge.
help-officer = Tasks come to this chat by themselves. One card holds all that is needed to decide; one press decides it. Until the next holder has received the file, you can take that decision back from the same card. Behind the button More, a file can be put on hold (for example while SIAK is down) and taken up again, and the applicant can be asked something without sending it back. Behind the same button other posts can be asked for their opinion. Several files at one step can be decided together from /tugas, once each was looked at. /skm shows the satisfaction survey. A resi that you scan opens its file; at the counter the kartu kendali has what can be done for an applicant without Telegram or with a new phone. /hariini lists what you decided today.
help-auditor = You are the auditor. Through /cari you find any file and open its kartu kendali; /log has what happened to files beside decisions, and who saw whole NIK; /skm shows the satisfaction survey. You can decide or change nothing.
# $name (String): name of the command; $what (String)
help-command = /{ $name } · { $what }
# $office (String): name of the office
help-office = <b>{ $office }</b>
# $address (String): address of the office
help-address = { $address }
# $contact (String): telephone, e-mail
help-contact = { $contact }
# $hours (String)
help-hours = Opening hours: { $hours }

## Short news

joined-administrator = You are now the administrator of this office.
# $name, $jabatan (String)
joined-jabatan = Welcome to your desk, <b>{ $name }</b>. You are now recorded as <b>{ $jabatan }</b>. Tasks come to this chat by themselves.
# $number, $service, $office (String)
genuine-known = ✓ This code belongs to a file on record at { $office }.
    File number <code>{ $number }</code>
    { $service }
    A file's code does not say that there is a letter: a signed letter has a code of its own.
# $kind, $number, $day, $office, $state (String): kind of letter, its number, its day, the office, how it stands
genuine-letter = { $state ->
    [in-force] ✓ This letter is on record at { $office } and in force.
    [unregistered] ⚠ This letter is on record at { $office }: it is signed, but not registered yet.
    [refused] ✗ This letter is on record at { $office }, but it is not in force: its request was refused afterwards.
   *[replaced] ✗ This letter is on record at { $office }, but it is no longer in force: it was withdrawn or replaced after its signature.
}
    { $kind }
    Number <code>{ $number }</code>
    Date { $day }
genuine-unknown = ✗ This code is not on record at our office. Check the code again, or ask at the counter.
# $lane, $number (String)
office-lane-unheld = File <code>{ $number }</code> waits on the desk of <b>{ $lane }</b>, a post nobody holds. Invite its officer from the Office screen.
# $number (String): number of the file
link-ask-nik = File <code>{ $number }</code> was taken in at the counter. So that only its owner can follow it, write the <b>6 middle digits of the applicant's NIK</b>: the 7th to the 12th. Do not write the whole NIK.
# $number (String): number of the file
link-ask-phone = File <code>{ $number }</code> was taken in at the counter. So that only its owner can follow it, write the <b>last 4 digits of the telephone number</b> given at the counter.
# $left (Number): tries that are left
link-wrong = These digits do not fit what was told at the counter. Tries left: { $left }.
# $number (String): number of the file
link-locked-at-counter = The resi of file <code>{ $number }</code> is locked: three wrong answers when it was to be linked. If its applicant comes, open it from this file's kartu kendali (Undo the applicant's link) and hand out the new resi.
# $number (String): number of the file
link-undone = File <code>{ $number }</code> is no longer linked with this chat. If it is yours, come to the counter with your identity card.
# $names (String): names of officers, each with the code of the jabatan
posts-lost = These posts are no longer in the office file, so their officers cannot work on any file: { $names }. Put the post back into the office file, or end the appointment and invite the officer to the new post.
# $names (String)
sops-set-aside = These SOPs can no longer be read in the version that running files were begun on: { $names }. Those files are kept and wait; all others go on. Run disposisi doctor for the reason, and tell whoever looks after the system.
# $name, $jabatan (String)
officer-out-of-reach = <b>{ $name }</b> ({ $jabatan }) cannot be reached: the bot was blocked, or the Telegram account is gone. Ask them to unblock it and to press /start. If that is not possible, let another officer hold the post.
# $hours, $minutes (Number)
clock-behind = The clock of the bot’s server is { $hours } h { $minutes } min behind the latest moment in the books; perhaps it was set back. The bot goes on by the books’ time, so no decision or appointment comes back into force. Please set the server’s clock, best by NTP.
# $number (String): registration number; $digest (String): its name in the vault; $how (String)
vault-damaged = A file of <code>{ $number }</code> { $how ->
    [missing] is missing from
   *[damaged] is damaged in
} the office's store: <code>{ $digest }</code>. Please restore it from your backup; <code>disposisi doctor</code> names all of them.
# $name (String): name of the file or paper
file-damaged = ⚠ <b>{ $name }</b> cannot be opened: it is missing or damaged in the office's store. The administrators are told. Ask for it again when it is restored.
# $faults (Number): what a night found
check-night = Last night’s check found { $faults } faults in the books or files of the office. Please run <code>disposisi check</code> on the bot’s server: it says what is wrong and what to do.
backup-good = ✓ Last night’s backup is good: it was restored on trial, and holds what the office’s books hold.
backup-lacking = Last night’s backup is good, but some files were missing in the office’s storage before it was made. Please run <code>disposisi check</code> on the bot’s server: it says which and what to do.
# $wrong (String); $folder (String); $nights (Number)
backup-bad = ⚠ There is no good backup of last night{ $nights ->
    [1] .
   *[other] , nor of the nights before: { $nights } in a row.
} The reason: <code>{ $wrong }</code>

    Once that is mended, run <code>disposisi backup { $folder }</code> on the bot’s server; otherwise the bot tries again tonight.
# $nights (Number)
backup-nights = ⚠ For { $nights } nights in a row the office has had no good backup. If the server is lost, files and decisions since the last backup are lost. The bot’s administrators were told the reason; please make sure that this is dealt with today.
# $folder (String); $megabytes (Number)
little-room = Disk space on the bot’s server is running out: <b>{ $megabytes } MB</b> left in <code>{ $folder }</code>. Please make room there or enlarge the disk. Should it fill up, the bot waits until there is room again: nobody gets an answer meanwhile, and nothing is lost.
# $number (String)
form-handed-in = ✓ Handed in under number <code>{ $number }</code>.
edit-taken = ✓ Your words were replaced by the message you have just edited.
edit-first-stands = The edited message does not change what we have received. The first words stand.
edit-changes-nothing = Editing that message changes nothing. If there is something to say, write a new message.
edit-file-stands = Editing a message does not replace a file that we have received. Take it out of the form, then send the new one.
beginning-ask =
    <b>{ $title }</b>

    Once it begins, a new file is registered at once, at its first step: { $step }. Begin now?
beginning-yes = Yes, begin
beginning-no = Not now
beginning-begun = ✓ <b>{ $title }</b> has begun, under number <code>{ $number }</code>.
beginning-dropped = <b>{ $title }</b> was not begun.
form-still-open = A form has not been handed in yet. Go on with it, or cancel it with /batal.
stamp-failed = The signature or seal could not be set. The file is still on your desk; press the button once more. If it fails again, call the administrator.
# $number (String): number of the file
# $lane (String): jabatan
access-to-give = File <code>{ $number }</code> is on the desk of <b>{ $lane }</b>, and nobody there has access to it any more. Name another officer below; the access goes with it.
# $number (String): number of the file
# $lane (String): jabatan
office-lane-barred = File <code>{ $number }</code> waits on the desk of <b>{ $lane }</b>, but its officer asked for this themselves or has initialled it already, and so may not decide it. Name an acting officer (Plh.) from the Office screen.
# $number (String): number of the file
# $lane (String): jabatan
office-lane-closed = File <code>{ $number }</code> waits on the desk of <b>{ $lane }</b>, which sees files only by grant, and nobody is there to grant it. Fill the post that gives access from the Office screen.
# $number, $name, $title (String): registration number, receiver's name, jabatan of the giver
file-given = File <code>{ $number }</code>, which lay on your desk, was given to <b>{ $name }</b> by { $title }.
# $number (String): number of the file
stamp-right-gone = The signature or seal on file <code>{ $number }</code> was not set: the authority, or what the letter says, changed after the button was pressed. The file is back on the desk of that post; no letter was issued.
# $number (String): number of the file
reason-put-aside = The reason or instruction for <code>{ $number }</code> was not written yet, and nothing was decided. If it is still needed, press the button on its card again.
# $jabatan (String)
invitation-ask = Invitation for <b>{ $jabatan }</b>. Write in one message, a line each: name with titles, NIP, rank. NIP and rank may be left out.

    <i>Example:
    Ir. Sari Kusuma, M.Si
    197204121998032001
    Pembina (IV/a)</i>
# $jabatan, $name, $link (String)
invitation-link = Invitation for <b>{ $name }</b> as <b>{ $jabatan }</b>. Forward this link to this person only; it works once, for 7 days.

    { $link }
crash-parked = Received; we are looking into it. Nothing you have filled in is lost.
file-waits = Your file has arrived, and is stored as soon as there is room on the office’s server. There is no need to send it again.
not-understood-help = I did not understand that message. Choose one below, or press /bantuan.
nothing-to-stop = Nothing is being written, so there is nothing to cancel. Choose one below, or press /bantuan.
uncertain-paper = The line broke while a paper was being sent, so it may not have arrived. If you do not see it above, ask for it again from its card.
# $number (String): number of the file
card-moved = <code>{ $number }</code>: see the latest message below ↓
reminded = Reminded.
reminded-administrators = Nobody holds that desk; the administrators are told.

## Captions of papers

# $title (String): name of the requirement
caption-attachment = <b>{ $title }</b>
# $number (String)
caption-resi = <b>Resi</b> <code>{ $number }</code>. Keep it as proof that the office has your request.
# $number (String)
caption-kartu-kendali = <b>Kartu kendali</b> <code>{ $number }</code>
# $number (String)
caption-lembar-disposisi = <b>Lembar disposisi</b> <code>{ $number }</code>
# $number (String)
caption-lembar-isian = <b>Lembar isian</b> <code>{ $number }</code>: all answers
# $number (String)
caption-tanda-terima = <b>Tanda terima</b> <code>{ $number }</code>. Thank you, this request is finished.
# $number (String)
caption-tanda-terima-open = <b>Tanda terima</b> <code>{ $number }</code>. Thank you.
# $number (String)
caption-tanda-terima-office = <b>Tanda terima</b> <code>{ $number }</code>. Print it and have whoever collects sign it.
# $title (String): name of the paper; $number (String)
caption-letter = <b>{ $title }</b> <code>{ $number }</code>, signed.
# $title (String): name of the paper; $number (String)
caption-letter-draft = <b>{ $title }</b> <code>{ $number }</code>: a draft, not signed.
# $number (String)
caption-sk = <b>SK Tim</b> <code>{ $number }</code>, decided.
# $number (String)
caption-sk-draft = <b>SK Tim</b> <code>{ $number }</code>: a draft, not decided.
