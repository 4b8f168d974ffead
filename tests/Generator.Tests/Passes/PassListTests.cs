using StaticNet.Generator.Ir;
using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

/// <summary>What becomes of the losses and of normalisation: few values stored, nothing computed that cancels.</summary>
public class PassListTests
{
    [Fact]
    public void Softmax_cross_entropy() => Check(
        Examples.SoftmaxCrossEntropy(),
        """
        %0 = input input                              [n,5]
        %1 = param dense1.weight                      [8,5]        dense1
        %2 = matmul.tb %0 %1                          [n,8]        dense1
        %3 = param dense1.bias                        [8]          dense1
        %4 = map max(a + b, 0) : %2 %3                [n,8]        dense1+relu1
        %5 = param dense2.weight                      [10,8]       dense2
        %6 = matmul.tb %4 %5                          [n,10]       dense2
        %7 = param dense2.bias                        [10]         dense2
        %8 = map a + b : %6 %7                        [n,10]       dense2
        %9 = input target                             [n]i         softmaxcrossentropy1
        %10 = reshape [n,1] : %9                       [n,1]i       softmaxcrossentropy1
        %11 = max.1 %8                                 [n,1]        softmaxcrossentropy1
        %12 = map exp(a - b) : %8 %11                  [n,10]       softmaxcrossentropy1
        %13 = sum.1 %12                                [n,1]        softmaxcrossentropy1
        %14 = map ifeq(column, a, b, 0) : %10 %8       [n,10]       softmaxcrossentropy1
        %15 = sum.1 %14                                [n,1]        softmaxcrossentropy1
        %16 = map log(a) + b - c : %13 %11 %15         [n,1]        softmaxcrossentropy1
        %17 = sum.0 %16                                [1,1]        softmaxcrossentropy1
        %18 = map a * (1 / batch) : %17                [1,1]        softmaxcrossentropy1
        %19 = reshape [] : %18                         []           softmaxcrossentropy1
        %20 = map 1 / batch / a : %13                  [n,1]        softmaxcrossentropy1
        %21 = map ifeq(column, a, -1 / batch, 0) + b * c : %10 %20 %12 [n,10]       softmaxcrossentropy1
        %22 = cut %21                                  [n,10]       dense2
        %23 = sum.0 %22                                [1,10]       dense2
        %24 = reshape [10] : %23                       [10]         dense2
        %25 = matmul %22 %5                            [n,8]        dense2
        %26 = matmul.ta %22 %4                         [10,8]       dense2
        %27 = map ifgt(a, 0, b, 0) : %4 %25            [n,8]        relu1
        %28 = sum.0 %27                                [1,8]        dense1
        %29 = reshape [8] : %28                        [8]          dense1
        %30 = matmul.ta %27 %0                         [8,5]        dense1
        output output %8
        loss loss %19
        outputgradient output %22
        gradient dense1.weight %30
        gradient dense1.bias %29
        gradient dense2.weight %26
        gradient dense2.bias %24
        """);

    [Fact]
    public void Mean_squared_error() => Check(
        Examples.MeanSquaredError(),
        """
        %0 = input input                              [n,5]
        %1 = param dense1.weight                      [4,5]        dense1
        %2 = matmul.tb %0 %1                          [n,4]        dense1
        %3 = param dense1.bias                        [4]          dense1
        %4 = map tanh(a + b) : %2 %3                  [n,4]        dense1+tanh1
        %5 = input target                             [n,4]        meansquarederror1
        %6 = map let t0 = a - b; t0 * t0 : %4 %5      [n,4]        meansquarederror1
        %7 = sum.1 %6                                 [n,1]        meansquarederror1
        %8 = sum.0 %7                                 [1,1]        meansquarederror1
        %9 = map a * (0.25 / batch) : %8              [1,1]        meansquarederror1
        %10 = reshape [] : %9                          []           meansquarederror1
        %11 = map (a - b) * (0.5 / batch) : %4 %5      [n,4]        meansquarederror1
        %12 = cut %11                                  [n,4]        tanh1
        %13 = map a * (1 - b * b) : %12 %4             [n,4]        tanh1
        %14 = sum.0 %13                                [1,4]        dense1
        %15 = reshape [4] : %14                        [4]          dense1
        %16 = matmul.ta %13 %0                         [4,5]        dense1
        output output %4
        loss loss %10
        outputgradient output %12
        gradient dense1.weight %16
        gradient dense1.bias %15
        """);

