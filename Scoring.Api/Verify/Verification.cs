using System.Globalization;

namespace Scoring.Api.Verify;

/// <summary>What is wrong with a ledger, in Chinese.</summary>
/// <param name="Where">第 n 条, or which part of the file.</param>
public sealed record Finding(string Where, string What);

/// <summary>The outcome of looking through one ledger.</summary>
/// <param name="Entries">How many could be read.</param>
/// <param name="Last">The last of them, to be compared with a receipt: whoever cuts off the end leaves a shorter ledger that holds.</param>
/// <param name="Recomputed">What the entries come to, a line per trade.</param>
/// <param name="Notes">Worth knowing, and no damage.</param>
public sealed record Verification(
    long Entries, LastEntry? Last, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Recomputed, IReadOnlyList<string> Notes)
{
    public bool Intact => Findings.Count == 0;
}

/// <param name="Hash">Lower-case hex.</param>
public sealed record LastEntry(long Sequence, DateTimeOffset At, string Hash)
{
    /// <summary>As people type it from a receipt: sequence, colon, at least eight characters of the hash. Null: it is not that.</summary>
    public static LastEntry? Read(string typed) =>
        typed.Split(':', '：') is [var sequence, { Length: >= 8 and <= 64 } hash] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, default, hash.ToLowerInvariant()) : null;
}

/// <summary>The file is no ledger or cannot be read.</summary>
public sealed class NotALedgerException(string message) : Exception(message);
