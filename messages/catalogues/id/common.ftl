### Satuan yang dipakai di mana-mana.

## Lama waktu

# $minutes (Number)
duration-minutes = { $minutes } menit
# $hours (Number)
duration-hours = { $hours } jam
# $hours, $minutes (Number)
duration-hours-minutes = { $hours } jam { $minutes } menit
# $days (Number): hari kalender
duration-days = { $days } hari
# $days (Number): hari kerja
duration-working-days = { $days } hari kerja

## Ukuran berkas

# $kilobytes (Number)
size-kilobytes = { $kilobytes } KB
# $whole, $tenth (Number)
size-megabytes = { $whole },{ $tenth } MB
# $step (String), $steps (Number)
step-of = Langkah { $step } dari { $steps }
# $step (String): a step beside the numbered rows, such as "3a"
step-beside = Langkah { $step }
