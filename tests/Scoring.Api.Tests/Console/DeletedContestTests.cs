using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Certificates;
using Scoring.Display.Screens;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>What belongs to a contest goes with it; what only looks like it stays.</summary>
public sealed class DeletedContestTests
{
    private static readonly CompetitionId Gone = new("gone-2026");

    [Fact]
    public async Task Photos_papers_templates_tablets_and_accounts_go_with_it_and_the_next_of_that_key_finds_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var stays = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var open = await Made(host, admin);
        var (files, shelf) = (host.App.Services.GetRequiredService<ScreenFiles>(), host.App.Services.GetRequiredService<TemplateShelf>());
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        files.AddPhotos(
        [
            (ScreenFiles.LabelOf(Gone.Value, "e1", "甲"), ".png", picture),
            (ScreenFiles.LabelOf("gone-2026-2", "e1", "乙"), ".png", [.. picture, 1]),
            (ScreenFiles.LabelOf(stays.Id.Value, "e1", "丙"), ".png", [.. picture, 2]),
        ]);
        shelf.Save(Gone, CertificateTemplates.Festive with { Name = "自己的" });
        shelf.Save(stays.Id, CertificateTemplates.Festive with { Name = "自己的" });
        host.App.Services.GetRequiredService<SheetPictures>().Store(Gone, [0xFF, 0xD8, 0xFF, 1]);
        host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge, Gone), ConsoleHost.Password);
        host.Accounts.Create(new NewAccount("other", "李监督", Role.Supervisor, stays.Id), ConsoleHost.Password);
        var tablets = host.App.Services.GetRequiredService<PairedTablets>();
        await using var tablet = await TabletClient.Pair(Here(host), tablets.CreateCode(Gone, new("J1")).Code);
        tablets.CreateCode(Gone, new("J2"));
        await using var another = await host.Tablet(stays, Hall.Judge);

        await admin.Does("/console/gone-2026/contest", "Delete", new() { ["word"] = open.Read(s => s.Competition!.Name) }, "已删除");

        Assert.Equal(["gone-2026-2.e1 乙", $"{stays.Id}.e1 丙"], files.Of(FileUse.Photos).Select(f => f.Label).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(shelf.All(Gone), t => t.Name == "自己的");
        Assert.Contains(shelf.All(stays.Id), t => t.Name == "自己的");
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.Data.Competitions, "gone-2026*"));
        Assert.Equal([stays.Id], tablets.All.Select(t => t.Competition));
        Assert.True(host.Accounts.Find("song")!.Disabled);
        Assert.False(host.Accounts.Find("other")!.Disabled);
        using (var catalog = host.App.Services.GetRequiredService<Catalog>().Connect())
        {
            var tables = catalog.Query<string>(
                "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'competition' WHERE m.type = 'table'");
            var id = new { id = Gone.Value };
            var left = tables.Where(t => catalog.QuerySingle<long>($"SELECT count(*) FROM {t} WHERE competition = @id", id) > 0);
            Assert.Equal(["accounts", "devices", "heads"], left.Order(StringComparer.Ordinal)); // disabled, revoked, and of the old one
        }

        await Made(host, admin);
        await Assert.ThrowsAnyAsync<Exception>(tablet.Again);
        using var head = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await head.SignIn("song", ConsoleHost.Password)).StatusCode);
    }

    private static string Here(ConsoleHost host) => host.Address.ToString().TrimEnd('/');

    private static async Task<Scoring.Api.Ledger.OpenCompetition> Made(ConsoleHost host, Browser admin)
    {
        var form = new Dictionary<string, string> { ["template"] = "union", ["key"] = Gone.Value, ["name"] = "要删的" };
        await admin.Post("/console/competitions", form, to: "/console/competitions?handler=Template");
        var open = host.Competitions.Find(Gone)!;
        await ConsoleHost.Do(open, Actor.System, new JudgesAppointed([new Judge(new("J1"), "甲", [new JudgeSeat(Role.Judge, new("x"))])]));
        return open;
    }
}
