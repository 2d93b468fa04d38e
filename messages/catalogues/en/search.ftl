### /cari: what is looked for, what was found, and where the search can go on.

command-cari = Find a file: name, number, date
search-ask = What are you looking for? Write a name or a word of the subject, the number of the request (a part of it will do), a service, the day it came in, or the code on a letter. You may join them, as in <i>Rina November 2026</i> or <i>akta closed</i>. /batal to stop.
search-title = <b>What was found</b>
# $sought (String): as it was understood
search-for = Looked for: <i>{ $sought }</i>
# $progress (String): open, closed, refused, withdrawn, lapsed
search-progress = { $progress ->
    [open] still open
    [closed] closed
    [withdrawn] withdrawn
    [lapsed] lapsed
   *[refused] refused
}
# $day (String): a day or a month
search-day = came in { $day }
search-alike = Other spellings that sound alike are among them.
# $number (Number); $case, $subject (String)
search-line = { $number }. <b>{ $case }</b> · { $subject }
# $title, $day (String)
search-service = { $title } · came in { $day }
# $day (String)
search-finished = ✓ Finished { $day }
# $day (String)
search-refused = ✗ Refused { $day }
# $position (String)
search-with-applicant = { $position } · waits for the applicant

## Where there is nothing, or not everything yet

search-none = None of your requests fits. Try a single word, or the number on the resi; all your requests are at /status.
search-none-officer = Nothing fits among the files that you may see. Try a shorter part of the name, a single word, the number of the request, or the day it came in.
search-none-yet = Nothing fits so far.
search-no-more = Nothing else fits.
search-unfinished = Older files have not been looked at. Go further back, or search again with words, a number or a date that say more.
search-filling = Some old files cannot be found yet; try again later.

## Buttons

search-newer = ← Newer
search-older = Older →
search-further = Go on →
search-by-sound = Also what sounds alike
