using StaticNet;
using StaticNetApp;

var (points, labels) = SpiralPoints.Draw(1200, seed: 1);
var net = new SpiralNet(seed: 1);
var trainer = new SpiralNet.Trainer(net, new Adam(learningRate: 1e-2));
Batches batches = SpiralNet.Batches(points, labels, size: 64, seed: 1);
for (int epoch = 0; epoch < 40; epoch++)
{
    double loss = 0;
    foreach (Batch batch in batches.Epoch(epoch))
        loss = trainer.Step(batch);
    if (epoch % 10 == 9)
        Console.WriteLine($"epoch {epoch + 1}: loss {loss:F4}");
}

var (testPoints, testLabels) = SpiralPoints.Draw(300, seed: 2);
var probabilities = new float[SpiralPoints.Count];
int right = 0;
for (int i = 0; i < testLabels.Length; i++)
{
    net.Predict(testPoints.AsSpan(2 * i, 2), probabilities);
    right += probabilities.AsSpan().IndexOf(probabilities.Max()) == testLabels[i] ? 1 : 0;
}

net.Save("spirals.safetensors");
Console.WriteLine($"test accuracy: {(double)right / testLabels.Length:F3}");
