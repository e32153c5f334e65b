"""Writes a checkpoint as the package's weights: int8 ONNX, and what was learned outside the layers.

    python export.py BASE ../../src/tellings/reading/attribution/trained/weights CHECKPOINT.pt [CHECKPOINT.pt ...]

Of several checkpoints of one network the mean is written: later passes from
one beginning lie in one valley, and its middle reads better than its sides
(Izmailov et al. 2018).

Weights are quantised channel by channel to seven bits (``reduce_range``), as
older processors without VNNI saturate at eight.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from predict import restored, tables
from train import tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoint", type=Path, nargs="+")
    parser.add_argument("--float", action="store_true", help="do not quantise (to compare)")
    args = parser.parse_args()
    network = restored(args.base, *args.checkpoint)
    _, start, part = tokenizer(args.base)
    args.out.mkdir(parents=True, exist_ok=True)
    example = torch.arange(1000, 1064)[None]
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            network,
            (example, example % 3, example % 3),
            str(whole),
            input_names=["pieces", "shapes", "marks"],
            output_names=["rows"],
            dynamic_axes={name: {1: "length"} for name in ("pieces", "shapes", "marks", "rows")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        target = args.out / "reader.onnx"
        if args.float:
            target.write_bytes(ready.read_bytes())
        else:
            quantize_dynamic(str(ready), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    found = tables(network)
    settings = {
        "digest": sha256(target.read_bytes()).hexdigest(),
        "start": start,
        "part": part,
        **{key: np.round(getattr(found, key), 5).tolist() for key in found.__dataclass_fields__},
    }
    (args.out / "reader.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
