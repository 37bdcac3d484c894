using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Fold.State;

/// <summary>Where a branch's trades are.</summary>
public enum BranchStanding
{
    /// <summary>At the branch.</summary>
    Lent,

    /// <summary>Back: the branch closed, and all it wrote is in.</summary>
    Returned,

    /// <summary>Back: the main venue took them without the branch.</summary>
    Recalled,
}

/// <summary>分会场: trades marked on another laptop.</summary>
/// <param name="Key">Public key of what it sends, SubjectPublicKeyInfo in base64.</param>
/// <param name="Lent">Sequence and hash of the entry that lent them: the chain the branch goes on from.</param>
/// <param name="Last">The newest entry of the branch's own chain that is in this ledger; before the first, <paramref name="Lent"/>.</param>
/// <param name="LastAt">Its time at the branch; null: nothing came yet.</param>
public sealed record Branch(
    int Number, string Name, IReadOnlyList<TradeId> Trades, string Key, BranchStanding Standing, BranchHead Lent, BranchHead Last,
        DateTimeOffset? LastAt)
{
    /// <summary>How many entries of it are in.</summary>
    public long Taken => Last.Sequence - Lent.Sequence;
}

/// <param name="Hash">Lower-case hex.</param>
public sealed record BranchHead(long Sequence, string Hash);

/// <summary>All branches of a contest, and whether this ledger is one's own.</summary>
public sealed class BranchBook
{
    private readonly List<Branch> all = [];
    private readonly Dictionary<int, List<long>> taken = []; // by branch: where each of its entries stands here, in order
    private int here;

    /// <summary>By number, those that came back too.</summary>
    public IReadOnlyList<Branch> All => all;

    /// <summary>The branch whose ledger this is; null: it is the main venue's.</summary>
    public Branch? Here => Find(here);

    public Branch? Find(int number) => number > 0 && number <= all.Count ? all[number - 1] : null;

    /// <summary>The branch that has the trade now; null: none.</summary>
    public Branch? Of(TradeId trade) => all.Find(b => b.Standing == BranchStanding.Lent && b.Trades.Contains(trade));

    internal void Lend(TradesLent lent, Stamp stamp)
    {
        var head = new BranchHead(stamp.Sequence, Convert.ToHexStringLower(stamp.Hash.Span));
        taken[lent.Branch] = [];
        all.Add(new(lent.Branch, lent.Name, lent.Trades, lent.Key, BranchStanding.Lent, head, head, null));
    }

    internal void Open(int number) => here = number;

    internal void End(int number, BranchStanding standing) => Change(number, b => b with { Standing = standing });

    /// <summary>Where an entry stands in this ledger that has that sequence in the branch's own; one from before it was lent has the same
    /// in both.</summary>
    public long SequenceHere(int number, long sequence) =>
        Find(number) is { } branch && sequence - branch.Lent.Sequence - 1 is >= 0 and var at
            && taken.GetValueOrDefault(number) is { } list && at < list.Count
            ? list[(int)at] : sequence;

    internal void Take(BranchEntry entry, long sequence)
    {
        Change(entry.Branch, b => b with { Last = new(entry.Sequence, entry.Hash), LastAt = entry.At });
        taken.GetValueOrDefault(entry.Branch)?.Add(sequence);
    }

    private void Change(int number, Func<Branch, Branch> change)
    {
        if (Find(number) is { } branch)
        {
            all[number - 1] = change(branch);
        }
    }
}
