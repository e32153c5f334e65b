"""The reader: an encoder, a tagger of words with a linear-chain CRF, and a linker of fragments.

A relation is anchored at its cue (in the corpus each has exactly one). The
tagger says which words are source, cue or content; the linker gives each word
of content the cue that it belongs to, and each cue the source that stands
behind it, or none. Both are dot products of states, as in biaffine parsing
(Dozat and Manning 2017), with a bias for the distance in words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from encoder import Encoder
from tellings.reading.attribution.trained.relations import BUCKETS, LINK
from tellings.reading.attribution.trained.tagging import FORBIDDEN, TAGS


@dataclass
class Scores:
    """What the network says of a batch, by word: tags (B, W, 7), the four link vectors (B, W, LINK), no source (B, W)."""

    tags: Tensor
    cue_to_source: Tensor
    source: Tensor
    cue_to_content: Tensor
    content: Tensor
    unnamed: Tensor


class Network(nn.Module):
    """``forward`` gives one row of numbers a piece, in the order of ``Scores``."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.size
        self.tagger = nn.Linear(size, len(TAGS))
        self.linker = nn.Linear(size, 4 * LINK)
        self.unnamed = nn.Linear(size, 1)
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.source_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.content_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.register_buffer("forbidden", torch.tensor(FORBIDDEN, dtype=torch.float32) * -1e4, persistent=False)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, mask: Tensor | None = None) -> Tensor:
        states = self.encoder.dropout(self.encoder(pieces, shapes, marks, mask))
        return torch.cat([self.tagger(states), self.linker(states), self.unnamed(states)], -1)

    def scores(self, out: Tensor, firsts: Tensor) -> Scores:
        """The rows of the words' first pieces, in float."""
        rows = torch.gather(out, 1, firsts[..., None].expand(-1, -1, out.shape[-1])).float()
        tags, source_cue, source, content_cue, content, unnamed = rows.split(
            [len(TAGS), LINK, LINK, LINK, LINK, 1], dim=-1
        )
        scale = 1 / math.sqrt(LINK)
        return Scores(tags, source_cue * scale, source, content_cue * scale, content, unnamed[..., 0])

    def chain_loss(self, tags: Tensor, gold: Tensor, real: Tensor, weight: Tensor) -> Tensor:
        """The CRF's negative log-likelihood, a word; ``real`` marks words, ``weight`` is one number a row."""
        step = self.transitions + self.forbidden
        alpha = tags[:, 0]
        score = tags[:, 0].gather(1, gold[:, :1])[:, 0]
        for place in range(1, tags.shape[1]):
            now = real[:, place]
            following = torch.logsumexp(alpha[:, :, None] + step[None], 1) + tags[:, place]
            alpha = torch.where(now[:, None], following, alpha)
            taken = step[gold[:, place - 1], gold[:, place]] + tags[:, place].gather(1, gold[:, place, None])[:, 0]
            score = score + torch.where(now, taken, torch.zeros_like(taken))
        lost = (torch.logsumexp(alpha, 1) - score) * weight
        return lost.sum() / (real.sum(1) * weight).sum()
