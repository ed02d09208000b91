#!/bin/sh
# Trains all networks at the same time, for machines with a GPU and many cores: sh train_all.sh MINUTES OUT
#
# OUT gets the logs and, of each network, the averaged weights in floating point and quantised, every two minutes and at
# the end. Everything is tried for a few seconds first, so that an error shows at once. PYTHON names the interpreter, DETECTION, RECOGNITION and CJK the
# numbers of processes that draw samples; a network with 0 is not trained. LATIN and RESUME name the weights from which the
# recognisers of Latin and of all alphabets start, RATE their highest learning rate, ALL_SHARE the share of batches of the second.
set -u
minutes=$1 out=$2
python=${PYTHON:-python3}
detection=${DETECTION:-4} recognition=${RECOGNITION:-8} cjk=${CJK:-4}
mkdir -p "$out"

# train FOLDER TOTAL FLOAT: all networks for TOTAL minutes, the first FLOAT of them in floating point
train() {
    common="--minutes $2 --quantize-after $3 --checkpoint-minutes 3"
    processes=""
    if [ "$detection" -gt 0 ]; then
        $python -m imagetotext_training.train_detection $common --workers "$detection" --batch "${DETECTION_BATCH:-32}" --first-samples "$4" --out "$1/detection" >"$1-detection.log" 2>&1 &
        processes="$processes $!"
    fi
    if [ "$recognition" -gt 0 ]; then
        $python -m imagetotext_training.train_recognition $common --workers "$recognition" --rate "${RATE:-2.5e-3}" ${LATIN:+--latin "$LATIN"} ${RESUME:+--resume "$RESUME"} --all-share "${ALL_SHARE:-1}" --validation "$8" --batch-width "${RECOGNITION_BATCH:-240000}" --first-samples "$5" --out "$1/recognition" >"$1-recognition.log" 2>&1 &
        processes="$processes $!"
    fi
    if [ "$cjk" -gt 0 ]; then
        $python -m imagetotext_training.train_cjk --minutes "$2" --quantize-after "$3" --lines "$6" --first-batches "$7" --area "${CJK_BATCH:-64000}" --workers "$cjk" --out "$1/cjk" >"$1-cjk.log" 2>&1 &
        processes="$processes $!"
    fi
    failed=0
    for process in $processes; do wait "$process" || failed=1; done
    return $failed
}

# save: the averaged weights of all networks to OUT, those of large networks in half precision
save() {
    $python - "$out" <<'PYTHON'
import glob, pathlib, sys, torch

MOST_FLOATS = 3_900_000
for path in map(pathlib.Path, glob.glob("runs/all/**/*.pt", recursive=True)):
    average = torch.load(path, map_location="cpu")["average"]
    if sum(value.numel() for value in average.values()) > MOST_FLOATS:
        average = {name: value.half() if value.dtype == torch.float32 else value for name, value in average.items()}
    torch.save({"average": average}, pathlib.Path(sys.argv[1]) / f"{path.parent.name}-{path.name}")
PYTHON
    cat runs/trial-*.log runs/all-*.log >"$out/log.txt"
}

mkdir -p runs/trial runs/all
if ! train runs/trial 0.25 0.12 8 512 2 2 20; then
    tail -n 25 runs/trial-*.log
    exit 1
fi
tail -qn 2 runs/trial-*.log
while sleep 120; do save; done &
saver=$!
trap 'kill "$saver"' EXIT
train runs/all "$minutes" "$($python -c "print($minutes * 0.68)")" 64 8000 200 16 300
save
tail -qn 4 runs/all-*.log
