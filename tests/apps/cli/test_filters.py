"""The options of ``claimx extract`` that say which claims are shown, in which order, and how they are found."""

import json

import pytest

ARTICLE = """date 2026-02-02 Zénith en vente

Selon Reuters, Acmé pourrait racheter Zénith pour 10 à 20 millions d'euros d'ici fin 2027. Le groupe Zénith a perdu 300 dollars en 2025. \
Acmé n'a pas commenté. La météo est belle.
"""


def texts(out):
    return [json.loads(line)["text"] for line in out.splitlines()]


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([], "racheter perdu commenté"),
        (["--all"], "racheter perdu commenté belle"),
        (["--level", "possible"], "racheter"),
        (["--level", "certain", "--level", "possible"], "racheter perdu commenté"),
        (["--level", "certain,possible", "--polarity", "negative"], "commenté"),
        (["--organization", "zénith"], "racheter perdu"),
        (["--organization", "ZENITH"], "racheter perdu"),
        (["--organization", "Zénith, ACMÉ"], "racheter perdu commenté"),
        (["--min-amount", "20 millions"], "racheter"),
        (["--source", "reuters"], "racheter"),
        (["--min-amount", "20000000"], "racheter"),
        (["--min-amount", "20 M€"], "racheter"),
        (["--min-amount", "100 dollars"], "perdu"),
        (["--min-amount", "21 M€"], ""),
        (["--since", "2026-01-01"], "racheter"),
        (["--until", "2025-12-31", "--since", "2025-01-01"], "perdu racheter"),
        (["--since", "1/1/2026"], "racheter"),
        (["--since", "2026-01"], "racheter"),
        (["--until", "2025", "--since", "2025"], "perdu racheter"),
        (["--until", "décembre 2024"], "racheter"),
        (["--sort", "level"], "perdu commenté racheter"),
        (["--sort", "amount"], "racheter perdu commenté"),
    ],
)  # fmt: skip
def test_claims_are_chosen_and_sorted(run, arguments, shown):
    code, out, _ = run("extract", *arguments, stdin=ARTICLE.encode())
    assert code == 0
    words = shown.split()
    found = texts(out)
    assert len(found) == len(words), found
    if "--sort" in arguments:
        assert all(word in text for word, text in zip(words, found, strict=True)), found
    else:
        assert all(any(word in text for text in found) for word in words), found


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], ""),
        (["--level", "doubtful"], "none of the 3 claims passes the filters."),
        (["--min-amount", "21 M€"], "none of the 3 claims passes the filters."),
        (["--min-amount", "21000000"], "none of the 3 claims passes the filters."),
        (
            ["--min-amount", "15 millions de dollars"],
            "claims that reach this figure in other currencies: 1 in EUR. A number without a currency, "
            "--min-amount 15000000, shows them too.",
        ),
        (["--min-amount", "1 M€"], ""),
        (["--min-amount", "1 M€", "--level", "certain"], "none of the 3 claims passes the filters."),
        (
            ["--source", "Reuter"],
            "--source 'Reuter': no claim has this source. Those here: Reuters.",
        ),
        (
            ["--organization", "Acme Zenith"],
            "--organization 'Acme Zenith': no claim has this organisation. Those here: Acmé, Zénith.",
        ),
        (["--organization", "Acme", "--source", "AFP"], "--source 'AFP': no claim has this source."),
        (["--organization", "Acme", "--level", "doubtful"], "none of the 3 claims passes the filters."),
    ],
)
def test_why_filters_leave_nothing_is_told(run, arguments, told):
    code, _, err = run("extract", *arguments, stdin=ARTICLE.encode())
    assert code == 0
    assert err.startswith(f"claimx: {told}") if told else err == ""


@pytest.mark.model
def test_workers_give_the_same(run, tmp_path):
    lines = [
        json.dumps({"id": n, "text": f"Selon Reuters, Acmé vendrait {n} usines.", "day": "2026-02-02"})
        for n in range(40)
    ]
    lines.insert(3, "{")
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    one = run("extract", tmp_path / "a.jsonl", "--published-field", "day")
    two = run("extract", tmp_path / "a.jsonl", "--published-field", "day", "--workers", "2")
    assert one == two
    assert one[0] == 1
    assert [json.loads(line)["document"] for line in one[1].splitlines()] == [str(n) for n in range(40)]


@pytest.mark.model
def test_a_currency_for_amounts_that_leave_it_open(run):
    _, out, _ = run(
        "extract", "--currency", "CHF", stdin="Selon Reuters, Acmé vendrait pour 10 milliards.".encode()
    )
    assert json.loads(out)["amounts"][0]["currency"] == "CHF"


@pytest.mark.usefixtures("toy_by_default")
def test_no_claim_says_how_to_see_some(run):
    _, out, _ = run("extract", "-f", "table", stdin=b"ACME")
    assert out.strip() == "- · 0 claims, --all would show 1"
    _, out, _ = run("extract", "-f", "table", "--lang", "fr", stdin=b"ACME")
    assert out.strip() == "- · 0 affirmations, --all en montrerait 1"


@pytest.mark.usefixtures("toy_by_default")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--level", "sure"], "level: unknown value 'sure'. Give one of: certain, probable"),
        (["--polarity", "no"], "polarity: unknown value 'no'"),
        (["--min-amount", "beaucoup"], "--min-amount: 'beaucoup' is no amount"),
        (["--min-amount", "10 à 20 M€ ou 3 $"], "is no amount"),
        (["--min-amount", "nan"], "is no amount"),
        (["--sort", "size"], "by: unknown value 'size'. Give one of: position, level"),
        (["--since", "hier"], "--since: 'hier' is not a day. Give a day, a month or a year"),
        (["--until", "2026-13"], "--until: '2026-13' is not a day"),
        (["--published", "février 2026"], "--published: 'février 2026' is not a day. Give one such as"),
        (["--currency", "euro"], "currency: 'euro' is no ISO 4217 code"),
        (["--model", "none_such"], "--model: there is no spaCy model 'none_such' here"),
        (["--workers", "0"], "--workers"),
        (["--organizations", "Nvidia"], "--organization Nvidia shows the claims with one"),
        (["--input-format", "docx"], "unknown format 'docx'. Available: text, html, json"),
        (["-f", "table", "--lang", "de"], "language: unknown value 'de'"),
    ],
)
def test_options_that_make_no_sense_are_misuse(run, arguments, message):
    code, out, err = run("extract", *arguments, stdin=b"ACME")
    assert (code, out) == (2, "")
    assert message in " ".join(err.replace("│", "").split())
