using System.Globalization;
using System.Text;

namespace Scoring.Core.Certificates;

/// <summary>证书编号 (R-H5): prefix of the contest, short name of the trade, running number, e.g. YDB2026-DG-001. Whoever issues sees to it that none is given twice.</summary>
public static class CertificateNumber
{
    /// <param name="prefix">Of the contest, with its year; letters and digits, e.g. YDB2026.</param>
    /// <param name="trade">Short name of the trade in letters, e.g. DG for 电工; null: numbers run through the whole contest.</param>
    /// <param name="sequence">From 1; at least three digits, more where they are needed.</param>
    public static string Write(string prefix, string? trade, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        var running = sequence.ToString("000", CultureInfo.InvariantCulture);
        return Start(prefix, trade) + running;
    }

    /// <summary>The running number after the highest of those given so far; revoked ones count, none is ever used again (R-H5).</summary>
    /// <param name="given">Whole numbers; those of another prefix or trade are passed over.</param>
    public static int Next(string prefix, string? trade, IEnumerable<string> given)
    {
        var start = Start(prefix, trade);
        return 1 + given
            .Where(n => n.StartsWith(start, StringComparison.Ordinal))
            .Select(n => int.TryParse(n.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var running) ? running : 0)
            .DefaultIfEmpty(0)
            .Max();
    }

    /// <summary>As it is written, from what a person typed: full-width or small letters, spaces, any dash for the hyphen.</summary>
    public static string AsTyped(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant()
        .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .Select(c => c is 'ー' or '−' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c));

    private static string Start(string prefix, string? trade) => string.IsNullOrEmpty(trade) ? $"{prefix}-" : $"{prefix}-{trade}-";
}
