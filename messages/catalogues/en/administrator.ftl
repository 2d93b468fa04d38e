### The administrator's screen: who holds which jabatan, and what could stop the office.

# $office (String)
office-title = <b>{ $office }</b>
office-posts = <b>Posts (jabatan)</b>
# $title (String): jabatan; $holders (String): names
office-post = • { $title }: { $holders }
# $title (String)
office-post-vacant = • { $title }: <b>vacant</b>
# $title (String)
office-post-invited = • { $title }: vacant, invitation sent
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
office-waiting = Messages waiting to be sent: { $waiting }
# $parked (Number)
office-parked = <b>Incoming messages that failed: { $parked }</b>. See the system's log.
# $title (String)
office-invite = Invite { $title }
# $title (String)
office-invite-again = Invite again { $title }

# $title (String)
office-picture = Picture: { $title }
# $number (String)
caption-sop = SOP { $number } in its official form
