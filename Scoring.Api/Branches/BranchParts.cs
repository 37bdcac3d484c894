using Scoring.Api.Ledger;
using Scoring.Core.Branches;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Branches;

/// <summary>What came of taking a part.</summary>
/// <param name="Branch">As it is now.</param>
/// <param name="New">Entries that were not here before.</param>
public sealed record PartTaken(Branch Branch, int New);

/// <summary>Parts on their way: made at the branch, checked and taken at the main venue. A part that is not right in every entry changes
/// nothing.</summary>
public sealed class BranchParts(BranchKeys keys, TimeProvider time)
{
    private const int AtOnce = 256;

    /// <summary>At a branch: everything of its own after that entry.</summary>
    /// <param name="after">Sequence the main venue has; at least that of the entry that lent the trades.</param>
    /// <param name="most">Entries at most.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key cannot be opened here.</exception>
    /// <exception cref="IOException">The key is not here.</exception>
    public byte[] Make(OpenCompetition open, Branch here, long after, int most = int.MaxValue)
    {
        var entries = new List<SentEntry>();
        for (var next = after + 1; entries.Count < most && open.EntryAt(next) is { } entry; next++)
        {
            entries.Add(SentEntry.Of(entry));
        }

        return new BranchPart(open.Id, here.Number, time.GetUtcNow(), entries).Signed(data => keys.Sign(open.Id, data));
    }

    /// <summary>At the main venue.</summary>
    /// <returns>What came of it, or why nothing was taken, in Chinese.</returns>
    public static async Task<(PartTaken? Taken, string? Fault)> Take(OpenCompetition open, byte[] file, CancellationToken cancel)
    {
        var branches = open.Read(state => state.Branches.Here is null ? state.Branches.All.ToList() : []);
        if (BranchPart.Read(file, part => branches.Find(b => b.Number == part.Branch)?.Key) is not var (part, genuine))
        {
            return (null, "这不是分会场交回的文件，或者文件不完整。请选择分会场“分会场”页下载的 .part 文件，不要打开另存。");
        }

        if (part.Competition != open.Id || branches.Find(b => b.Number == part.Branch) is not { } branch)
        {
            return (null, $"这个文件不是这场比赛的分会场交回的（文件里写的是 {part.Competition}，{part.Branch} 号分会场）。");
        }

        var entries = part.Entries.Select(e => e.Entry()).ToList();
        if (Broken(branch, part, entries) is { } broken)
        {
            return (null, $"分会场“{branch.Name}”的文件在路上被改动过，没有收：{broken}。请让分会场重新交一份。");
        }

        if (!genuine)
        {
            return (null, $"文件上的签名不是分会场“{branch.Name}”的，没有收。请让分会场重新交一份。");
        }

        if (branch.Standing != BranchStanding.Lent && part.Entries.Any(e => e.Sequence > branch.Last.Sequence))
        {
            return (null, branch.Standing == BranchStanding.Recalled
                ? $"分会场“{branch.Name}”的工种已经收回到主会场，它后来的记录不再收。要用里面的成绩，请照着纸质评分表补录。"
                : $"分会场“{branch.Name}”已经交回。");
        }

        if (Apart(open, branch, part) is { } apart)
        {
            return (null, apart);
        }

        return await Add(open, branch, [.. entries.OfType<LedgerEntry>().Where(e => e.Sequence > branch.Last.Sequence)], cancel);
    }

    // The first entry that is not what its hash says, in words; null: all hold.
    private static string? Broken(Branch branch, BranchPart part, IReadOnlyList<LedgerEntry?> entries)
    {
        ReadOnlyMemory<byte>? before = null;
        var next = part.Entries is [var first, ..] ? first.Sequence : branch.Last.Sequence + 1;
        foreach (var (entry, sent) in entries.Zip(part.Entries))
        {
            if (entry is null || entry.Sequence != next)
            {
                return $"第 {next} 条不见了，或者它的校验码读不出来";
            }

            var known = before ?? (next == branch.Lent.Sequence + 1 ? Bytes(branch.Lent)
                : next == branch.Last.Sequence + 1 ? Bytes(branch.Last) : null);
            if (known is { } hash && !Chain.Holds(entry, hash.Span))
            {
                return $"从第 {next} 条（{Role(sent.Actor)}，{sent.At:yyyy-MM-dd HH:mm} 世界时，{sent.Type}）起与校验码不符";
            }

            (before, next) = (entry.Hash, next + 1);
        }

        return null;
    }

    private static ReadOnlyMemory<byte> Bytes(BranchHead head) => Convert.FromHexString(head.Hash);

    private static string Role(string actor) => actor.Replace("judge:", "裁判 ", StringComparison.Ordinal);

    // Two laptops opened one package, or something in between is missing.
    private static string? Apart(OpenCompetition open, Branch branch, BranchPart part)
    {
        if (part.Entries is not [var first, ..])
        {
            return null;
        }

        if (first.Sequence > branch.Last.Sequence + 1)
        {
            return $"分会场“{branch.Name}”的文件从第 {first.Sequence} 条开始，而这里只收到第 {branch.Last.Sequence} 条，中间还缺。请在分会场下载“全部记录”再收。";
        }

        return part.Entries.LastOrDefault(e => e.Sequence <= branch.Last.Sequence) is { } known
            && HashHere(open, branch, known.Sequence) != known.Hash
            ? $"这个文件和已经收到的分会场“{branch.Name}”的记录不是同一本台账：同一个分会场包可能在两台电脑上打开过。没有收。请确认哪一台是真的分会场。"
            : null;
    }

    private static string? HashHere(OpenCompetition open, Branch branch, long sequence) =>
        open.EntryAt(open.Read(state => state.Branches.SequenceHere(branch.Number, sequence))) is { } entry
            ? EventTypes.Read(entry).Origin?.Hash : null;

    private static async Task<(PartTaken? Taken, string? Fault)> Add(
        OpenCompetition open, Branch branch, IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        foreach (var some in entries.Chunk(AtOnce))
        {
            // In the queue in their order, committed together.
            var outcomes = await Task.WhenAll(some.Select(e =>
                open.Execute(e.Id, e.Actor, state => TakeEntry.Decide(state, branch.Number, e), cancel)));
            if (outcomes.Select(Fault).FirstOrDefault(f => f is not null) is { } fault)
            {
                return (null, $"分会场“{branch.Name}”的记录没有收完：{fault}。已经收到的不变，再收一次会接着收。");
            }
        }

        return (new(open.Read(state => state.Branches.Find(branch.Number)!), entries.Count), null); // branches never go
    }

    private static string? Fault(Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => refused.Why.Message.ToString(),
        Outcome.NotStored failed => failed.Message,
        _ => null,
    };
}
