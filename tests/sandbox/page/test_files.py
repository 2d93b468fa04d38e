from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from playwright.async_api import expect

from tests.support.clients import Upload

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def pdf():
    document = pikepdf.new()
    document.add_blank_page()
    document.save(written := BytesIO())
    return written.getvalue()


def picture(colour):
    Image.new("RGB", (320, 240), colour).save(written := BytesIO(), "JPEG")
    return written.getvalue()


def chosen(name, mime, content):
    return {"name": name, "mimeType": mime, "buffer": content}


async def test_a_file_goes_to_the_bot_with_its_caption(desk, bot, pdf):
    await desk.get_by_test_id("file-1001").set_input_files(
        chosen("surat-permohonan.pdf", "application/pdf", pdf)
    )
    sheet = desk.get_by_test_id("staging-1001")
    await sheet.get_by_label("Keterangan").fill("Surat permohonan")
    await sheet.get_by_role("button", name="Kirim", exact=True).click()
    await expect(sheet).to_have_count(0)
    await expect(desk.get_by_role("button", name="Buka surat-permohonan.pdf")).to_be_visible()
    message = (await bot.call("getUpdates"))[-1]["message"]
    assert message["document"]["file_name"] == "surat-permohonan.pdf"
    assert message["caption"] == "Surat permohonan"


async def test_the_attach_menu_chooses_files_or_photos(desk):
    await desk.get_by_test_id("attach-1001").click()
    async with desk.expect_file_chooser() as choosing:
        await desk.get_by_role("button", name="Kirim sebagai foto").click()
    await (await choosing.value).set_files(chosen("ktp.jpg", "image/jpeg", picture("teal")))
    sheet = desk.get_by_test_id("staging-1001")
    await expect(sheet.get_by_role("radio", name="Foto")).to_be_checked()


async def test_what_is_no_picture_cannot_go_as_a_photo(desk, pdf):
    await desk.get_by_test_id("file-1001").set_input_files(
        chosen("surat.pdf", "application/pdf", pdf)
    )
    await expect(desk.get_by_role("radio", name="Foto")).to_be_disabled()


async def test_several_photos_are_one_album(desk, bot):
    await desk.get_by_test_id("file-1001").set_input_files(
        [chosen(f"hal-{n}.jpg", "image/jpeg", picture("teal")) for n in (1, 2, 3)]
    )
    sheet = desk.get_by_test_id("staging-1001")
    await sheet.get_by_text("Foto", exact=True).click()
    await sheet.get_by_role("button", name="Kirim", exact=True).click()
    await expect(desk.locator(".album .photo img")).to_have_count(3)
    sent = [update["message"] for update in (await bot.call("getUpdates"))[-3:]]
    assert len({message["media_group_id"] for message in sent}) == 1


async def test_files_dropped_on_a_phone_are_laid_out_before_they_go(desk):
    carried = await desk.evaluate_handle(
        """() => {
          const carried = new DataTransfer();
          carried.items.add(new File(["isi"], "lampiran.txt", { type: "text/plain" }));
          return carried;
        }"""
    )
    await desk.dispatch_event("#phone-1001", "dragenter", {"dataTransfer": carried})
    await desk.dispatch_event("#phone-1001 .drop-half >> nth=0", "drop", {"dataTransfer": carried})
    await expect(desk.get_by_test_id("staging-1001")).to_contain_text("lampiran.txt")


async def test_a_pdf_opens_in_place_and_closes_with_esc(desk, bot, pdf):
    await bot.call("sendDocument", chat_id=1001, document=Upload(name="resi.pdf", content=pdf))
    await desk.get_by_role("button", name="Buka resi.pdf").click()
    viewer = desk.get_by_test_id("viewer")
    await expect(viewer.get_by_role("heading", name="resi.pdf")).to_be_visible()
    await expect(viewer.get_by_role("link", name="Unduh")).to_be_visible()
    frame = await viewer.locator("iframe").get_attribute("src")
    assert frame.startswith("/sandbox/people/1001/files/")
    await viewer.get_by_role("button", name="Tutup").focus()
    await desk.keyboard.press("Escape")
    await expect(viewer).to_be_hidden()


