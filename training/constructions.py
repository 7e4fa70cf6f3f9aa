"""Generate press sentences with dependency trees from templates, for constructions rare in treebanks.

A template is a dependency tree written in sentence order, with brackets around each dependent. The head of
a bracket is the word that has no bracket of its own and is not punctuation::

    > [nsubj $org] [aux:tense a] [obl:mod , [case selon] $media ,] !vendre:part [obj $le:f:p %usine:f:p] .
    Kervane a, selon Reuters, vendu les usines.

- ``word``: a closed-class word; tag, lemma and features are its most frequent ones in the treebanks with
  this label, or with the tag in ``word/TAG``;
- ``!lemma:tense:gender:number`` a verb (tenses: `inflect`), ``!@t:pres:number`` a random homograph with a
  frame (``verb_frames.tsv``);
- ``%word:gender:number`` a noun, ``%?:gender:number`` a random noun of the treebanks, ``%@:gender:number``
  a random homograph, ``~word:gender:number`` an adjective, ``&Name`` a proper noun, ``&?`` an invented one,
  ``@form/TAG`` a word without features;
- ``#1_200`` a number, ``#int``, ``#dec``, ``#big``, ``#year``, ``#day`` a random one;
- ``$name:...`` a nonterminal, expanded by one of the rules ``name:... = ... | ...``. Arguments are
  constants or variables: G and H are genders, N and M numbers. Unbound variables are sampled once per
  expansion;
- ``> ...`` a template, expanded four times; ``>8 ...`` eight times; ``>U ...`` in upper case.

Elision and contraction follow (`realize`): de le → du is one token, as `conllu` merges it.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from closed_classes import ClosedClasses
from conllu import Sentence
from homographs import Homographs
from inflect import GENDER, Inflector, adjective, noun
from realize import Node, realize

FOLDER = Path(__file__).parent / "constructions"
TIMES = 4
PUNCTUATION = frozenset(',.:;?!«»()"-–…“”')
BEGINNINGS = "Aubr|Bel|Cors|Dalv|Ermo|Fab|Galv|Ister|Jord|Kerv|Lag|Marv|Nord|Ost|Perr|Quer|Ros|Sav|Tarn|Valm"
ENDINGS = "ane|avia|elis|enco|epharm|eris|etech|ia|ico|idis|imo|ion|ix|o|ora|oval|um|uxe|ys"
_ITEM = re.compile(r"\[|\]|[^\s\[\]]+")
# Values to sample: singular three times out of four. T is a tense, always bound by the caller.
_VARIABLES = {"G": "mf", "H": "mf", "N": "sssp", "M": "sssp", "T": ("pres",)}
Binding = dict[str, str]


@dataclass(frozen=True)
class Rule:
    """One right-hand side of a nonterminal."""

    parameters: tuple[str, ...]
    items: tuple[str, ...]

    def bind(self, arguments: Sequence[str]) -> Binding | None:
        """Return the values of the variables, or None if a constant differs."""
        if len(arguments) != len(self.parameters):
            return None
        pairs = list(zip(self.parameters, arguments, strict=True))
        if any(parameter != argument for parameter, argument in pairs if parameter not in _VARIABLES):
            return None
        return {parameter: argument for parameter, argument in pairs if parameter in _VARIABLES}


@dataclass(frozen=True)
class Template:
    """A sentence template."""

    name: str
    times: int
    capitals: bool
    items: tuple[str, ...]


@dataclass
class Grammar:
    """The templates and the rules of the nonterminals."""

    templates: list[Template] = field(default_factory=list)
    rules: dict[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))


def read_grammar(folder: Path = FOLDER) -> Grammar:
    """Read the ``*.txt`` files of a folder. Raises ValueError for a line that is no rule and no template."""
    grammar = Grammar()
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith(">"):
                mark, _, template = line.partition(" ")
                times, items = int(mark.strip(">U") or TIMES), tuple(_ITEM.findall(template))
                grammar.templates.append(Template(f"{path.stem}-{number}", times, "U" in mark, items))
            elif line.strip() and not line.startswith("#"):
                left, separator, right = line.partition(" = ")
                if not separator:
                    raise ValueError(f"{path.name}, line {number}: no rule and no template")
                name, *parameters = left.split(":")
                for alternative in right.split(" | "):
                    rule = Rule(tuple(parameters), tuple(_ITEM.findall(alternative)))
                    grammar.rules[name].append(rule)
    return grammar


def expand(
    grammar: Grammar, closed: ClosedClasses, homographs: Homographs, seed: int = 11
) -> Iterator[Sentence]:
    """Yield the expansions of every template, each text once, as ``made-<file>-<line>-<number>``."""
    seen: set[str] = set()
    for template in grammar.templates:
        builder = Builder(grammar, closed, homographs, random.Random(f"{seed} {template.items}"))
        for copy in range(template.times):
            try:
                root = builder.phrase(template.items, builder.draw_variables(), "ROOT")
                tokens = realize(root, closed, capitals=template.capitals)
            except (ValueError, IndexError, KeyError) as error:
                raise ValueError(f"template {template.name}: {error}") from error
            sentence = Sentence(f"made-{template.name}-{copy}", tokens)
            if sentence.text not in seen:
                seen.add(sentence.text)
                yield sentence


class Builder:
    """Builds the trees of one template."""

    def __init__(
        self, grammar: Grammar, closed: ClosedClasses, homographs: Homographs, rng: random.Random
    ) -> None:
        """Sample from the rules and homographs with `rng`."""
        self._rules = grammar.rules
        self._closed = closed
        self._homographs = homographs
        self._inflector = Inflector()
        self._rng = rng

    def draw_variables(self) -> Binding:
        """Sample a value for each variable."""
        return {name: self._rng.choice(values) for name, values in _VARIABLES.items()}

    def phrase(self, items: Sequence[str], binding: Binding, dep: str) -> Node:
        """Build the tree of a bracket's inside. Raises ValueError unless it has exactly one head."""
        parts: list[tuple[Node, bool]] = []
        position = 0
        while position < len(items):
            item = items[position]
            if item == "[":
                end = _closing(items, position)
                inner = items[position + 2 : end]
                parts.append((self.phrase(inner, binding, items[position + 1]), False))
                position = end
            elif item in PUNCTUATION:
                parts.append((Node(item, "PUNCT", item, "", "punct"), False))
            else:
                parts.append((self._word(item, binding, dep), True))
            position += 1
        heads = [place for place, (_, is_head) in enumerate(parts) if is_head]
        if len(heads) != 1:
            raise ValueError(f"{len(heads)} heads in {' '.join(items)}")
        head = parts[heads[0]][0]
        head.dep = dep
        head.left = [node for node, _ in parts[: heads[0]]] + head.left
        head.right += [node for node, _ in parts[heads[0] + 1 :]]
        return head

    def _word(self, item: str, binding: Binding, dep: str) -> Node:
        if item == "%":
            return Node("%", "NOUN")
        kind, (name, *arguments) = item[0], item[1:].split(":")
        values = [binding.get(argument, argument) for argument in arguments]
        if kind == "$":
            return self._rule(name, values)
        if kind == "!":
            return self._verb(name, values, dep)
        if kind == "%":
            form, lemma, morph = noun(self._noun(name, values[0]), *values)
            return Node(form, "NOUN", lemma, morph)
        if kind == "~":
            form, lemma, morph = adjective(name, *values)
            return Node(form, "ADJ", lemma, morph)
        if kind == "&":
            form = name
            if name == "?":
                form = self._rng.choice(BEGINNINGS.split("|")) + self._rng.choice(ENDINGS.split("|"))
            return Node(form, "PROPN", form, "")
        if kind == "@":
            form, _, pos = item[1:].partition("/")
            return Node(form, pos, form, "")
        if kind == "#":
            form = self._number(name)
            return Node(form, "NUM", form, "NumType=Card")
        word, _, pos = item.partition("/")
        return Node(word, pos)

    def _noun(self, name: str, gender: str) -> str:
        if name == "?":
            return self._closed.draw_noun(gender, self._rng)
        if name != "@":
            return name
        elided = self._rng.choice(("True", "False"))
        drawn = self._homographs.draw(self._rng, "noun", GENDER[gender], elided)
        return drawn.form if drawn else "x"

    def _rule(self, name: str, values: list[str]) -> Node:
        found = [
            (rule, bound) for rule in self._rules.get(name, ()) if (bound := rule.bind(values)) is not None
        ]
        if not found:
            raise ValueError(f"no rule ${':'.join([name, *values])}")
        rule, bound = self._rng.choice(found)
        return self.phrase(rule.items, self.draw_variables() | bound, "")

    def _verb(self, name: str, values: list[str], dep: str) -> Node:
        if name.startswith("@"):
            drawn = self._homographs.draw(self._rng, "verb", name[1:])
            if drawn is None:
                raise ValueError(f"no verb with the frame {name[1:]}")
            _, morph = self._inflector.verb("être", *_placed(values))
            return Node(drawn.plural if values[-1] == "p" else drawn.form, "VERB", drawn.lemma, morph)
        form, morph = self._inflector.verb(name, *_placed(values))
        return Node(form, "AUX" if dep.startswith(("aux", "cop")) else "VERB", name, morph)

    def _number(self, kind: str) -> str:
        rng = self._rng
        drawn = {
            "int": lambda: str(rng.randint(2, 98)),
            "dec": lambda: f"{rng.randint(1, 60)},{rng.randint(1, 9)}",
            "big": lambda: f"{rng.randint(1, 60)} {rng.randint(0, 9)}00",
            "year": lambda: str(rng.randint(2011, 2031)),
            "day": lambda: str(rng.randint(2, 30)),
        }
        return drawn[kind]() if kind in drawn else kind.replace("_", " ")


def _placed(values: list[str]) -> tuple[str, str, str]:
    """Return tense, gender and number of tense[:number] or tense:gender:number."""
    tense, *rest = values
    if len(rest) == 2:
        return tense, rest[0], rest[1]
    return tense, "m", rest[0] if rest else "s"


def _closing(items: Sequence[str], opening: int) -> int:
    depth = 0
    for position in range(opening, len(items)):
        depth += (items[position] == "[") - (items[position] == "]")
        if depth == 0:
            return position
    raise ValueError(f"a bracket that is not closed: {' '.join(items[opening:])}")
