### Units used everywhere.

## Spans of time

# $minutes (Number)
duration-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
# $hours (Number)
duration-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
# $hours, $minutes (Number)
duration-hours-minutes = { $hours ->
    [one] { $minutes ->
        [one] { $hours } hour { $minutes } minute
       *[other] { $hours } hour { $minutes } minutes
    }
   *[other] { $minutes ->
        [one] { $hours } hours { $minutes } minute
       *[other] { $hours } hours { $minutes } minutes
    }
}
# $days (Number): calendar days
duration-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
# $days (Number): working days
duration-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}

## Sizes of files

# $kilobytes (Number)
size-kilobytes = { $kilobytes } KB
# $whole, $tenth (Number)
size-megabytes = { $whole }.{ $tenth } MB
# $step (String), $steps (Number)
step-of = Step { $step } of { $steps }
# $step (String): a step beside the numbered rows, such as "3a"
step-beside = Step { $step }
