using Scoring.Api.Storage;
using Scoring.Core.Ledger;

namespace Scoring.Api.Verify;

/// <summary>Follows the chain row by row. Each row is held against the hash stored before it, so one changed row is one finding and the rest is still checked.</summary>
internal sealed class ChainCheck
{
    private readonly List<Finding> findings = [];
    private long sequence;
    private byte[]? stored = Chain.Genesis.ToArray();
    private byte[]? computed;

    public IReadOnlyList<Finding> Findings => findings;

    public void Next(EventRow row)
    {
        if (row.Sequence != sequence + 1)
        {
            findings.Add(Missing(sequence + 1, row.Sequence - 1));
            (stored, computed) = (null, null);
        }

        sequence = row.Sequence;
        if (row.Entry is not { } entry)
        {
            findings.Add(new(At(sequence), $"{Column(row.Damaged)}不是写入时的样子"));
            (stored, computed) = (null, null);
            return;
        }

        Link(entry);
    }

    private void Link(LedgerEntry entry)
    {
        var hash = entry.Hash.ToArray();
        if (stored is null || Chain.Holds(entry, stored))
        {
            (stored, computed) = (hash, null);
            return;
        }

        // What comes after shows which it was: if the next entry was chained to what this one's content gives, only the hash column was changed.
        if (computed is not null && Chain.Holds(entry, computed))
        {
            findings[^1] = new(At(entry.Sequence - 1), "校验码被改过，内容没有变");
            (stored, computed) = (hash, null);
            return;
        }

        findings.Add(new(At(entry.Sequence), $"内容与校验码不符：{entry.Type}，操作人 {entry.Actor}，时间 {Chain.Time(entry.At)}，其中有被改过的部分"));
        computed = Chain.Hash(entry.Sequence, entry.At, entry.Id, entry.Actor, entry.Type, entry.Payload.Span, stored);
        stored = hash;
    }

    private static Finding Missing(long first, long last) =>
        new(first >= last ? At(first) : $"第 {first} 至 {last} 条", first > last ? "序号重复或倒退" : "缺失");

    private static string At(long sequence) => $"第 {sequence} 条";

    private static string Column(string? column) => column switch
    {
        "at" => "时间",
        "id" => "提交编号",
        "actor" => "操作人",
        "type" => "类型",
        "payload" => "内容",
        "hash" => "校验码",
        "request" => "提交内容的摘要",
        _ => "序号",
    };
}
