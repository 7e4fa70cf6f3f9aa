"""The lines of docs/spark.md for Ray, as they stand there: the rows of the kernel, every document once."""

import re
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from claimx.arrow import extract_batch

PAGE = Path(__file__).parents[2] / "docs" / "spark.md"
TEXTS = [
    "Selon Reuters, Acmé pourrait racheter Zorbex pour 3 milliards d’euros.",
    "Microsoft a vendu une usine. Il n’a rien confirmé.",
    "",
    None,
]


@pytest.fixture
def ray(tmp_path, monkeypatch):
    """Ray with two workers, which work where it is started."""
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'ray[data]'")
    pytest.importorskip("ray.data", reason="Ray Data is not installed: pip install 'ray[data]'")
    monkeypatch.chdir(tmp_path)
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=100_000_000, log_to_driver=False)
    yield ray
    ray.shutdown()


@pytest.mark.model
def test_the_lines_of_the_page_give_the_rows_of_the_kernel(ray):
    Path("articles").mkdir()
    tables = []
    for number in range(3):
        names = [f"d{number}{place}" for place in range(len(TEXTS))]
        tables.append(pyarrow.table({"id": names, "text": pyarrow.array(TEXTS, pyarrow.string())}))
        pyarrow.parquet.write_table(tables[-1], f"articles/{number}.parquet")

    section = PAGE.read_text(encoding="utf-8").partition("## Ray and Dask")[2]
    (lines,) = re.findall(r"```py\n(.*?)```", section, re.DOTALL)
    exec(compile(lines, PAGE.name, "exec"), {})

    found = pyarrow.parquet.read_table("claims").to_pylist()
    wanted = [
        row for table in tables for batch in table.to_batches() for row in extract_batch(batch).to_pylist()
    ]
    assert sorted(found, key=lambda row: row["id"]) == wanted
