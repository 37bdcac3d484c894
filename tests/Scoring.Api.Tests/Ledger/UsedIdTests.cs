using Dapper;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Ledger;

/// <summary>An id is for one content, at every door; and no receipt goes out without a row.</summary>
public sealed class UsedIdTests
{
    [Fact]
    public async Task A_tablets_id_with_other_marks_or_another_code_is_refused()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var judge = await host.Tablet(open, Hall.Judge);
        var marks = open.Read(s => s.Trade(Hall.Dg)!.Module(Hall.A)!.Definition.Aspects().ToDictionary(a => a.Id, MarkedContest.Best));
        var sheet = new SheetSubmission(Guid.NewGuid(), Hall.Dg, Hall.A, "A05", 0, marks);

        var first = await judge.Submit(sheet);
        Assert.Equal(SubmissionOutcome.Accepted, first.Outcome);
        var again = await judge.Submit(sheet with { DeviceTime = DateTimeOffset.UnixEpoch });
        Assert.Equal((SubmissionOutcome.Accepted, first.Receipt), (again.Outcome, again.Receipt));

        var before = open.Sequence;
        var noted = new Dictionary<AspectId, string> { [marks.Keys.First()] = "漏看一处" };
        foreach (var other in new[]
        {
            sheet with { Code = "A02" }, sheet with { Marks = marks.ToDictionary(m => m.Key, _ => Entry.Of(0m)) }, sheet with { Notes = noted },
            sheet with { Signature = "另一个签名" }, sheet with { EntrantSignature = "M1 1L2 2" }, sheet with { EntrantRefused = "有异议" },
            sheet with { Attempt = 2 },
        })
        {
            var answer = await judge.Submit(other);
            Assert.Equal(SubmissionOutcome.Refused, answer.Outcome);
            Assert.Contains("内容不同", answer.Message);
        }

        Assert.Equal(before, open.Sequence);
        await using var head = await host.Tablet(open, Hall.HeadJudge);
        var command = new ReturnCommand(Guid.NewGuid(), Hall.Dg, Hall.A, "A05", new(Hall.Judge), "请复核");
        Assert.Equal(CommandOutcome.Accepted, (await head.Ask<CommandAnswer>(nameof(IHeadJudgeHub.ReturnSheet), command)).Outcome);
        var otherwise = await head.Ask<CommandAnswer>(nameof(IHeadJudgeHub.ReturnSheet), command with { Reason = "另一个理由" });
        Assert.Equal(CommandOutcome.Refused, otherwise.Outcome);
    }

    [Fact]
    public void A_sheet_that_an_earlier_version_wrote_down_by_its_marks_alone_is_still_the_same()
    {
        var marks = new Dictionary<AspectId, Entry> { [new("A1.1")] = Entry.Of(4m) };
        var sheet = new SheetSubmission(Guid.NewGuid(), Hall.Dg, Hall.A, "A05", 0, marks, new Dictionary<AspectId, string> { [new("A1.1")] = "漏看一处" });
        var earlier = Sent.Of("Sheet", new { sheet.Trade, sheet.Module, sheet.Code, Marks = marks.Select(m => new { Aspect = m.Key, m.Value }) });
        Assert.True(Sent.Sheet(sheet).Is(earlier.Digest.Span));
        Assert.False(Sent.Sheet(sheet with { Code = "A06" }).Is(earlier.Digest.Span));
        Assert.False(Sent.Sheet(sheet).Is(Sent.Sheet(sheet with { Notes = null }).Digest.Span));
    }

    [Fact]
    public async Task A_form_of_the_console_sent_again_with_something_else_in_it_is_refused_after_a_restart_too()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        const string Page = "/console/yindubei-2026/publish/dg";
        var entry = Guid.NewGuid().ToString();
        Dictionary<string, string> Form(Visibility visibility) => new() { ["visibility"] = visibility.ToString(), ["Entry"] = entry };

        await head.Does(Page, "Visibility", Form(Visibility.Frozen), "公众可见范围已改");
        var stored = open.Sequence;
        await head.Does(Page, "Visibility", Form(Visibility.Frozen), "公众可见范围已改");
        await head.Does(Page, "Visibility", Form(Visibility.Hidden), "内容不同");
        await head.Does(Page, "Coded", new() { ["Entry"] = entry }, "内容不同");
        Assert.Equal(stored, open.Sequence);

        await host.Restart();
        await head.Does(Page, "Visibility", Form(Visibility.Hidden), "内容不同");
        await head.Does(Page, "Visibility", Form(Visibility.Frozen), "公众可见范围已改");
    }

    [Fact]
    public async Task Entries_of_before_digests_were_kept_repeat_as_they_did()
    {
        using var ledger = new LedgerFixture();
        await using var competition = ledger.Open();
        var id = Guid.NewGuid();
        await LedgerFixture.Receipt(competition, 1, id);
        Assert.IsType<Outcome.Accepted>(await competition.Execute(id, Actor.System, _ => Decision.Of(LedgerFixture.Event(1)), sent: Sent.Of("a", "b")));
    }

    [Fact]
    public async Task A_trigger_that_swallows_a_row_gives_no_receipt()
    {
        using var ledger = new LedgerFixture();
        await ledger.Fill(3);
        await using var competition = ledger.Open();
        using (var db = SqliteFile.Open(ledger.File))
        {
            db.Execute("CREATE TRIGGER swallow BEFORE INSERT ON events WHEN NEW.type = 'OrganizationDefined' BEGIN SELECT RAISE(IGNORE); END");
        }

        Assert.IsType<Outcome.NotStored>(await LedgerFixture.Add(competition, 4));
        Assert.Equal(3, competition.Sequence);
    }

    [Fact]
    public async Task A_ledger_with_a_trigger_of_somebodys_opens_for_reading_and_says_so()
    {
        using var ledger = new LedgerFixture();
        await ledger.Fill(3);
        using (var db = SqliteFile.Open(ledger.File))
        {
            db.Execute("CREATE TRIGGER swallow BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END");
        }

        await using var competition = ledger.Open();
        Assert.Contains("触发器被改动过（swallow）", competition.Problem);
        Assert.Equal(3, competition.Sequence);
        Assert.IsType<Outcome.NotStored>(await LedgerFixture.Add(competition, 4));
    }
}
