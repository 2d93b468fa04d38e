### The superior's screen: what is late, with whom, since when.

overview-title = <b>Overview</b>
# $late, $open (Number)
overview-late = { $late } of { $open } open files late.
# $open (Number)
overview-in-time = None of { $open } open files is late.
# $number (Number); $case, $short, $subject (String)
watched-line = { $number }. <b>{ $short }</b> · { $case }
    { $subject }
# $holder, $jabatan (String)
watched-holder = With { $holder } ({ $jabatan })
# $jabatan (String)
watched-nobody = With { $jabatan }, a post nobody holds
# $number (Number); $case (String)
remind = Remind { $number } · { $case }
