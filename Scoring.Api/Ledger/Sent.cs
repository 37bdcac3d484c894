using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Core.Json;

namespace Scoring.Api.Ledger;

/// <summary>What a sender sent under an id, as a digest: the same id with other content is no repetition, and is refused.</summary>
public sealed record Sent(ReadOnlyMemory<byte> Digest)
{
    /// <param name="door">Where it came in and what it asks for, e.g. a hub's method.</param>
    /// <param name="content">Everything that makes a difference to what is stored.</param>
    public static Sent Of(string door, object? content) =>
        new(SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(door), 0, .. JsonSerializer.SerializeToUtf8Bytes(content, ScoringJson.Options)]).AsMemory(0, 16));

    /// <summary>A sheet is the same whichever way it came: over the network or as a QR.</summary>
    public static Sent Sheet(SheetSubmission sheet) => Of(
        nameof(Sheet), new { sheet.Trade, sheet.Module, sheet.Code, Marks = sheet.Marks.OrderBy(m => m.Key.Value, StringComparer.Ordinal).Select(m => new { Aspect = m.Key, m.Value }) });
}
