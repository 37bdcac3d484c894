using Scoring.Api.Ledger;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>Words of the contest a page is about; on a page of no contest, of the one in use.</summary>
public sealed class ContestWords(IHttpContextAccessor http, Competitions competitions)
{
    /// <summary>What it calls its trades.</summary>
    public string Trade => field ??= TradeWord.Of(Open?.Read(state => state.Competition));

    private OpenCompetition? Open =>
        http.HttpContext?.GetRouteValue("competition") is string key ? competitions.Find(new CompetitionId(key)) : competitions.Current;
}
