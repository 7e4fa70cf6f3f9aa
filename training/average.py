"""Pipelines that were trained on from the same start → one whose weights are the mean of theirs.

    python training/average.py OUTPUT MODEL MODEL ...

Averaged weights do what several models together would do, at the cost of one (Wortsman et al., "Model soups",
2022). It works only for models with a common start: others mean different things by the same number.
"""

import sys
from pathlib import Path

import corpora  # noqa: F401  registers what the configurations name
import spacy
from thinc.api import Model

import claimx.french.language
import claimx.french.parser  # noqa: F401


def average(models: list[Path], output: Path) -> None:
    """Write the mean of pipelines that have the same components and shapes."""
    pipelines = [spacy.load(path) for path in models]
    for name in pipelines[0].pipe_names:
        networks = [getattr(nlp.get_pipe(name), "model", None) for nlp in pipelines]
        if not isinstance(networks[0], Model):
            continue
        for nodes in zip(*(network.walk() for network in networks), strict=True):  # type: ignore[union-attr]
            for part in nodes[0].param_names:
                if nodes[0].has_param(part):
                    total = sum(node.get_param(part) for node in nodes)
                    nodes[0].set_param(part, total / len(nodes))
    pipelines[0].to_disk(output)


if __name__ == "__main__":
    average([Path(path) for path in sys.argv[2:]], Path(sys.argv[1]))
