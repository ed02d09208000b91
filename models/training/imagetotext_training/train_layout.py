"""Trains the networks of the layout on pages of known structure and writes `models/layout.bin`.

The program `layout_data` (an example of the Rust library) computes all features; see `models/README.md`.

`python -m imagetotext_training.train_layout runs/layout/pages --program target/debug/examples/layout_data`
"""

import argparse
import glob
import json
import os
import subprocess

import numpy
import torch

from . import simulated_lines
from .layout_networks import HIDDEN, KINDS, NAMES, fit, folded, mean, read, run, widened, write
from .layout_truth import Matched, Truth

VALIDATION = 7
"""One page in this many is kept for validation."""


class Pages:
    """What the program computes of all pages with the networks so far."""

    def __init__(self, files, program, networks, scratch, reuse=False):
        path = os.path.join(scratch, "networks.bin")
        write(networks, path)
        for start in range(0, 0 if reuse else len(files), 200):
            subprocess.run([program, "features", path, *files[start : start + 200]], check=True)
        self.pages = []
        for file in files:
            with open(file.replace(".lines", ".pairs"), encoding="utf-8") as opened:
                page = json.load(opened)
            values = numpy.fromfile(file.replace(".lines", ".f32"), "<f4")
            values = numpy.nan_to_num(values, nan=-2.0)
            counts = [len(page[name]) for name in ("beside", "agreements", "below", "before", "blocks")]
            parts, at = [], 0
            for count, width in zip(counts, page["widths"]):
                parts.append(values[at : at + count * width].reshape(count, width))
                at += count * width
            self.pages.append((Matched(page, Truth(truth_of(file))), parts))


def truth_of(file):
    return file.replace(".lines", ".json").replace(".simulated", "")


def beside_data(pages):
    features, labels, known, owners = [], [], [], []
    for number, (matched, parts) in enumerate(pages):
        for pair, row in zip(matched.page["beside"], parts[0]):
            across, same = matched.across(pair[0], pair[1])
            if across is not None:
                features.append(row)
                labels.append((across, same or 0))
                known.append((1, int(bool(across) and same is not None)))
                owners.append(number)
    return numpy.array(features), numpy.array(labels), numpy.array(known), shares_of(owners)


