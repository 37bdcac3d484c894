// 统计 as a clerk uses it: contests on the shelf, one address a figure, its list and the workbook.
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Commands;
using Scoring.Core.Files;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Founding;

internal sealed partial class FiguresShelf : IAsyncDisposable
{
    private const int MostShown = 500;

    /// <summary>Of all lines together.</summary>
    public const string Total = "";

    private FiguresShelf(ConsoleHost host, Browser admin) => (Host, Admin) = (host, admin);

    public ConsoleHost Host { get; }

    public Browser Admin { get; }

    public static async Task<FiguresShelf> With(params IEnumerable<CompetitionFile> files)
    {
        var host = await ConsoleHost.Start();
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        foreach (var file in files)
        {
            await import.Run(file);
        }

        return new(host, await host.SignedIn(Role.Admin));
    }

    /// <summary>A contest of examples/contests.</summary>
    public static CompetitionFile Example(string name) =>
        CompetitionFileReader.Read(File.ReadAllBytes(CommandRun.Example($"contests/{name}.json"))).File!; // a file of ours

    public static IEnumerable<CompetitionFile> Examples(string folder) =>
        Directory.EnumerateFiles(CommandRun.Example("contests/" + folder), "*.json").Order(StringComparer.Ordinal)
            .Select(path => CompetitionFileReader.Read(File.ReadAllBytes(path)).File!);

    /// <summary>The paragraph to paste.</summary>
    public async Task<string> Words(string query) => Paragraph().Match(await Page(query)).Groups["words"].Value;

    /// <summary>One address shows the figure in its cell, opens a list of so many, and gives the same two as a workbook.</summary>
    /// <param name="line">Key of the line.</param>
    /// <param name="what">Key of the measure.</param>
    /// <param name="listed">Null: as many as the figure says.</param>
    /// <returns>The list, as text.</returns>
    public async Task<string> Opens(string query, string line, string what, decimal figure, int? listed = null)
    {
        var address = $"{query}&line={Uri.EscapeDataString(line)}&what={Uri.EscapeDataString(what)}";
        var page = await Page(address);
        var cells = Cells().Matches(page).Select(m =>
                (Of: QueryHelpers.ParseQuery(m.Groups["query"].Value), Figure: m.Groups["figure"].Value))
            .ToDictionary(c => (c.Of.GetValueOrDefault("line").ToString(), c.Of["what"].ToString()), c => c.Figure);
        var said = figure.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(said, cells[(line, what)]);

        var many = listed ?? (int)figure;
        var behind = page[page.IndexOf("id=\"behind\"", StringComparison.Ordinal)..];
        Assert.Contains($"共 {many} 项", behind, StringComparison.Ordinal);
        Assert.Equal(Math.Min(many, MostShown), Regex.Count(behind, "<tr>", RegexOptions.None, TimeSpan.FromSeconds(5)) - 1);

        var file = await (await Admin.Get($"/console/figures?{address}&handler=Excel")).Content.ReadAsByteArrayAsync();
        var book = SpreadsheetReader.Read(file, "统计.xlsx");
        var name = line.Length == 0 ? "合计" : Opened().Match(behind).Groups["line"].Value;
        Assert.Contains(book.Sheets[0].Rows, r => r[0].Text == name && r.Any(c => c.Text == said));
        Assert.Equal(many, book.Sheets[1].Rows.SkipWhile(r => r[0].Text != "名称").Skip(1).Count());
        return behind;
    }

    private async Task<string> Page(string query) => WebUtility.HtmlDecode(await Admin.Read("/console/figures?" + query));

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Host.DisposeAsync();
    }

    [GeneratedRegex("id=\"figures-words\">(?<words>[^<]*)<", RegexOptions.None, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex("href=\"/console/figures\\?(?<query>[^\"#]*)#behind\">(<b>)?(?<figure>[^<]*)<", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Cells();

    [GeneratedRegex("<h2>(?<line>[^<]*)：[^<：]*</h2>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opened();
}
