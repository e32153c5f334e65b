"""Trains the reader of attributions.

    python train.py BASE OUT --train ROWS.jsonl.gz [...] [--epochs 5] [--seed 1]

BASE is a folder with a published encoder (config.json, model.safetensors,
tokenizer.json). After each pass a checkpoint is kept in OUT; the same command
goes on from the last one.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from attribution_reading import rows
from encoder import published
from examples import IGNORED, Batch, Prepared, epoch, prepare
from network import Network
from tellings.reading.attribution.trained.relations import buckets

LINK_WEIGHT = 0.15
"""How much a link's loss counts beside the loss of a word's tag."""
WARM = 0.06
"""The share of the steps in which the rates rise; then they fall in a line."""


def tokenizer(folder: Path) -> tuple[Tokenizer, int, int]:
    """The tokenizer of a published model, and its ids for the start of a text and the end of a part."""
    found = Tokenizer.from_file(str(folder / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    start, part = (
        next(i for i in map(found.token_to_id, names) if i is not None)
        for names in (("[CLS]", "<s>"), ("[SEP]", "</s>"))
    )
    return found, start, part


def losses(network: Network, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The loss of the tags, of the contents' cues, and of the cues' sources."""
    with torch.autocast("cpu", torch.bfloat16):
        out = network(batch.pieces, batch.shapes, batch.marks, batch.mask)
    scores = network.scores(out.float(), batch.firsts)
    tags = network.chain_loss(scores.tags, batch.tags, batch.real, batch.weight)
    cue_content, cue_source = _at(scores.cue_to_content, batch.cues), _at(scores.cue_to_source, batch.cues)
    words = torch.arange(batch.firsts.shape[1])[None, :, None]
    steps = torch.from_numpy(buckets((words - batch.cues[:, None, :]).numpy()))
    to_cue = scores.content @ cue_content.transpose(1, 2) + network.content_distance[steps]
    to_cue = to_cue.masked_fill(~batch.cue_real[:, None, :], -1e4)
    steps = torch.from_numpy(buckets((batch.sources[:, None, :] - batch.cues[:, :, None]).numpy()))
    to_source = cue_source @ _at(scores.source, batch.sources).transpose(1, 2) + network.source_distance[steps]
    to_source = to_source.masked_fill(~batch.source_real[:, None, :], -1e4)
    to_source = torch.cat([to_source, _at(scores.unnamed[..., None], batch.cues)], -1)
    return (
        tags,
        _choice(to_cue, batch.content_to_cue, batch.weight),
        _choice(to_source, batch.cue_to_source, batch.weight),
    )


def _at(values: Tensor, places: Tensor) -> Tensor:
    return torch.gather(values, 1, places[..., None].expand(-1, -1, values.shape[-1]))


def _choice(scores: Tensor, gold: Tensor, weight: Tensor) -> Tensor:
    each = nn.functional.cross_entropy(scores.transpose(1, 2), gold, ignore_index=IGNORED, reduction="none")
    counted = (gold != IGNORED) * weight[:, None]
    return (each * counted).sum() / counted.sum().clamp(min=1)


class Training:
    """The network with its optimiser, the rates' schedule, and the number of passes done."""

    def __init__(self, network: Network, steps: int, args: argparse.Namespace) -> None:
        self.network = network
        network.encoder.words.weight.requires_grad_(False)  # a third less to learn, and rare words keep their meaning
        named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
        body = [p for name, p in named if name.startswith("encoder.") and not _new(name)]
        heads = [p for name, p in named if not name.startswith("encoder.") or _new(name)]
        groups = [{"params": body, "lr": args.rate}, {"params": heads, "lr": args.head_rate}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda step: min((step + 1) / (WARM * steps), max(0.0, 1.01 - step / steps) / (1 - WARM))
        )
        self.done = 0

    def step(self, batch: Batch) -> Tensor:
        """Learn from one batch; its three losses."""
        lost = losses(self.network, batch)
        (lost[0] + LINK_WEIGHT * (lost[1] + lost[2])).backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.schedule.step()
        return torch.stack(lost).detach()

    def save(self, path: Path) -> None:
        """Keep all that is needed to go on, whole or not at all."""
        parts: dict[str, Any] = {key: getattr(self, key).state_dict() for key in ("network", "optimiser", "schedule")}
        torch.save({**parts, "epoch": self.done}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def restore(self, path: Path) -> None:
        """Go on from what was kept."""
        kept = torch.load(path)
        for key in ("network", "optimiser", "schedule"):
            getattr(self, key).load_state_dict(kept[key])
        self.done = kept["epoch"]


def _new(name: str) -> bool:
    """Whether a part of the encoder is ours and not published."""
    return name.startswith(("encoder.shapes", "encoder.marks"))


def _hiding(batches: Iterator[Batch], share: float, hidden_id: int) -> Iterator[Batch]:
    """Hide a share of the pieces, so that the network leans on what stands around a word too."""
    for batch in batches:
        hidden = (torch.rand(batch.pieces.shape) < share) & (batch.pieces > 104)  # the signs have the lowest ids
        batch.pieces.masked_fill_(hidden, hidden_id)
        yield batch


def one_pass(training: Training, batches: Iterator[Batch]) -> list[float]:
    """Learn from all batches once; the mean losses."""
    began = time.perf_counter()
    total, pieces, count = torch.zeros(3), 0, 0
    training.network.train()
    for count, batch in enumerate(batches, 1):
        total += training.step(batch)
        pieces += int(batch.mask.sum())
        if count % 25 == 0:
            mean = [round(float(t) / count, 4) for t in total]
            print(f"step {count}: losses {mean}, {pieces / (time.perf_counter() - began):.0f} pieces/s", flush=True)
    training.done += 1
    return [float(t) / count for t in total]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--train", type=Path, nargs="+", required=True)
    parser.add_argument("--extra", type=Path, nargs="*", default=[], help="rows that another model labelled")
    parser.add_argument("--extra-weight", type=float, default=0.5)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--budget", type=int, default=2048, help="pieces of one step")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hidden", type=float, default=0.04, help="share of pieces that are hidden in training")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--limit", type=int, help="only so many articles of each file: to try the way before the long run"
    )
    parser.add_argument("--start", type=Path, help="a checkpoint whose network to begin from")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    words, start, part = tokenizer(args.base)
    articles: list[Prepared] = [prepare(words, row) for path in args.train for row in islice(rows(path), args.limit)]
    articles += [
        prepare(words, row, args.extra_weight) for path in args.extra for row in islice(rows(path), args.limit)
    ]
    network = Network(published(args.base, args.dropout))
    if args.start:
        network.load_state_dict(torch.load(args.start)["network"])
    steps = args.epochs * sum(1 for _ in epoch(articles, start, part, seed=args.seed, budget=args.budget))
    training = Training(network, steps, args)
    last = args.out / "checkpoint.pt"
    if last.exists():
        training.restore(last)
    hidden_id = words.token_to_id("[MASK]") or words.token_to_id("<mask>")
    print(f"{len(articles)} articles, about {steps} steps, {training.done} passes done", flush=True)
    while training.done < args.epochs:
        seed = args.seed * 1000 + training.done
        torch.manual_seed(seed)
        began = time.perf_counter()
        batches = epoch(articles, start, part, seed=seed, budget=args.budget)
        lost = one_pass(training, _hiding(batches, args.hidden, hidden_id))
        training.save(last)
        with (args.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(
                json.dumps({"pass": training.done, "losses": lost, "seconds": time.perf_counter() - began}) + "\n"
            )


if __name__ == "__main__":
    main()
