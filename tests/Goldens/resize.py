"""Antialiased bilinear resizing of PyTorch: /usr/bin/python3 tests/Goldens/resize.py"""
import json
import math
import os

import torch

SIZES = [((7, 5), (3, 4)), ((4, 4), (9, 6)), ((16, 10), (5, 3)), ((6, 6), (6, 2)), ((1, 3), (4, 1))]


def main():
    cases = []
    for (height, width), (new_height, new_width) in SIZES:
        pixels = [round(127.5 + 127.5 * math.sin(2.3 * i + 0.4)) for i in range(2 * height * width)]
        x = torch.tensor(pixels, dtype=torch.float64).reshape(1, 2, height, width)
        y = torch.nn.functional.interpolate(x, (new_height, new_width), mode="bilinear", antialias=True)
        cases.append({"from": [2, height, width], "to": [2, new_height, new_width], "pixels": pixels, "resized": y.ravel().tolist()})
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "resize.json"), "w") as file:
        json.dump(cases, file, separators=(",", ":"))
        file.write("\n")


main()
