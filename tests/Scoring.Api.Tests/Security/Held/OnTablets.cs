using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>What a paired tablet, or who has its cookie, says to the hub.</summary>
internal static class OnTablets
{
    public static readonly Attack[] Rows =
    [
        new("nothing in place of a sheet", "refused, no exception, no entry", async s =>
        {
            var before = s.Open.Sequence;
            var answer = await s.Tablet.Ask<SubmissionAnswer>(nameof(IScoringHub.SubmitSheet), (object?)null);
            Assert.Equal(SubmissionOutcome.Refused, answer.Outcome);
            Assert.Equal(before, s.Open.Sequence);
        }),
        new("a sheet for another trade, module, code, version, kind", "refused", async s =>
        {
            var before = s.Open.Sequence;
            var sheet = await s.Sheet();
            foreach (var bad in new[]
            {
                sheet with { Trade = new("cc") }, sheet with { Module = new("Z") }, sheet with { Code = "Z99" }, sheet with { Code = "" },
                sheet with { BasedOn = -1 }, sheet with { BasedOn = long.MaxValue },
                sheet with { Marks = new Dictionary<AspectId, Entry>() },
                sheet with { Marks = sheet.Marks.ToDictionary(m => m.Key, _ => Entry.Of(decimal.MaxValue)) },
                sheet with { Marks = sheet.Marks.ToDictionary(m => m.Key, _ => Entry.Of(-1m)) },
                sheet with { Notes = new Dictionary<AspectId, string> { [sheet.Marks.Keys.First()] = new string('字', 501) } },
                sheet with { Marks = Enumerable.Range(0, 1000).ToDictionary(n => new AspectId($"x{n}"), _ => Entry.Of(1)) },
            })
            {
                Assert.NotEqual(SubmissionOutcome.Accepted, (await s.Tablet.Submit(bad with { Id = Guid.NewGuid() })).Outcome);
            }

            Assert.Equal(before, s.Open.Sequence);
        }),
        new("a sheet of ten megabytes", "the connection is closed, nothing is taken", async s =>
        {
            var before = s.Open.Sequence;
            await using var tablet = await s.Tablet.Again();
            var large = await s.Sheet() with { Signature = new string('M', 10_000_000) };
            await Assert.ThrowsAnyAsync<Exception>(() => tablet.Submit(large));
            Assert.Equal(before, s.Open.Sequence);
            await s.Tablet.Heartbeat();
        }),
        new("methods of other offices and of the hub itself, by name", "not answered", async s =>
        {
            foreach (var method in new[]
            {
                "OnConnectedAsync", "OnDisconnectedAsync", "Dispose", "GetHashCode", "get_Context", "ToString", "EnterMark", "ReturnSheet",
            })
            {
                await Assert.ThrowsAnyAsync<Exception>(() => s.Tablet.Ask<object>(method));
            }
        }),
        new("one sheet under one id by eight at once, then under eight ids", "one row each", async s =>
        {
            var sheet = await s.Sheet();
            var before = s.Open.Sequence;
            var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => s.Tablet.Submit(sheet)));
            Assert.All(same, a => Assert.Equal(SubmissionOutcome.Accepted, a.Outcome));
            Assert.Single(same.Select(a => a.Receipt!.Sequence).Distinct());
            var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => s.Tablet.Submit(sheet with { Id = Guid.NewGuid() })));
            Assert.DoesNotContain(others, a => a.Outcome == SubmissionOutcome.Accepted);
            Assert.Equal(before + 1, s.Open.Sequence);
        }),
        new("another person's entry id", "refused", async s =>
        {
            var organization = new OrganizationDefined(new(new("x"), "甲"));
            var outcome = await s.Open.Execute(s.Open.EntryAt(1)!.Id, "judge:J04", _ => Decision.Of(organization));
            var taken = Assert.IsType<Outcome.Refused>(outcome);
            Assert.Equal(Refusal.IdTaken, taken.Why.Code);
        }),
        new("a sheet of wrong types, of no number, twice the same name, two thousand deep", "refused or closed, nothing taken", async s =>
        {
            var before = s.Open.Sequence;
            foreach (var marks in new[]
            {
                "null", "[]", "7", "\"7\"", """{"A1":NaN}""", """{"A1":{"value":"Infinity"}}""", """{"A1":{"value":1e400}}""",
                """{"A1":{"value":true}}""",
                """{"A1":{"value":1},"A1":{"value":2}}""", """{"$type":"System.Object","A1":{"value":1}}""",
                string.Concat(Enumerable.Repeat("{\"a\":", 2000)) + "1" + new string('}', 2000),
            })
            {
                await using var tablet = await RawTablet.Connect(s.Host.Address, s.Tablet.Cookie);
                var said = await tablet.Call("SubmitSheet", $$"""
                    {"id":"{{Guid.NewGuid()}}","trade":"dg","module":"A","code":"A01","basedOn":0,"marks":{{marks}}}
                    """);
                Assert.DoesNotContain("accepted", said ?? "", StringComparison.OrdinalIgnoreCase);
            }

            Assert.Equal(before, s.Open.Sequence);
            await s.Tablet.Heartbeat();
        }),
    ];
}
