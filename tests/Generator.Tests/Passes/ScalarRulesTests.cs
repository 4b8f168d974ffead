using StaticNet.Generator.Passes;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Passes;

public class ScalarRulesTests
{
    [Theory]
    [InlineData("a * ifgt(b, 0, 1, 0)", "ifgt(b, 0, a, 0)")]
    [InlineData("a * ifeq(b, c, 0, 2) / batch", "ifeq(b, c, 0, a * (2 / batch))")]
    [InlineData("neg(ifeq(column, a, 1, 0))", "ifeq(column, a, -1, 0)")]
    [InlineData("a + neg(b)", "a - b")]
    [InlineData("neg(a) + b", "b - a")]
    [InlineData("a - neg(b)", "a + b")]
    [InlineData("neg(a) - b", "neg(a + b)")]
    [InlineData("a + b * -2", "a - b * 2")]
    [InlineData("neg(a - b) * c", "(b - a) * c")]
    [InlineData("a * 2 * b * 3", "a * b * 6")]
    [InlineData("a * (1 / b)", "a / b")]
    [InlineData("1 / b * a", "a / b")]
    [InlineData("a / batch * batch", "a")]
    [InlineData("2 * (1 / (batch * 3)) * a", "a * (2 / (batch * 3))")]
    [InlineData("2 * (1 / (batch * 4)) * a", "a * (0.5 / batch)")]
    [InlineData("a - b + (b - a)", "0")]
    [InlineData("let t0 = a - b; c * (t0 + t0)", "c * (a - b) * 2")]
    [InlineData("a * b * 3 - b * a", "a * b * 2")]
    [InlineData("ifgt(max(a, 0), 0, 1, 0)", "ifgt(a, 0, 1, 0)")]
    [InlineData("ifgt(leakyrelu(a, 0.01), 0, 1, 0.01)", "ifgt(a, 0, 1, 0.01)")]
    [InlineData("b * (1 - a * a)", "b * (1 - a * a)")]
    [InlineData("let t0 = a * b; t0 * (c - t0)", "let t0 = a * b; t0 * (c - t0)")]
    public void Shorter(string before, string after) =>
        Assert.Equal(after, ScalarRules.Simplify(ScalarParser.Parse(before)).ToString());
}
