using StaticNet;

namespace Digits;

/// <summary>From an image of 8×8 pixels, floats in [0, 1] or bytes in [0, 16], to the ten digits.</summary>
[Network(MaxBatch = 64), Input(1, 8, 8, Scale = 1 / 16.0)]
[Flatten, Dense(128), ReLU, Dropout(0.2)]
[Dense(64), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class DigitNet : IImageClassifier
{
    public ITrainer CreateTrainer(Optimizer optimizer, ulong seed) => new Trainer(this, optimizer, seed);

    public Batches Cut(Images images, int size, ulong seed) => Batches(images.Pixels, images.Labels, size, seed);
}
