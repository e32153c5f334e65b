"""Writes what a checkpoint attributes, for the evaluator, without anything that the package adds.

    python predict.py BASE CHECKPOINT.pt ROWS.jsonl[.gz] PREDICTED.jsonl [--text]

``--text`` keeps the rows' text beside the attributions, as training rows for another model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch

from attribution_reading import article, rows
from encoder import Encoder
from network import Network
from tellings.reading.attribution import marks
from tellings.reading.attribution.trained.reader import Attribution, Place, Tables, TrainedReader
from tellings.reading.attribution.trained.tagging import Array
from tellings.reading.attribution.trained.windows import Window
from tellings.reading.paragraphs import Paragraph, paragraphs
from train import tokenizer


def reader(base: Path, checkpoint: Path) -> TrainedReader:
    """The reader with a checkpoint's network."""
    words, start, part = tokenizer(base)
    network = restored(base, checkpoint)

    @torch.inference_mode()
    def run(window: Window) -> Array:
        inputs = [torch.from_numpy(a)[None] for a in (window.pieces, window.shapes, window.marks)]
        out = network(*inputs)[0].float().numpy()
        return out[window.firsts]

    return TrainedReader(words, run, tables(network), start, part)


def restored(base: Path, *checkpoints: Path) -> Network:
    """The network of a checkpoint, or the mean of several, ready to read."""
    network = Network(Encoder(json.loads((base / "config.json").read_text(encoding="utf-8"))))
    kept = [torch.load(path)["network"] for path in checkpoints]
    network.load_state_dict({name: sum(state[name] for state in kept) / len(kept) for name in kept[0]})
    return network.eval()


def tables(network: Network) -> Tables:
    """What the network learned outside its layers."""
    step = network.transitions + network.forbidden
    values = (step, network.source_distance, network.content_distance)
    return Tables(*(value.detach().float().numpy() for value in values))


def row(found: Sequence[Attribution], parts: Sequence[Paragraph]) -> list[dict[str, list[list[int]]]]:
    """Attributions in the form of the corpus."""

    def spans(places: Sequence[Place]) -> list[list[int]]:
        return [[s.start, s.end] for p in places for s in parts[p.paragraph].spans(p.start, p.end)]

    return [
        {"source": spans([a.source] if a.source else []), "cue": spans([a.cue]), "content": spans(a.content)}
        for a in found
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--text", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    trained = reader(args.base, args.checkpoint)
    with args.predicted.open("w", encoding="utf-8") as out:
        for given in rows(args.rows):
            found = paragraphs(article(given))
            attributions = row(trained.read(found, [marks.find(p.text) for p in found]), found)
            kept = {key: given[key] for key in ("id", "text", "ignore") if args.text and key in given}
            out.write(json.dumps({**kept, "id": given["id"], "attributions": attributions}) + "\n")


if __name__ == "__main__":
    main()
