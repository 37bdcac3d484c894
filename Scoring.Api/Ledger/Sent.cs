using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Core.Json;

namespace Scoring.Api.Ledger;

/// <summary>What a sender sent under an id, as a digest: the same id with other content is no repetition, and is refused.</summary>
/// <param name="Before">As an earlier version of the program wrote it down, computed where it is asked for; null: no other way.</param>
public sealed record Sent(ReadOnlyMemory<byte> Digest, Func<ReadOnlyMemory<byte>>? Before = null)
{
    /// <param name="door">Where it came in and what it asks for, e.g. a hub's method.</param>
    /// <param name="content">Everything that makes a difference to what is stored.</param>
    public static Sent Of(string door, object? content) => new(DigestOf(door, content));

    /// <summary>A sheet is the same whichever way it came: over the network or as a QR.</summary>
    public static Sent Sheet(SheetSubmission sheet)
    {
        var marks = sheet.Marks.OrderBy(m => m.Key.Value, StringComparer.Ordinal).Select(m => new { Aspect = m.Key, m.Value }).ToList();
        var notes = sheet.Notes?.OrderBy(n => n.Key.Value, StringComparer.Ordinal).Select(n => new { Aspect = n.Key, n.Value }).ToList();
        return new(
            DigestOf("SheetWhole", new
            {
                sheet.Trade, sheet.Module, sheet.Code, sheet.Attempt, Marks = marks, Notes = notes,
                sheet.Signature, sheet.EntrantSignature, sheet.EntrantRefused,
            }),
            () => DigestOf(nameof(Sheet), new { sheet.Trade, sheet.Module, sheet.Code, Marks = marks }));
    }

    /// <summary>Whether it is what was stored with that digest.</summary>
    public bool Is(ReadOnlySpan<byte> stored) => stored.SequenceEqual(Digest.Span) || Before is not null && stored.SequenceEqual(Before().Span);

    private static ReadOnlyMemory<byte> DigestOf(string door, object? content) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(door), 0, .. JsonSerializer.SerializeToUtf8Bytes(content, ScoringJson.Options)]).AsMemory(0, 16);
}
