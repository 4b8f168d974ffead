using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class StreamTests
{
    [Fact]
    public void AStreamHoldsWhatAFileDoes()
    {
        var stream = new MemoryStream();
        stream.WriteByte(7);
        Counting().Save(stream);
        Assert.Equal(Counting().Saved(), stream.ToArray()[1..]);
        stream.Position = 1;
        var target = new ParameterStore(Table());
        target.Load(stream);
        Assert.Equal(Counting().Saved(), target.Saved());
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void AStreamWithoutLengthIsReadInPieces(int piece)
    {
        var store = new ParameterStore(new ParameterTable(Entry("a.weight", [50_000], 0, 50_000, new TensorLayout([1]))));
        store[0].Fill(2);
        byte[] file = store.Saved();
        var target = new ParameterStore(store.Table);
        target.Load(new Pieces(file, piece));
        Assert.Equal(store[0].ToArray(), target[0].ToArray());
    }

    [Fact]
    public void ATruncatedStreamChangesNothing()
    {
        byte[] file = Counting().Saved();
        var target = new ParameterStore(Table());
        var error = Assert.Throws<SafetensorsException>(() => target.Load(new MemoryStream(file[..^1])));
        Assert.StartsWith("The safetensors stream: ", error.Message);
        Assert.DoesNotContain(target.Values, value => value != 0);
    }

    [Fact]
    public void AStreamThatFailsChangesNothing()
    {
        var target = new ParameterStore(Table());
        var error = Assert.Throws<SafetensorsException>(() => target.Load(new Pieces(Counting().Saved(), 100, failsAt: 300)));
        Assert.StartsWith("Cannot read the stream: The line is dead.", error.Message);
        Assert.DoesNotContain(target.Values, value => value != 0);
        Assert.StartsWith("Cannot save to the stream: ", Assert.Throws<SafetensorsException>(() => Counting().Save(new Pieces([], 1, failsAt: 0))).Message);
    }

    [Fact]
    public void AStreamIsOpenForWhatIsAsked()
    {
        Assert.Throws<ArgumentException>(() => Counting().Save(new MemoryStream([], writable: false)));
        var closed = new MemoryStream();
        closed.Dispose();
        Assert.Throws<ArgumentException>(() => Counting().Load(closed));
        Assert.Throws<ArgumentNullException>(() => Counting().Load((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => Counting().Save((Stream)null!));
    }

    /// <summary>A stream that tells no length, gives a few bytes at a time, and may fail.</summary>
    private sealed class Pieces(byte[] bytes, int piece, int failsAt = int.MaxValue) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position >= failsAt)
                throw new IOException("The line is dead.");
            int read = Math.Min(Math.Min(count, piece), bytes.Length - _position);
            bytes.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The line is dead.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
