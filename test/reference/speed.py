"""Raking on collapsed cells in NumPy, once and in 500 replicates with three scores in each area: the mark that
`npm run bench:analysis` has to beat.

python3 speed.py <folder>: reads sample.csv and margins.csv, writes numpy-weights.csv and numpy-times.csv there.
"""

import csv
import pathlib
import sys
import time

import numpy as np

folder = pathlib.Path(sys.argv[1])
with open(folder / "margins.csv", newline="") as file:
    counts = list(csv.DictReader(file))
variables = list(dict.fromkeys(row["variable"] for row in counts))
categories = {v: [row["category"] for row in counts if row["variable"] == v] for v in variables}
targets = [np.array([float(row["count"]) for row in counts if row["variable"] == v]) for v in variables]
with open(folder / "sample.csv", newline="") as file:
    rows = csv.DictReader(file)
    places = {v: {name: code for code, name in enumerate(categories[v])} for v in variables}
    read = [([places[v][row[v]] for v in variables], int(row["answer"]) if row["answer"] != "NA" else 0) for row in rows]
    columns = np.array([codes for codes, _ in read], dtype=np.int64).T
    answers = np.array([answer for _, answer in read], dtype=np.int64)
rows = columns.shape[1]
sizes = [len(categories[v]) for v in variables]


def collapse():
    """Rows that agree in all margins, seen as one cell."""
    keys = np.ravel_multi_index(columns, sizes)
    found, cell_of_row, size_of_cell = np.unique(keys, return_inverse=True, return_counts=True)
    return np.unravel_index(found, sizes), cell_of_row, size_of_cell.astype(float)


def rake(cells, weights):
    """Sweeps until every category is within 1e-8 of its target."""
    for _ in range(500):
        for codes, target in zip(cells, targets):
            weights = weights * (target / np.bincount(codes, weights, len(target)))[codes]
        errors = (np.bincount(c, weights, len(t)) / t - 1 for c, t in zip(cells, targets))
        if max(np.abs(error).max() for error in errors) <= 1e-8:
            return weights
    raise ValueError("the margins cannot be met together")


times = []


def timed(step, work):
    start, cpu = time.perf_counter(), time.process_time()
    result = work()
    times.append((step, time.perf_counter() - start, time.process_time() - cpu))
    return result


def rake_once():
    cells, cell_of_row, size_of_cell = collapse()
    return (rake(cells, size_of_cell) / size_of_cell)[cell_of_row]


def scores(areas, answer, weights):
    """Support, net support and polarization of every area."""
    count = sizes[0]
    shares = np.bincount(areas * 6 + answer, weights, count * 6).reshape(count, 6)[:, 1:]
    shares = shares / shares.sum(axis=1, keepdims=True)
    place = np.arange(5) / 4
    mean = shares @ place
    support = shares[:, 3:].sum(axis=1)
    return support, support - shares[:, :2].sum(axis=1), 4 * (shares @ place**2 - mean**2)


def rake_replicates():
    """Rows that agree in answer and margins are drawn as one, which is the same as long as all start with one weight."""
    cells, cell_of_row, _ = collapse()
    kinds, size_of_kind = np.unique(cell_of_row * 6 + answers, return_counts=True)
    cell_of_kind, answer = kinds // 6, kinds % 6
    areas = cells[0][cell_of_kind]
    random = np.random.default_rng(1)
    found = []
    for _ in range(500):
        drawn = random.multinomial(rows - 1, size_of_kind / rows) * (rows / (rows - 1))
        start = np.bincount(cell_of_kind, drawn, len(cells[0]))
        present = start > 0
        factors = np.zeros(len(start))
        factors[present] = rake([codes[present] for codes in cells], start[present]) / start[present]
        found.append(scores(areas, answer, drawn * factors[cell_of_kind]))
    return np.std(np.array(found), axis=0)


weights = timed("rake", rake_once)
timed("replicates", rake_replicates)
np.savetxt(folder / "numpy-weights.csv", weights, header="weight", comments="", fmt="%.17g")
with open(folder / "numpy-times.csv", "w", newline="") as file:
    csv.writer(file).writerows([("step", "seconds", "cpu"), *times])
