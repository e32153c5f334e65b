#!/bin/sh
# From the corpus to the weights in the package, in one command. Stopped, the same command goes on from the last pass.
#
#     training/attribution/build.sh CORPUS_FOLDER WORK_FOLDER [PYTHON [ARTICLES]]
#
# CORPUS_FOLDER holds train.jsonl.gz in the form described in README.md. About an hour and a half on one core. With
# ARTICLES (4, say) the whole way is tried on so few in some minutes: the weights go to WORK_FOLDER/weights, and the
# package keeps its own.
set -eu
corpus=$1 work=$2 python=${3:-python3} articles=${4:-}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
corpus=$(cd "$corpus" && pwd) work=$(cd "$work" && pwd) # what follows runs in another folder
weights=$here/../../src/tellings/reading/attribution/trained/weights
if [ -n "$articles" ]; then weights=$work/weights; fi
cd "$here"
export PYTHONPATH="$here/../../bench:$here/../../src" # how a row of the corpus becomes an article stands in bench
"$python" base.py "$work/base"
"$python" train.py "$work/base" "$work/first" --train "$corpus/train.jsonl.gz" --epochs 5 --seed 1 ${articles:+--limit "$articles"}
"$python" train.py "$work/base" "$work/second" --train "$corpus/train.jsonl.gz" --epochs 3 --seed 7 \
	--rate 1.5e-4 --head-rate 5e-4 --start "$work/first/checkpoint.pt" ${articles:+--limit "$articles"}
"$python" export.py "$work/base" "$weights" "$work/first/checkpoint.pt" "$work/second/checkpoint.pt"
