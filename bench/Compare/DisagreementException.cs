namespace Compare;

/// <summary>StaticNet and a peer do not compute the same: there is nothing to compare.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
