"""The article view in a browser."""

import base64
import re
import time

import pytest

import claimx
from tests.browser.conftest import PHONE, SEED, WIDE, emulate

pytestmark = pytest.mark.model
FIND_OPEN = "return document.querySelector('.card:popover-open')?.id"
LONG_WORDS = 20_000
# Of what a click does; it takes 30 ms or so, and the machines of tests are slow and shared.
MAX_SCRIPT_MS = 2000


def keys(browser, *names):
    from selenium.webdriver.common.action_chains import ActionChains

    for name in names:
        ActionChains(browser).send_keys(name).perform()


def waited(browser, script, expected, seconds=5):
    """The value of a script, once it is the expected one."""
    end = time.monotonic() + seconds
    while (value := browser.execute_script(script)) != expected and time.monotonic() < end:
        time.sleep(0.05)
    return value


def shown_rows(browser):
    return browser.execute_script("return [...document.querySelectorAll('.list li:not([hidden])')].length")


def click(browser, selector):
    browser.find_element("css selector", selector).click()


def test_the_text_is_shown_as_it_is(opened):
    browser = opened()
    text = browser.execute_script(
        "const copy = document.querySelector('.text > div').cloneNode(true);"
        "copy.querySelectorAll('.pin').forEach((pin) => pin.remove()); return copy.textContent"
    )
    assert text == SEED


def test_levels_filter_text_and_list(opened):
    browser = opened()
    claims = claimx.extract(SEED)
    assert shown_rows(browser) == len(claims)
    click(browser, "[data-level=possible]")
    possible = claims.filter(level="possible")
    assert shown_rows(browser) == len(possible)
    assert browser.find_element("css selector", "output").text == f"{len(possible)} / {len(claims)}"
    ids = "return [...document.querySelectorAll('.text .pin:not(.off)')].map((pin) => pin.id)"
    assert browser.execute_script(ids) == [claim.id for claim in possible]
    click(browser, "[type=reset]")
    assert waited(browser, "return document.querySelectorAll('.list li[hidden]').length", 0) == 0


def test_an_organisation_is_chosen(opened):
    from selenium.webdriver.support.select import Select

    browser = opened()
    Select(browser.find_element("css selector", ".filters select")).select_by_value("Amazon")
    assert shown_rows(browser) == len(claimx.extract(SEED).filter(organization="Amazon"))


def test_what_is_filtered_is_told_and_leaves_the_drawing(opened):
    browser = opened()
    rows = "return [...document.querySelectorAll('figure a')].filter((one) => one.checkVisibility({visibilityProperty: true})).length"
    every = browser.execute_script(rows)
    assert browser.find_element("css selector", ".told").text == ""
    click(browser, "[data-level=certain]")
    assert browser.find_element("css selector", ".told").text == "Shown 3 / 17 · certain"
    assert 0 < browser.execute_script(rows) < every
    emulate(browser, media="print")
    assert browser.find_element("css selector", ".told").is_displayed()


def test_filters_stand_above_the_text_where_the_panel_is_below_it(opened):
    place = "return document.querySelector('.filters').getBoundingClientRect().top - document.querySelector('.text').getBoundingClientRect().top"
    browser = opened(size=PHONE)
    assert browser.execute_script(place) < 0
    emulate(browser, WIDE)
    assert waited(browser, "return !!document.querySelector('aside .filters')", True)


def test_no_line_ends_between_a_sign_and_its_claim(opened):
    script = """
        let apart = 0;
        for (let width = 300; width < 600; width += 7) {
          document.body.style.width = `${width}px`;
          for (const pin of document.querySelectorAll(".text .pin")) {
            const first = document.createTreeWalker(pin.nextElementSibling, NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(first, 0);
            range.setEnd(first, 1);
            apart += range.getBoundingClientRect().top > pin.getBoundingClientRect().bottom;
          }
        }
        return apart;
    """
    assert opened().execute_script(script) == 0


def test_a_card_stays_closed_where_a_claim_comes_under_a_pointer_at_rest(opened):
    from selenium.webdriver.common.action_chains import ActionChains

    browser = opened()
    ActionChains(browser).move_to_element(browser.find_element("css selector", ".claimx header")).perform()
    script = "scrollTo(0, 0); document.querySelector('.columns').style.marginTop = '-9rem'"
    browser.execute_script(script)
    time.sleep(0.6)
    assert browser.execute_script(FIND_OPEN) is None


def test_a_card_opens_and_closes_by_keyboard(opened):
    from selenium.webdriver.common.keys import Keys

    browser = opened()
    browser.execute_script("document.querySelector('.skip').focus()")
    keys(browser, Keys.TAB)
    assert browser.execute_script("return document.activeElement.id") == "c0"
    assert waited(browser, FIND_OPEN, "card-c0") == "card-c0"
    keys(browser, Keys.ENTER)
    assert browser.execute_script("return document.activeElement.id") == "card-c0"
    keys(browser, Keys.ESCAPE)
    assert browser.execute_script(FIND_OPEN) is None
    assert browser.execute_script("return document.activeElement.id") == "c0"
    keys(browser, Keys.TAB)
    assert waited(browser, FIND_OPEN, "card-c1") == "card-c1"


