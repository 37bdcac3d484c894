using Scoring.Core.Checking;
using Scoring.Core.Files;

namespace Scoring.Api.Commands;

/// <summary>Reads a competition file named on the command line and says everything that is wrong with it.</summary>
internal static class CompetitionFiles
{
    /// <summary>Exit code: the file has errors, or there is none.</summary>
    public const int Unusable = 2;

    /// <summary>In place of a file name.</summary>
    public const string StandardInput = "-";

    /// <returns>Null: every error was written to <paramref name="error"/>, a line each.</returns>
    public static async Task<CompetitionFile?> Read(string path, TextWriter error, CancellationToken cancel)
    {
        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = await ReadBytes(path, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await error.WriteLineAsync(Printable.Line(File.Exists(path) ? $"读不了文件 {path}，请检查权限，或关闭正在使用它的程序。" : $"没有找到文件 {path}，请检查路径。"));
            return null;
        }

        var reading = CompetitionFileReader.Read(bytes);
        foreach (var problem in reading.Problems)
        {
            await error.WriteLineAsync(problem.Warning ? $"提醒 {problem}" : problem.ToString());
        }

        if (reading.File is null)
        {
            await error.WriteLineAsync($"文件 {Printable.Line(path)} 有 {reading.Errors.Count()} 处错误，改好后再试。");
        }

        return reading.File;
    }

    // A byte past the limit is enough to know; the rest of an endless file stays unread.
    private static async Task<ReadOnlyMemory<byte>> ReadBytes(string path, CancellationToken cancel)
    {
        await using var stream = path == StandardInput ? System.Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, CompetitionFileReader.LargestFile + 1) : 0);
        var buffer = new byte[81920];
        while (bytes.Length <= CompetitionFileReader.LargestFile && await stream.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
