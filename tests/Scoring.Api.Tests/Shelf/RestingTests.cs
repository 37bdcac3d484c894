using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Feed;
using Scoring.Api.Ledger;
using Scoring.Api.Shelf;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Shelf;

/// <summary>A contest nobody asks for is closed; what the shelf knows of it is what its ledger says.</summary>
public sealed class RestingTests
{
    private static readonly CompetitionId InUse = new("in-use");

    [Fact]
    public async Task After_a_clean_stop_only_the_one_in_use_is_opened_and_the_shelf_says_the_same()
    {
        await using var host = await WithOneBeside();
        var other = Example(host);
        var (sequence, hash) = (other.Sequence, other.HeadHash);
        using (var admin = await host.SignedIn(Role.Admin))
        {
            var before = await Shelf(admin);
            await host.Restart();
            Assert.Equal(before, await Shelf(admin));
        }

        Assert.False(host.Competitions.Find(InUse)!.IsResting);
        Assert.True(Example(host).IsResting);
        Assert.Equal((sequence, hash), (Example(host).Sequence, Example(host).HeadHash));
        Assert.Empty(host.Competitions.Trouble);
    }

    [Fact]
    public async Task Asked_for_again_it_opens_takes_entries_and_whoever_listens_hears_each_once()
    {
        await using var host = await WithOneBeside();
        await host.Restart();
        var open = Example(host);
        var heard = new List<long>();
        using var listening = Commits.Listen(host.Competitions, (competition, entries) =>
            heard.AddRange(entries.Where(_ => competition == open).Select(e => e.Entry.Sequence)));
        var before = open.Sequence;
        for (var n = 1; n <= 3; n++)
        {
            var receipt = await ConsoleHost.Do(open, Actor.System, LedgerFixture.Event(n));
            Assert.Equal(before + n, receipt.Sequence);
            await Wait.Until(() => open.Rest());
            Assert.True(open.IsResting);
            Assert.Equal((receipt.Sequence, receipt.Hash), (open.Sequence, open.HeadHash));
        }

        Assert.Equal([before + 1, before + 2, before + 3], heard);
        Assert.Equal("单位3", open.Read(state => state.Organizations[new("o3")].Name));
    }

