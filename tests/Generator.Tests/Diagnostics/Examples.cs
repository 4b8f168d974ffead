namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>Each id with the text that is underlined in the failing example of its page.</summary>
public static class Examples
{
    public static TheoryData<string, string> OfDeclarations => new()
    {
        { "SN0001", "DigitNet" },
        { "SN0002", "DigitNet" },
        { "SN0003", "DigitNet" },
        { "SN0004", "DigitNet" },
        { "SN0005", "DigitNet" },
        { "SN0006", "DigitNet" },
        { "SN0007", "DigitNet" },
        { "SN0008", "DigitNet" },
        { "SN0009", "Input(3)" },
        { "SN0010", "DigitNet" },
        { "SN0011", "Dense(2)" },
        { "SN0012", "Dense(2, Name = \"2nd\")" },
        { "SN0013", "Dense(2, Name = \"Hidden\")" },
        { "SN0014", "Dense(2, Name = \"digitNet\")" },
        { "SN0015", "Dense(2, Name = \"scores\")" },
        { "SN0016", "Dense(2, Name = \"trainer\")" },
        { "SN0017", "Save" },
        { "SN0018", "DigitNet" },
        { "SN0019", "DigitNet" },
        { "SN0020", "DigitNet" },
        { "SN0021", "ReLU(From = \"dens1\")" },
        { "SN0022", "Dense(4, From = \"dense2\")" },
        { "SN0023", "Tanh" },
        { "SN0024", "Add(\"dense1\", From = \"relu1\")" },
        { "SN0025", "Input(8, 1, 28, 28)" },
        { "SN0026", "Input(1, 0, 28)" },
        { "SN0027", "Network(MaxBatch = 0)" },
        { "SN0029", "MeanSquaredError" },
        { "SN0030", "MeanAbsoluteError" },
        { "SN0031", "Softmax" },
        { "SN0032", "Sigmoid" },
        { "SN0033", "Square" },
        { "SN0035", "Input(4)" },
        { "SN0036", "Split(\"value\")" },
        { "SN0040", "MeanSquaredError" },
        { "SN0041", "MeanSquaredError(From = \"masc\")" },
        { "SN0042", "Output(\"mask\")" },
        { "SN0043", "NegativeLogLikelihood" },
        { "SN0044", "Wide(16)" },
        { "SN0045", "Wide(16)" },
        { "SN0047", "Wide(16)" },
        { "SN0048", "Wide(16)" },
        { "SN0050", "Network(Of = typeof(DigitNet), MaxBatch = 1)" },
        { "SN0052", "Network(Of = typeof(DigitNet), MaxBatch = 1)" },
        { "SN0053", "Network(Of = typeof(SingleDigitNet), MaxBatch = 8)" },
        { "SN0054", "ReLU" },
        { "SN0055", "Input(3, 32, 32, Mean = new[] { 0.485, 0.456 })" },
    };

    /// <summary>What the stages after the declaration find.</summary>
    public static TheoryData<string, string> OfStages => new()
    {
        { "SN0028", "Dropout(1.5)" },
        { "SN0060", "BatchNorm" },
        { "SN0061", "SoftmaxCrossEntropy" },
        { "SN0201", "Dense(2)" },
        { "SN0202", "Add(\"dense1\", \"dense2\")" },
        { "SN0203", "SoftmaxCrossEntropy" },
        { "SN0204", "Reshape(4, 8)" },
        { "SN0210", "SoftmaxCrossEntropy(ClassWeights = new[] { 1.0, 2.5 })" },
        { "SN0211", "Dense(3)" },
        { "SN0212", "Embedding(1000, 16)" },
        { "SN0401", "Dense(100000)" },
        { "SN0403", "Budget(ParameterBytes = 12000, ForwardFlops = 100000)" },
    };
}
