using System.IO.Compression;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists;

namespace Scoring.Api.Tests.Verify;

/// <summary>An archive made from the console's page, and what is written in it.</summary>
internal static class SealedArchive
{
    public const string Page = "/console/yindubei-2026/archive";

    public static async Task<string> Seal(ConsoleHost host, Browser admin)
    {
        await JudgeImportTests.Says(admin, Page, "Seal", [], "归档包已做好并检查通过");
        return Assert.Single(Directory.EnumerateFiles(Path.Combine(host.Folder, "archives"), "*.zip"));
    }

    public static async Task<string> Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync();
    }
}
