using System.Runtime.CompilerServices;
using System.Text;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Compare;

/// <summary>Lets TorchSharp load where libstdc++ is older than GCC 13, by marking the one missing symbol version as weak.</summary>
internal static class LibTorchCompat
{
    private const uint VersionNeeds = 0x6fff_fffe; // SHT_GNU_verneed
    private const ushort Weak = 2;                 // VER_FLG_WEAK

    [ModuleInitializer]
    internal static void MarkWeak()
    {
        string[] candidates = ["libLibTorchSharp.so", "runtimes/linux-x64/native/libLibTorchSharp.so"];
        string? path = candidates.Select(name => Path.Combine(AppContext.BaseDirectory, name)).FirstOrDefault(File.Exists);
        if (path is null || !OperatingSystem.IsLinux())
            return;

        byte[] elf = File.ReadAllBytes(path);
        if (!MarkWeak(elf, "GLIBCXX_3.4.32"))
            return;

        string patched = path + ".patched";
        File.WriteAllBytes(patched, elf);
        File.Move(patched, path, overwrite: true);
    }

    private static bool MarkWeak(byte[] elf, string version)
    {
        int sections = (int)ReadUInt64LittleEndian(elf.AsSpan(0x28));
        int size = ReadUInt16LittleEndian(elf.AsSpan(0x3A)), count = ReadUInt16LittleEndian(elf.AsSpan(0x3C));
        int Offset(int section) => (int)ReadUInt64LittleEndian(elf.AsSpan(sections + section * size + 24));
        int Int(int at) => ReadInt32LittleEndian(elf.AsSpan(at));

        for (int s = 0; s < count; s++)
        {
            int header = sections + s * size;
            if (ReadUInt32LittleEndian(elf.AsSpan(header + 4)) != VersionNeeds)
                continue;

            int names = Offset(Int(header + 40));
            for (int file = Offset(s), files = Int(header + 44); files > 0; files--, file += Int(file + 12))
            for (int need = file + Int(file + 8), needs = ReadUInt16LittleEndian(elf.AsSpan(file + 2)); needs > 0; needs--, need += Int(need + 12))
            {
                int name = names + Int(need + 8);
                ushort flags = ReadUInt16LittleEndian(elf.AsSpan(need + 4));
                if (Encoding.ASCII.GetString(elf, name, Array.IndexOf(elf, (byte)0, name) - name) != version || (flags & Weak) != 0)
                    continue;

                WriteUInt16LittleEndian(elf.AsSpan(need + 4), (ushort)(flags | Weak));
                return true;
            }
        }

        return false;
    }
}
