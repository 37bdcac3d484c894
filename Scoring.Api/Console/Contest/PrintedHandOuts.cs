using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Contest;

/// <summary>Links and codes that were printed for a contest and still work: printing anew makes them void, so it is asked first.</summary>
public sealed class PrintedHandOuts(Accounts accounts, AccountLinks links, PairedTablets tablets)
{
    /// <returns>A mark of each.</returns>
    public IReadOnlyList<string> Links(OpenCompetition open)
    {
        var own = accounts.All().Where(a => a.Competition == open.Id && !a.Disabled).Select(a => a.Login)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. links.Unused().Where(l => l.Value.Works && own.Contains(l.Key)).Select(l => l.Value.Mark).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc cref="Links"/>
    public IReadOnlyList<string> Codes(OpenCompetition open) => [.. tablets.Unused(open.Id).Select(code => code.Mark)];
}
