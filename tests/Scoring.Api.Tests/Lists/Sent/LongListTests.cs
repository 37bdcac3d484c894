using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Lists of an online stage: 180,000 rows with SCORING_TEST_ALL=1, else 20,000. Progress is told, cancelling stops, and what is
/// kept is bounded.</summary>
[Collection(nameof(Alone))]
public sealed class LongListTests(ITestOutputHelper output)
{
    private static readonly int Rows = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1" ? 180_000 : 20_000;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void A_long_list_is_read_and_checked_row_by_row(string kind)
    {
        var file = kind == "csv" ? LongList.Csv(Rows) : LongList.Xlsx(Rows);
        var contest = new SentContest();
        var (read, checkedRows) = (new List<ReadSoFar>(), new List<int>());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sheet = SpreadsheetReader.Read(file, "初赛." + kind, read.Add);
        var import = EntrantImport.Preview(
            sheet, "初赛." + kind, look => look(contest.State), _ => null, new Dictionary<string, string>(), new Dictionary<string, string>(), clear => clear, SentContest.Day,
            (done, _) => checkedRows.Add(done));
        Assert.Equal((Rows, 0), (import.Good, import.Errors));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Rows * 1_300L); // tests beside it may let go of theirs
        Assert.True(read.Count >= Rows / 2000 && read[^1].Share > 0.8, $"{read.Count} {read.LastOrDefault()}");
        Assert.Equal(read.Select(r => r.Share).Order(), read.Select(r => r.Share));
        Assert.Equal(Rows, checkedRows[^1]);
        GC.KeepAlive(sheet);
    }

    [Fact]
    public async Task Cancelling_stops_and_answers_begin_again()
    {
        var contest = new SentContest();
        var started = new TaskCompletionSource();
        var desk = new UploadedLists(TimeProvider.System, NullLogger<UploadedLists>.Instance);
        var upload = desk.Put("admin", new CompetitionId("c"), "初赛.csv", LongList.Csv(5000), new Dictionary<string, string>(), (file, name, answers, read, told) => EntrantImport.Preview(
            file, name, read, _ => null, answers, new Dictionary<string, string>(), clear => clear, SentContest.Day, (done, all) =>
            {
                started.TrySetResult();
                told!(done, all);
            }), look => look(contest.State));
        await upload.Work;
        Assert.Equal(5000, upload.Import!.Good);
        upload.Answer([Mends.Of("0!B2", "马?骏")]);
        await upload.Work;
        Assert.Equal(["B2"], SentContest.Errors(upload.Import!));

        upload.Answer([Mends.Of("0!B2", "马骏")]);
        await started.Task;
        desk.Forget(upload.Key);
        await upload.Work;
        Assert.Null(desk.Find(upload.Key, "admin", new CompetitionId("c")));
    }

    [Fact] // by entries of the ledger, told as they go in; the preview is let go of
    public async Task A_long_list_goes_into_the_ledger_entry_by_entry()
    {
        await using var host = await ConsoleHost.Start();
        var (open, upload) = await Checked(host, Rows);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var told = new List<int>();
        open.Committed += _ => told.Add(upload.Progress.Rows);
        Assert.True(upload.Take(open, "admin:admin", onlyGood: false, "名单已导入"));
        Assert.False(upload.Take(open, "admin:admin", onlyGood: false, "名单已导入"));
        Assert.True(upload is { Busy: true, Import: null } or { Taken: not null });
        await upload.Work;
        Assert.Equal(($"名单已导入：{Rows} 人，分 {Rows / ListImport.MostAnEntry} 条记入台账", false), upload.Taken!.Value);
        Assert.Equal(Rows, open.Read(s => s.Entrants.Count));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine($"{Rows} people: preview and all {before / 1_000_000} MB, in the ledger and all {after / 1_000_000} MB");
        Assert.Equal(Rows / ListImport.MostAnEntry, told.Count);
        Assert.Equal(told.Order(), told);
        Assert.False(upload.Busy);
    }

    [Fact]
    public async Task Stopping_keeps_what_is_in_and_the_rest_can_follow()
    {
        await using var host = await ConsoleHost.Start();
        const int People = 4 * ListImport.MostAnEntry;
        var (open, upload) = await Checked(host, People);
        open.Committed += _ => upload.Stop(); // by the writer, before it takes another entry
        upload.Take(open, "admin:admin", onlyGood: false, "名单已导入");
        await upload.Work;
        var taken = open.Read(s => s.Entrants.Count);
        Assert.InRange(taken, ListImport.MostAnEntry, 2 * ListImport.MostAnEntry);
        Assert.StartsWith($"已停止：记入了 {taken} 人", upload.Taken!.Value.Words, StringComparison.Ordinal);

        var again = Check(open, host, People);
        await again.Work;
        Assert.Equal((People - taken, taken), (again.Import!.Count(RowVerdict.New), again.Import.Count(RowVerdict.Same)));
    }

    [Fact] // what was checked is held against the ledger as it is
    public async Task Entries_of_others_meanwhile_are_checked_against_first()
    {
        await using var host = await ConsoleHost.Start();
        var (open, upload) = await Checked(host, 2 * ListImport.MostAnEntry);
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(FirstScheme.Of(new TradeId("t3"), "焊工", "T3")));
        upload.Take(open, "admin:admin", onlyGood: false, "名单已导入");
        await upload.Work;
        Assert.False(upload.Taken!.Value.Bad);
        Assert.Equal(2 * ListImport.MostAnEntry, open.Read(s => s.Entrants.Count));
    }

    private static async Task<(OpenCompetition Open, Upload Upload)> Checked(ConsoleHost host, int rows)
    {
        var open = host.Competitions.Create(new CompetitionId("long"));
        await ConsoleHost.Do(open, Actor.System, new CompetitionDefined(new Competition(open.Id, "线上初赛")));
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(FirstScheme.Of(new TradeId("t1"), "电工", "T1")));
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(FirstScheme.Of(new TradeId("t2"), "钳工", "T2")));
        var upload = Check(open, host, rows);
        await upload.Work;
        Assert.Equal(rows, upload.Import!.Good);
        return (open, upload);
    }

    private static Upload Check(OpenCompetition open, ConsoleHost host, int rows)
    {
        var seal = host.App.Services.GetRequiredService<Personal.PersonalSeal>();
        return new UploadedLists(TimeProvider.System, NullLogger<UploadedLists>.Instance).Put(
            "admin", open.Id, "初赛.csv", LongList.Csv(rows), new Dictionary<string, string>(), (file, name, answers, read, told) => EntrantImport.Preview(
                file, name, read, boxed => seal.Open(open.Id, boxed), answers, new Dictionary<string, string>(), clear => seal.Seal(open.Id, clear), SentContest.Day, told),
            look => open.Read(state =>
            {
                look(state);
                return true;
            }));
    }
}

/// <summary>What measures memory runs when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
