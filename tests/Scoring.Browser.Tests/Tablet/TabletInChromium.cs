using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A tablet of the demo competition against the real server.</summary>
internal static class TabletInChromium
{
    public const string Trade = "铲车工";
    public const string Module = "铲斗移球上杆";

    /// <summary>The pairing code printed at the start for the first judge of a trade.</summary>
    public static string Code(this ServerProcess server, string trade) =>
        Regex.Match(server.Output, $@"^\s*(\w{{6}})\s+{trade} ", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    /// <summary>Entries in the ledger so far.</summary>
    public static Task<long> Sequence(this ServerProcess server)
    {
        var file = Directory.EnumerateFiles(Path.Combine(server.Data, "competitions"), "*.db").Order(StringComparer.Ordinal).First();
        using var ledger = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        ledger.Open();
        using var last = ledger.CreateCommand();
        last.CommandText = "SELECT max(sequence) FROM events";
        return Task.FromResult(Convert.ToInt64(last.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Another tablet of the same judge: the same cookie, a memory of its own.</summary>
    public static async Task<IPage> Twin(this Chromium chromium, IPage of, string url)
    {
        var twin = await chromium.Person(url, 1180, 820, touch: true);
        await twin.Context.AddCookiesAsync((await of.Context.CookiesAsync()).Select(c => new Cookie
        {
            Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite,
        }));
        return twin;
    }

    public static Task Tile(this IPage page, string code, string state) =>
        page.Locator(".ent", new() { HasText = code }).Locator(".st", new() { HasText = state }).WaitForAsync();
}
