using System.ComponentModel;

namespace StaticNet;

/// <summary>The storage of a network as generated members call it: while one call runs, the instance refuses others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkStorage
{
    public static void Save(Workspace arena, ParameterStore parameters, string path, SaveOptions? options)
    {
        arena.Enter();
        try
        {
            parameters.Save(path, options);
        }
        finally
        {
            arena.Exit();
        }
    }

    public static void Save(Workspace arena, ParameterStore parameters, Stream stream, SaveOptions? options)
    {
        arena.Enter();
        try
        {
            parameters.Save(stream, options);
        }
        finally
        {
            arena.Exit();
        }
    }

    public static void Load(Workspace arena, ParameterStore parameters, string path, LoadOptions? options)
    {
        arena.Enter();
        try
        {
            parameters.Load(path, options);
        }
        finally
        {
            arena.Exit();
        }
    }

    public static void Load(Workspace arena, ParameterStore parameters, Stream stream, LoadOptions? options)
    {
        arena.Enter();
        try
        {
            parameters.Load(stream, options);
        }
        finally
        {
            arena.Exit();
        }
    }

    public static void Load(Workspace arena, ParameterStore parameters, ReadOnlySpan<byte> safetensors, LoadOptions? options)
    {
        arena.Enter();
        try
        {
            parameters.Load(safetensors, options);
        }
        finally
        {
            arena.Exit();
        }
    }

    public static void Copy(Workspace arena, ParameterStore parameters, INetwork other)
    {
        ArgumentNullException.ThrowIfNull(other);
        arena.Enter();
        try
        {
            parameters.CopyFrom(other.Parameters);
        }
        finally
        {
            arena.Exit();
        }
    }
}
