using Course;
using Course.Lessons;

namespace StaticNet.Course.Tests;

public sealed class DcganTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    // Of 1,100 images, in 34 steps an epoch.
    [Fact]
    public void Two_runs_give_the_same_numbers_and_the_same_pictures()
    {
        string images = _files.Images(1100, 100);
        (string Text, string[] Pictures) first = Run("first"), second = Run("second");
        Assert.Contains("epoch 3: generator ", first.Text);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(["losses.png", "samples-01.png", "samples-02.png", "samples-03.png"], first.Pictures.Select(Path.GetFileName));
        Assert.All(first.Pictures.Zip(second.Pictures), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
        Assert.NotEqual(File.ReadAllBytes(first.Pictures[1]), File.ReadAllBytes(first.Pictures[2]));

        (string, string[]) Run(string name)
        {
            string folder = Directory.CreateDirectory(Path.Combine(_files.Folder, name)).FullName;
            var output = new StringWriter();
            new Dcgan().Run(new Session(Quick: true, folder, images, output));
            return (output.ToString().Replace(folder, ""), [.. Directory.GetFiles(folder, "*.png").Order()]);
        }
    }
}
