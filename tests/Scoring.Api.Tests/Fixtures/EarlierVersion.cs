// What a version said of its own data, as tests/fixtures/*/expected.json keeps it.
using System.Text.Json;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;

namespace Scoring.Api.Tests.Fixtures;

/// <summary>A folder of tests/fixtures.</summary>
/// <param name="At">When the data were made.</param>
/// <param name="Archive">Below <c>installation</c>, as is <paramref name="Backup"/>.</param>
public sealed record EarlierVersion(
    DateTimeOffset At, string Competition, string Archive, string Backup, KeptHead Head, IReadOnlyList<KeptTrade> Trades, IReadOnlyList<KeptTeams> Teams,
    IReadOnlyList<KeptCertificate> TeamCertificates, KeptPersonal Personal, IReadOnlyList<KeptAccount> Accounts, KeptTablet Tablet)
{
    private string folder = "";

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    private static string Root => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(CommandRun.Example("yindubei.json")))!, "tests", "fixtures"); // not null: a file in a folder

    public string PublicKey => Path.Combine(folder, "archive-key.pem");

    public IEnumerable<KeptCertificate> Certificates => Trades.SelectMany(t => t.Certificates).Concat(TeamCertificates);

    public static EarlierVersion Read(string name)
    {
        var path = Path.Combine(Root, name);
        var kept = JsonSerializer.Deserialize<EarlierVersion>(File.ReadAllBytes(Path.Combine(path, "expected.json")), JsonSerializerOptions.Web);
        return (kept ?? throw new JsonException($"{name}: null")) with { folder = path };
    }

    /// <summary>The program of today on a copy of that installation, a moment after it was last used.</summary>
    public Task<ConsoleHost> Start() => ConsoleHost.Start(new Then(At.AddMinutes(10)), CopyTo);

    /// <summary>The installation, into an empty folder.</summary>
    public void CopyTo(string target)
    {
        var from = Path.Combine(folder, "installation");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!); // not null: below the target
            File.Copy(file, to);
        }
    }

    private sealed class Then(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}

public sealed record KeptHead(long Sequence, string Hash);

public sealed record KeptTrade(
    string Trade, string Phase, string Visibility, IReadOnlyList<KeptEntrant> Entrants, IReadOnlyList<KeptHonour> Honours, IReadOnlyList<KeptAppeal> Appeals,
    IReadOnlyList<KeptCertificate> Certificates);

public sealed record KeptEntrant(
    string Entrant, string Name, string? Code, string Status, decimal? Total, int? Rank, string? Award, decimal? Seconds, IReadOnlyDictionary<string, decimal?> Components,
    IReadOnlyDictionary<string, decimal?> Modules);

public sealed record KeptHonour(string Entrant, string Title);

public sealed record KeptAppeal(int Number, string Entrant, bool? Upheld);

public sealed record KeptTeams(string Name, IReadOnlyList<KeptTeam> Rows, IReadOnlyList<string> Prize);

public sealed record KeptTeam(string Organization, int? Rank, decimal Total);

/// <param name="Qr">The text of its QR.</param>
/// <param name="Revoked">Why; null: it holds.</param>
public sealed record KeptCertificate(string Number, string Kind, string Holder, string Name, string Award, string? Replaces, string Qr, string? Revoked, bool Collected);

public sealed record KeptPersonal(string Entrant, string IdNumber);

/// <param name="SignsIn">False: it was disabled.</param>
public sealed record KeptAccount(string Login, string Password, string Role, bool SignsIn);

/// <param name="Cookie">As its browser sends it.</param>
/// <param name="Name">On its sticker.</param>
public sealed record KeptTablet(string Cookie, string Name, string Judge);
