"""What is promised of Docs, chains and processes: serialisation, memory, partial chains, evaluation."""

import gc
import multiprocessing
import pickle
import subprocess
import sys
import weakref
from concurrent.futures import ProcessPoolExecutor

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import claimx
from claimx import annotations
from claimx.pipeline import ORDER, add_pipes
from tests.conll import parsed

# Partial chains warn of what they miss; test_pipeline.py looks at that.
pytestmark = pytest.mark.filterwarnings("ignore::claimx.ClaimxWarning")

TEXT = (
    "Selon Reuters, Nvidia pourrait investir jusqu’à 3 milliards de dollars mardi. Apple a perdu un procès."
)
SENTENCE = """
Selon     selon     ADP   2 case
Reuters   Reuters   PROPN 5 obl:mod
,         ,         PUNCT 2 punct
Nvidia    Nvidia    PROPN 5 nsubj
vendrait  vendre    VERB  0 root  Mood=Cnd|VerbForm=Fin
Apple     Apple     PROPN 5 obj
.         .         PUNCT 5 punct
"""
# Chains that a user may build, each with what it may then find.
PARTIAL = {
    "dates": ("claimx_dates",),
    "amounts": ("claimx_amounts",),
    "claims without confidence": ORDER[:-1],
    "claims alone": ("claimx_claims",),
    "confidence without claims": ("claimx_confidence",),
    "sources without cues": ("claimx_sources", "claimx_claims", "claimx_confidence"),
}


def chain(*components):
    """spaCy's blank French with some components, in this order."""
    nlp = spacy.blank("fr")
    for name in components:
        nlp.add_pipe(name)
    return nlp


