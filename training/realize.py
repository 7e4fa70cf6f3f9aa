"""Surface realization: from the tree of a template to tokens (order, elision, contraction, spacing)."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from closed_classes import ClosedClasses
from conllu import Token
from homographs import elides

ELIDED = frozenset({"le", "la", "de", "que", "ne", "se", "me", "je", "ce", "jusque", "lorsque", "puisque"})
CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
# Determiners and adjectives with another form before a vowel: cet hôpital, son usine.
BEFORE_VOWEL = {"ce": "cet", "sa": "son", "ma": "mon", "nouveau": "nouvel", "vieux": "vieil", "beau": "bel"}
OPENING = frozenset('«"')
NO_SPACE_BEFORE = frozenset(",.)…")


@dataclass(eq=False)
class Node:
    """A word with its dependents in sentence order. An empty lemma marks a closed-class word."""

    text: str
    pos: str = ""
    lemma: str = ""
    morph: str = ""
    dep: str = ""
    left: list["Node"] = field(default_factory=list)
    right: list["Node"] = field(default_factory=list)


def realize(root: Node, closed: ClosedClasses, *, capitals: bool = False) -> tuple[Token, ...]:
    """Return the tokens of a tree. Raises ValueError for a word unknown to the closed classes."""
    nodes: list[Node] = []
    heads: dict[Node, Node] = {}
    _order(root, root, nodes, heads)
    _contract(nodes)
    _elide(nodes)
    places = {node: place for place, node in enumerate(nodes)}
    tokens = [_token(node, places[heads[node]], closed) for node in nodes]
    for place, token in enumerate(tokens):
        if place == 0 or (tokens[place - 1].text in OPENING and place < 3) or _after_colon(tokens, place):
            tokens[place] = replace(token, text=token.text[:1].upper() + token.text[1:])
    if capitals:
        tokens = [replace(token, text=token.text.upper()) for token in tokens]
    return _spaced(tokens)


def _after_colon(tokens: list[Token], place: int) -> bool:
    return place > 1 and tokens[place - 1].text in OPENING and tokens[place - 2].text == ":"


def _order(node: Node, head: Node, nodes: list[Node], heads: dict[Node, Node]) -> None:
    heads[node] = head
    for child in node.left:
        _order(child, node, nodes, heads)
    nodes.append(node)
    for child in node.right:
        _order(child, node, nodes, heads)


def _contract(nodes: list[Node]) -> None:
    """Contract de le to du, unless the article is elided (de l'usine), and de des to de."""
    for place in range(len(nodes) - 2, -1, -1):
        first, second = nodes[place], nodes[place + 1]
        if first.dep != "case" or second.dep != "det" or first.right or second.left or second.right:
            continue
        following = nodes[place + 2].text if place + 2 < len(nodes) else ""
        if first.text == "de" and second.text == "des":
            del nodes[place + 1]
        elif (first.text, second.text) in CONTRACTED and not (second.text == "le" and elides(following)):
            first.text, first.pos = CONTRACTED[first.text, second.text], "ADP"
            del nodes[place + 1]


def _elide(nodes: list[Node]) -> None:
    for first, second in pairwise(nodes):
        vowel = elides(second.text) and second.pos != "NUM"
        if vowel and first.text in ELIDED:
            # ce before a noun is a determiner, before a verb a pronoun
            first.text = first.text[:-1] + "'" if first.text != "ce" or first.dep != "det" else "cet"
        elif vowel and first.text in BEFORE_VOWEL and first.dep in ("det", "amod"):
            first.text = BEFORE_VOWEL[first.text]
        elif first.text.endswith(("t", "d")) and second.text.startswith("-t-"):
            second.text = second.text.removeprefix("-t")  # prédit-il
        elif first.text == "si" and second.text in ("il", "ils"):
            first.text = "s'"


def _token(node: Node, head: int, closed: ClosedClasses) -> Token:
    pos, lemma, morph = node.pos, node.lemma, node.morph
    if not lemma:
        pos, lemma, morph = closed.find(node.text, node.dep, pos)
    return Token(text=node.text, space=True, lemma=lemma, pos=pos, morph=morph, head=head, dep=node.dep)


def _spaced(tokens: list[Token]) -> tuple[Token, ...]:
    """Set the spaces of French typography; straight quotation marks have none inside."""
    spaced, quoted = [], False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        after = following.text if following else ""
        glued = token.text.endswith("'") or token.text == "(" or after in NO_SPACE_BEFORE
        glued = glued or (after.startswith("-") and len(after) > 1 and following is not None)
        if token.text == '"':
            quoted = not quoted
            glued = glued or quoted
        elif after == '"' and quoted:
            glued = True
        spaced.append(replace(token, space=not glued and following is not None))
    return tuple(spaced)
