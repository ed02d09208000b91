#!/bin/sh
# Trains all networks at the same time, for machines with a GPU and many cores: sh train_all.sh MINUTES OUT
#
# OUT gets the logs and, of each network, the averaged weights in floating point and quantised. Everything is tried for
# a few seconds first, so that an error shows at once. PYTHON names the interpreter, DETECTION, RECOGNITION and CJK the
# numbers of processes that draw samples; a network with 0 is not trained.
set -u
minutes=$1 out=$2
python=${PYTHON:-python3}
detection=${DETECTION:-4} recognition=${RECOGNITION:-8} cjk=${CJK:-4}
mkdir -p "$out"

# train FOLDER TOTAL FLOAT: all networks for TOTAL minutes, the first FLOAT of them in floating point
train() {
    common="--minutes $2 --quantize-after $3 --checkpoint-minutes 2"
    processes=""
    if [ "$detection" -gt 0 ]; then
        $python -m imagetotext_training.train_detection $common --workers "$detection" --batch "${DETECTION_BATCH:-32}" --first-samples "$4" --out "$1/detection" >"$1-detection.log" 2>&1 &
        processes="$processes $!"
    fi
    if [ "$recognition" -gt 0 ]; then
        $python -m imagetotext_training.train_recognition $common --workers "$recognition" --rate 2.5e-3 --batch-width "${RECOGNITION_BATCH:-240000}" --first-samples "$5" --out "$1/recognition" >"$1-recognition.log" 2>&1 &
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

mkdir -p runs/trial runs/all
if ! train runs/trial 0.25 0.12 8 512 2 2; then
    tail -n 25 runs/trial-*.log
    exit 1
fi
tail -qn 2 runs/trial-*.log
train runs/all "$minutes" "$(echo "$minutes * 0.68" | bc -l 2>/dev/null || $python -c "print($minutes * 0.68)")" 64 8000 200 16
for network in runs/all/*; do
    name=$(basename "$network")
    for phase in float checkpoint quantized; do
        [ -f "$network/$phase.pt" ] || continue
        $python - "$network/$phase.pt" "$out/$name-$phase.pt" <<'PYTHON'
import sys, torch

average = torch.load(sys.argv[1], map_location="cpu")["average"]
if sum(value.numel() for value in average.values()) > 3_900_000:
    average = {name: value.half() if value.dtype == torch.float32 else value for name, value in average.items()}
torch.save({"average": average}, sys.argv[2])
PYTHON
    done
done
tail -qn 400 runs/trial-*.log runs/all-*.log >"$out/log.txt"
tail -qn 4 runs/all-*.log
