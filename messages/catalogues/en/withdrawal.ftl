### Withdrawing a request, requests that lapse, and those opened again.

withdraw-begin = Withdraw this request
withdraw-begin-for = Withdraw for the applicant
withdraw-ask = <b>Withdraw this request?</b> Its file is closed without an answer and cannot be opened again. If you still need it, you have to begin from the start.
withdraw-ask-for = <b>Withdraw this request for the applicant?</b> Its file is closed without an answer and cannot be opened again.
withdraw-sure = Yes, withdraw
withdraw-keep = No, keep it
lapse-reopen = Open it again
lapse-reopen-for = Open again for the applicant
# $number (String)
case-withdrawn-told = ✗ The applicant withdrew request <code>{ $number }</code>. Its file is closed; there is nothing you need to do.
# $at (String): moment
case-withdrawn = ✗ <b>Withdrawn</b> { $at }, as you asked.
# $at (String): moment
case-lapsed = ✗ <b>Closed</b> { $at }, because it was not repaired.
case-lapsed-how = It can be opened again within 30 days after it was closed; only what was asked has to be repaired.
# $day (String): day and time
case-closes = If it is not repaired, this request is closed from { $day } on.
cases-withdrawn = ✗ Withdrawn
cases-lapsed = ✗ Closed, not repaired
# $day (String)
search-withdrawn = ✗ Withdrawn by the applicant { $day }
# $day (String)
search-lapsed = ✗ Lapsed { $day }
# $at (String): moment
task-left-withdrawn = ✗ Request withdrawn by the applicant · { $at }
# $at (String): moment
task-left-lapsed = ✗ Request lapsed, not repaired by the applicant · { $at }
today-withdrawn = Withdrawn for the applicant
# $at (String): moment
kartu-left-withdrawn = Outcome: request withdrawn, { $at }
# $at (String): moment
kartu-left-lapsed = Outcome: lapsed, as it was not repaired, { $at }
kendali-left-withdrawn = Request withdrawn
kendali-left-lapsed = Lapsed, not repaired
# $title, $at (String): jabatan of the counter, or none; moment
kartu-note-pulled = { $title ->
    [none] Withdrawn by the applicant, { $at }
   *[other] Withdrawn by the applicant through { $title }, { $at }
}
# $title, $at (String): jabatan of the counter, or none; moment
kartu-note-reopened = { $title ->
    [none] Opened again by the applicant, { $at }
   *[other] Opened again for the applicant through { $title }, { $at }
}