def run(nlp, doc):
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def fresh(code, *arguments):
    """What a new interpreter prints."""
    command = [sys.executable, "-W", "error::UserWarning", "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.model
def test_a_docbin_is_read_by_a_process_that_never_imported_claimx(nlp, tmp_path):
    doc = nlp(TEXT)
    DocBin(docs=[doc]).to_disk(tmp_path / "docs.spacy")
    code = """if True:
        import sys
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
        [doc] = DocBin().from_disk(sys.argv[1]).get_docs(Vocab())
        group = doc.spans["claimx_claims"]
        print(*(group.attrs["values"][span.id_]["confidence"]["level"] for span in group), len(doc.spans))
        print(*(name for name in sys.modules if name.startswith("claimx")))"""
    levels = [str(claim.confidence.level) for claim in doc._.claims]
    assert levels
    assert fresh(code, tmp_path / "docs.spacy") == " ".join([*levels, str(len(annotations.PREFIXES))])


@pytest.mark.model
@pytest.mark.parametrize(
    "imports", ["import claimx, spacy", "import spacy, claimx", "import spacy.tokens, claimx"]
)
def test_importing_claimx_is_enough_to_read_claims(nlp, tmp_path, imports):
    doc = nlp(TEXT)
    DocBin(docs=[doc]).to_disk(tmp_path / "docs.spacy")
    code = f"""if True:
        {imports}
        import sys
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
        [doc] = DocBin().from_disk(sys.argv[1]).get_docs(Vocab())
        print(len(doc._.claims), doc._.claimx_published)"""
    assert fresh(code, tmp_path / "docs.spacy") == f"{len(doc._.claims)} None"


@pytest.mark.model
def test_a_pickled_doc_is_read_in_a_new_interpreter(nlp, tmp_path):
    doc = nlp(TEXT)
    (tmp_path / "doc.pickle").write_bytes(pickle.dumps(doc))
    code = """if True:
        import pathlib, pickle, sys
        print(len(pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())._.claims))"""
    assert fresh(code, tmp_path / "doc.pickle") == str(len(doc._.claims))


@pytest.mark.model
def test_two_processes_of_spacy_give_what_one_gives(nlp):
    texts = [TEXT.replace("3", str(number)) for number in range(2, 10)]
    alone = [doc._.claims for doc in nlp.pipe(texts)]
    assert all(alone)
    assert [doc._.claims for doc in nlp.pipe(texts, n_process=2, batch_size=3)] == alone


@pytest.mark.model
def test_texts_keep_their_contexts(nlp):
    pairs = [(TEXT, {"number": number}) for number in range(3)]
    found = [(context, len(doc._.claims)) for doc, context in nlp.pipe(pairs, as_tuples=True)]
    assert found == [(context, 2) for _, context in pairs]


@pytest.fixture
def without_collector():
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def assert_freed(components):
    """The collector is off, so that a Doc in a reference cycle, or held by anybody, stays."""
    nlp = chain(*components)
    with nlp.memory_zone():
        doc = run(nlp, parsed(SENTENCE, vocab=nlp.vocab))
        last = weakref.ref(doc)
        del doc
        assert last() is None


@pytest.mark.usefixtures("without_collector")
@pytest.mark.parametrize("components", PARTIAL.values(), ids=PARTIAL)
def test_no_doc_outlives_a_partial_chain(components):
    assert_freed(components)


@pytest.mark.usefixtures("without_collector")
def test_no_doc_outlives_the_whole_chain():
    assert_freed(ORDER)


@pytest.mark.usefixtures("without_collector")
def test_no_doc_outlives_a_component_that_fails(monkeypatch):
    nlp = chain(*ORDER)
    monkeypatch.setattr(annotations, "write", None)
    with nlp.memory_zone():
        doc = parsed(SENTENCE, vocab=nlp.vocab)
        with pytest.raises(TypeError):
            run(nlp, doc)
        last = weakref.ref(doc)
        del doc
        assert last() is None


@pytest.mark.parametrize("components", PARTIAL.values(), ids=PARTIAL)
def test_a_partial_chain_gives_what_its_components_find(components):
    nlp = chain(*components)
    doc = run(nlp, parsed(SENTENCE, vocab=nlp.vocab))
    groups = {"claimx_cues": {"claimx_cue_candidates"}, "claimx_confidence": {"claimx_claims", "claimx_cues"}}
    assert set(doc.spans) <= set().union(*(groups.get(name, {name}) for name in components))
    assert all(claim.text.endswith("Nvidia vendrait Apple") for claim in doc._.claims)
    assert len(doc._.claims) == ("claimx_claims" in components)
    assert nlp("")._.claims == nlp("Une phrase vendrait.")._.claims == ()


def test_a_component_added_twice_changes_nothing():
    once, twice = chain(*ORDER), chain(*ORDER)
    for name in ORDER:
        twice.add_pipe(name, name=f"{name}_again")
    [claim] = run(once, parsed(SENTENCE, vocab=once.vocab))._.claims
    assert run(twice, parsed(SENTENCE, vocab=twice.vocab))._.claims == (claim,)
    assert claim.confidence.level == "possible"


def claims_of(nlp, text):
    """For a process of its own: the claims of a text."""
    return [claim.to_dict() for claim in nlp(text)._.claims]


@pytest.mark.model
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_pipeline_travels_to_a_process_that_is_started_anew(nlp, method):
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        there = pool.submit(claims_of, nlp, TEXT).result(timeout=120)
    assert there == claims_of(nlp, TEXT) != []


@pytest.mark.model
def test_a_pickled_pipeline_works_in_a_new_interpreter(nlp, tmp_path):
    (tmp_path / "nlp.pickle").write_bytes(pickle.dumps(nlp))
    code = """if True:
        import pathlib, pickle, sys
        nlp = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())
        print(len(nlp(sys.argv[2])._.claims))"""
    assert fresh(code, tmp_path / "nlp.pickle", TEXT) == str(len(nlp(TEXT)._.claims))


@pytest.mark.model
def test_evaluate_gives_figures(nlp):
    doc = nlp(TEXT)
    reference = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    scores = nlp.evaluate([Example(nlp.make_doc(TEXT), reference)])
    assert scores["claimx_claims_f"] == scores["claimx_levels_f"] == 1
    assert scores["dep_uas"] == scores["ents_f"] == 1


@pytest.mark.model
def test_the_components_go_to_disk_and_come_back(tmp_path):
    add_pipes(spacy.load(claimx.pipeline.MODEL)).to_disk(tmp_path / "mine")
    again = spacy.load(tmp_path / "mine")
    assert len(again(TEXT)._.claims) == 2
