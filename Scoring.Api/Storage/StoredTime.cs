using System.Globalization;
using Scoring.Core.Ledger;

namespace Scoring.Api.Storage;

/// <summary>Times as text in the ledger's format: UTC, milliseconds, sortable.</summary>
public static class StoredTime
{
    public static string Write(DateTimeOffset at) => Chain.Time(at);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Chain.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
