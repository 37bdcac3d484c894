using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Api.Tests.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Storage;

/// <summary>A disk that takes nothing more: everything can be read, people sign in, and the program starts.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task The_console_reads_on_a_full_disk_before_and_after_a_restart_and_heals_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        Assert.SkipWhen(disk is null, "a small disk cannot be mounted here");
        await using var host = await ConsoleHost.Start(at: Path.Combine(disk.Folder, "data"));
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        Assert.Equal(HttpStatusCode.OK, (await admin.Get("/console/yindubei-2026/entrants")).StatusCode);
        var sequence = open.Sequence;
        disk.Fill();

        await Reads(host, admin);
        Assert.IsType<Scoring.Api.Ledger.Outcome.NotStored>(await open.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(LedgerFixture.Event(1))));
        await host.Restart(() =>
        {
            foreach (var index in Directory.EnumerateFiles(host.Folder, "*-shm", SearchOption.AllDirectories))
            {
                File.Delete(index); // as a clean end leaves it; with them there, everything opens as it is
            }

            disk.Fill(); // what that gave back
            return Task.CompletedTask;
        });
        Assert.Empty(host.Competitions.Unreadable.Select(u => u.Message));
        await Reads(host, admin);
        Assert.Contains("磁盘已满", string.Join('\n', host.App.Services.GetRequiredService<Catalog>().Trouble), StringComparison.Ordinal);
        Assert.Equal(sequence, host.Competitions.Find(open.Id)!.Sequence);
        Assert.Contains("磁盘已满", host.Competitions.Find(open.Id)!.Problem, StringComparison.Ordinal);
        await using (var again = await tablet.Again())
        {
            Assert.Equal(SubmissionOutcome.Retry, (await again.Submit(await Sheet(again))).Outcome); // stays on the tablet
        }

        disk.MakeRoom();
        await host.Restart();
        Assert.Null(host.Competitions.Find(open.Id)!.Problem);
        await ConsoleHost.Do(host.Competitions.Find(open.Id)!, Actor.System, LedgerFixture.Event(1));
        Assert.NotEmpty(host.Access.Read(null, null, null, 10));
    }

    private static async Task Reads(ConsoleHost host, Browser signedIn)
    {
        foreach (var path in new[] { "/health", "/portal", "/judge/", "/display/", "/console/competitions", "/console/yindubei-2026/day", "/console/yindubei-2026/entrants" })
        {
            var answer = await signedIn.Get(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }

        using var fresh = host.NewBrowser();
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await fresh.SignIn(nameof(Role.Admin), "a wrong one 1")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await fresh.SignIn(nameof(Role.Admin), ConsoleHost.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await fresh.Get("/console/competitions")).StatusCode);
    }

    private static async Task<SheetSubmission> Sheet(TabletClient tablet)
    {
        var module = (await tablet.Open()).Modules.First(m => m.Cards.Count > 0);
        return TabletClient.Sheet(module, module.Cards[0], MarkedContest.Best);
    }
}