def agreement_network(pages, beside):
    """Weights by pseudo-likelihood: each pair given the true answers of those that it should agree with."""
    rows = []  # evidence, answer, list of (features, answer of the other)
    for matched, parts in pages:
        answers = [matched.across(pair[0], pair[1])[0] for pair in matched.page["beside"]]
        if not answers:
            continue
        evidence = run(beside, parts[0].astype(float))[:, 0]
        others = [[] for _ in answers]
        for (one, other), row in zip(matched.page["agreements"], parts[1]):
            if answers[one] is not None and answers[other] is not None:
                others[one].append((row, 2 * answers[other] - 1))
                others[other].append((row, 2 * answers[one] - 1))
        rows += [(e, a, o) for e, a, o in zip(evidence, answers, others) if a is not None and o]
    width = len(rows[0][2][0][0])
    evidence = torch.tensor([row[0] for row in rows], dtype=torch.float32)
    answer = torch.tensor([row[1] for row in rows], dtype=torch.float32)
    owner = torch.tensor([index for index, row in enumerate(rows) for _ in row[2]])
    features = torch.tensor(numpy.array([f for row in rows for f, _ in row[2]]), dtype=torch.float32)
    sign = torch.tensor([s for row in rows for _, s in row[2]], dtype=torch.float32)
    weight = torch.full((width,), 0.1, requires_grad=True)
    factor = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.Adam([weight, factor], 0.03)
    for _ in range(250):
        support = torch.zeros(len(rows)).index_add(0, owner, torch.relu(features @ weight) * sign)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(factor * evidence + support, answer) + 1e-3 * (weight**2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("  agreement: factor of the evidence", round(factor.item(), 3), "weights", [round(v, 2) for v in weight.tolist()], "loss", round(loss.item(), 4))
    return weight.detach().numpy().astype(float)[None], factor.item()


def below_data(pages):
    features, labels, known, owners = [], [], [], []
    for number, (matched, parts) in enumerate(pages):
        truths = [matched.of_row(row) for row in matched.page["rows"]]
        for (upper, lower), row in zip(matched.page["below"], parts[2]):
            (block, line), (other_block, other_line) = truths[upper], truths[lower]
            if block == -1 and other_block == -1:
                continue
            same = int(block == other_block)
            features.append(row)
            labels.append((same, int(same and line != -1 and line == other_line)))
            known.append((1, same))
            owners.append(number)
    return numpy.array(features), numpy.array(labels), numpy.array(known), shares_of(owners)


def before_data(pages):
    features, labels, owners = [], [], []
    for number, (matched, parts) in enumerate(pages):
        places = [matched.of_block(rows)[0] for rows in matched.page["blocks"]]
        for (one, other), row in zip(matched.page["before"], parts[3]):
            if places[one] is not None and places[other] is not None and places[one] != places[other]:
                features.append(row)
                labels.append((int(places[one] < places[other]),))
                owners.append(number)
    return numpy.array(features), numpy.array(labels), numpy.ones((len(labels), 1)), shares_of(owners)


def kind_data(pages):
    features, labels, owners = [], [], []
    for number, (matched, parts) in enumerate(pages):
        for rows, row in zip(matched.page["blocks"], parts[4]):
            kind = matched.of_block(rows)[1]
            if kind is not None:
                features.append(row)
                labels.append(KINDS.index(kind))
                owners.append(number)
    return numpy.array(features), numpy.array(labels), numpy.ones(len(labels)), shares_of(owners)


DATA = {"beside": beside_data, "below": below_data, "before": before_data, "kind": kind_data}
"""What each network learns from."""


def shares_of(owners):
    """How often each example is drawn: a page counts with the root of its examples, so that none drowns the others."""
    counts = numpy.maximum(1, numpy.bincount(owners))
    return (1 / numpy.sqrt(counts))[owners]


def report_kinds(layers, data):
    features, labels, *_ = data
    found = run(layers, features.astype(float)).argmax(1)
    for number, kind in enumerate(KINDS):
        both = ((found == number) & (labels == number)).sum()
        f1 = 2 * both / max(1, (found == number).sum() + (labels == number).sum())
        print(f"  {kind:10} {(labels == number).sum():5} blocks, F1 {100 * f1:.1f} %", flush=True)


def report(name, layers, data):
    features, labels, known, _ = data
    out = run(layers, features.astype(float)) > 0
    for output in range(labels.shape[1]):
        chosen = known[:, output] > 0
        wrong = (out[chosen, output] != labels[chosen, output]).mean() if chosen.any() else 0
        print(f"  {name} {output}: {chosen.sum()} pairs, {labels[chosen, output].mean():.3f} positive, error {100 * wrong:.2f} %", flush=True)


def order_error(pages):
    """Share of the words that are not read right after the word that is before them in truth."""
    rows = {}
    for file, (matched, _) in pages:
        sequence = []
        for block in matched.page["order"]:
            for row in matched.page["blocks"][block]:
                for cell in row:
                    for segment in cell:
                        sequence += list(matched.words[segment])
        seen, unique = set(), []
        for word in sequence:
            if word not in seen:
                seen.add(word)
                unique.append(int(word))
        rank = {word: index for index, word in enumerate(sorted(unique))}
        ranks = [rank[word] for word in unique]
        wrong = sum(b != a + 1 for a, b in zip(ranks, ranks[1:]))
        kind = os.path.basename(file).split(".")[0].split("-")[-1]
        total = rows.setdefault(kind, [0, 0, 0, 0])
        total[0] += wrong
        total[1] += len(ranks)
        total[2] += wrong > 0.02 * len(ranks)
        total[3] += 1
    for kind, (wrong, count, bad, pages_) in sorted(rows.items()):
        print(f"  {kind:12} breaks {100 * wrong / max(1, count):5.2f} %, pages with more than 2 %: {bad} of {pages_}")
    print(f"  all          breaks {100 * sum(r[0] for r in rows.values()) / max(1, sum(r[1] for r in rows.values())):5.2f} %, pages {sum(r[2] for r in rows.values())} of {sum(r[3] for r in rows.values())}", flush=True)


def train_on(name, networks, train, test, options):
    """One network, from where it is: the mean with it, in which the new one has a share. New features count from nothing."""
    kept = DATA[name](test)
    data = DATA[name](train)
    before = widened(networks[name], data[0].shape[1])
    networks[name] = before
    print(name, "so far", flush=True)
    report_network(name, networks, kept, test)
    after = folded(*fit(*data, HIDDEN[name], epochs=options.epochs, seed=options.seed, start=before, classes=name == "kind"))
    networks[name] = mean(before, after, options.share)


def report_network(name, networks, data, test):
    if name == "kind":
        report_kinds(networks[name], data)
    else:
        report(name, networks[name], data)
    if name == "beside":
        print(f"  all pairs together: error {100 * wrong_together(test):.2f} %", flush=True)


def wrong_together(pages):
    """Share of the pairs side by side that are decided wrongly, all pairs of a page considered."""
    pairs = [(matched, pair) for matched, _ in pages for pair in matched.page["beside"]]
    answers = [(pair[2] > 0, matched.across(pair[0], pair[1])[0]) for matched, pair in pairs]
    return numpy.mean([belief != bool(answer) for belief, answer in answers if answer is not None])


def train_blocks(networks, pages, options):
    """The networks that rows and blocks are made with."""
    train, test = pages(options.reuse)
    networks["beside"] = folded(*fit(*beside_data(train), HIDDEN["beside"]))
    report("beside", networks["beside"], beside_data(test))
    report("beside (training)", networks["beside"], beside_data(train))
    weights, factor = agreement_network(train, networks["beside"])
    networks["agreement"] = [(options.coupling * weights, numpy.zeros(1))]
    last = networks["beside"][-1]
    last[0][0] *= factor
    last[1][0] *= factor
    train, test = pages()
    print(f"  beside 0 of all pairs together: error {100 * wrong_together(test):.2f} %")
    networks["below"] = folded(*fit(*below_data(train), HIDDEN["below"]))
    report("below", networks["below"], below_data(test))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder")
    arguments.add_argument("--program", required=True)
    arguments.add_argument("--out", default="../layout.bin")
    arguments.add_argument("--coupling", type=float, default=1.0, help="share of the pseudo-likelihood's weights that is used")
    arguments.add_argument("--pages", type=int, default=10**6, help="pages at most")
    arguments.add_argument("--on", nargs="+", choices=DATA, default=[], help="train on only these networks of a file, and keep the others")
    arguments.add_argument("--start", metavar="FILE", help="with --on, the file whose networks are trained on, if not --out")
    arguments.add_argument("--share", type=float, default=0.5, help="of the weights that were trained on, in the mean with those before")
    arguments.add_argument("--epochs", type=int, default=12, help="of the network of the order")
    arguments.add_argument("--seed", type=int, default=1, help="of the network of the order")
    arguments.add_argument("--reuse", action="store_true", help="do not compute again what needs no network, with an unchanged program")
    options = arguments.parse_args()
    # The networks are so small that threads would only wait for each other.
    torch.set_num_threads(1)
    names = sorted(path[:-4] for path in glob.glob(os.path.join(options.folder, "*.png")))
    names = names[: options.pages]
    files = [name + ".lines" for name in names if os.path.exists(name + ".lines")]
    for seed, name in enumerate(names):
        path = name + ".simulated.lines"
        if not os.path.exists(path) and (seed % 3 == 0 or name + ".lines" not in files):
            simulated_lines.write(name + ".json", path, seed)
        if os.path.exists(path):
            files.append(path)
    bare = [file for file in files if not os.path.exists(file.replace(".lines", ".graphics"))]
    for start in range(0, len(bare), 200):
        subprocess.run([options.program, "graphics", *bare[start : start + 200]], check=True)
    is_kept = lambda file: int(os.path.basename(file).split("-")[1]) % VALIDATION == 0
    kept = [is_kept(file) for file in files]
    print(len(files), "files,", sum(kept), "for validation", flush=True)
    networks = {name: [(numpy.zeros((1, 1)), numpy.zeros(1))] for name in NAMES}
    networks["beside"] = networks["below"] = [(numpy.zeros((2, 1)), numpy.zeros(2))]

    def pages(reuse=False):
        found = Pages(files, options.program, networks, options.folder, reuse).pages
        return [p for p, k in zip(found, kept) if not k], [p for p, k in zip(found, kept) if k]

    if options.on:
        networks = read(options.start or options.out)
        for name in options.on:
            train_on(name, networks, *pages(), options)
            write(networks, options.out)
            test = pages()[1]
            report_network(name, networks, DATA[name](test), test)
    else:
        train_blocks(networks, pages, options)
        train, test = pages()
        networks["before"] = folded(*fit(*before_data(train), HIDDEN["before"], epochs=options.epochs, seed=options.seed))
        report("before", networks["before"], before_data(test))
        networks["kind"] = folded(*fit(*kind_data(train), HIDDEN["kind"], classes=True))
    train, test = pages()
    report_kinds(networks["kind"], kind_data(test))
    write(networks, options.out)
    print(os.path.getsize(options.out), "bytes")
    test_files = [file for file, k in zip(files, kept) if k]
    for kind in ("read", "simulated"):
        print(kind)
        order_error([(file, page) for file, page in zip(test_files, test) if (".simulated" in file) == (kind == "simulated")])


if __name__ == "__main__":
    main()
