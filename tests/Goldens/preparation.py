"""Scalers, encoders and imputers of scikit-learn: /usr/bin/python3 tests/Goldens/preparation.py"""
import json
import math
import os

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, OneHotEncoder, RobustScaler, StandardScaler

ROWS, COLUMNS = 23, 5


def numbers(rows, phase):
    """Columns of different sizes: one with an outlier, one constant, one of whole numbers."""
    x = np.array([[math.sin(1.7 * (i * COLUMNS + c) + phase) for c in range(COLUMNS)] for i in range(rows)])
    x[:, 1] = 1000 + 3 * x[:, 1]
    x[:, 2] = np.round(4 * x[:, 2])
    x[:, 3] = 0.1
    x[rows // 2, 4] = 50
    return x.astype(np.float32).astype(np.float64)


def with_gaps(x):
    x = x.copy()
    x[::7, 0] = np.nan
    x[1::5, 2] = np.nan
    return x


def tensor(x):
    x = np.asarray(x, dtype=np.float64)
    return {"shape": list(x.shape), "values": [None if math.isnan(v) else v for v in x.ravel().tolist()]}


def case(name, transform, training, other):
    transform.fit(training)
    golden = {"name": name, "training": tensor(training), "other": tensor(other), "trainingOut": tensor(transform.transform(training)),
              "otherOut": tensor(transform.transform(other))}
    return golden


def main():
    training, other = numbers(ROWS, 0.3), numbers(9, 2.1)
    cases = []
    for gaps in (False, True):
        a, b = (with_gaps(training), with_gaps(other)) if gaps else (training, other)
        suffix = " with gaps" if gaps else ""
        cases += [
            case("StandardScaler" + suffix, StandardScaler(), a, b),
            case("MinMaxScaler" + suffix, MinMaxScaler(), a, b),
            case("MinMaxScaler -1 to 3" + suffix, MinMaxScaler((-1, 3)), a, b),
            case("RobustScaler" + suffix, RobustScaler(), a, b),
            case("RobustScaler 10 to 80" + suffix, RobustScaler(quantile_range=(10, 80)), a, b),
        ]
    for strategy in ("mean", "median", "most_frequent"):
        cases.append(case("SimpleImputer " + strategy, SimpleImputer(strategy=strategy), with_gaps(training), with_gaps(other)))

    words, asked = ["pear", "Apple", "fig", "apple", "pear", "\u00e9clair", "fig"], ["fig", "apple", "Apple", "pear", "\u00e9clair"]
    labels = LabelEncoder().fit(words)
    hot = OneHotEncoder(sparse_output=False).fit([[w] for w in words])
    cases.append({"name": "categories", "training": words, "asked": asked, "classes": labels.classes_.tolist(),
                  "labels": labels.transform(asked).tolist(), "oneHot": tensor(hot.transform([[w] for w in asked]))})
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "preparation.json")
    with open(path, "w") as file:
        json.dump(cases, file, separators=(",", ":"))
        file.write("\n")


main()
