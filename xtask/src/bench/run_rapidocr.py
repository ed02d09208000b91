"""Prints what RapidOCR reads in the picture of the first argument, with as many threads as the second says.

RapidOCR returns boxes with text. Boxes at the same height are printed as one line, from left to right, as people
print them who want plain text.
"""

import sys

from rapidocr import RapidOCR

MODELS = ("PP-OCRv6", "small")


def main():
    picture, threads = sys.argv[1], int(sys.argv[2])
    models = {f"{part}.{name}": value for part in ("Det", "Rec") for name, value in zip(("ocr_version", "model_type"), typed(MODELS))}
    engine = RapidOCR(params={"Global.log_level": "critical", "EngineConfig.onnxruntime.intra_op_num_threads": threads, "EngineConfig.onnxruntime.inter_op_num_threads": 1, **models})
    result = engine(picture)
    if result.txts:
        for row in rows(zip(result.boxes, result.txts)):
            print(" ".join(text for _, text in row))


def typed(models):
    """The names of the models as RapidOCR wants them."""
    from rapidocr import ModelType, OCRVersion

    return OCRVersion(models[0]), ModelType(models[1])


def rows(items):
    """Boxes whose middle is within the height of the last one of a row, row by row, each from left to right."""
    out = []
    for box, text in sorted(items, key=lambda item: middle(item[0])):
        if out and middle(box) - middle(out[-1][-1][0]) < 0.5 * min(height(box), height(out[-1][-1][0])):
            out[-1].append((box, text))
        else:
            out.append([(box, text)])
    return [sorted(row, key=lambda item: min(x for x, _ in item[0])) for row in out]


def middle(box):
    return sum(y for _, y in box) / 4


def height(box):
    """The length of the left and right sides, which lines at an angle do not exaggerate."""
    return (abs(box[3][1] - box[0][1]) + abs(box[2][1] - box[1][1])) / 2


main()
