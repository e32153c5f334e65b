#!/bin/sh
# From the corpus to the weights in the package, in one command. Stopped, the same command goes on from the last pass.
#
#     training/attribution/build.sh CORPUS_FOLDER WORK_FOLDER [PYTHON]
#
# CORPUS_FOLDER holds train.jsonl.gz in the form described in README.md. About an hour and a half on one core.
set -eu
corpus=$1 work=$2 python=${3:-python3}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
export PYTHONPATH="$here/../../bench" # how a row of the corpus becomes an article stands there
"$python" base.py "$work/base"
"$python" train.py "$work/base" "$work/first" --train "$corpus/train.jsonl.gz" --epochs 5 --seed 1
"$python" train.py "$work/base" "$work/second" --train "$corpus/train.jsonl.gz" --epochs 3 --seed 7 \
	--rate 1.5e-4 --head-rate 5e-4 --start "$work/first/checkpoint.pt"
"$python" export.py "$work/base" "$here/../../src/tellings/reading/attribution/trained/weights" \
	"$work/first/checkpoint.pt" "$work/second/checkpoint.pt"
