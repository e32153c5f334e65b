"""The body: a BERT or MPNet encoder, with capitals and quotation marks added to its input.

Written out (and not taken from a library) because it has to run fast on two
cores: one product for query, key and value, products in bfloat16, and dropout
from a pool of ready masks, as drawing one fresh mask for each number costs a
quarter of a step. Weights are read from the published files.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from tellings.reading.attribution.trained.encoding import MARKS, SHAPES


class PooledDropout(nn.Module):
    """Dropout whose masks are slices, at random places, of one long mask drawn once."""

    pool: Tensor

    def __init__(self, rate: float, size: int = 1 << 24) -> None:
        super().__init__()
        self.rate = rate
        keep = torch.rand(size, generator=torch.Generator().manual_seed(5)) >= rate
        self.register_buffer("pool", (keep / (1 - rate)).to(torch.bfloat16), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        count = x.numel()
        start = int(torch.randint(self.pool.numel() - count + 1, ()))
        return x * self.pool[start : start + count].view_as(x)


class Attention(nn.Module):
    def __init__(self, size: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.into = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, size = x.shape
        parts = self.into(x).view(batch, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        scores = torch.matmul(query, key.transpose(-1, -2)) * (1 / math.sqrt(size // self.heads))
        if bias is not None:
            scores = scores + bias.to(query.dtype)
        mixed = torch.matmul(torch.softmax(scores, -1, dtype=scores.dtype), value)
        return self.out(mixed.transpose(1, 2).reshape(batch, length, size))


class Layer(nn.Module):
    def __init__(self, size: int, heads: int, inner: int, epsilon: float, dropout: PooledDropout) -> None:
        super().__init__()
        self.attention = Attention(size, heads)
        self.first = nn.LayerNorm(size, epsilon)
        self.grow = nn.Linear(size, inner)
        self.shrink = nn.Linear(inner, size)
        self.second = nn.LayerNorm(size, epsilon)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        x = self.first(x + self.dropout(self.attention(x, bias)))
        grown: Tensor = nn.functional.gelu(self.grow(x))
        y: Tensor = self.second(x + self.dropout(self.shrink(grown)))
        return y


class Encoder(nn.Module):
    """From pieces, shapes and marks, each (batch, length), to states (batch, length, size); no mask, no padding."""

    def __init__(self, config: dict[str, Any], dropout: float = 0.1) -> None:
        super().__init__()
        size, heads = config["hidden_size"], config["num_attention_heads"]
        self.relative = config["model_type"] == "mpnet"
        self.size = size
        self.offset = 2 if self.relative else 0
        self.padding = config["pad_token_id"]
        self.words = nn.Embedding(config["vocab_size"], size)
        self.places = nn.Embedding(config["max_position_embeddings"], size)
        self.shapes = nn.Embedding(len(SHAPES), size)
        self.marks = nn.Embedding(len(MARKS), size)
        self.norm = nn.LayerNorm(size, config["layer_norm_eps"])
        self.dropout = PooledDropout(dropout)
        inner, epsilon = config["intermediate_size"], config["layer_norm_eps"]
        self.layers = nn.ModuleList(
            Layer(size, heads, inner, epsilon, self.dropout) for _ in range(config["num_hidden_layers"])
        )
        if self.relative:
            self.distance = nn.Embedding(config["relative_attention_num_buckets"], heads)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        places = torch.arange(pieces.shape[1], device=pieces.device) + self.offset
        x = self.words(pieces) + self.places(places) + self.shapes(shapes) + self.marks(marks)
        x = self.dropout(self.norm(x))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if self.relative:
            distances = self._distances(pieces.shape[1])
            bias = distances if bias is None else bias + distances
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def _distances(self, length: int) -> Tensor:
        """MPNet's bias by relative position, in T5's logarithmic buckets."""
        places = torch.arange(length)
        steps = places[:, None] - places[None, :]
        half = self.distance.num_embeddings // 2
        side = (steps < 0).long() * half
        steps = steps.abs()
        exact = half // 2
        far = exact + (torch.log(steps.float().clamp(min=1) / exact) / math.log(128 / exact) * (half - exact)).long()
        buckets = side + torch.where(steps < exact, steps, far.clamp(max=half - 1))
        out: Tensor = self.distance(buckets).permute(2, 0, 1)[None]
        return out


def published(folder: Path, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights of a published model's folder (config.json, model.safetensors)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    encoder = Encoder(config, dropout)
    weights = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("mpnet.").removeprefix("bert."): value for name, value in weights.items()}
    own = encoder.state_dict()
    taken = _common(weights)
    if encoder.relative:
        taken |= _mpnet(weights, config["num_hidden_layers"])
    else:
        taken |= _bert(weights, config["num_hidden_layers"])
        taken["places.weight"] = taken["places.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    missing = set(own) - set(taken) - {"shapes.weight", "marks.weight"}
    if missing or set(taken) - set(own):
        raise ValueError(f"{folder}: the weights do not fit: {sorted(missing)} {sorted(set(taken) - set(own))}")
    encoder.load_state_dict(taken, strict=False)
    return encoder


def _common(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }


def _layer(weights: dict[str, Tensor], number: int, names: dict[str, str]) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    for kind in ("weight", "bias"):
        base = f"encoder.layer.{number}."
        joined = [weights[f"{base}{names[part]}.{kind}"] for part in ("query", "key", "value")]
        found[f"layers.{number}.attention.into.{kind}"] = torch.cat(joined)
        for own, other in (
            ("attention.out", names["out"]),
            ("first", names["first"]),
            ("grow", "intermediate.dense"),
            ("shrink", "output.dense"),
            ("second", "output.LayerNorm"),
        ):
            found[f"layers.{number}.{own}.{kind}"] = weights[f"{base}{other}.{kind}"]
    return found


def _bert(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    names = {part: f"attention.self.{part}" for part in ("query", "key", "value")}
    names |= {"out": "attention.output.dense", "first": "attention.output.LayerNorm"}
    return {name: w for number in range(layers) for name, w in _layer(weights, number, names).items()}


def _mpnet(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    names = {"query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v"}
    names |= {"out": "attention.attn.o", "first": "attention.LayerNorm"}
    found = {name: w for number in range(layers) for name, w in _layer(weights, number, names).items()}
    return found | {"distance.weight": weights["encoder.relative_attention_bias.weight"]}
