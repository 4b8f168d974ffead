using System.Linq.Expressions;
using System.Reflection;

namespace StaticNet.Oracle;

/// <summary>A method whose parameters are spans, any number of floats or integers, called with arrays; null stands for an empty span.</summary>
internal sealed class SpanCall
{
    private readonly Func<Array?[], float> _call;

    private SpanCall(object target, MethodInfo method)
    {
        ParameterExpression arrays = Expression.Parameter(typeof(Array[]));
        IEnumerable<Expression> spans = method.GetParameters().Select((parameter, i) =>
        {
            Type array = parameter.ParameterType.GetGenericArguments()[0].MakeArrayType();
            Expression element = Expression.Convert(Expression.ArrayIndex(arrays, Expression.Constant(i)), array);
            return Expression.Call(parameter.ParameterType.GetMethod("op_Implicit", [array])!, element);
        });
        Expression call = Expression.Call(Expression.Constant(target), method, spans);
        Expression body = method.ReturnType == typeof(float) ? call : Expression.Block(call, Expression.Constant(0f));
        _call = Expression.Lambda<Func<Array?[], float>>(body, arrays).Compile();
    }

    /// <summary>The method of this name that takes spans of numbers; null if there is none.</summary>
    public static SpanCall? Of(object target, string name) =>
        target.GetType().GetMethods().SingleOrDefault(m => m.Name == name && m.GetParameters().All(TakesNumbers)) is { } method ? new(target, method) : null;

    private static bool TakesNumbers(ParameterInfo parameter) =>
        parameter.ParameterType.IsByRefLike && parameter.ParameterType.GetGenericArguments()[0] != typeof(byte);

    /// <summary>Calls the method; what returns nothing gives 0.</summary>
    public float Run(params IEnumerable<Array?> arrays) => _call([.. arrays]);
}
