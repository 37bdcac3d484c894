// A store and the state folded from it, kept in step: nobody sees what is not durable.
using Scoring.Api.Storage;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Ledger;

/// <summary>Decides, folds and stores groups of entries; the state is locked from the first decision to the commit.</summary>
internal sealed class FoldedLedger(ILedgerStore store, TimeProvider clock, ILogger log, string? fault = null)
{
    private readonly StateLock access = new();
    private CompetitionState state = Folding.Begin();
    private bool stale = true;
    private bool failing;
    private long announced;

    public Head Head { get; private set; } = Head.Genesis;

    /// <summary>Why nothing can be added, in Chinese; null if all is well.</summary>
    public string? Problem { get; private set; }

    public T Read<T>(Func<CompetitionState, T> read)
    {
        using var held = access.Enter();
        Refresh();
        return read(state);
    }

    /// <summary>Reads the store; what is in it counts as announced.</summary>
    public void Load()
    {
        using var held = access.Enter();
        Refresh();
        announced = Head.Sequence;
    }

    /// <summary>Gives every pending entry its outcome.</summary>
    /// <returns>What was added, in order.</returns>
    public IReadOnlyList<CommittedEntry> Commit(IReadOnlyList<PendingEntry> batch)
    {
        var committed = new List<CommittedEntry>(batch.Count);
        using var held = access.Enter();
        for (var next = 0; next < batch.Count;)
        {
            var group = new Group();
            var first = next;
            try
            {
                // A commit reported as failed may have been stored after all.
                stale |= failing && store.At(Head.Sequence + 1) is not null;
                Refresh();
                // After a failure one entry tries the disk alone, and is folded only once it is stored: while the disk is full there is nothing to undo.
                while (next < batch.Count && !(failing && group.Entries.Count == 1))
                {
                    Take(batch[next++], group);
                }

                Store(group);
                committed.AddRange(group.Entries);
            }
            catch (Exception failure)
            {
                LedgerLog.NotStored(log, batch.Count - first, Head.Sequence, failure);
                stale |= !failing && group.Entries.Count > 0;
                failing = true;
                Fail(batch.Skip(first), Problem ?? StorageFailure.Explain(failure));
                break;
            }
        }

        return Announce(committed);
    }

    private List<CommittedEntry> Announce(List<CommittedEntry> committed)
    {
        if (announced + committed.Count != Head.Sequence)
        {
            committed = [];
            for (var sequence = announced + 1; sequence <= Head.Sequence && store.At(sequence) is { } entry; sequence++)
            {
                committed.Add(new(entry, EventTypes.Read(entry)));
            }
        }

        announced = Head.Sequence;
        return committed;
    }

    private void Take(PendingEntry pending, Group group)
    {
        if (Problem is not null)
        {
            pending.Outcome = new Outcome.NotStored(Problem);
            return;
        }

        if (Known(pending, group) is { } known)
        {
            pending.Outcome = known;
            return;
        }

        try
        {
            switch (pending.Decide(state))
            {
                case Decision.Refuse why:
                    pending.Outcome = new Outcome.Refused(why);
                    break;
                case Decision.Append append:
                    var entry = Link(pending, append.Event, group.Head ?? Head);
                    // Folded as it will be read back, so that a replay gives the very same state.
                    var added = new CommittedEntry(entry, EventTypes.Read(entry));
                    if (!failing)
                    {
                        Fold(added);
                    }

                    group.Add(pending.Id, added);
                    pending.Outcome = new Outcome.Accepted(added.Receipt, Repeated: false);
                    break;
            }
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            LedgerLog.Defect(log, pending.Id, Head.Sequence, defect);
            pending.Defect = defect;
            stale = true; // the event may be half folded
            Refresh();
            group.Entries.ForEach(Fold);
        }
    }

    private Outcome? Known(PendingEntry pending, Group group)
    {
        var known = group.ById.TryGetValue(pending.Id, out var waiting) ? waiting.Entry : store.Find(pending.Id);
        if (known is null)
        {
            return null;
        }

        if (known.Actor != pending.Actor)
        {
            return new Outcome.Refused(new(Refusal.IdTaken, $"这个提交编号已被别人用过，没有存入。请刷新页面后重新提交。"));
        }

        var before = waiting is null ? store.RequestOf(pending.Id) : known.Request;
        return pending.Sent is { } sent && !before.IsEmpty && !sent.Is(before.Span)
            ? new Outcome.Refused(new(Refusal.IdUsed, $"这个提交编号已经用于第 {known.Sequence} 条，这次的内容不同，没有存入。请刷新页面，核对后重新提交。"))
            : new Outcome.Accepted(new CommittedEntry(known, null!).Receipt, Repeated: true);
    }

    private LedgerEntry Link(PendingEntry pending, LedgerEvent e, Head before)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var (sequence, type, payload) = (before.Sequence + 1, EventTypes.NameOf(e), EventTypes.Write(e));
        var hash = Chain.Hash(sequence, at, pending.Id, pending.Actor, type, payload, before.Hash.Span);
        return new(sequence, at, pending.Id, pending.Actor, type, payload, hash, pending.Sent?.Digest ?? default);
    }

    private void Store(Group group)
    {
        if (group.Head is not { } head)
        {
            return;
        }

        store.Append([.. group.Entries.Select(e => e.Entry)]);
        if (failing)
        {
            group.Entries.ForEach(Fold);
            failing = false;
        }

        Head = head;
    }

    private void Fold(CommittedEntry added) => state.Apply(added.Entry.Sequence, added.Entry.At, added.Entry.Actor, added.Event, added.Entry.Hash);

    private void Refresh()
    {
        if (!stale)
        {
            return;
        }

        (state, Head, var problem) = Replay.Of(store);
        Problem = problem ?? store.Fault ?? fault;
        stale = false;
    }

    private static void Fail(IEnumerable<PendingEntry> rest, string message)
    {
        foreach (var pending in rest)
        {
            pending.Outcome = new Outcome.NotStored(message);
        }
    }

    /// <summary>Entries decided together and committed together.</summary>
    private sealed class Group
    {
        public List<CommittedEntry> Entries { get; } = [];
        public Dictionary<Guid, CommittedEntry> ById { get; } = [];
        public Head? Head { get; private set; }

        public void Add(Guid id, CommittedEntry added)
        {
            Entries.Add(added);
            ById.Add(id, added);
            Head = new(added.Entry.Sequence, added.Entry.Hash);
        }
    }
}
