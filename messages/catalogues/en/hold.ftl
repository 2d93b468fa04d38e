### Files on hold (Tunda), and limits that wait.

## Kartu kendali in the chat

# $by (String): jabatan; $at (String): moment; $words (String): reason
kartu-held = ⏸ Put on hold by { $by }, { $at }: { $words }
# $by (String): jabatan; $at (String): moment; $words (String): what was asked
kartu-asked = ⏸ Applicant asked by { $by }, { $at }: { $words }
# $by (String): jabatan; $at (String): moment; $words (String): reason
kartu-unstopped = ⏸ Put on hold by { $by }, { $at }: { $words } (the limit runs on)
# $until (String): day
kartu-held-until = Planned until { $until }
# $by (String): jabatan; $at (String): moment
kartu-held-agreed = Agreed by { $by }, { $at }
# $by (String): jabatan; $at (String): moment
kartu-lifted = Taken up again by { $by }, { $at }
# $at (String): moment
kartu-held-decided = Ended with this step, { $at }
# $at (String): moment
kartu-held-taken-back = Ended when the file was taken back, { $at }
# $at (String): moment
kartu-held-answered = Answered, { $at }
kartu-still-held = Still on hold
kartu-still-asked = Not answered yet
# $whose (String): whose time; $span (String): span
kartu-held-span = { $whose ->
    [system] Waited { $span } for a system outside the office; the limit does not run
    [applicant] Waited { $span } for the applicant; the limit does not run
   *[office] Waited { $span }; the limit does not run
}
# $at (String): moment
kartu-went-on = Went on { $at }
# $working (String): span
kartu-worked = Worked on { $working }

## Kartu kendali on paper

kendali-broken-off = paused
kendali-held = on hold
kendali-asked = applicant asked
# $words (String): reason; $by (String): jabatan
kendali-held-words = Put on hold by { $by }: { $words }.
# $words (String): reason; $by (String): jabatan
kendali-unstopped-words = Put on hold by { $by }, the limit running on: { $words }.
# $words (String): what was asked; $by (String): jabatan
kendali-asked-words = The applicant was asked by { $by }: «{ $words }»
# $until (String): day
kendali-held-until = Planned until { $until }.
# $by (String): jabatan
kendali-held-agreed = Agreed by { $by }.
# $by (String): jabatan
kendali-lifted = Taken up again by { $by }.
kendali-held-answered = Answered.
kendali-held-decided = Ended with this step.
kendali-held-taken-back = Ended when the file was taken back.
kendali-total-system = Total with systems outside the office (office hours)
kendali-legend-paused = While a file is paused its limit waits; time spent waiting for systems outside the office is counted apart, in office hours.
# $life (String): hours:minutes:seconds; $parts (String): its parts, joined by plus signs
kendali-life = Life of the file { $life } = { $parts }.
# $span (String): hours:minutes:seconds
kendali-part-applicant = with the applicant { $span }
# $span (String): hours:minutes:seconds
kendali-part-waiting = waiting for officers { $span }
# $span (String): hours:minutes:seconds
kendali-part-working = worked on { $span }
# $span (String): hours:minutes:seconds
kendali-part-system = with systems outside the office { $span }
# $span (String): hours:minutes:seconds
kendali-part-outside = outside office hours { $span }

## Tunda: buttons and questions

verb-hold = Put on hold
verb-lift = Go on
hold-own = Another reason
hold-open = Until I go on
# $day (String): day
hold-until-day = Until { $day }
hold-ask-reason = Put this file on hold for what? With a reason of the list the limit waits at once. With another reason it waits once your superior has agreed.
hold-ask-day = On hold until when? Choose a day, or write one as a message. After that day you and your superior are reminded.
hold-ask-words = Write the reason as an ordinary message below. It goes to your superior; until they agree, the limit runs on.

## Tunda: on cards and lists

# $since (String): moment; $words (String): reason
hold-since = ⏸ <b>On hold</b> since { $since }: { $words }
# $since (String): moment; $words (String): what was asked
hold-asking = ⏸ <b>Waiting for the applicant’s answer</b> since { $since }: { $words }
# $until (String): day
hold-until = Planned until { $until }
# $until (String): day
hold-outlasted = Planned until { $until }, ⚠️ <b>which has passed</b>
# $span (String): span
hold-limit-waits = The limit waits, { $span } of office time left
# $span (String): span
hold-limit-late = The limit waits, <b>{ $span } of office time late</b> when put on hold
hold-limit-runs = The limit runs on
hold-no-limit = This step has no limit

## Tunda: what a superior is asked

hold-agree-title = <b>Request to put a file on hold</b>
# $number, $short, $subject (String)
hold-file = <code>{ $number }</code> · { $short }
    { $subject }
# $holder, $jabatan, $at, $words (String)
hold-asked-for = { $holder } ({ $jabatan }) has put this file on hold since { $at }:
    <blockquote>{ $words }</blockquote>
hold-agree-ask = Do you agree that its limit waits meanwhile? Until you agree, the limit runs on.
hold-agree = I agree, the limit waits
hold-end = End the hold
# $title, $at (String)
hold-agreed-by = ✓ Agreed by { $title }, { $at }. The limit waits.
# $title, $at (String)
hold-ended = The hold was ended by { $title }, { $at }.
# $at (String)
hold-ended-decided = The hold ended { $at }: the file was decided or taken back.

## Tunda: news

# $number (String)
hold-asked = File <code>{ $number }</code> is on hold. Your superior has been asked to agree; until then the limit runs on.
# $number (String)
hold-nobody-to-ask = File <code>{ $number }</code> is on hold, but no superior is there now to be asked. Its limit runs on.
# $number, $title (String)
hold-agreed = { $title } has agreed that file <code>{ $number }</code> is on hold. Its limit waits from now on.
# $number, $title (String)
hold-lifted = { $title } has ended the hold of file <code>{ $number }</code>. It goes on, and its limit runs.

## Tunda: on an applicant's status

# $words (String): reason of the office's list; $since (String): moment
case-held-system = ⏸ Since { $since } this step waits for a system outside our office: { $words }. When that ends cannot be said yet.
# $since (String): moment
case-held = ⏸ This step has been put on hold by the office since { $since }. When it goes on cannot be said yet.
