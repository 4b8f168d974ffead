"""Golden values of metrics, by scikit-learn: /usr/bin/python3 tests/Goldens/metrics.py (Debian: apt-get install python3-sklearn)."""
import json
import pathlib

import numpy
from sklearn import metrics

ROWS = 41


def wave(*shape, frequency, phase=0.0, steps=16):
    """Numbers that float32 holds exactly; with few steps some of them are equal."""
    count = int(numpy.prod(shape))
    return numpy.round(numpy.sin(frequency * numpy.arange(count) + phase).reshape(shape) * steps) / steps


def softmax(z):
    e = numpy.exp(z - z.max(1, keepdims=True))
    return (e / e.sum(1, keepdims=True)).astype(numpy.float32).astype(numpy.float64)


def averaged(score, t, y, **options):
    return {average: score(t, y, average=average, zero_division=0, **options) for average in ("macro", "micro")}


def of_labels(t, y):
    names = {"precision": metrics.precision_score, "recall": metrics.recall_score, "F1": metrics.f1_score}
    for name, score in names.items():
        values = averaged(score, t, y)
        yield name, values["macro"]
        yield f"micro {name}", values["micro"]


def classes(name, count, used, rows=ROWS):
    """Classes from 0 to used − 1 are right for some row; the network has more."""
    p = softmax(2 * wave(rows, count, frequency=1.7, steps=4096))
    t = (numpy.abs(wave(rows, frequency=2.3, phase=0.4)) * (used - 0.01)).astype(int)
    y = p.argmax(1)
    areas = [metrics.roc_auc_score(t == c, p[:, c]) for c in range(count) if 0 < (t == c).sum() < rows]
    return {
        "name": name, "kind": "classes", "width": count, "predictions": p.ravel().tolist(), "targets": t.tolist(),
        "confusion": metrics.confusion_matrix(t, y, labels=range(count)).ravel().tolist(),
        "values": {
            "accuracy": metrics.accuracy_score(t, y),
            "top-2 accuracy": metrics.top_k_accuracy_score(t, p, k=2, labels=range(count)) if count > 2 else 1.0,
            **dict(of_labels(t, y)),
            "ROC AUC": float(numpy.mean(areas)) if areas else numpy.nan,
            "perplexity": float(numpy.exp(-numpy.log(p[range(rows), t]).mean())),
        },
    }


def decisions(name, width):
    p = (1 / (1 + numpy.exp(-3 * wave(ROWS, width, frequency=1.3)))).astype(numpy.float32).astype(numpy.float64)
    t = (wave(ROWS, width, frequency=0.9, phase=0.3) > 0.2).astype(float)
    y = (p > 0.5).astype(float)
    values = {"accuracy": float((t == y).mean())}
    if width == 1:
        values |= {
            "precision": metrics.precision_score(t, y), "recall": metrics.recall_score(t, y), "F1": metrics.f1_score(t, y),
        }
    else:
        values |= dict(of_labels(t, y))
    values["ROC AUC"] = metrics.roc_auc_score(t, p, average="macro")
    case = {"name": name, "kind": "decisions", "width": width, "predictions": p.ravel().tolist(), "targets": t.ravel().tolist(), "values": values}
    if width == 1:
        case["confusion"] = metrics.confusion_matrix(t, y).ravel().tolist()
    return case


def numbers(name, width, offset):
    t = (offset + wave(ROWS, width, frequency=0.7)).astype(numpy.float32).astype(numpy.float64)
    y = (t + 0.3 * wave(ROWS, width, frequency=2.9, phase=1)).astype(numpy.float32).astype(numpy.float64)
    return {
        "name": name, "kind": "numbers", "width": width, "predictions": y.ravel().tolist(), "targets": t.ravel().tolist(),
        "values": {
            "MAE": metrics.mean_absolute_error(t, y),
            "RMSE": float(numpy.sqrt(metrics.mean_squared_error(t, y))),
            "R²": metrics.r2_score(t, y),
        },
    }


def main():
    cases = [
        classes("all classes", 5, 5), classes("classes that no row is of", 7, 4), classes("two classes", 2, 2), classes("one row", 3, 3, rows=1),
        decisions("yes or no", 1), decisions("several labels", 3),
        numbers("one number", 1, 0), numbers("several numbers", 4, 0), numbers("far from zero", 2, 5000),
    ]
    for case in cases:
        case["values"] = {name: value for name, value in case["values"].items() if not numpy.isnan(value)}
    path = pathlib.Path(__file__).with_name("metrics.json")
    path.write_text(json.dumps(cases, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
