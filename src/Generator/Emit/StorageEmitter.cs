namespace StaticNet.Generator.Emit;

/// <summary>The members that move parameters and state: to and from files, streams and bytes, and between networks.</summary>
internal static class StorageEmitter
{
    private const string Calls = "global::StaticNet.NetworkStorage";
    private const string Failed = "/// <exception cref=\"global::StaticNet.SafetensorsException\">";
    private const string Busy = "/// <exception cref=\"global::System.InvalidOperationException\">Another thread uses this instance.</exception>";

    public static IEnumerable<(string Name, string Text)> Members(CompiledNetwork network)
    {
        string name = network.Declaration.Name;
        yield return ("Save", $$"""
            /// <summary>Writes parameters and state as a safetensors file: whole, or not at all.</summary>
            {{Failed}}The file cannot be written; one that was there is as it was.</exception>
            {{Busy}}
            public void Save(string path, global::StaticNet.SaveOptions? options = null) => {{Calls}}.Save(__arena, Parameters, path, options);

            /// <summary>Writes parameters and state as safetensors, from the stream's position on.</summary>
            {{Failed}}The stream fails.</exception>
            {{Busy}}
            public void Save(global::System.IO.Stream stream, global::StaticNet.SaveOptions? options = null) => {{Calls}}.Save(__arena, Parameters, stream, options);
            """);
        yield return ("Load", $$"""
            /// <summary>Reads parameters and state from a safetensors file: all, or on an error none.</summary>
            {{Failed}}The file cannot be read or does not fit.</exception>
            {{Busy}}
            public void Load(string path, global::StaticNet.LoadOptions? options = null) => {{Calls}}.Load(__arena, Parameters, path, options);

            /// <summary>Reads parameters and state from a stream, from its position to its end: all, or on an error none.</summary>
            {{Failed}}The stream fails or what it holds does not fit.</exception>
            {{Busy}}
            public void Load(global::System.IO.Stream stream, global::StaticNet.LoadOptions? options = null) => {{Calls}}.Load(__arena, Parameters, stream, options);

            /// <summary>Reads parameters and state from the bytes of a safetensors file, such as embedded ones: all, or on an error none.</summary>
            {{Failed}}The bytes do not fit.</exception>
            {{Busy}}
            public void Load(global::System.ReadOnlySpan<byte> safetensors, global::StaticNet.LoadOptions? options = null) => {{Calls}}.Load(__arena, Parameters, safetensors, options);
            """);
        yield return ("CopyFrom", $$"""
            /// <summary>Copies parameters and state of a network with the same names and shapes, of this class or with its layers: all, or on an error none.</summary>
            /// <exception cref="global::System.ArgumentException">The other has other parameters.</exception>
            {{Busy}}
            public void CopyFrom(global::StaticNet.INetwork other) => {{Calls}}.Copy(__arena, Parameters, other);
            """);
        yield return ("Share", $$"""
            /// <summary>
            /// Another instance over the same parameters and state, with an arena of its own, for another thread: <see cref="ArenaBytes"/> each. What one
            /// loads, copies or trains, all see; while it does, calls of the others get an exception. Any thread may call it. Have one trainer for all.
            /// </summary>
            public {{name}} Share() => new {{name}}(Parameters, new global::StaticNet.Workspace({{network.InferenceFloats}}));
            """);
    }
}