async def test_a_photo_opens_in_place(desk, bot):
    await bot.call("sendPhoto", chat_id=1001, photo=Upload(name="ktp.jpg", content=picture("teal")))
    await desk.locator("button.photo").click()
    await expect(desk.get_by_test_id("viewer").locator("img")).to_be_visible()


async def test_a_protected_file_offers_no_download(desk, bot, pdf):
    document = Upload(name="konsep.pdf", content=pdf)
    await bot.call("sendDocument", chat_id=1001, document=document, protect_content=True)
    await desk.get_by_role("button", name="Buka konsep.pdf").click()
    viewer = desk.get_by_test_id("viewer")
    await expect(viewer).to_contain_text("Dilindungi")
    await expect(viewer.get_by_role("link")).to_have_count(0)


async def test_a_photo_deleted_before_it_was_fetched_is_no_complaint(desk, bot, rina):
    """The fixture looks into the console at the end."""
    address = desk.url
    await desk.goto("about:blank")  # a page that has the photo already does not fetch it again
    photo = await bot.call(
        "sendPhoto", chat_id=rina, photo=Upload(name="ktp.jpg", content=picture("teal"))
    )

    async def fetch_late(route):
        await bot.call("deleteMessage", chat_id=rina, message_id=photo["message_id"])
        await route.continue_()

    async def hear_nothing(route):
        """No news reaches the page, and it still shows the photo."""

    await desk.route("**/sandbox/events*", hear_nothing)
    await desk.route("**/files/*", fetch_late)
    async with desk.expect_response("**/files/*") as fetching:
        await desk.goto(address)
    await (await fetching.value).finished()
    await expect(desk.locator("button.photo")).to_be_visible()


async def test_back_closes_the_viewer_and_not_the_page(pocket, bot, rina, pdf):
    await bot.call("sendDocument", chat_id=rina, document=Upload(name="resi.pdf", content=pdf))
    viewer = pocket.get_by_test_id("viewer")
    await pocket.get_by_role("button", name="Buka resi.pdf").tap()
    await expect(viewer).to_be_visible()
    await pocket.go_back()
    await expect(viewer).to_be_hidden()
    await expect(pocket.get_by_test_id("phone-1001")).to_be_visible()


async def test_who_closed_the_viewer_leaves_by_one_back(pocket, bot, rina, pdf, people):
    await pocket.goto(f"{people.address}/page/seal.svg")
    await pocket.goto(people.address)
    await bot.call("sendDocument", chat_id=rina, document=Upload(name="resi.pdf", content=pdf))
    await pocket.get_by_role("button", name="Buka resi.pdf").tap()
    await pocket.get_by_test_id("viewer").get_by_role("button", name="Tutup").tap()
    await expect(pocket.get_by_test_id("viewer")).to_be_hidden()
    await pocket.wait_for_function("history.state === null")
    await pocket.go_back()
    assert pocket.url.endswith("/page/seal.svg")


async def test_in_a_pocket_the_viewer_closes_in_the_corner(pocket, bot, rina, pdf):
    name = f"{'Lembar disposisi ' * 4}.pdf"
    await bot.call("sendDocument", chat_id=rina, document=Upload(name=name, content=pdf))
    await pocket.get_by_role("button", name=f"Buka {name}").tap()
    viewer = pocket.get_by_test_id("viewer")
    close = await viewer.get_by_role("button", name="Tutup").bounding_box()
    actions = await viewer.get_by_role("link", name="Unduh").bounding_box()
    assert close["x"] + close["width"] > 380
    assert close["y"] + close["height"] <= actions["y"]
