using System.Collections.Concurrent;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Tablets;

/// <summary>Receipts tablets hold of entries their ledger does not have: it was cut, rewritten, or restored from an older backup.</summary>
public sealed class LostReceipts(TimeProvider time)
{
    /// <summary>What a tablet showed and the ledger lacks.</summary>
    /// <param name="Id">Of the message on the tablet, the same as long as the server runs.</param>
    public sealed record Lost(CompetitionId Competition, string Device, long Sequence, string Hash, DateTimeOffset At, Guid Id)
    {
        public string ForTablet => $"服务器的台账里没有这台平板的回执（第 {Sequence} 条，{Hash[..8]}）：台账可能损坏或是从旧备份恢复的。请马上告诉控制台；这台平板上的回执和评分表不要删除。";

        public string ForConsole => $"竞赛 {Competition}：平板 {Device} 有第 {Sequence} 条的回执（{Hash[..8]}），台账里没有。台账被截短、改写，或是从较早的备份恢复的。"
            + "请用“核对台账”页检查，找回完整的文件；找不回的，按平板上的回执逐份补录。";
    }

    private readonly ConcurrentDictionary<(CompetitionId, string), Lost> lost = new();

    /// <summary>A line each for the console.</summary>
    public IReadOnlyList<string> Lines() => [.. lost.Values.OrderBy(l => l.Device, StringComparer.Ordinal).Select(l => l.ForConsole)];

    /// <returns>Null: the ledger has it.</returns>
    internal Lost? Compare(OpenCompetition open, Device device, long sequence, string hash)
    {
        if (open.EntryAt(sequence) is { } entry && Convert.ToHexStringLower(entry.Hash.Span) == hash)
        {
            lost.TryRemove((open.Id, device.Id), out _);
            return null;
        }

        return lost.AddOrUpdate(
            (open.Id, device.Id),
            _ => new(open.Id, device.Name, sequence, hash, time.GetUtcNow(), Guid.NewGuid()),
            (_, before) => before.Sequence == sequence && before.Hash == hash ? before : new(open.Id, device.Name, sequence, hash, time.GetUtcNow(), Guid.NewGuid()));
    }
}
