"""Guard: who may do what is decided in one table, and asked of the books in one place."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
REFUSALS = {
    *("AccessNotGranted", "BeingSigned", "NotForYou", "NotOpenToYou", "NotYourTask"),
    *("OwnParaf", "OwnRequest", "TaskAlreadyDone", "TaskHeld"),
}
# Where a right is decided: the table, and what it is told by the books.
DECIDING = {
    "workflow/errors.py": "what they are",
    "workflow/rights.py": "the table",
    "workflow/queries/access.py": "the rights that are no file's",
}
# What is nobody's is told as what is somebody else's, so that an id tells nothing.
NOTHING_THERE = {"bot/intake/handling.py", "bot/intake/worker.py"}
# Who somebody is, asked as one of the relations of the table.
RELATIONS = {*DECIDING, "workflow/people.py", "workflow/queries/rights.py"}


def modules():
    for room in ("workflow", "storage", "messages", "bot"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def names_in(tree):
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def attributes_in(tree):
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_a_right_is_refused_in_one_place():
    elsewhere = {
        module: sorted(found)
        for module, tree in modules()
        if module not in DECIDING | dict.fromkeys(NOTHING_THERE)
        and (found := REFUSALS & names_in(tree))
    }
    assert elsewhere == {}


def test_what_somebody_is_to_a_file_is_weighed_in_one_place():
    elsewhere = [
        module
        for module, tree in modules()
        if module not in RELATIONS and "Relation" in names_in(tree)
    ]
    assert elsewhere == []


def test_a_desk_asks_whether_somebody_administers_and_does_not_look_it_up():
    asking = ("workflow/desk/", "workflow/queries/")
    elsewhere = [
        module
        for module, tree in modules()
        if module.startswith(asking) and module not in RELATIONS
        if "administrator" in attributes_in(_without_links(tree))
    ]
    assert elsewhere == []


def _without_links(tree):
    """An invitation makes an administrator; a desk may have another desk of that name."""
    return ast.Module(
        body=[
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr == "administrator"
            and not (isinstance(node.value, ast.Name) and node.value.id in {"self", "invitation"})
        ],
        type_ignores=[],
    )
