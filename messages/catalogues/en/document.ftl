### Official papers: resi, lembar disposisi, surat jawaban, kartu kendali, tanda terima, SK Tim.

## Every paper

# Watermark of a paper made for practice
paper-sample = CONTOH
# Watermark of a paper not yet signed
paper-draft = DRAFT
paper-sample-warning = CONTOH · a paper for practice, not an official document
# $code (String): verification code
paper-check = Scan the QR code to check that this paper is genuine. Verification code: <b>{ $code }</b>
# $code (String): verification code
paper-code = Verification code: <b>{ $code }</b>
# $procedure (String): name and version of the SOP; $page, $pages (Number)
paper-page = Procedure { $procedure } · page { $page } of { $pages }
# $number (String): number of the paper
paper-number = No. { $number }
paper-service = Service
paper-applicant = Applicant
paper-nik = NIK
# $nip (String)
paper-nip = NIP { $nip }
# $at (String): weekday, date and hour
paper-signed = <b>Signed electronically</b><br/>{ $at }
paper-vacant = (this post is vacant)
# $office (String): name of the office; $at (String): date and hour
paper-sealed = <b>Electronic seal</b><br/>{ $office }<br/>{ $at }
paper-paraf = Paraf
paper-paraf-jabatan = Position
paper-paraf-name = Name
paper-enclosed = Files that go with this letter
paper-sha256 = SHA-256
paper-tembusan = Copies to:

## Resi

resi-title = RECEIPT OF YOUR APPLICATION
resi-number = Registration number
resi-received = Received
resi-position = Passed on to
# $position, $lane (String): the position that holds the file
resi-step = { $position } · { $lane }
resi-due = Limit of this step
resi-no-due = no time limit
# If every limit that remains is kept
resi-expected = Expected to be done
resi-not-expected = cannot be foreseen yet
resi-handed-in = Handed in
resi-free = This service is free of charge.
resi-how = Keep this receipt. News of your file reaches you on Telegram.
resi-how-at-counter = Keep this receipt, and give its code to nobody else.
resi-scan = Scan to check that this receipt is genuine.
resi-scan-to-follow = Scan to follow this file on Telegram.

## Lembar disposisi

disposisi-title = DISPOSITION SHEET
disposisi-from = Letter from
disposisi-number = Letter no.
disposisi-letter-on = Letter date
disposisi-received = Received on
disposisi-agenda = Agenda no.
disposisi-sifat = Nature
disposisi-perihal = Subject
disposisi-forwarded = Forwarded to:
disposisi-instructions = Instructions:
disposisi-no = No.
disposisi-giver = From
disposisi-to = To
disposisi-text = Instruction
disposisi-at = Date
disposisi-paraf = Paraf

## Lembar isian

isian-title = LEMBAR ISIAN
# When the sheet was made: answers may change afterwards
isian-as-of = As it was on
isian-asked = Answers and files of the request
isian-added = Answers and files of the office
isian-no = No.
isian-question = Question or requirement
isian-answer = Answer or file

## Surat jawaban

letter-number = Number
letter-sifat = Nature
letter-lampiran = Enclosures
letter-hal = Subject
letter-to = To

## Kartu kendali

kendali-title = KARTU KENDALI
kendali-number = Registration no.
kendali-opened = Opened
kendali-closed = Closed
kendali-open = still open
kendali-no = No.
kendali-step = Step
kendali-holder = Position and officer
kendali-from = Handed over by, at
kendali-received = Received
kendali-done = Done
kendali-limit = Limit
kendali-waiting = Waiting
kendali-working = Working
kendali-over = Difference
kendali-outcome = Outcome
kendali-in-hand = in hand
kendali-not-taken = not yet taken
# $outcome (String): what was taken back
kendali-undone = <strike>{ $outcome }</strike> taken back
kendali-recalled = taken back before it was received
kendali-paraf = Paraf
# $step (String): as the SOP prints it, "3a" too
kendali-step-number = Step { $step }
kendali-total-applicant = Total with the applicant (by the clock)
kendali-total-office = Total with officers (office hours)
# $span (String): hours:minutes:seconds
kendali-late = <b>{ $span } late</b>
# $span (String): hours:minutes:seconds
kendali-in-time = { $span } left
kendali-no-limit-mark = –
# $mark (String): the officer's paraf
kendali-paraf-in = taken { $mark }
# $mark (String): the officer's paraf
kendali-paraf-out = given { $mark }
# $late, $rows (Number)
kendali-late-rows = Past the limit: { $late } of { $rows } steps of the office.
# $zone (String): WIB, WITA or WIT
kendali-legend = Spans are written hours:minutes:seconds; with officers they count office hours, with the applicant every hour. Dates and hours are in { $zone }. Parafs were put electronically when the file was taken and given.
# $zone (String)
kendali-legend-office = Spans are written hours:minutes:seconds and count office hours. Dates and hours are in { $zone }. Parafs were put electronically when the file was taken and given.
# $number (Number): number of the row
kendali-see-note = see note { $number } below
# $title (String): what was asked for
kendali-mark-missing = { $title }: missing
# $title (String): what was asked for
kendali-mark-unclear = { $title }: unclear
# $title (String): what was asked for
kendali-mark-wrong = { $title }: wrong
kendali-notes = Notes
kendali-own-request = Whoever asked also checked; separation of duties waived.
kendali-own-paraf = Paraf and signature by one person; separation of duties waived.
# $number (Number): number of the row; $lane (String): position
kendali-note-of = Note { $number } · { $lane }

## Tanda terima

tanda-terima-title = ACKNOWLEDGEMENT OF RECEIPT
tanda-terima-number = Registration number
tanda-terima-at = Received on
tanda-terima-items = Received:
tanda-terima-item-no = No.
tanda-terima-item = Document
tanda-terima-item-number = Number
tanda-terima-giver = Handed over by
tanda-terima-taker = Received by
tanda-terima-electronic = Both sides confirmed this electronically on Telegram.
tanda-terima-at-counter = The office recorded electronically that it was handed over at its counter; whoever received it signs above.

## SK Tim

# $decider (String): position in capitals
sk-title = DECISION OF { $decider }
# $number (String)
sk-number = NUMBER { $number }
sk-about = ON
# $decider (String): position in capitals
sk-by = { $decider },
sk-considering = Considering
sk-remembering = Mindful of
sk-decides = HAS DECIDED:
sk-stipulating = To stipulate
# $decider (String): position in capitals
sk-decision = DECISION OF { $decider } ON
sk-members = Members of the team
sk-member-no = No.
sk-member-name = Name
sk-member-jabatan = Position
sk-member-role = Role in the team
# $place (String)
sk-decided-in = Decided in { $place }
# $day (String): the date
sk-decided-on = on { $day }
# $service, $subject (String): the service and what the file is about, in capitals
sk-on = FORMING THE TEAM FOR { $service } { $subject }
# $service, $subject (String)
sk-need = that a team has to be formed for { $service } { $subject };
sk-fit = that those named in this decision are held able to do this work.
sk-form = To form a team of the members named in this decision.
# The step follows, as the SOP words it
sk-work = The task of the team named under KESATU is:
sk-from-today = This decision holds from the day it is made.
sk-role-leader = Head
sk-role = Member
# $at (String): weekday, date and hour
sk-decided = <b>Decided electronically</b><br/>{ $at }<br/>without an electronic certificate
