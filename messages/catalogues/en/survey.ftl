### The satisfaction survey (SKM): nine elements, and what came of it.

# $number, $title (String)
survey-title =
    <b>Satisfaction survey (SKM)</b> · <code>{ $number }</code>
    { $title }
survey-why = Nine short questions about the service you had. You may skip any. Answers can be changed for a day; after that nobody knows who gave them.
# $at, $total (String)
survey-where = Question { $at } of { $total }
survey-u1 = <b>How well did the requirements fit the service?</b>
survey-u2 = <b>How easy was the procedure?</b>
survey-u3 = <b>How quick was the service?</b>
survey-u4 = <b>How fair was the cost? This service is free.</b>
survey-u5 = <b>How well does the result fit what you asked for?</b>
survey-u6 = <b>How capable were the officers?</b>
survey-u7 = <b>How polite and friendly were the officers?</b>
survey-u8 = <b>How well are complaints and suggestions handled?</b>
survey-u9 = <b>How good are the facilities, this bot among them?</b>
survey-name-u1 = Requirements
survey-name-u2 = System and procedure
survey-name-u3 = Time
survey-name-u4 = Cost
survey-name-u5 = Product
survey-name-u6 = Competence
survey-name-u7 = Conduct
survey-name-u8 = Complaints
survey-name-u9 = Facilities
survey-value-1 = 1 · Not good
survey-value-2 = 2 · Less good
survey-value-3 = 3 · Good
survey-value-4 = 4 · Very good
survey-skip = Skip
survey-finish = Finish
survey-change = Change answers
# $name, $value (String)
survey-line = { $name }: { $value }
# $until (String)
survey-thanks = ✓ Thank you. Answers can be changed until { $until }.
# $until (String)
survey-nothing = Nothing was answered. If you change your mind, answer until { $until }.
survey-closed = ✓ This survey is closed. Thank you.
survey-enter = Enter the survey (SKM) from paper
satisfaction-none = Nobody has answered the satisfaction survey yet. Applicants are asked once after their answer was delivered; answers are counted a day later.
# $month (String)
satisfaction-title = <b>Satisfaction survey (SKM)</b> · { $month }
# $count (String)
satisfaction-count = Respondents: { $count }
# $index, $grade (String)
satisfaction-index = <b>Index { $index }</b> · grade <b>{ $grade }</b>
satisfaction-incomplete = There is no index yet: an element was answered by nobody.
# $name, $value (String)
satisfaction-line = { $name }: { $value }
satisfaction-how = Means from 1 to 4; each element weighs a ninth (PermenPAN-RB 14/2017).
satisfaction-older = Month before
satisfaction-newer = Month after
# $whole, $part (String)
satisfaction-number = { $whole }.{ $part }
command-skm = Results of the satisfaction survey (SKM)
# $title, $at (String): jabatan of the counter; moment
kartu-note-surveyed = The applicant's survey (SKM) on paper was entered by { $title }, { $at }
