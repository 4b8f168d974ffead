using System.Globalization;
using System.Text;

namespace StaticNet.Storage;

/// <summary>Shapes as messages write them: <c>[128,784]</c>.</summary>
internal static class ShapeText
{
    public static string Of(ReadOnlySpan<int> shape)
    {
        var text = new StringBuilder("[");
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (axis > 0)
                text.Append(',');
            text.Append(shape[axis].ToString(CultureInfo.InvariantCulture));
        }
        return text.Append(']').ToString();
    }
}
