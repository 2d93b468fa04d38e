### Asking the office: an applicant asks about the own request, an officer answers.

enquiry-begin = Ask about this request
enquiry-begin-for = Ask in the applicant’s name
# $number (String)
enquiry-ask = Write your question about file <code>{ $number }</code> as a message. It goes to the officer who has the file. /batal if you would rather not.
enquiry-title = 💬 <b>A question of the applicant</b>
enquiry-own-title = 💬 <b>Your question to the office</b>
# $at (String): moment
enquiry-by = From the applicant, { $at }
# $title, $at (String): post of the counter; moment
enquiry-through = From the applicant through { $title }, { $at }
# $title, $at (String): post; moment
enquiry-to = Sent to { $title }, { $at }
# $title, $at (String): post; moment
enquiry-answered = ✓ Answered by { $title }, { $at }:
enquiry-waits = Not answered yet. The answer comes to this chat.
# $day (String)
enquiry-waits-until = The answer comes to this chat, at the latest { $day }.
enquiry-write = Write the answer as a message. It goes to the applicant at once.
enquiry-reply = Answer
enquiry-case = See the request
# $number, $title (String): number of the file; post
enquiry-late = ⏰ The applicant’s question about file <code>{ $number }</code> has not been answered by { $title }, and its limit has passed.
# $at (String): moment
case-enquiry = 💬 Your question was sent { $at }; the answer comes to this chat.
# $to, $at (String): post; moment
kartu-note-enquired = The applicant asked { $to }, { $at }
# $title, $at (String): post; moment
kartu-note-replied = Answered by { $title }, { $at }
queue-asked = <b>Asked of you</b>
# $case, $due (String): number of the file; limit
queue-asked-enquiry = 💬 <code>{ $case }</code> · a question of the applicant · { $due }
# $case, $due (String): number of the file; limit
queue-asked-opinion = 🗨 <code>{ $case }</code> · your opinion is asked · { $due }
# $case (String)
queue-open-asked = 💬 { $case }
