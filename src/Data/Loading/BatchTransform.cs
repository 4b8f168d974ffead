namespace StaticNet.Data;

/// <summary>Changes a batch in place before it is handed out; called on the loader's thread.</summary>
public delegate void BatchTransform(LoadedBatch batch);
