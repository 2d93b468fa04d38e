### Collecting at the office: who came for the answer.

collect-ask = Who collects it? Check the resi and their identity card, then choose.
collect-self = The applicant
collect-family = The applicant’s family
collect-proxy = A proxy with a letter
# $who (String): fam, rep
collect-ask-name = { $who ->
    [fam] Write as a message the name of the relative who collects it, and how they are related. Example: Siti Aminah, wife.
   *[rep] Write as a message the name of the proxy, and the number or date of the letter. Example: Andi Wijaya, letter of 1 December 2026.
}
# $number, $name (String): number of the file; name; $who (String): fam, rep
collected-told = { $who ->
    [fam] The document of request <code>{ $number }</code> was collected at the office by your family: { $name }. If you do not know of it, tell the office at once.
   *[rep] The document of request <code>{ $number }</code> was collected at the office by your proxy: { $name }. If you do not know of it, tell the office at once.
}
# $title, $at (String): jabatan that handed it over; moment
kartu-note-collected = Handed over by { $title } to the applicant, { $at }
# $title, $at (String)
kartu-note-collected-family = Handed over by { $title } to the applicant’s family, { $at }
# $title, $at (String)
kartu-note-collected-proxy = Handed over by { $title } to the applicant’s proxy, { $at }
# $name (String)
tanda-terima-for-family = family of { $name }
# $name (String)
tanda-terima-for-proxy = proxy of { $name }
