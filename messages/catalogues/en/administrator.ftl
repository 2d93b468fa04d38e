### The administrator's screen: who holds which jabatan, and what could stop the office.

# $office (String)
office-title = <b>{ $office }</b>
# $held, $vacant (Number)
office-posts = Posts (jabatan): { $held } held, { $vacant } vacant
office-vacant = <b>Vacant posts</b>
# $title (String)
office-post-invited = • { $title }: invitation sent
office-lanes = <b>SOP columns without an officer</b>
office-procedures = <b>SOPs in force</b>
office-no-procedures = No SOP is in force yet.
# $title, $version (String)
office-procedure = • { $title } (version { $version })
office-closures = <b>Next days closed</b>
# $day, $reason (String)
office-closure = • { $day }: { $reason }
# $day, $reason (String)
office-closure-estimated = • { $day }: { $reason } (estimated)
# $waiting (Number)
office-waiting =
    Messages waiting to be sent: { $waiting ->
        [100] more than 99
       *[other] { $waiting }
    }
# $parked (Number)
office-parked = <b>Incoming messages that failed: { $parked }</b>. See the system's log.
office-to-posts = Posts and officers
# $title (String)
office-fill = Fill { $title }

# $title (String)
office-picture = Picture: { $title }
# $number (String)
caption-sop = SOP { $number } in its official form

## Posts and officers

posts-title = <b>Posts and officers</b>
# $number (Number); $title, $holders (String)
posts-held = { $number }. { $title }: { $holders }
# $number (Number); $title (String)
posts-vacant = { $number }. { $title }: <b>vacant</b>
# $number (Number); $title (String)
posts-invited = { $number }. { $title }: vacant, invitation sent
to-posts = All posts

# $title (String): jabatan
post-title = <b>{ $title }</b>
# $files (Number)
post-files = Files on this desk: { $files ->
    [100] more than 99
   *[other] { $files }
}
post-nobody = Nobody holds it yet.
# $number (Number); $name, $first (String): the first day
post-held = { $number }. { $name }, since { $first }
# $number (Number); $name, $first, $last (String): first and last day
post-held-until = { $number }. { $name }, { $first } to { $last }
# $number (Number); $name, $first, $last (String): first and last day
post-to-come = { $number }. { $name }, to serve { $first } to { $last }
# $number (Number); $name, $last (String): a day
post-link = { $number }. { $name }: invitation not used yet, good until { $last }
# $sk (String): the decree's number
post-sk = Decree (SK): { $sk }
post-invite = Invite an officer
post-name-acting = Name a Plh. or Plt.
# $number (Number); $name (String)
post-end = End { $number } · { $name }
post-lock = 🔒 Lock
# $number (Number); $name (String)
post-cancel = Cancel invitation { $number } · { $name }

## Ending an appointment

# $name, $title (String)
ending-ask = End the appointment of <b>{ $name }</b> as <b>{ $title }</b>?
ending-rights = The rights of this post end at once, and the task cards on that phone are closed.
# $files (Number)
ending-files = { $files ->
    [100] More than 99 files go back to the desk of this post.
    [one] { $files } file goes back to the desk of this post.
   *[other] { $files } files go back to the desk of this post.
}
ending-vacant = The post is vacant then. Files wait until somebody holds it.
ending-yes = Yes, end it
ending-no = No, keep it

## Naming a Plh. or Plt.

