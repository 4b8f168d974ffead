using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

/// <summary>Files through a network's own members; the tests of the storage have the rest.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("staticnet").FullName;

    [Fact]
    public void What_was_saved_is_loaded()
    {
        var refusal = new Refusal();
        string path = Path.Combine(_folder, "net.safetensors");
        refusal.Net.Save(path);
        foreach (ClassNet other in new[] { new ClassNet(7), new ClassNet(8) })
        {
            other.Load(path);
            Assert.Equal(refusal.Net.Parameters.Values.AsSpan(refusal.Net.Parameters.Base, 100), other.Parameters.Values.AsSpan(other.Parameters.Base, 100));
        }

        var bytes = new ClassNet(9);
        bytes.Load(File.ReadAllBytes(path));
        float[] expected = new float[16], actual = new float[16];
        refusal.Net.Predict(Refusal.Inputs, expected);
        bytes.Predict(Refusal.Inputs, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_file_of_another_network_is_refused()
    {
        string path = Path.Combine(_folder, "other.safetensors");
        new NumberNet(1).Save(path);
        Refused(path, "dense1.weight");
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        string path = Path.Combine(_folder, "short.safetensors");
        new ClassNet(3).Save(path);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^4]);
        Refused(path, path);
        File.WriteAllBytes(path, []);
        Refused(path, path);
        Refused(Path.Combine(_folder, "absent.safetensors"), "Cannot read");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_and_the_file_stays()
    {
        string path = Path.Combine(_folder, "net.safetensors");
        var refusal = new Refusal();
        refusal.Net.Save(path);
        byte[] bytes = File.ReadAllBytes(path);
        Frozen before = Frozen.Of(refusal.Net, refusal.Trainer);
        SafetensorsException exception = Assert.Throws<SafetensorsException>(() => refusal.Net.Save(Path.Combine(path, "below.safetensors")));
        Assert.Contains(path, exception.Message);
        before.IsStill(Frozen.Of(refusal.Net, refusal.Trainer));
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Refused(string path, string part)
    {
        var refusal = new Refusal();
        Frozen before = Frozen.Of(refusal.Net, refusal.Trainer);
        byte[]? bytes = File.Exists(path) ? File.ReadAllBytes(path) : null;
        Assert.Contains(part, Assert.Throws<SafetensorsException>(() => refusal.Net.Load(path)).Message);
        before.IsStill(Frozen.Of(refusal.Net, refusal.Trainer));
        Assert.Equal(bytes, File.Exists(path) ? File.ReadAllBytes(path) : null);
    }
}
