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
kartu-held-decided = Ended with the decision, { $at }
# $at (String): moment
kartu-held-taken-back = Ended when the file was taken back, { $at }
kartu-still-held = Still on hold
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
kendali-asked-words = The applicant was asked by { $by }: { $words }.
# $until (String): day
kendali-held-until = Planned until { $until }.
# $by (String): jabatan
kendali-held-agreed = Agreed by { $by }.
# $by (String): jabatan
kendali-lifted = Taken up again by { $by }.
kendali-held-decided = Ended with the decision.
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
