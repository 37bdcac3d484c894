using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Files;

/// <summary>A competition begins: from last year's, or from a file.</summary>
public sealed class CompetitionStartTests
{
    [Fact]
    public async Task Next_years_contest_has_the_definition_and_judges_and_nobody_of_last_year()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.Post(
            "/console/competitions", new() { ["source"] = "yindubei-2026", ["key"] = "yindubei-2027", ["name"] = "第二届“殷都杯”" }, to: "/console/competitions?handler=Clone");
        Assert.Equal("/console/yindubei-2027/road", answer.Headers.Location!.ToString());
        var next = host.Competitions.Find(new CompetitionId("yindubei-2027"))!;
        Assert.Equal(0, next.Read(s => s.Entrants.Count));
        Assert.Equal(open.Read(s => s.Judges.Count), next.Read(s => s.Judges.Count));
        Assert.Equal(open.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()), next.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()));
        Assert.All(next.Read(s => s.TradesInOrder.Select(t => t.Phase).ToList()), phase => Assert.Equal(Phase.Setup, phase));
        Assert.Equal("YINDUBEI2027", next.Read(s => s.Competition!.CertificatePrefix));
    }

    [Fact]
    public async Task An_import_cut_short_leaves_nothing_and_can_be_done_again()
    {
        await using var host = await ConsoleHost.Start();
        var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei.json"))).File!;
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.Run(file with { Trades = Cut(file.Trades!) }, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(host.Data.Competitions));
        Assert.Null(host.Competitions.Find(file.Competition.Id));
        Assert.Equal(108, (await import.Run(file)).Read(s => s.Entrants.Count));
        await Assert.ThrowsAsync<CompetitionExistsException>(() => import.Run(file));
    }

    // A list that ends in the middle of being read, as a process does that is cut short.
    private static IReadOnlyList<Trade> Cut(IReadOnlyList<Trade> trades) => new CutList(trades);

    private sealed class CutList(IReadOnlyList<Trade> trades) : IReadOnlyList<Trade>
    {
        public Trade this[int index] => trades[index];

        public int Count => trades.Count;

        public IEnumerator<Trade> GetEnumerator()
        {
            yield return trades[0];
            throw new OperationCanceledException();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