# $title (String): jabatan
mandate-title = <b>Acting officer: { $title }</b>
# $holders (String)
mandate-holders = Held now by: { $holders }
mandate-vacant = This post is vacant now.
# $acting (String): Plh. or Plt.
mandate-acting = As: <b>{ $acting }</b>
# $name (String)
mandate-name = Named: <b>{ $name }</b>
# $first (String): a day
mandate-first = From: { $first }
# $last (String): a day; $working_days (Number)
mandate-last = { $working_days ->
    [one] Until and including: { $last } ({ $working_days } working day)
   *[other] Until and including: { $last } ({ $working_days } working days)
}
mandate-ask-acting = Choose the capacity.
mandate-about-plh = <b>Plh.</b>: the holder is absent for a time, as a rule at least 7 working days.
mandate-about-plt = <b>Plt.</b>: the post is vacant; as a rule 3 months, which can be extended.
mandate-ask-person = Who is named? Choose an officer in office, or invite somebody new by a link.
mandate-ask-name = Write in one message, a line each: name and titles, NIP, rank. NIP and rank may be left out.
# $example (String): a day
mandate-ask-first = From when? Choose the day, or write it, such as <i>{ $example }</i>.
# $example (String): a day
mandate-ask-last = Until when? The last day still counts. Choose the day, or write it, such as <i>{ $example }</i>.
# $example (String): the decree's number
mandate-ask-sk = Write the number of the decree (SK), such as <i>{ $example }</i>, or go on without one.
mandate-ask-sure = The appointment begins on the first day and ends by itself after the last. Those concerned are told.
mandate-ask-link = The link is for this person alone. The appointment ends by itself after the last day.
mandate-short-plh = <i>Less than 7 working days: for so short a time no Plh. is named as a rule.</i>
mandate-long-plt = <i>More than 3 months: a Plt. is named for 3 months as a rule, then extended.</i>
mandate-plh-of-vacant = <i>This post is vacant: for a vacant post a Plt. is named as a rule.</i>
mandate-plt-of-held = <i>This post is held: for an absence of a time a Plh. is named as a rule.</i>
# $name, $title (String)
mandate-person = { $name } · { $title }
mandate-by-link = Somebody new, by a link
# $day (String)
mandate-today = Today, { $day }
# $weekday, $day (String)
mandate-day = { $weekday }, { $day }
# $day (String); $days (Number)
mandate-working-days = { $days } working days: { $day }
# $day (String); $months (Number)
mandate-months = { $months ->
    [one] { $months } month: { $day }
   *[other] { $months } months: { $day }
}
mandate-no-sk = Without a number
mandate-appoint = Name
mandate-issue-link = Make the link
mandate-stop = Cancel

## News of appointments

# $jabatan (String); $first, $last (DateTime): days
acting-named = You are named <b>{ $jabatan }</b>, { $first } to { $last }. You will be told again on the first day.
# $name, $jabatan (String); $first, $last (DateTime): days
acting-named-for = <b>{ $name }</b> is named <b>{ $jabatan }</b>, { $first } to { $last }. Meanwhile the work of this post is sent there; you can still decide from /tugas.
# $jabatan (String); $last (DateTime): a day
acting-begun = From now on you are <b>{ $jabatan }</b>, until { $last }. The work of that post comes to this chat.
# $name, $jabatan (String); $last (DateTime): a day
acting-begun-for = <b>{ $name }</b> is now <b>{ $jabatan }</b>, until { $last }. Meanwhile the work of this post is sent there; you can still decide from /tugas.
# $jabatan (String)
appointment-ended = Your appointment as <b>{ $jabatan }</b> has ended. The work of that post no longer comes to this chat.
access-locked = Your access to this office was locked, because your phone was reported lost. Ask the IT person for a new link if this phone is really yours.
# $name (String): officer; $jabatan (String): their posts
access-locked-of = 🔒 The access of <b>{ $name }</b> ({ $jabatan }) is locked. The files on that desk lie with the post again. They come in again only by a new link from /kantor.
# $name, $jabatan (String)
acting-ended-for = The appointment of <b>{ $name }</b> as <b>{ $jabatan }</b> has ended. The work of this post is sent to you again.
# $name, $jabatan (String)
acting-ended-vacant = The appointment of <b>{ $name }</b> as <b>{ $jabatan }</b> has ended, and the post is vacant now. Name a successor from the Office screen.

## Closed days and Ramadan

