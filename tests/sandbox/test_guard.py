"""Who is let in: this machine, and in a browser only the sandbox's own page."""

import pytest

from bot.sandbox.server import Sandbox


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "sandbox.example.org"},
        {"Host": "127.0.0.1.example.org"},
        {"Origin": "https://example.org"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/sandbox/state", "/bot42:SANDBOX/getMe", "/page/main.js"])
async def test_a_stranger_is_refused(sandbox, path, headers):
    async with sandbox.http.get(sandbox.address + path, headers=headers) as response:
        assert response.status == 403


async def test_the_page_itself_is_let_in(sandbox):
    headers = {"Origin": sandbox.address, "Sec-Fetch-Site": "same-origin"}
    url = f"{sandbox.address}/sandbox/people"
    async with sandbox.http.post(url, json={"name": "Rina"}, headers=headers) as response:
        assert response.status == 200


async def test_a_link_from_elsewhere_opens_the_page_and_nothing_more(sandbox):
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with sandbox.http.get(f"{sandbox.address}/", headers=headers) as response:
        assert response.status == 200
        assert response.content_type == "text/html"
        assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ["../server.py", "%2e%2e/server.py", "nobody.js", "x", ""])
async def test_only_the_pages_files_are_served(sandbox, name):
    async with sandbox.http.get(f"{sandbox.address}/page/{name}") as response:
        assert response.status == 404


async def test_the_sandbox_is_not_offered_to_the_network(tmp_path):
    sandbox = Sandbox(folder=tmp_path, token="42:SANDBOX")
    with pytest.raises(ValueError, match="this machine only"):
        async with sandbox.listening(host="0.0.0.0"):
            pass


@pytest.mark.parametrize("token", ["SANDBOX", ":SANDBOX", "42"])
def test_a_token_that_is_none_is_refused_at_once(tmp_path, token):
    with pytest.raises(ValueError, match="a token is"):
        Sandbox(folder=tmp_path, token=token)
