### The log, for the auditor.

log-title = <b>Log</b> · what happened to files beside decisions, and who saw whole NIK
log-empty = The log is empty so far.
# $at, $number, $what, $name (String)
log-line =
    { $at } · <code>{ $number }</code>
    { $what } · { $name }
log-numbers = Looked at whole NIK and KK numbers
log-given = Gave the file to a colleague
log-withdrawn = Withdrew the request
log-reopened = Reopened a request that had lapsed
log-noted = Noted something in the kartu kendali
log-linked = Linked the request to a phone
log-unlinked = Parted the request from a phone
log-link-wrong = Failed to link: wrong answer
command-log = The log, for the auditor
log-surveyed = Entered an applicant's survey from paper
