using System.Buffers.Binary;

namespace Scoring.Package.Tests;

/// <summary>Host, runtime and native libraries of a package are for the processor it names.</summary>
public sealed class ProcessorTests
{
    private const ushort ElfX64 = 62, ElfArm64 = 183, WindowsX64 = 0x8664, AnyProcessor = 0x14c; // managed code without any of its own

    [Theory]
    [InlineData("linux-x64", ElfX64)]
    [InlineData("linux-arm64", ElfArm64)]
    public void Every_program_and_library_of_Linux_is_for_its_processor(string system, ushort machine)
    {
        using var package = Package.Of(system);
        var machines = Files(package).Select(f => (Name: NameOf(f), Machine: ElfMachine(f))).Where(f => f.Machine is not null)
            .ToDictionary(f => f.Name, f => f.Machine, StringComparer.Ordinal);
        Assert.All((string[])["Scoring.Api", "libcoreclr.so", "libclrjit.so", "libSystem.Native.so", "libe_sqlite3.so"],
            name => Assert.Contains(name, machines.Keys));
        Assert.All(machines, file => Assert.Equal((file.Key, machine), (file.Key, file.Value)));
    }

    [Fact]
    public void Every_program_and_library_of_Windows_is_for_its_processor()
    {
        using var package = Package.Of("win-x64");
        var machines = Files(package).Where(f => Path.GetExtension(f) is ".exe" or ".dll").ToDictionary(NameOf, PeMachine,
            StringComparer.Ordinal);
        Assert.All((string[])["Scoring.Api.exe", "coreclr.dll", "clrjit.dll", "e_sqlite3.dll"],
            name => Assert.Equal((name, WindowsX64), (name, machines[name])));
        Assert.All(machines, file => Assert.True(file.Value is WindowsX64 or AnyProcessor, $"{file.Key} {file.Value:x}"));
    }

    private static IEnumerable<string> Files(Package package) => Directory.EnumerateFiles(package.Under("program"));

    private static string NameOf(string file) => Path.GetFileName(file);

    /// <summary>Null: not an ELF file.</summary>
    private static ushort? ElfMachine(string file)
    {
        var head = Head(file, 20);
        return head is [0x7f, (byte)'E', (byte)'L', (byte)'F', ..] ? BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(18)) : null;
    }

    private static ushort PeMachine(string file)
    {
        var head = Head(file, 4096);
        Assert.Equal("MZ"u8, head.AsSpan(0, 2));
        var at = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(0x3c));
        Assert.Equal("PE\0\0"u8, head.AsSpan(at, 4));
        return BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(at + 4));
    }

    private static byte[] Head(string file, int most)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[Math.Min(most, stream.Length)];
        stream.ReadExactly(head);
        return head;
    }
}