    [Fact]
    public async Task Whoever_is_at_it_keeps_it_open()
    {
        await using var host = await WithOneBeside();
        var open = Example(host);
        Assert.False(open.Read(_ => open.Rest()));
        using var deciding = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var entry = open.Execute(Guid.NewGuid(), Actor.System, _ =>
        {
            deciding.Set();
            go.Wait();
            return Decision.Of(LedgerFixture.Event(1));
        }, new CancellationTokenSource(TimeSpan.FromMilliseconds(1)).Token); // gives up waiting; the entry is taken all the same
        deciding.Wait();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entry);
        Assert.False(open.Rest());
        go.Set();
        await Wait.Until(() => open.Rest());
        Assert.True(open.Read(state => state.Organizations.ContainsKey(new("o1"))));
    }

    [Fact]
    public async Task The_one_in_use_and_one_that_is_damaged_stay_open()
    {
        await using var host = await WithOneBeside();
        await host.Restart(() => Changed(host, "UPDATE events SET hash = x'00' WHERE sequence = 5"));
        host.Competitions.Rest(TimeSpan.Zero);
        Assert.False(host.Competitions.Current!.IsResting);
        Assert.False(Example(host).IsResting);
        Assert.NotNull(Example(host).Problem);
        await host.Restart();
        Assert.NotNull(Example(host).Problem);
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)", "比记住的短")]
    [InlineData("UPDATE events SET payload = payload || ' ' WHERE sequence = 1", "不一致")]
    public async Task A_file_that_somebody_else_was_at_is_opened_and_checked_at_the_start(string how, string says)
    {
        await using var host = await WithOneBeside();
        await host.Restart(() => Changed(host, how));
        Assert.Contains(says, Example(host).Problem);
    }

    [Fact]
    public async Task A_file_that_is_gone_when_it_is_asked_for_is_said_and_no_empty_one_made()
    {
        await using var host = await WithOneBeside();
        await host.Restart();
        var open = Example(host);
        var file = host.Data.FileOf(open.Id);
        File.Move(file, file + ".away");
        var refused = Assert.IsType<Outcome.NotStored>(await open.Execute(
            Guid.NewGuid(), Actor.System, _ => Decision.Of(LedgerFixture.Event(1))));
        Assert.Contains("文件不见了", refused.Message);
        Assert.False(File.Exists(file));
        File.Move(file + ".away", file);
        await ConsoleHost.Do(open, Actor.System, LedgerFixture.Event(1));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("garbage")]
    [InlineData("of another shape")]
    [InlineData("cards of another time")]
    public async Task Without_what_was_written_down_everything_is_read_from_the_ledgers_again(string how)
    {
        await using var host = await WithOneBeside();
        using var admin = await host.SignedIn(Role.Admin);
        var before = await Shelf(admin);
        await host.Restart(() =>
        {
            Spoil(Path.Combine(host.Folder, "shelf.db"), how);
            return Task.CompletedTask;
        });
        Assert.Equal(before, await Shelf(admin));
        await host.Restart();
        Assert.True(Example(host).IsResting);
        Assert.Equal(before, await Shelf(admin));
    }

    [Fact]
    public async Task A_participant_and_a_certificate_are_found_in_a_contest_at_rest()
    {
        await using var host = await WithOneBeside();
        var open = Example(host);
        foreach (var (actor, e) in open.Read(state => MarkedContest.Events(state.Trade(MarkedContest.Dg)!).ToList()))
        {
            await ConsoleHost.Do(open, actor, e);
        }

        await ConsoleHost.Do(open, Actor.System, new PhaseChanged(MarkedContest.Dg, Phase.Final));
        var winner = open.Read(state => state.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        var facts = new CertificateFacts("YDB2026-DG-001", "荣誉证书", winner.Name, null, "电工", "一等奖", "殷都杯", ["安阳市总工会"],
            new DateOnly(2026, 4, 23));
        await ConsoleHost.Do(open, Actor.System, new CertificatesIssued(MarkedContest.Dg, [new IssuedCertificate(winner.Id, facts, "qr")]));
        await host.Restart();
        var cards = host.App.Services.GetRequiredService<ContestCards>();
        Assert.DoesNotContain(Example(host), cards.With("没有这个人"));
        Assert.Contains(Example(host), cards.With(winner.Name));
        Assert.True(Example(host).IsResting);
        var standing = await host.App.Services.GetRequiredService<IResultsFeed>().Certificate("YDB2026-DG-001", CancellationToken.None);
        Assert.Equal(("一等奖", CertificateState.Valid), (standing?.Award, standing?.State));
        Assert.Null(await host.App.Services.GetRequiredService<IResultsFeed>().Certificate("YDB2026-DG-002", CancellationToken.None));
    }

    // As a person sees it: without the forms' tokens.
    private static async Task<string> Shelf(Browser admin)
    {
        var page = await admin.Read("/console/competitions");
        return Regex.Replace(page[page.IndexOf("<tbody>", StringComparison.Ordinal)..page.IndexOf("</tbody>", StringComparison.Ordinal)],
            "<input [^>]*type=\"hidden\"[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task History_of_a_contest_at_rest_is_what_its_ledger_says_and_forgets_whose_numbers_were_removed()
    {
        await using var host = await WithOneBeside();
        var open = Example(host);
        foreach (var (actor, e) in open.Read(state => MarkedContest.Events(state.Trade(MarkedContest.Dg)!).ToList()))
        {
            await ConsoleHost.Do(open, actor, e);
        }

        await ConsoleHost.Do(open, Actor.System, new PhaseChanged(MarkedContest.Dg, Phase.Final));
        var before = Told(host);
        Assert.Contains("Results", before, StringComparison.Ordinal);
        await host.Restart();
        Assert.Equal(before, Told(host));
        Assert.True(Example(host).IsResting);
        await host.Restart(() =>
        {
            File.Delete(Path.Combine(host.Folder, "keys", "yindubei-2026.seal"));
            return Task.CompletedTask;
        });
        Assert.NotEqual(before, Told(host)); // the stand-ins were of numbers that nobody can read now

        static string Told(ConsoleHost host) =>
            JsonSerializer.Serialize(host.App.Services.GetRequiredService<History>().Editions(_ => true)
                .Select(e => new { e.Name, e.Results, e.Entries, e.Teams }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_made_again_under_the_key_of_one_that_was_deleted_is_not_taken_for_it(bool atRest)
    {
        await using var host = await WithOneBeside();
        var before = Example(host);
        var cards = host.App.Services.GetRequiredService<ContestCards>();
        var history = host.App.Services.GetRequiredService<History>();
        Assert.Contains("殷都杯", cards.Of(before)!.Name, StringComparison.Ordinal);
        Assert.NotEmpty(history.Editions(_ => true).Single(e => e.Competition == before.Id).Entries);
        if (atRest)
        {
            host.Competitions.Rest(TimeSpan.Zero);
        }

        var sequence = before.Sequence;
        await host.Competitions.Remove(before);
        var next = host.Competitions.Create(before.Id);
        await ConsoleHost.Do(next, Actor.System, new CompetitionDefined(new Competition(before.Id, "另一场比赛")));
        while (next.Sequence < sequence)
        {
            await ConsoleHost.Do(next, Actor.System, LedgerFixture.Event((int)next.Sequence));
        }

        Assert.Equal("另一场比赛", cards.Of(next)!.Name);
        Assert.Empty(history.Editions(_ => true).Single(e => e.Competition == next.Id).Entries);
        host.Competitions.Rest(TimeSpan.Zero);
        Assert.True(next.IsResting);
        Assert.Equal("另一场比赛", Assert.Single(host.App.Services.GetRequiredService<CardRows>().All(), c => c.Id == next.Id).Name);
        Assert.Empty(history.Editions(_ => true).Single(e => e.Competition == next.Id).Entries);
    }

    [Fact]
    public async Task Whoever_is_not_asked_for_is_closed_after_a_while_and_the_newest_is_written_down()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.Start(clock);
        await host.LoadExample();
        host.Competitions.MakeCurrent(host.Competitions.Create(InUse));
        var open = Example(host);
        await ConsoleHost.Do(open, Actor.System, LedgerFixture.Event(1));
        await Wait.Until(() =>
        {
            clock.Advance(RestKeeper.Every);
            return open.IsResting;
        });
        Assert.Contains(host.App.Services.GetRequiredService<CardRows>().All(), card =>
            card.Id == open.Id && card.Sequence == open.Sequence);
    }

    private static OpenCompetition Example(ConsoleHost host) => host.Competitions.Find(new("yindubei-2026"))!;

    private static async Task<ConsoleHost> WithOneBeside()
    {
        var host = await ConsoleHost.Start();
        await host.LoadExample();
        host.Competitions.MakeCurrent(host.Competitions.Create(InUse));
        return host;
    }

    private static Task Changed(ConsoleHost host, string sql)
    {
        using var db = SqliteFile.Open(Path.Combine(host.Folder, "competitions", "yindubei-2026.db"));
        var triggers = db.Query<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger'").ToList();
        db.Execute("DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete");
        Assert.Equal(1, db.Execute(sql));
        triggers.ForEach(trigger => db.Execute(trigger));
        return Task.CompletedTask;
    }

    private static void Spoil(string shelf, string how)
    {
        switch (how)
        {
            case "gone":
                File.Delete(shelf);
                break;
            case "garbage":
                File.WriteAllText(shelf, "这不是数据库");
                break;
            case "of another shape":
                Run("PRAGMA user_version = 99; DROP TABLE cards;");
                break;
            default:
                Run("UPDATE cards SET card = '{\"name\":\"旧的\"}'");
                break;
        }

        void Run(string sql)
        {
            using var db = SqliteFile.Open(shelf);
            db.Execute(sql);
        }
    }
}
