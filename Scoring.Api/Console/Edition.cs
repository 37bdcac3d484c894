// Two people in one form: which version it was opened on, and what happened to it since.
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Api.Ledger;
using Scoring.Core.Json;
using Scoring.Core.Ledger;

namespace Scoring.Api.Console;

/// <summary>The version of a thing that a form was opened on.</summary>
/// <param name="Sequence">Of the ledger at that moment.</param>
/// <param name="Print">Fingerprint of the thing itself: changed and changed back is no conflict.</param>
public sealed record Edition(long Sequence, string Print)
{
    public static Edition Of(long sequence, object? thing) => new(
        sequence, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(thing, thing?.GetType() ?? typeof(object), ScoringJson.Options)))[..16]);

    /// <summary>Null: not such a text.</summary>
    public static Edition? Read(string? text) =>
        text?.Split('-', 2) is [var sequence, var print] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? new(n, print) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}-{Print}");

    /// <summary>The newest entry since that changed the thing, and the event that had made it what the form showed.</summary>
    public (LedgerEntry? Changed, LedgerEvent? Shown) Since(OpenCompetition open, Func<LedgerEvent, bool> changes)
    {
        LedgerEntry? changed = null;
        for (var at = open.Sequence; at > 0; at--)
        {
            if (open.EntryAt(at) is not { } entry || EventTypes.Read(entry) is not { } e || !changes(e))
            {
                continue;
            }

            if (at <= Sequence)
            {
                return (changed, e);
            }

            changed ??= entry;
        }

        return (changed, null);
    }
}
