"""Everything this product says no with.

* DisposisiError
  x Refusal              a person asked for something; the desk says no and why
    + NotYourTask, TaskAlreadyDone, TaskHeld, TaskMoved, UnknownOutcome, NoteRequired,
      MarksRequired, DraftRequired, WorkUnsaved, BeingSigned, NothingToTake,
      OwnRequest, OwnParaf
    + TaskTakenBack, NoDecisionToTakeBack, NextHasReceived, DecisionWentOut, ApplicantHasBegun,
      TooLateToTakeBack, VerbGone, OwnAccess, NothingToLock
    + WaitsAlready, HoldHasEnded, AgreedAlready, OwnHold
    + NobodyChosen, BulkEmpty, BulkRunning
    + QuestionOpen, QuestionGone, WaitingNotChosen, QuestionWithdrawn, QuestionAnswered,
      QuestionEnded, AnswerLacking
    + NothingToRate, SurveyClosed
    + CaseWithdrawn, CaseLapsed, WithdrawTooLate, NotLapsed, ReopenTooLate
    + EnquiryOpen, EnquiryTooLate, OwnEnquiry, NobodyToAsk
    + NothingToCorrect, CorrectionOpen, CorrectedAlready
    + TooManyOpen, NoOpenForm, FormHandedIn, FormSaved, FormClosed, FormMovedOn, ListMoved,
      ServiceUnknown, FormIncomplete
    + AnswerEmpty, AnswerTooLong, NotANumber, NotADate, DateOutOfRange, DayTooEarly, DayTooLate,
      NotAName, NotALetterNumber, NotSixteenDigits, NumberAmongWords, NumberDayUnknown,
      NumberEndsEmpty, NotAPhone, NotAnEmail, NotAChoice
    + TextWanted, FileWanted, FileTooBig, FileEmpty, FileWrongType, FileBroken, FileEncrypted,
      FileActive, FilePolyglot, FileHeavy, FileNotSigned, FileAltered, SlotFull, TooMuchToday
    + AccessNotGranted, TeamEmpty, PassphraseTooShort, PassphraseTooLong, PassphrasesDiffer,
      PassphraseForgotten, ArchiveLacking, NothingDisposed, NothingMasked
    + LinkTaken, LinkLocked, ResiExpired
    + LinkUnknown, LinkSpent, LinkExpired, NotForYou, NotOpenToYou, PaperNotReleased, PaperNotThere,
      AlreadyHolds, AlreadyReminded
    + DayAlreadyClosed, DayAlreadyOpen, HoursUnclear, NameMissing, CollectorUnnamed, RamadanLength
    + CaseNotFound, SopSetAside, NotUnderstood
    + SearchEmpty, SearchTooLong, SearchByNumberOfPerson, SearchMovedOn
  x ProcedureError       an SOP file is wrong; the office's IT person reads this
  x OfficeError          the office file is wrong; the office's IT person reads this
  x NotFound             an id that points nowhere
    + FileDamaged        a kept file that is gone or does not open
  x ChangedMeanwhile     somebody else saved first; the caller may try again
"""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from workflow.ids import OutcomeId, TaskId

_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


class DisposisiError(Exception):
    """Base class of every error raised on purpose."""


