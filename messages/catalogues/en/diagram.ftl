### An SOP in the official form of PermenPAN-RB 35/2012: identity part and flowchart part.

diagram-sop = STANDARD OPERATING PROCEDURE
# $procedure (String): the SOP's id; $version (Number)
diagram-origin = Procedure { $procedure } version { $version }
# $page, $pages (Number)
diagram-page = page { $page } of { $pages }

## Identity part

diagram-sop-number = SOP number
diagram-made-on = Made on
diagram-revised-on = Revised on
diagram-approved-on = Approved on
diagram-effective-on = Effective on
diagram-approved-by = Approved by
diagram-nip = NIP
diagram-title = SOP title
diagram-legal-basis = Legal Basis
diagram-qualifications = Qualifications
diagram-related = Related SOPs
diagram-equipment = Equipment
diagram-warning = Warning
diagram-recording = Recording

## Flowchart part

diagram-number = No
diagram-what = Procedure
diagram-lanes = Responsible
diagram-quality = Quality Standard
diagram-materials = Materials
diagram-limit = Time
diagram-output = Output
diagram-note = Remarks
diagram-start = Start
diagram-end = End
# The answer beside an arrow out of a decision
diagram-yes = Yes
diagram-no = No
