using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Tests.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>Totals have the decimals of their trade wherever they are shown (R-K2), teams those of their trades (R-M1).</summary>
public sealed class DecimalsTests
{
    private const string Base = "/console/yindubei-2026";

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_page_list_and_workbook_shows_the_trades_own(int decimals)
    {
        await using var host = await ConsoleHost.Start();
        var open = await Published(host, decimals);
        var seal = (PersonalSeal)host.App.Services.GetService(typeof(PersonalSeal))!;
        var (total, name, organization, four) = open.Read(s =>
        {
            var best = s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result;
            var entrant = s.Entrant(best.Entrant)!.Entrant;
            var number = seal.Open(open.Id, entrant.Sealed)!.IdNumber!;
            return (best.Total!.Value, entrant.Name, s.Organizations[entrant.Organization].Name, number[^4..]);
        });
        var (shown, inTeams) = ($">{Words.Mark(total, decimals)}<", $">{Words.Mark(total, Math.Max(2, decimals))}<");
        using var admin = await host.SignedIn(Role.Admin);
        using var phone = host.NewBrowser();
        var find = await phone.PostBare("/portal", new() { ["name"] = name, ["lastFour"] = four });
        foreach (var page in (string[])[
            await admin.Read($"{Base}/awards/dg"), await admin.Read($"{Base}/outcomes/dg"), await admin.Read($"{Base}/review/dg"),
            await admin.Read($"{Base}/lists?handler=print&list={ListBook.Summary}&trade=dg"),
            await admin.Read($"{Base}/lists?handler=print&list={ListBook.Publicity}&trade=dg"),
            await admin.Read($"{Base}/lists?handler=print&list={ListBook.Results}&trade=dg"),
            await admin.Read($"/console/history/organization/{Uri.EscapeDataString(organization)}"),
            await phone.Read($"/portal/{open.Id}/dg"), await find.Content.ReadAsStringAsync()])
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
            Assert.DoesNotContain($">{Words.Mark(total)}<", page, StringComparison.Ordinal);
        }

        Assert.Contains(inTeams, await admin.Read($"{Base}/teams"), StringComparison.Ordinal);
        var format = FormatOf(await PaperTests.Excel(admin, ListBook.Summary, "dg"), total);
        Assert.Equal(decimals == 0 ? "0" : "0." + new string('0', decimals), format);
        Assert.Equal(decimals, open.Read(s => s.Trade(MarkedContest.Dg)!.Public.Board().Decimals));
    }

    [Fact]
    public async Task A_correction_says_before_and_after_with_the_trades_own()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Published(host, 3);
        var effect = open.Read(s => Core.Effects.WhatIf.Effect(s, MarkedContest.Dg, new StatusChanged(
            s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant, EntrantStatus.Disqualified, "核实")));
        Assert.Matches(@"^总分 \d+\.\d{3} → 没有总分", effect!.Entrants.Single(e => e.TotalAfter is null).Words.ToString());
    }

    private static async Task<OpenCompetition> Published(ConsoleHost host, int decimals)
    {
        var open = await host.LoadMarked();
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(
            trade with { Decimals = decimals, Advance = new("市级决赛", 3), Honours = [new("技术能手", 1, 2)] }, "小数位"));
        await ConsoleHost.Do(open, "system", new CompetitionDefined(
            open.Read(s => s.Competition!) with { TeamRankings = [new("团体总分", TeamMethod.BestTotals, BestOf: 1)] }));
        await ConsoleHost.Do(open, "system", new PhaseChanged(trade.Id, Phase.Review));
        await ConsoleHost.Do(open, "system", new ReviewDrawn(
            trade.Id, "1", [open.Read(s => s.Trade(trade.Id)!.Standings().Rows[0].Result.Entrant)], []));
        await ConsoleHost.Do(open, "system", new Decoded(trade.Id, 1, "a", "b"));
        await ConsoleHost.Do(open, "system", new PhaseChanged(trade.Id, Phase.Publicity));
        await ConsoleHost.Do(open, "system", new PhaseChanged(trade.Id, Phase.Final));
        return open;
    }

    // What a spreadsheet shows the cell of this figure as.
    private static string FormatOf(byte[] workbook, decimal figure)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        XElement Part(string name) => XElement.Load(zip.Entries.First(e => e.FullName.EndsWith(name, StringComparison.Ordinal)).Open());
        var (sheet, styles) = (Part("sheet1.xml"), Part("styles.xml"));
        var ns = sheet.Name.Namespace;
        var cell = sheet.Descendants(ns + "c").First(c => decimal.TryParse(
            c.Element(ns + "v")?.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value == figure
            && c.Attribute("t") is null && c.Element(ns + "v")!.Value != "1");
        var id = styles.Element(ns + "cellXfs")!.Elements().ElementAt((int)cell.Attribute("s")!).Attribute("numFmtId")!.Value;
        return id switch
        {
            "1" => "0",
            "2" => "0.00",
            _ => styles.Element(ns + "numFmts")!.Elements().First(f => f.Attribute("numFmtId")!.Value == id).Attribute("formatCode")!.Value,
        };
    }
}
