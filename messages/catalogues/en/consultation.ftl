# Minta pendapat

verb-consult = Ask for an opinion
consult-ask-whom = Whose opinion is wanted? More than one may be chosen. The file stays on your desk.
# $title: a post
consult-option = { $title }
consult-chosen = ✓ { $title }
# $titles: all posts chosen
consult-ask-words = <b>{ $titles }</b> will be asked. Write the question now; /batal to leave it.

# $number: of the request
consultation-title = <b>Your opinion is asked</b> · { $number }
# $procedure: the service
consultation-about = { $procedure }
# $name, $title: who asks; $at: when
consultation-asked = { $name } ({ $title }) asks, { $at }:
consultation-words = <blockquote>{ $words }</blockquote>
opinion-give = Give an opinion
opinion-write = Write your opinion in one message; /batal to do it later.
consultation-given = Opinion given by { $name } ({ $title }), { $at }:
consultation-overtaken = No answer is needed any more: that step has ended, { $at }.

# $title: a post; $at: when it was asked
task-opinion-asked = { $title } was asked { $at }, no opinion yet: <i>{ $question }</i>
# $name: who answered
task-opinion = Opinion of { $title } ({ $name }, { $at }): <i>{ $opinion }</i>

# $number: of the request; $title: the post that was asked
opinion-late = { $title } has given no opinion on { $number } yet. Its time is over; { $title } has been reminded.
# $number: of the request; $title: the post that was asked
opinion-unheard = { $title } has given no opinion on { $number } yet. Its time is over, and nobody in that post can be reached.

# $title (String), $to (String): jabatan; $at (String): saat
kartu-note-consulted = { $title } asked { $to } for an opinion, { $at }
# $title (String): jabatan; $to (String): nama; $at (String): saat
kartu-note-advised = Opinion of { $title } ({ $to }), { $at }

disposisi-opinions = Opinions asked for:
# $title (String): jabatan; $name (String): nama; $at (String): saat; $opinion (String): isi pendapat
disposisi-opinion = { $title } ({ $name }, { $at }): { $opinion }
