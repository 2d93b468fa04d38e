"""Files to try with lie on everybody's phone, if whoever starts the sandbox hands some."""

from bot.sandbox.samples import Sample


async def two():
    return (
        Sample(name="surat 1.pdf", mime="application/pdf", data=b"%PDF-1.7 surat"),
        Sample(name="foto.jpg", mime="image/jpeg", data=b"\xff\xd8\xff"),
    )


async def test_each_is_named_and_given_byte_for_byte(start):
    async with start(samples=two) as sandbox:
        async with sandbox.http.get(f"{sandbox.address}/sandbox/samples") as answer:
            found = (await answer.json())["samples"]
        assert [one["name"] for one in found] == ["surat 1.pdf", "foto.jpg"]

        async with sandbox.http.get(sandbox.address + found[0]["url"]) as answer:
            assert answer.content_type == "application/pdf"
            assert await answer.read() == b"%PDF-1.7 surat"


async def test_without_any_the_list_is_empty(sandbox):
    async with sandbox.http.get(f"{sandbox.address}/sandbox/samples") as answer:
        assert await answer.json() == {"samples": []}


async def test_one_that_is_none_is_not_found(sandbox):
    async with sandbox.http.get(f"{sandbox.address}/sandbox/samples/lain.pdf") as answer:
        assert answer.status == 404
