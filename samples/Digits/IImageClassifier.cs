using StaticNet;

namespace Digits;

/// <summary>What the job needs of a network, whatever the size of its images.</summary>
internal interface IImageClassifier : INetwork<float>
{
    ITrainer CreateTrainer(Optimizer optimizer, ulong seed);

    Batches Cut(Images images, int size, ulong seed);
}