@dataclass(eq=False, kw_only=True)
class Refusal(DisposisiError):
    """The desk says no to a person, who is told why in their own language.

    A refusal holds facts, never sentences: its class names the Fluent message
    and its fields are that message's arguments.
    """

    # What was pressed is not as it was shown: the card or question is shown as it is now.
    redraws: ClassVar[bool] = False

    @property
    def message_id(self) -> str:
        return "refusal-" + _WORD_START.sub("-", type(self).__name__).lower()

    @property
    def arguments(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return repr(self)


@dataclass(eq=False, kw_only=True)
class NotYourTask(Refusal):
    """The task lies with another lane, or the appointment has ended."""

    task_id: TaskId


@dataclass(eq=False, kw_only=True)
class TaskAlreadyDone(Refusal):
    """Somebody pressed first."""

    done_by: str
    done_at: datetime


@dataclass(eq=False, kw_only=True)
class TaskHeld(Refusal):
    """A colleague of the same lane has taken the file."""

    holder: str


@dataclass(eq=False, kw_only=True)
class TaskMoved(Refusal):
    """The card shows an older state of the file: look at the new card first."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class UnknownOutcome(Refusal):
    """No such way out of this step: an old card, or forged button data."""

    redraws: ClassVar[bool] = True
    outcome: OutcomeId


@dataclass(eq=False, kw_only=True)
class WaitsAlready(Refusal):
    """The file is on hold, or waits for its applicant: it is not put on hold once more."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class BulkEmpty(Refusal):
    """Nothing is ticked."""


@dataclass(eq=False, kw_only=True)
class BulkRunning(Refusal):
    """What was ticked is being decided."""


@dataclass(eq=False, kw_only=True)
class QuestionOpen(Refusal):
    """A question is open: it is answered or withdrawn before another one is asked."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class QuestionGone(Refusal):
    """No question is open that could be withdrawn: it was answered meanwhile, or withdrawn."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class WaitingNotChosen(Refusal):
    """Words came before it was chosen whether the limit waits for the answer."""


@dataclass(eq=False, kw_only=True)
class QuestionWithdrawn(Refusal):
    """Whoever asked wants no answer any more."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class QuestionAnswered(Refusal):
    """It was answered before: pressed twice, or by somebody else who may."""

    redraws: ClassVar[bool] = True
    at: datetime


@dataclass(eq=False, kw_only=True)
class QuestionEnded(Refusal):
    """The file went on without the answer."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class AnswerLacking(Refusal):
    """Nothing was written or sent that could be an answer."""


@dataclass(eq=False, kw_only=True)
class EnquiryOpen(Refusal):
    """What was asked before about this request is not answered yet."""


@dataclass(eq=False, kw_only=True)
class EnquiryTooLate(Refusal):
    """The request has ended: nobody has its file."""


@dataclass(eq=False, kw_only=True)
class NothingToRate(Refusal):
    """No answer was delivered, or its applicant answers in the chat."""


@dataclass(eq=False, kw_only=True)
class SurveyClosed(Refusal):
    """The day in which it may be answered is over."""


@dataclass(eq=False, kw_only=True)
class CaseWithdrawn(Refusal):
    """Its applicant has withdrawn the request."""

    at: datetime


@dataclass(eq=False, kw_only=True)
class CaseLapsed(Refusal):
    """The request was sent back, nobody repaired it, and it was closed."""

    at: datetime


@dataclass(eq=False, kw_only=True)
class WithdrawTooLate(Refusal):
    """The answer is signed, or the request has ended with it."""


@dataclass(eq=False, kw_only=True)
class NotLapsed(Refusal):
    """The request runs, or ended in another way: there is nothing to open again."""


@dataclass(eq=False, kw_only=True)
class ReopenTooLate(Refusal):
    """It lapsed too long ago."""

    until: datetime


@dataclass(eq=False, kw_only=True)
class OwnEnquiry(Refusal):
    """Nobody answers a question that they asked themselves."""


@dataclass(eq=False, kw_only=True)
class NobodyToAsk(Refusal):
    """Nobody is in office who could answer a question about this request."""


@dataclass(eq=False, kw_only=True)
class NothingToCorrect(Refusal):
    """No answer was delivered, or its SOP corrects none."""


@dataclass(eq=False, kw_only=True)
class CorrectionOpen(Refusal):
    """The answer is being corrected already."""

    number: str


@dataclass(eq=False, kw_only=True)
class CorrectedAlready(Refusal):
    """Another answer stands in its place: that one is corrected, and not this."""

    number: str


@dataclass(eq=False, kw_only=True)
class HoldHasEnded(Refusal):
    """The hold was lifted, or ended with a decision meanwhile."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class NobodyChosen(Refusal):
    """A question was written before it was chosen whose opinion is wanted."""


@dataclass(eq=False, kw_only=True)
class AgreedAlready(Refusal):
    """Another superior was first, or this one pressed twice."""

    redraws: ClassVar[bool] = True
    by: str
    at: datetime


@dataclass(eq=False, kw_only=True)
class OwnHold(Refusal):
    """Nobody agrees to a hold that they asked for themselves."""


@dataclass(eq=False, kw_only=True)
class NoteRequired(Refusal):
    """A file goes back, or is refused, only with a written reason."""

    outcome: OutcomeId


@dataclass(eq=False, kw_only=True)
class MarksRequired(Refusal):
    """A file goes back to the applicant only with the items that are to be mended."""


@dataclass(eq=False, kw_only=True)
class NothingDisposed(Refusal):
    """There is no lembar disposisi before the first disposition."""


@dataclass(eq=False, kw_only=True)
class NothingMasked(Refusal):
    """No answer of this case is masked, or this step does not work with what is."""


@dataclass(eq=False, kw_only=True)
class DraftRequired(Refusal):
    """The work of this step (a draft, a file) has not been handed in yet."""


@dataclass(eq=False, kw_only=True)
class WorkUnsaved(Refusal):
    """The form of this step is open again, and what was changed in it is not saved."""


@dataclass(eq=False, kw_only=True)
class BeingSigned(Refusal):
    """The signature is being set; nothing else can be done meanwhile."""


@dataclass(eq=False, kw_only=True)
class TaskTakenBack(Refusal):
    """Whoever handed the file on has taken it back before anybody received it."""

    by: str
    at: datetime


@dataclass(eq=False, kw_only=True)
class NoDecisionToTakeBack(Refusal):
    """Nothing was decided here that still holds."""


@dataclass(eq=False, kw_only=True)
class NextHasReceived(Refusal):
    """The next holder has opened the file: it is theirs now."""

    received_at: datetime


@dataclass(eq=False, kw_only=True)
class DecisionWentOut(Refusal):
    """A signature, seal, number, archive or answer has left the house with the decision."""


@dataclass(eq=False, kw_only=True)
class ApplicantHasBegun(Refusal):
    """The applicant has begun to do what was asked of them."""


@dataclass(eq=False, kw_only=True)
class TooLateToTakeBack(Refusal):
    """What the applicant was told may be undone for a short while only."""

    until: datetime


@dataclass(eq=False, kw_only=True)
class VerbGone(Refusal):
    """There is nothing to do it with any more: no colleague, no reason, nobody to ask."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class OwnAccess(Refusal):
    """Nobody locks the access of the phone that they press on."""


@dataclass(eq=False, kw_only=True)
class NothingToLock(Refusal):
    """Whoever this is has no access to the office any more."""


@dataclass(eq=False, kw_only=True)
class OwnRequest(Refusal):
    """Whoever asked for something neither verifies it nor sets a paraf or signature to it."""


@dataclass(eq=False, kw_only=True)
class OwnParaf(Refusal):
    """Whoever set the paraf to a letter does not sign it as well."""


@dataclass(eq=False, kw_only=True)
class NothingToTake(Refusal):
    """The task is held by oneself already."""


@dataclass(eq=False, kw_only=True)
class TooManyOpen(Refusal):
    """So many requests of one applicant as the office lets run at a time are under way."""

    most: int


@dataclass(eq=False, kw_only=True)
class NoOpenForm(Refusal):
    """What was asked for needs a form that is open, and none is."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class FormHandedIn(Refusal):
    """A form's button was pressed again, after it was handed in."""

    redraws: ClassVar[bool] = True

    number: str


@dataclass(eq=False, kw_only=True)
class FormSaved(Refusal):
    """A button of an officer's form was pressed again, after what it held was saved."""

    redraws: ClassVar[bool] = True

    number: str


@dataclass(eq=False, kw_only=True)
class FormClosed(Refusal):
    """A button of a form that was cancelled, or that nobody went on with."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class FormMovedOn(Refusal):
    """The button belongs to an earlier question."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class ListMoved(Refusal):
    """What a button names is not in its list any more, or the list is not the one shown."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class ServiceUnknown(Refusal):
    """The office does not offer this (any more)."""


@dataclass(eq=False, kw_only=True)
class FormIncomplete(Refusal):
    """Something is still missing before the form can be handed in."""

    missing: str


@dataclass(eq=False, kw_only=True)
class AnswerEmpty(Refusal):
    """Nothing was written that has a letter or a digit."""

    example: str


@dataclass(eq=False, kw_only=True)
class AnswerTooLong(Refusal):
    """More characters than the question takes."""

    longest: int
    length: int


@dataclass(eq=False, kw_only=True)
class TooManyLines(Refusal):
    """More lines than a paper has room for."""

    most: int
    lines: int


@dataclass(eq=False, kw_only=True)
class NotANumber(Refusal):
    """A whole number was asked, within a range."""

    lowest: int
    highest: int
    example: str


@dataclass(eq=False, kw_only=True)
class NotADate(Refusal):
    """A day was asked."""

    example: str


@dataclass(eq=False, kw_only=True)
class DateOutOfRange(Refusal):
    """The day lies before the first or after the last that makes sense."""

    earliest: date
    latest: date


@dataclass(eq=False, kw_only=True)
class DayTooEarly(Refusal):
    """The SOP asks for a later day; `than` is "today", "answer" (to *other*) or "day"."""

    title: str
    day: date
    earliest: date
    than: str
    other: str


@dataclass(eq=False, kw_only=True)
class DayTooLate(Refusal):
    """The SOP asks for an earlier day; `than` is "today", "answer" (to *other*) or "day"."""

    title: str
    day: date
    latest: date
    than: str
    other: str


@dataclass(eq=False, kw_only=True)
class NotAName(Refusal):
    """No name has so few letters."""

    example: str


@dataclass(eq=False, kw_only=True)
class NotALetterNumber(Refusal):
    """The number of a letter was asked; it has at least one digit."""

    example: str


@dataclass(eq=False, kw_only=True)
class NotSixteenDigits(Refusal):
    """A NIK or KK number was asked, and so many digits were written."""

    digits: int
    example: str


@dataclass(eq=False, kw_only=True)
class NumberAmongWords(Refusal):
    """Sixteen digits were written, and words between them."""

    example: str


@dataclass(eq=False, kw_only=True)
class NumberDayUnknown(Refusal):
    """The day of birth within a NIK is none."""

    example: str


@dataclass(eq=False, kw_only=True)
class NumberEndsEmpty(Refusal):
    """The last four digits of a NIK count from 0001."""

    example: str


@dataclass(eq=False, kw_only=True)
class NotAPhone(Refusal):
    """Not an Indonesian telephone number."""

    example: str


@dataclass(eq=False, kw_only=True)
class NotAnEmail(Refusal):
    """Not an e-mail address."""

    example: str


@dataclass(eq=False, kw_only=True)
class NotAChoice(Refusal):
    """Something else than one of the choices was written."""


@dataclass(eq=False, kw_only=True)
class TextWanted(Refusal):
    """A sticker, voice note or file came where words were asked."""

    example: str


@dataclass(eq=False, kw_only=True)
class FileWanted(Refusal):
    """Words came where a file was asked."""

    title: str
    accepted: str


@dataclass(eq=False, kw_only=True)
class FileTooBig(Refusal):
    """Larger than a bot may fetch from Telegram."""

    megabytes: int


@dataclass(eq=False, kw_only=True)
class FileEmpty(Refusal):
    """A file of no bytes."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileWrongType(Refusal):
    """Its bytes are of a kind that is not taken, whatever its name says."""

    name: str
    accepted: str


@dataclass(eq=False, kw_only=True)
class FileBroken(Refusal):
    """Its bytes begin rightly but cannot be opened."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileEncrypted(Refusal):
    """A PDF that asks for a password."""

    name: str


class Active(StrEnum):
    """What in a file does something when it is opened or pressed."""

    JAVASCRIPT = "javascript"
    LAUNCH = "launch"
    SENDS = "sends"  # what it holds, to another place
    VISITS = "visits"  # another place, as soon as it is opened
    PROGRAM = "program"
    MACRO = "macro"


@dataclass(eq=False, kw_only=True)
class FileActive(Refusal):
    """A document that would act by itself on the machine of whoever opens it."""

    name: str
    what: str  # one of Active


@dataclass(eq=False, kw_only=True)
class FilePolyglot(Refusal):
    """Bytes that are two kinds of file at once, each to another program."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileHeavy(Refusal):
    """Looking through it takes more memory or time than a file is given."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileNotSigned(Refusal):
    """A PDF without an electronic signature, where one is asked for."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileAltered(Refusal):
    """A PDF that was changed after one of its signatures was set."""

    name: str


@dataclass(eq=False, kw_only=True)
class AccessNotGranted(Refusal):
    """The files of this case are not open to this person now."""


@dataclass(eq=False, kw_only=True)
class TeamEmpty(Refusal):
    """A team needs at least one member."""


@dataclass(eq=False, kw_only=True)
class PassphraseTooShort(Refusal):
    """The archive's passphrase needs more digits; those that were typed are cleared."""

    redraws: ClassVar[bool] = True
    shortest: int


@dataclass(eq=False, kw_only=True)
class PassphraseTooLong(Refusal):
    """No more digits than these are taken; those that were typed are cleared."""

    redraws: ClassVar[bool] = True
    longest: int


@dataclass(eq=False, kw_only=True)
class PassphrasesDiffer(Refusal):
    """The passphrase was not typed alike twice; both are cleared."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class PassphraseForgotten(Refusal):
    """What was typed before is kept nowhere, and gone: since the bot was started anew, perhaps."""

    redraws: ClassVar[bool] = True


@dataclass(eq=False, kw_only=True)
class SlotFull(Refusal):
    """As many files as this requirement takes are here already."""

    most: int


@dataclass(eq=False, kw_only=True)
class TooMuchToday(Refusal):
    """As many megabytes as one person may hand in on a day."""

    megabytes: int


@dataclass(eq=False, kw_only=True)
class ArchiveLacking(Refusal):
    """A file that belongs into the archive does not open: no archive is better than half of one."""

    name: str


@dataclass(eq=False, kw_only=True)
class LinkUnknown(Refusal):
    """No invitation has this secret."""


@dataclass(eq=False, kw_only=True)
class LinkSpent(Refusal):
    """The invitation was used before."""


@dataclass(eq=False, kw_only=True)
class LinkExpired(Refusal):
    """The invitation was not used in time."""


@dataclass(eq=False, kw_only=True)
class LinkTaken(Refusal):
    """The request is followed from another phone already; the counter can part them."""


@dataclass(eq=False, kw_only=True)
class LinkLocked(Refusal):
    """Too many wrong answers: only the counter opens the link again."""


@dataclass(eq=False, kw_only=True)
class ResiExpired(Refusal):
    """The request has ended, and with it the link on its resi, unless the counter moves it."""


@dataclass(eq=False, kw_only=True)
class NotForYou(Refusal):
    """A screen or file of somebody else."""


@dataclass(eq=False, kw_only=True)
class NotOpenToYou(Refusal):
    """A command for officers, supervisors or administrators."""


@dataclass(eq=False, kw_only=True)
class AlreadyHolds(Refusal):
    """Whoever holds a jabatan does not act in it as well."""

    jabatan: str


@dataclass(eq=False, kw_only=True)
class AlreadyReminded(Refusal):
    """A superior reminded of this file a moment ago."""

    reminded_at: datetime
    again_at: datetime


@dataclass(eq=False, kw_only=True)
class DayAlreadyClosed(Refusal):
    """The office does not work on that day anyway."""

    day: date


@dataclass(eq=False, kw_only=True)
class DayAlreadyOpen(Refusal):
    """The office keeps these hours on that day anyway."""

    day: date
    hours: str


@dataclass(eq=False, kw_only=True)
class HoursUnclear(Refusal):
    """The hours of a day cannot be read, or contradict each other."""

    example: str


class CollectorUnnamed(Refusal):
    """Whoever came for an answer in the applicant's place has a name."""


@dataclass(eq=False, kw_only=True)
class NameMissing(Refusal):
    """A closed day needs a name beside its date."""

    example: str


@dataclass(eq=False, kw_only=True)
class RamadanLength(Refusal):
    """The two days do not lie a month of the moon apart."""

    shortest: int
    longest: int


@dataclass(eq=False, kw_only=True)
class PaperNotReleased(Refusal):
    """Nothing of an answer is shown before the step that authorises it."""


class PaperNotThere(Refusal):
    """Of this kind the case has nothing that is whoever asked's own."""


@dataclass(eq=False, kw_only=True)
class CaseNotFound(Refusal):
    """No case of this number, or none for this person: the one is not told from the other."""

    number: str


@dataclass(eq=False, kw_only=True)
class SearchEmpty(Refusal):
    """No word of two letters, no number, no day to look for."""


@dataclass(eq=False, kw_only=True)
class SearchTooLong(Refusal):
    """More words than anybody looks for at once."""

    longest: int
    most: int


@dataclass(eq=False, kw_only=True)
class SearchByNumberOfPerson(Refusal):
    """Nobody is looked for by NIK or KK number in a chat."""


@dataclass(eq=False, kw_only=True)
class SearchMovedOn(Refusal):
    """The list behind this button belongs to an earlier search."""


@dataclass(eq=False, kw_only=True)
class SopSetAside(Refusal):
    """The version of the SOP that a file runs on cannot be read; the administrators know."""

    procedure: str
    version: int


@dataclass(eq=False, kw_only=True)
class NotUnderstood(Refusal):
    """Nobody asked for this: say what can be done instead."""


class ProcedureError(DisposisiError):
    """An SOP file contradicts itself. Its text names the file, the line and the mend."""


class OfficeError(DisposisiError):
    """The office file contradicts itself. Its text names the place and the mend."""


class NotFound(DisposisiError):
    """An id that points nowhere."""


class FileDamaged(NotFound):
    """A kept file is not there any more, or is not what was kept."""

    def __init__(self, digest: str, *, missing: bool = False) -> None:
        what = "is missing" if missing else "is damaged, or kept under another key"
        super().__init__(f"file {digest} {what}")
        self.digest = digest
        self.missing = missing


class ChangedMeanwhile(DisposisiError):
    """Somebody else saved this first."""
