using System.Collections.Concurrent;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;

namespace Scoring.Api.Tests.Ledger;

public sealed class OpenCompetitionTests : IDisposable
{
    private readonly LedgerFixture ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task A_receipt_names_the_entry_that_is_stored()
    {
        Receipt receipt;
        await using (var competition = ledger.Open())
        {
            receipt = await LedgerFixture.Receipt(competition, 1);
        }

        using var store = SqliteLedger.Open(ledger.File);
        var entry = store.At(receipt.Sequence);
        Assert.NotNull(entry);
        Assert.Equal(receipt.Hash, Convert.ToHexStringLower(entry.Hash.Span));
        Assert.Equal(receipt.At, entry.At);
        Assert.True(Chain.Holds(entry, Chain.Genesis.Span));
    }

    [Fact]
    public async Task An_id_sent_again_gets_the_same_receipt_and_changes_nothing()
    {
        var id = Guid.NewGuid();
        await using var competition = ledger.Open();
        var first = await LedgerFixture.Receipt(competition, 1, id);
        await LedgerFixture.Receipt(competition, 2);
        var again = await competition.Execute(id, Actor.System, _ => throw new InvalidOperationException("decided twice"));
        Assert.Equal(new Outcome.Accepted(first, Repeated: true), again);
        Assert.Equal(2, competition.Sequence);
    }

    [Fact]
    public async Task An_id_sent_many_times_at_once_is_stored_once()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        await using var competition = ledger.Open();
        var sent = ids.SelectMany(id => Enumerable.Repeat(id, 10)).Select(async id => (id, Receipt: await LedgerFixture.Receipt(competition, 1, id)));
        var receipts = await Task.WhenAll(sent);
        Assert.All(receipts.GroupBy(r => r.id), same => Assert.Single(same.Select(r => r.Receipt).Distinct()));
        Assert.Equal(ids.Count, competition.Sequence);
    }

    [Fact]
    public async Task An_id_of_somebody_else_gives_no_receipt()
    {
        var id = Guid.NewGuid();
        await using var competition = ledger.Open();
        await LedgerFixture.Receipt(competition, 1, id);
        var other = await competition.Execute(id, "judge:J1", _ => Decision.Of(LedgerFixture.Event(1)));
        Assert.Equal(Refusal.IdTaken, Assert.IsType<Outcome.Refused>(other).Why.Code);
    }

    [Fact]
    public async Task A_refusal_reaches_its_sender_and_stores_nothing()
    {
        var why = new Decision.Refuse(Refusal.SheetConflict, $"请核对后重新提交。");
        await using var competition = ledger.Open();
        Assert.Equal(new Outcome.Refused(why), await competition.Execute(Guid.NewGuid(), "judge:J1", _ => why));
        Assert.Equal(0, competition.Sequence);
    }

    [Fact]
    public async Task A_defect_in_one_use_case_reaches_its_sender_only()
    {
        await using var competition = ledger.Open();
        var before = Enumerable.Range(0, 50).Select(n => LedgerFixture.Receipt(competition, n)).ToList();
        var defect = competition.Execute(Guid.NewGuid(), "judge:J1", _ => throw new InvalidOperationException("defect"));
        var after = Enumerable.Range(50, 50).Select(n => LedgerFixture.Receipt(competition, n)).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => defect);
        await Task.WhenAll([.. before, .. after]);
        Assert.Equal(100, competition.Sequence);
        Assert.Equal(100, competition.Read(s => s.Version));
    }

    [Fact]
    public async Task Each_decision_sees_all_entries_before_it()
    {
        var seen = new ConcurrentBag<long>();
        await using var competition = ledger.Open();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(n => Task.Run(() => competition.Execute(Guid.NewGuid(), Actor.System, state =>
        {
            seen.Add(state.Version);
            return Decision.Of(LedgerFixture.Event(n));
        }))));
        Assert.Equal(Enumerable.Range(0, 500).Select(n => (long)n), seen.Order());
    }

    [Fact]
    public async Task Listeners_get_every_entry_once_and_in_order_and_find_it_in_the_state()
    {
        var heard = new List<long>();
        var behind = 0;
        var competition = ledger.Open();
        competition.Committed += _ => throw new InvalidOperationException("a listener's defect stays its own");
        competition.Committed += entries =>
        {
            heard.AddRange(entries.Select(e => e.Entry.Sequence));
            behind += competition.Read(s => s.Version) < entries[^1].Entry.Sequence ? 1 : 0;
        };
        await Task.WhenAll(Enumerable.Range(0, 300).Select(n => LedgerFixture.Receipt(competition, n)));
        await competition.DisposeAsync();
        Assert.Equal(Enumerable.Range(1, 300).Select(n => (long)n), heard);
        Assert.Equal(0, behind);
    }

    [Fact]
    public async Task A_restart_finds_the_state_and_the_chain_as_they_were()
    {
        await ledger.Fill(1000);
        await using var again = ledger.Open();
        Assert.Null(again.Problem);
        Assert.Equal(1000, again.Sequence);
        Assert.Equal(1000, again.Read(s => s.Version));
        Assert.Equal(1001, (await LedgerFixture.Receipt(again, 1001)).Sequence);
    }

    [Fact]
    public async Task A_closed_competition_is_one_file_and_takes_nothing_more()
    {
        var competition = ledger.Open();
        await LedgerFixture.Receipt(competition, 1);
        await competition.DisposeAsync();
        Assert.Equal([ledger.File], Directory.GetFiles(ledger.Folder));
        Assert.IsType<Outcome.NotStored>(await LedgerFixture.Add(competition, 2));
    }

    [Fact]
    public async Task A_sender_that_gives_up_harms_nobody()
    {
        await using var competition = ledger.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => competition.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(LedgerFixture.Event(1)), new CancellationToken(canceled: true)));
        await LedgerFixture.Receipt(competition, 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("judge:J1\nadmin:A")]
    public async Task An_actor_is_one_line_so_that_the_chain_has_one_reading(string actor)
    {
        await using var competition = ledger.Open();
        await Assert.ThrowsAsync<ArgumentException>(() => competition.Execute(Guid.NewGuid(), actor, _ => Decision.Of(LedgerFixture.Event(1))));
    }
}
