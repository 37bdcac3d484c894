using System.Text;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Branches;

/// <summary>Follows the chains of all branches through the main ledger, entry by entry: each goes on from the entry that lent its
/// trades.</summary>
public sealed class BranchChains
{
    private static readonly byte[] Seam = Encoding.UTF8.GetBytes(",\"origin\":{"), Alone = Encoding.UTF8.GetBytes("{\"origin\":{");

    private readonly Dictionary<int, (long Sequence, string Hash)> last = [];

    /// <summary>How many entries of branches came by.</summary>
    public long Entries { get; private set; }

    /// <summary>Whether the entry is none of a branch's, or the next one of its chain and as the branch hashed it.</summary>
    public bool Holds(LedgerEntry entry, LedgerEvent e)
    {
        if (e is TradesLent lent)
        {
            last[lent.Branch] = (entry.Sequence, Convert.ToHexStringLower(entry.Hash.Span));
        }

        if (e.Origin is not { } origin)
        {
            return true;
        }

        Entries++;
        var before = last.GetValueOrDefault(origin.Branch);
        last[origin.Branch] = (origin.Sequence, origin.Hash);
        return before.Hash is { } hash && origin.Sequence == before.Sequence + 1 && Written(entry.Payload.Span) is { } payload
            && Convert.ToHexStringLower(Chain.Hash(origin.Sequence, origin.At, entry.Id, entry.Actor, entry.Type, payload,
                Convert.FromHexString(hash))) == origin.Hash;
    }

    // What the branch wrote: everything before the place that was added last.
    private static byte[]? Written(ReadOnlySpan<byte> payload) =>
        payload.LastIndexOf(Seam) is > 0 and var seam ? [.. payload[..seam], (byte)'}']
        : payload.StartsWith(Alone) ? "{}"u8.ToArray() : null;
}
