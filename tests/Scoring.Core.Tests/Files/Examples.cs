using System.Text;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>The files under examples/.</summary>
internal static class Examples
{
    public static string Folder { get; } = Path.Combine(Root(), "examples");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static CompetitionFile Read(string name)
    {
        var reading = CompetitionFileReader.Read(Bytes(name));
        Assert.True(reading.File is not null, string.Join('\n', reading.Problems));
        return reading.File!;
    }

    /// <summary>The file holds exactly this. With SCORING_WRITE_EXAMPLES=1 it is written first.</summary>
    public static void Holds(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("SCORING_WRITE_EXAMPLES") == "1")
        {
            File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        }

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(Bytes(name)));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "scoring.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("scoring.sln not found above the tests");
        }

        return folder;
    }
}