    [Fact]
    public void Binary_cross_entropy() => Check(
        Examples.BinaryCrossEntropy(),
        """
        %0 = input input                              [n,5]
        %1 = param dense1.weight                      [3,5]        dense1
        %2 = matmul.tb %0 %1                          [n,3]        dense1
        %3 = param dense1.bias                        [3]          dense1
        %4 = map a + b : %2 %3                        [n,3]        dense1
        %5 = input target                             [n,3]        binarycrossentropy1
        %6 = map softplus(a) - a * b : %4 %5          [n,3]        binarycrossentropy1
        %7 = sum.1 %6                                 [n,1]        binarycrossentropy1
        %8 = sum.0 %7                                 [1,1]        binarycrossentropy1
        %9 = map a * (1 / (batch * 3)) : %8           [1,1]        binarycrossentropy1
        %10 = reshape [] : %9                          []           binarycrossentropy1
        %11 = map (sigmoid(a) - b) * (1 / (batch * 3)) : %4 %5 [n,3]        binarycrossentropy1
        %12 = cut %11                                  [n,3]        dense1
        %13 = sum.0 %12                                [1,3]        dense1
        %14 = reshape [3] : %13                        [3]          dense1
        %15 = matmul.ta %12 %0                         [3,5]        dense1
        output output %4
        loss loss %10
        outputgradient output %12
        gradient dense1.weight %15
        gradient dense1.bias %14
        """);

    [Fact]
    public void Batch_normalisation() => Check(
        Examples.BatchNorm(),
        """
        %0 = input input                              [n,5]
        %1 = param dense1.weight                      [4,5]        dense1
        %2 = matmul.tb %0 %1                          [n,4]        dense1
        %3 = param dense1.bias                        [4]          dense1
        %4 = map a + b : %2 %3                        [n,4]        dense1
        %5 = sum.0 %4                                 [1,4]        batchnorm1
        %6 = map a * (1 / batch) : %5                 [1,4]        batchnorm1
        %7 = map let t0 = a - b; t0 * t0 : %4 %6      [n,4]        batchnorm1
        %8 = sum.0 %7                                 [1,4]        batchnorm1
        %9 = map a * (1 / batch) : %8                 [1,4]        batchnorm1
        %10 = map 1 / sqrt(a + 1E-05) : %9             [1,4]        batchnorm1
        %11 = param batchnorm1.weight                  [4]          batchnorm1
        %12 = param batchnorm1.bias                    [4]          batchnorm1
        %13 = map (a - b) * c * d + e : %4 %6 %10 %11 %12 [n,4]        batchnorm1
        %14 = map a * a : %13                          [n,4]        loss1
        %15 = sum.1 %14                                [n,1]        loss1
        %16 = sum.0 %15                                [1,1]        loss1
        %17 = reshape [] : %16                         []           loss1
        %18 = map a * 2 : %13                          [n,4]        loss1
        %19 = cut %18                                  [n,4]        batchnorm1
        %20 = sum.0 %19                                [1,4]        batchnorm1
        %21 = reshape [4] : %20                        [4]          batchnorm1
        %22 = map a * (b - c) : %19 %4 %6              [n,4]        batchnorm1
        %23 = sum.0 %22                                [1,4]        batchnorm1
        %24 = map a * b : %23 %10                      [1,4]        batchnorm1
        %25 = reshape [4] : %24                        [4]          batchnorm1
        %26 = map let t0 = sqrt(d + 1E-05); a * b * c / t0 / t0 * (-0.5 / batch) : %23 %11 %10 %9 [1,4]        batchnorm1
        %27 = map a * b * c * (-1 / batch) : %11 %10 %20 [1,4]        batchnorm1
        %28 = map a * b * c + d * (e - f) * 2 + g : %19 %11 %10 %26 %4 %6 %27 [n,4]        batchnorm1
        %29 = map 0 to [4]                             [4]          dense1
        %30 = matmul.ta %28 %0                         [4,5]        dense1
        output output %13
        loss loss %17
        outputgradient output %19
        gradient dense1.weight %30
        gradient dense1.bias %29
        gradient batchnorm1.weight %25
        gradient batchnorm1.bias %21
        """);

    private static void Check(Graph graph, string after) =>
        Assert.Equal(IrText.Normal(after), PassList.Run(graph, true, CancellationToken.None).ToString());
}
