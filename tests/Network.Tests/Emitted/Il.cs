using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace StaticNet.Network.Tests.Emitted;

/// <summary>What a method's IL says about how it will be compiled.</summary>
/// <param name="Bytes">Bytes of IL.</param>
/// <param name="Instructions">Instructions.</param>
/// <param name="Blocks">Starts of basic blocks.</param>
/// <param name="Locals">Local variables.</param>
/// <param name="Loops">Whether a branch goes back.</param>
/// <param name="Checked">Whether arithmetic is checked for overflow.</param>
internal sealed record Il(int Bytes, int Instructions, int Blocks, int Locals, bool Loops, bool Checked)
{
    private static readonly Dictionary<int, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(op => (int)(ushort)op.Value);

    public static Il Of(MethodInfo method)
    {
        MethodBody body = method.GetMethodBody()!;
        byte[] il = body.GetILAsByteArray()!;
        var starts = new HashSet<int> { 0 };
        var (count, loops, isChecked) = (0, false, false);
        for (int at = 0; at < il.Length; count++)
        {
            OpCode op = OpCodes[il[at] == 0xfe ? 0xfe00 | il[at + 1] : il[at]];
            int operand = at + op.Size, next = operand + Size(op, il, operand);
            isChecked |= op.Name!.Contains(".ovf", StringComparison.Ordinal);
            foreach (int target in Targets(op, il, operand, next))
            {
                starts.Add(target);
                starts.Add(next);
                loops |= target <= at;
            }

            at = next;
        }

        return new(il.Length, count, starts.Count, body.LocalVariables.Count, loops, isChecked);
    }

    private static int Size(OpCode op, byte[] il, int operand) => op.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand)),
        _ => 4,
    };

    private static IEnumerable<int> Targets(OpCode op, byte[] il, int operand, int next) => op.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [next + (sbyte)il[operand]],
        OperandType.InlineBrTarget => [next + BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand))],
        OperandType.InlineSwitch => Enumerable.Range(1, BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand)))
            .Select(i => next + BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand + 4 * i))),
        _ => [],
    };
}