to-days = Closed days and Ramadan
days-title = <b>Closed days and Ramadan</b>
days-none = No closed day is known for the year ahead.
# $day, $reason (String)
days-own = • { $day }: { $reason } (added here)
# $name, $first, $last (String)
days-season = { $name }: { $first } to { $last }, by the office file
# $name, $first, $last (String)
days-season-own = { $name }: { $first } to { $last }, set here
days-no-ramadan = The days of Ramadan are not set yet.
days-estimated = <i>A day marked (estimated) is not certain; the decree of the three ministers names it.</i>
days-close = Add a closed day
days-ramadan = Set Ramadan
# $day, $name (String)
days-remove = Remove { $day } · { $name }
# $example (String): a day
closure-ask = Write in one message, a line each: the day the office is closed, then why.

    <i>Example:
    { $example }
    Additional joint leave</i>
# $example (String): a day
ramadan-ask = Write in one message, a line each: the first day of Ramadan, then its last. On these days the hours of Ramadan hold.

    <i>How a day is written: { $example }</i>
# $count (Number): files with a new moment
days-reckoned = { $count ->
    [one] ✓ The new calendar holds for all files: the limit of { $count } file was reckoned anew.
   *[other] ✓ The new calendar holds for all files: the limits of { $count } files were reckoned anew.
}
# $day (DateTime); $name (String); $count (Number): files with a new moment, or "later" while they are worked out
closure-added = { $count ->
    [later] ✓ The office is closed on <b>{ $day }</b>: { $name }. The limits of open files are being reckoned anew; you will hear when it is done.
    [one] ✓ The office is closed on <b>{ $day }</b>: { $name }. The limit of { $count } open file was reckoned anew.
   *[other] ✓ The office is closed on <b>{ $day }</b>: { $name }. The limits of { $count } open files were reckoned anew.
}
# $first, $last (DateTime); $count (Number): files with a new moment, or "later" while they are worked out
ramadan-set = { $count ->
    [later] ✓ Ramadan: <b>{ $first }</b> to <b>{ $last }</b>. The limits of open files are being reckoned anew; you will hear when it is done.
    [one] ✓ Ramadan: <b>{ $first }</b> to <b>{ $last }</b>. The limit of { $count } open file was reckoned anew.
   *[other] ✓ Ramadan: <b>{ $first }</b> to <b>{ $last }</b>. The limits of { $count } open files were reckoned anew.
}
# $day (DateTime); $name (String); $count (Number): files with a new moment, or "later" while they are worked out
day-removed = { $count ->
    [later] ✓ Removed: { $day }, { $name }. The limits of open files are being reckoned anew; you will hear when it is done.
    [one] ✓ Removed: { $day }, { $name }. The limit of { $count } open file was reckoned anew.
   *[other] ✓ Removed: { $day }, { $name }. The limits of { $count } open files were reckoned anew.
}
# $day, $hours, $reason (String)
days-opening = • { $day }: open { $hours }, { $reason }
# $day, $hours, $reason (String)
days-opening-own = • { $day }: open { $hours }, { $reason } (added here)
days-open = Add an open day
# $example (String): a day
opening-ask = Write in one message, a line each: the day, the hours of that day, then why. For a Saturday service, or half a day.

    <i>Example:
    { $example }
    08.00-12.00
    Saturday service</i>
# $day (DateTime); $hours, $name (String); $count (Number): files with a new moment, or "later" while they are worked out
opening-added = { $count ->
    [later] ✓ On <b>{ $day }</b> the office is open { $hours }: { $name }. The limits of open files are being reckoned anew; you will hear when it is done.
    [one] ✓ On <b>{ $day }</b> the office is open { $hours }: { $name }. The limit of { $count } open file was reckoned anew.
   *[other] ✓ On <b>{ $day }</b> the office is open { $hours }: { $name }. The limits of { $count } open files were reckoned anew.
}
# $first (DateTime)
ramadan-missing = Ramadan is expected to begin about <b>{ $first }</b>, and its days are not set here. Until they are, limits are counted with the usual hours. Press the button below, then <i>Set Ramadan</i>; the days can still be changed after the sidang isbat.
