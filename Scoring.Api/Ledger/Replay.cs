// Reads a ledger from its beginning and folds it.
using Scoring.Core.Fold.Public;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Scoring.Api.Storage;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Ledger;

/// <summary>The last entry of a chain.</summary>
/// <param name="Sequence">0 before the first entry.</param>
public sealed record Head(long Sequence, ReadOnlyMemory<byte> Hash)
{
    public static Head Genesis { get; } = new(0, Chain.Genesis);

    /// <summary>Lower-case hex, 64 characters.</summary>
    public string HashText { get; } = Convert.ToHexStringLower(Hash.Span);
}

/// <summary>A state and the entry up to which it goes.</summary>
/// <param name="Problem">Why the rest of the ledger could not be taken, in Chinese; null if all of it was.</param>
internal sealed record Replay(CompetitionState State, Head Head, string? Problem)
{
    /// <summary>Checks and decodes on all cores, folds in order. Stops before the first entry that does not hold.</summary>
    /// <exception cref="Exception">The store cannot be read.</exception>
    public static Replay Of(ILedgerStore store)
    {
        var state = Folding.Begin();
        LedgerEntry? last = null;
        try
        {
            // In parcels: handing one entry at a time from thread to thread costs more than checking it.
            foreach (var parcel in Links(store).Chunk(256).AsParallel().AsOrdered().Select(links => Array.ConvertAll(links, Step.Of)))
            {
                foreach (var step in parcel)
                {
                    if (step.Problem is not null)
                    {
                        return new(state, Up(to: last), step.Problem);
                    }

                    // The event is there unless there is a problem.
                    state.Apply(step.Entry.Sequence, step.Entry.At, step.Entry.Actor, step.Event!, step.Entry.Hash);
                    last = step.Entry;
                }
            }
        }
        catch (AggregateException all) when (all.GetBaseException() is DamagedEntryException damage)
        {
            return new(state, Up(to: last), Damaged(damage.Sequence));
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.GetBaseException());
        }

        return new(state, Up(to: last), null);
    }

    private static Head Up(LedgerEntry? to) => to is null ? Head.Genesis : new(to.Sequence, to.Hash);

    private static string Damaged(long sequence) =>
        $"账本从第 {sequence} 条起与写入时不一致，本场竞赛只能查看，不能再录入。请用“verify”命令检查，并从最近的备份恢复。";

    private static IEnumerable<(LedgerEntry Entry, LedgerEntry? Before)> Links(ILedgerStore store)
    {
        LedgerEntry? before = null;
        foreach (var entry in store.ReadAll())
        {
            yield return (entry, before);
            before = entry;
        }
    }

    private readonly record struct Step(LedgerEntry Entry, LedgerEvent? Event, string? Problem)
    {
        public static Step Of((LedgerEntry Entry, LedgerEntry? Before) link)
        {
            var (entry, before) = link;
            if (entry.Sequence != (before?.Sequence ?? 0) + 1 || !Chain.Holds(entry, (before?.Hash ?? Chain.Genesis).Span))
            {
                return new(entry, null, Damaged(entry.Sequence));
            }

            try
            {
                return new(entry, EventTypes.Read(entry), null);
            }
            catch (JsonException)
            {
                return new(entry, null, $"账本第 {entry.Sequence} 条由更新版本的程序写成，本场竞赛只能查看。请升级本程序后再打开。");
            }
        }
    }
}
