using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>What was learned from the training part about how data become a network's numbers; it goes into a <see cref="Preprocessing"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StandardScaler), nameof(StandardScaler))]
[JsonDerivedType(typeof(MinMaxScaler), nameof(MinMaxScaler))]
[JsonDerivedType(typeof(RobustScaler), nameof(RobustScaler))]
[JsonDerivedType(typeof(Imputer), nameof(Imputer))]
[JsonDerivedType(typeof(LabelEncoder), nameof(LabelEncoder))]
[JsonDerivedType(typeof(OneHotEncoder), nameof(OneHotEncoder))]
public abstract class FittedTransform
{
    private protected FittedTransform()
    {
    }
}