def test_a_card_opens_under_the_pointer_and_closes_behind_it(opened):
    from selenium.webdriver.common.action_chains import ActionChains

    browser = opened()
    ActionChains(browser).move_to_element(browser.find_element("css selector", "[data-c=c5]")).perform()
    assert waited(browser, FIND_OPEN, "card-c5") == "card-c5"
    assert browser.execute_script("return document.querySelectorAll('.text .on').length") > 0
    ActionChains(browser).move_to_element(browser.find_element("css selector", ".claimx header")).perform()
    assert waited(browser, FIND_OPEN, None) is None
    assert browser.execute_script("return document.querySelectorAll('.text .on').length") == 0


def test_an_answer_leads_to_the_claim_and_back(opened):
    browser = opened("Acmé rachèterait Zénith, selon Reuters. Acmé a démenti cette information.")
    browser.get(f"{browser.current_url}#c0")
    assert waited(browser, FIND_OPEN, "card-c0") == "card-c0"
    click(browser, "#card-c0 dd a")
    assert waited(browser, FIND_OPEN, "card-c1") == "card-c1"
    assert browser.current_url.endswith("#c1")
    browser.back()
    assert waited(browser, FIND_OPEN, "card-c0") == "card-c0"


def test_markup_in_a_text_is_shown(opened):
    text = "Selon Reuters, <script>document.title='hacked'</script> Acmé <img src=x onerror=\"document.title='hacked'\"> vaudrait 2 M€."
    browser = opened(text)
    assert browser.title != "hacked"
    assert "<script>" in browser.find_element("css selector", ".text").text
    assert not browser.find_elements("css selector", ".text img, .text script")


@pytest.mark.parametrize("size", [WIDE, (768, 1000), PHONE])
def test_nothing_is_wider_than_the_window(opened, size):
    browser = opened(size=size)
    for script in ("return document.documentElement.scrollWidth", "return document.body.scrollWidth"):
        assert browser.execute_script(script) <= size[0]


def test_on_a_phone_a_card_is_at_the_bottom(opened):
    browser = opened(size=PHONE)
    click(browser, "#c1")
    box = browser.execute_script(
        "return document.querySelector('.card:popover-open').getBoundingClientRect().toJSON()"
    )
    assert box["left"] == 0
    assert box["right"] == PHONE[0]
    assert box["bottom"] == PHONE[1]
    assert box["top"] > browser.execute_script(
        "return document.querySelector('#c1').getBoundingClientRect().bottom"
    )


def test_dark_is_dark(opened):
    script = "return getComputedStyle(document.body).backgroundColor"
    assert opened().execute_script(script) == "rgb(255, 255, 255)"
    assert opened(dark=True).execute_script(script) == "rgb(23, 25, 28)"


def test_paper_has_every_card_and_no_controls(opened):
    browser = opened(media="print")
    seen = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).length"
    assert browser.execute_script(seen, ".card") == len(claimx.extract(SEED))
    assert browser.execute_script(seen, ".filters, .list, .permalink") == 0


def test_a_printed_article_has_pages_for_the_cards_behind_the_text(opened):
    browser = opened()
    pdf = base64.b64decode(browser.print_page())
    assert pdf.startswith(b"%PDF")
    # One for the text and the drawing, and a few for the cards, which are made when printing begins.
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 4
    assert browser.execute_script("return document.querySelectorAll('.cards .card').length") == 0


def test_without_script_the_text_is_marked_and_what_is_missing_is_told(opened):
    browser = opened()
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.refresh()
        underlined = browser.find_element("css selector", "u#c1")
        assert "dotted" in underlined.value_of_css_property("text-decoration")
        assert "need JavaScript" in browser.find_element("css selector", "aside").text
        assert not browser.find_elements("css selector", ".pin, .filters, .list")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (WIDE, True), (PHONE, False)])
def test_axe_finds_nothing(opened, axe, size, dark):
    browser = opened(size=size, dark=dark)
    assert axe(browser) == []
    click(browser, "#c1")
    assert axe(browser) == []
    keys(browser, "\ue00c")
    click(browser, "[data-level=possible]")
    assert axe(browser) == []


def test_a_notebook_shows_the_view_in_a_frame_whose_links_stay_inside(browser, tmp_path):
    page = tmp_path / "notebook.html"
    page.write_text(
        f"<meta charset=utf-8><p>before</p>{claimx.extract(SEED)._repr_html_()}", encoding="utf-8"
    )
    browser.get(page.as_uri())
    browser.switch_to.frame(0)
    browser.execute_script("document.querySelector('.list li:nth-child(5) a').click()")
    assert waited(browser, FIND_OPEN, "card-c5") == "card-c5" or browser.execute_script(FIND_OPEN)
    assert browser.execute_script("return document.querySelectorAll('.text u').length") > 10
    browser.switch_to.default_content()
    assert browser.current_url == page.as_uri()


def test_a_long_text_stays_responsive(opened):
    times = -(-LONG_WORDS // len(SEED.split()))
    browser = opened("\n\n".join([SEED] * times))
    assert browser.execute_script("return document.querySelectorAll('.list li').length") > 700
    script = """
        const begun = performance.now();
        document.querySelector(arguments[0]).click();
        return performance.now() - begun;
    """
    for selector in ("[data-level=possible]", "#c500"):
        assert browser.execute_script(script, selector) < MAX_SCRIPT_MS
