### The superior's screen: what is late, with whom, since when.

overview-title = <b>Overview</b>
# $late, $open (Number)
overview-late = { $late ->
    [100] More than 99
   *[other] { $late }
} of { $open ->
    [100] more than 99
   *[other] { $open }
} open files late.
# $open (Number)
overview-in-time = None of { $open ->
    [100] more than 99
   *[other] { $open }
} open files is late.
overview-none = No file is open.
overview-asked = <b>Asked beside files</b>
# $number (Number); $case (String): number of the file
overview-asked-enquiry = { $number }. 💬 <code>{ $case }</code> · a question of the applicant
# $number (Number); $case (String): number of the file
overview-asked-opinion = { $number }. 🗨 <code>{ $case }</code> · an opinion is asked
# $number (Number); $case, $short, $subject (String)
watched-line = { $number }. <b>{ $short }</b> · { $case }
    { $subject }
# $holder, $jabatan (String)
watched-holder = With { $holder } ({ $jabatan })
watched-applicant = Waits for the applicant
# $jabatan (String)
watched-nobody = With { $jabatan }, a post nobody holds
# $number (Number); $case (String)
remind = Remind { $number } · { $case }
# $number (Number)
remind-short = Remind { $number }
# $number (Number)
give = Hand { $number } over

## Handing a file over

give-ask = <b>To whom is this file to be given?</b>
give-nobody = No other colleague is on duty at this desk.
# $name (String); $files (Number): files held already
give-to = { $name } · holds { $files }
give-stop = No, leave it
access-given = <b>Access to this file has been given.</b>

## A lost phone

lock-access = 🔒 Lost phone
lock-access-ask = Whose phone is lost or stolen? One press <b>locks their access at once</b>: cards are withdrawn, files that were sent are fetched back, and they hold no post until a new link is made.
lock-access-nobody = Nobody below you is in office now.
# $number (Number); $name (String)
lock-access-of = 🔒 { $number } · { $name }
# $number (Number); $name, $jabatan (String)
lock-access-line = { $number }. <b>{ $name }</b> · { $jabatan }
lock-access-stop = Back to the overview
