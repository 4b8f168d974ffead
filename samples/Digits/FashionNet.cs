using StaticNet;

namespace Digits;

/// <summary>From an image of 28×28 pixels to ten classes: MNIST's digits, or Fashion-MNIST's clothes, whose mean and deviation it takes off.</summary>
[Network(MaxBatch = 64), Input(1, 28, 28, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 })]
[Flatten, Dense(256), ReLU, Dropout(0.1)]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class FashionNet : IImageClassifier
{
    public ITrainer CreateTrainer(Optimizer optimizer, ulong seed) => new Trainer(this, optimizer, seed);

    public Batches Cut(Images images, int size, ulong seed) => Batches(images.Pixels, images.Labels, size, seed);
}
