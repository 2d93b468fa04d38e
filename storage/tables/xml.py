"""The parts of a workbook as XML trees, without what makes XML dangerous."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from workflow.errors import ProcedureError


def parse(content: bytes, *, source: str) -> Element:
    """Read one part; namespaces are dropped. Raise ProcedureError for broken or armed XML."""
    tree = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        tree.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        tree.end(_local(name))

    def declared(*_: object) -> None:
        raise ProcedureError(f"{source}: it declares XML entities, which no spreadsheet needs")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = tree.data
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ProcedureError(
            f"{source}: the workbook is damaged ({error}); open it and save it anew"
        ) from None
    return tree.close()


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
