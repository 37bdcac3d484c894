using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Lists;
using Scoring.Core.Definition;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Lists of an online stage: 180,000 rows with SCORING_TEST_ALL=1, else 20,000. Progress is told, cancelling stops, and what is
/// kept is bounded.</summary>
[Collection(nameof(Alone))]
public sealed class LongListTests
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
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, Rows * 1_300L); // 180,000 rows: 234 MB
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
        var desk = new ImportDesk(TimeProvider.System, NullLogger<ImportDesk>.Instance);
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
}

/// <summary>What measures memory runs when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
