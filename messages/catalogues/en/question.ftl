### Asking the applicant: an officer asks, the applicant answers, the file stays where it is.

verb-ask = Ask the applicant
verb-unask = Withdraw the question
ask-own = Write a question of my own
ask-which = What is the applicant to be asked? The file stays with you.
# $words (String): question or answer
ask-quote = <blockquote>{ $words }</blockquote>
ask-whether-waits = Does the limit wait for the answer? While it waits, the time counts as the applicant’s.
ask-waits = Yes, the limit waits
ask-runs = No, the limit runs on
ask-words = Write the question as a message. It goes to the applicant at once.
# $words, $at (String): question; moment
asked-line = ❓ The applicant was asked { $at }: { $words }
asked-open = No answer yet.
asked-withdrawn = The question was withdrawn.
# $at (String): moment
asked-answer = ✉ <b>Answer of the applicant</b> { $at }:
# $at (String): moment; $by (String): post of the counter
asked-answer-through = ✉ <b>Answer of the applicant</b> through { $by } { $at }:
# $count (Number)
asked-files = { $count ->
    [1] 📎 1 file with the answer, among the files of the request
   *[other] 📎 { $count } files with the answer, among the files of the request
}
question-title = ❓ <b>A question from the office</b>
# $title, $number (String): service; number of the file
question-case = { $title } · <code>{ $number }</code>
# $subject (String)
question-for = An applicant without Telegram: { $subject }. Ask them, then answer in their name.
# $title, $at (String): post; moment
question-by = { $title }, { $at }
question-answer = Your answer:
# $count (Number); $names (String)
question-files = 📎 Files ({ $count }): { $names }
question-begin = Answer the question
question-waits = Your request waits for this answer. Its file stays at the office; there is no need to ask again.
# $most (Number)
question-how = Write the answer as a message, or send photos or PDFs (at most { $most } files).
question-send-how = When it is complete, press <b>Send the answer</b>.
question-send = Send the answer
# $at (String): moment
question-answered = ✓ Answer sent { $at }.
# $at (String): moment
question-is-withdrawn = This question was withdrawn { $at }. No answer is needed any more.
# $at (String): moment
question-is-overtaken = That step ended { $at }; this question needs no answer any more.
# $number (String)
question-withdrawn = The office has withdrawn its question about file <code>{ $number }</code>. No answer is needed any more.
# $number (String)
question-overtaken = File <code>{ $number }</code> has gone on without the answer; the question needs none any more.
# $number (String)
question-out-of-reach = The applicant of file <code>{ $number }</code> cannot be reached by Telegram (the bot is blocked). The question has not arrived: withdraw it, or reach the applicant another way.
case-question = ❓ <b>The office waits for your answer</b> to a question.
# $title, $at (String): post; moment
kartu-note-asked = { $title } asked the applicant, { $at }
# $title, $at (String): post of the counter, where it answered in their name; moment
kartu-note-answered = { $title ->
    [none] Answered by the applicant, { $at }
   *[other] Answered through { $title }, { $at }
}
# $title, $at (String)
kartu-note-withdrawn = Question withdrawn by { $title }, { $at }
# $at (String)
kartu-note-overtaken = Ended without an answer, { $at }
