using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

[Authorize(Policy = Policies.Console)]
public sealed class CompetitionsModel(Desk desk) : ConsolePage(desk)
{
    public sealed record Row(CompetitionId Id, string Name, bool Demo, DateOnly? Date, int Trades, int Entrants, long Sequence);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The page this role works on.</summary>
    public string FirstPage { get; private set; } = "day";

    public void OnGet()
    {
        Rows =
        [
            .. Desk.Competitions.All.Where(c => Me.MayEnter(c.Id)).Select(c => c.Read(state => new Row(
                c.Id, state.Competition?.Name ?? c.Id.Value, state.Competition?.Demo ?? false, state.Competition?.Date,
                state.TradesInOrder.Count, state.TradesInOrder.Sum(t => t.Entrants.Count), c.Sequence)))
                .OrderByDescending(r => r.Date),
        ];
        FirstPage = Scoring.Api.Console.Navigation.Of(Me, new CompetitionId("x"), "", new Dictionary<string, int>(StringComparer.Ordinal))
            .Select(g => g.Items[0].Href.Split('/')[^1]).FirstOrDefault("day");
    }
}
