### Deciding together: many files at one step.

# $short, $count (String)
bulk-begin = Decide together: { $short } ({ $count })
# $title, $short (String)
bulk-title =
    <b>Decide together</b> · { $title }
    Step: <b>{ $short }</b>
# $at, $total, $ticked (String)
bulk-where = <b>Decide together</b> · File { $at } of { $total } · ticked { $ticked }
bulk-tick = ✓ Tick, next
bulk-leave-out = Leave out
bulk-back = ‹ Before
# $count (String)
bulk-finish = Enough ({ $count })
# $count, $total (String)
bulk-ticked = Ticked { $count } of { $total } files.
# $count (String)
bulk-choose = Choose what becomes of all that you have looked at and ticked ({ $count }). Each file is decided on its own.
bulk-none-ticked = Nothing is ticked. Go back to look at the files, or close.
# $label, $count (String)
bulk-decide = { $label } ({ $count })
bulk-stop = Close, decide nothing
# $label, $count (String)
bulk-instruct = <b>{ $label }</b> for { $count } files. Choose one instruction for all of them, or write it as a message.
# $label, $count (String)
bulk-reason = <b>{ $label }</b> for { $count } files. Choose one reason for all of them, or write it as a message.
bulk-other-way = Choose another way
# $label, $done, $total (String)
bulk-done = ✓ { $label }: { $done } of { $total } files.
# $left (String)
bulk-left = Still at work: { $left }. This message is kept up to date.
# $count (String)
bulk-refused = <b>Not decided: { $count }</b>
# $number, $why (String)
bulk-refused-line = <code>{ $number }</code> · { $why }
bulk-stopped = Closed; nothing was decided.
bulk-changed = This file has changed since you looked at it. Look once more.
# $count (String)
bulk-give = Give to a colleague ({ $count })
# $count (String)
bulk-give-whom = To which colleague of your desk do the ticked files ({ $count }) go?
# $name, $count (String)
bulk-give-to = { $name } (has { $count })
# $name, $count (String)
bulk-give-word = For <b>{ $name }</b>, files: { $count }. Write one word to go with all of them, or give them without.
bulk-give-now = Give without a word
# $label, $done, $total (String)
bulk-given = ✓ Given to { $label }: { $done } of { $total } files.
# $count (String)
bulk-not-given = <b>Not given: { $count }</b>
