"""The web page of the server in a browser."""

import csv
import subprocess
import sys

import pytest

from tests.apps.serve.test_process import free_port, get, until
from tests.browser.conftest import PHONE, SEED, WIDE, emulate
from tests.browser.test_view import FIND_OPEN, waited

pytest.importorskip("fastapi", reason="the extra serve is not installed")
pytestmark = pytest.mark.model
COUNT = "return document.querySelectorAll('#views .claimx .list li').length"


@pytest.fixture(scope="module")
def url(browser):
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "claimx", "serve", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    assert until(lambda: get(f"{address}/healthz")["ready"])
    yield address
    server.terminate()
    server.wait(30)


@pytest.fixture
def page(browser, url):
    emulate(browser)
    browser.get(f"{url}/?lang=en")
    yield browser
    # The tab would give the article to the next test.
    browser.execute_script("document.querySelectorAll('textarea').forEach((area) => (area.value = ''))")
    assert not [
        entry for entry in browser.get_log("browser") if "Content Security Policy" in entry["message"]
    ]


def paste(browser, text, area="text-a"):
    browser.execute_script("document.getElementById(arguments[0]).value = arguments[1]", area, text)
    browser.find_element("css selector", "button.main").click()


def test_a_pasted_article_is_shown_with_its_claims(page):
    paste(page, SEED)
    assert waited(page, COUNT, 17, 20) == 17
    assert page.find_element("id", "status").text == "17 claims found."
    page.find_element("id", "c5").click()
    assert waited(page, FIND_OPEN, "card-c5") == "card-c5"


def test_markup_is_shown_and_never_run(page):
    paste(
        page,
        "<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\"> Acmé achète Zénith.",
    )
    assert waited(page, COUNT, 1, 20) == 1
    assert page.title.startswith("claimx")
    assert "<script>" in page.find_element("css selector", ".claimx .text").text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Acmé achète Zénith.", "1 claim found."),
        ("Le chat dort. Il pleut.", "tick “all statements” to see 2."),
        ("The firm said on Monday that it would buy the other one soon.", "does not look like French"),
    ],
)
def test_what_a_reader_should_know_is_told(page, text, told):
    paste(page, text)
    assert until(lambda: told in page.find_element("id", "status").text)


def test_an_example_shows_what_the_page_does(page):
    page.find_element("id", "example").click()
    assert until(lambda: page.execute_script(COUNT) > 4)


def test_what_the_filters_show_is_copied(page, url):
    permission = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": url}
    page.execute_cdp_cmd("Browser.grantPermissions", permission)
    page.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
    paste(page, SEED)
    assert waited(page, COUNT, 17, 20) == 17
    page.find_element("css selector", "[data-level=certain]").click()
    page.find_element("css selector", "[data-format=csv]").click()
    assert until(lambda: page.find_element("id", "status").text == "Copied as CSV · 3 / 17")
    copied = page.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert [row["level"] for row in csv.DictReader(copied.splitlines())] == ["certain"] * 3
    assert "Nvidia, Microsoft et Amazon veulent" in copied


def test_the_page_is_saved_with_its_claims(page, tmp_path):
    page.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    paste(page, SEED)
    assert waited(page, COUNT, 17, 20) == 17
    page.find_element("id", "save").click()
    assert until(lambda: list(tmp_path.glob("Nvidia-Microsoft-et-Amazon*.html")))
    saved = next(tmp_path.glob("*.html"))
    page.get(f"{saved.as_uri()}#c5")
    assert waited(page, FIND_OPEN, "card-c5") == "card-c5"


def test_an_article_stays_over_a_reload_and_a_change_of_language(page, url):
    paste(page, SEED)
    assert waited(page, COUNT, 17, 20) == 17
    page.find_element("css selector", "nav a[hreflang=fr]").click()
    assert waited(page, COUNT, 17, 20) == 17
    assert page.find_element("id", "status").text == "17 affirmations trouvées."
    page.execute_script("location.hash = 'c5'; location.reload()")
    assert waited(page, FIND_OPEN, "card-c5", 20) == "card-c5"
    page.execute_script("document.getElementById('text-a').value = ''")
    page.get(f"{url}/?lang=en&again#c5")
    assert until(lambda: "paste the article again" in page.find_element("id", "status").text)


DROP = """
const data = new DataTransfer();
data.items.add(new File([arguments[1]], arguments[0]));
document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
"""


def test_a_file_may_be_dropped_anywhere(page):
    page.execute_script(DROP, "vide.txt", "")
    assert until(lambda: page.find_element("id", "status").text == "vide.txt is empty.")
    page.execute_script(DROP, "article.txt", SEED)
    assert waited(page, COUNT, 17, 20) == 17


def test_nothing_to_read_is_told(page):
    page.execute_script("document.getElementById('text-a').required = false")
    page.find_element("css selector", "button.main").click()
    assert page.find_element("id", "status").text == "Paste an article first."


def test_a_file_is_read(page, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("Acmé rachète Zénith pour 3 millions d'euros.", encoding="utf-8")
    page.find_element("id", "file").send_keys(str(path))
    assert waited(page, COUNT, 1, 20) == 1
    broken = tmp_path / "article.pdf"
    broken.write_bytes(b"%PDF-1.7")
    page.find_element("id", "file").send_keys(str(broken))
    assert waited(page, "return document.getElementById('status').className", "wrong", 20) == "wrong"
    assert "article.pdf: this is a PDF file" in page.find_element("id", "status").text


def test_two_articles_stand_side_by_side(page):
    page.find_element("id", "compare").click()
    page.execute_script("document.getElementById('text-a').value = 'Acmé pourrait racheter Zénith.'")
    paste(page, "Acmé rachète Zénith.", "text-b")
    assert waited(page, COUNT, 2, 20) == 2
    assert "firm in one, hedged in the other" in page.find_element("id", "comparison").text
    widths = "return [...document.querySelectorAll('#views .claimx')].map((view) => view.clientWidth)"
    assert all(width > WIDE[0] * 0.45 for width in page.execute_script(widths))
    page.find_element("css selector", "#comparison a[href='#b-c0']").click()
    assert page.execute_script("return document.activeElement.id") == "b-c0"


@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (WIDE, True), (PHONE, False)])
def test_axe_finds_nothing(page, axe, url, size, dark):
    emulate(page, size, dark=dark)
    assert axe(page) == []
    paste(page, SEED)
    assert waited(page, COUNT, 17, 20) == 17
    assert axe(page) == []
    assert page.execute_script("return document.documentElement.scrollWidth") <= size[0]
    page.get(f"{url}/docs")
    assert axe(page) == []
