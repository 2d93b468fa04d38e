"""Numbers and names of things, each a type: a task's number is never taken for a case's."""

from typing import NewType

PersonId = NewType("PersonId", int)
CaseId = NewType("CaseId", int)
TaskId = NewType("TaskId", int)
PauseId = NewType("PauseId", int)
DraftId = NewType("DraftId", int)
FileId = NewType("FileId", int)

ProcedureId = NewType("ProcedureId", str)
ServiceId = NewType("ServiceId", str)
LaneId = NewType("LaneId", str)
StepId = NewType("StepId", str)
OutcomeId = NewType("OutcomeId", str)
ItemId = NewType("ItemId", str)
PaperId = NewType("PaperId", str)
JabatanId = NewType("JabatanId", str)
ReasonId = NewType("ReasonId", str)
