"""A real browser: Debian's chromium, driven by selenium. Without one these tests are skipped and say so."""

import os
import shutil
from pathlib import Path

import pytest

import claimx
from claimx.output.display.article.page import article_page

ROOT = Path(__file__).parents[2]
SEED = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
WIDE, PHONE = (1280, 900), (400, 800)


@pytest.fixture(scope="session")
def browser():
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("no chromium with its chromedriver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    browser.set_script_timeout(120)
    yield browser
    browser.quit()


def emulate(browser, size=WIDE, *, dark=False, media=""):
    """Set the size of the window, and what pages ask of the system and the medium."""
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size is PHONE}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})


@pytest.fixture
def opened(browser, tmp_path):
    """Open the view of a text, at a size."""

    def open_view(text=SEED, size=WIDE, claims=None, **emulation):
        claims = claimx.extract(text) if claims is None else claims
        path = tmp_path / "view.html"
        path.write_text(article_page(text, claims, published=claims.published), encoding="utf-8")
        emulate(browser, size, **emulation)
        browser.get(path.as_uri())
        return browser

    yield open_view
    emulate(browser)
    problems = [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert not problems


AXE = """
const done = arguments[arguments.length - 1];
axe.run(document).then((found) => done(found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`)));
"""


@pytest.fixture(scope="session")
def axe():
    """What axe-core finds against the page that is open."""
    path = Path(os.environ.get("CLAIMX_AXE", ""))
    if not path.is_file():
        pytest.skip("no axe-core: npm install axe-core, and give its axe.min.js as CLAIMX_AXE")
    script = path.read_text(encoding="utf-8")

    def violations(browser):
        # Through the debugger: a page's policy forbids foreign scripts.
        browser.execute_cdp_cmd("Runtime.evaluate", {"expression": script})
        return browser.execute_async_script(AXE)

    return violations
