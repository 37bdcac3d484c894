using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Console.Officials;

/// <summary>Between the fields of a judge and the judge. A seat is three fields in a row: role, place (trade and module), number.</summary>
/// <param name="Key">Id of the judge; empty: a new one.</param>
/// <param name="Place"><c>dg|A</c>, <c>dg|A|1</c> for one group of a module's panels (R-K3), or <c>dg|</c> for the whole trade; empty: no
/// seat in this row.</param>
/// <param name="Trainee">A row each: <c>yes</c> for a 影子裁判 (R-K10); null: as it was.</param>
public sealed record JudgeForm(
    string? Key, string? Name, string? Title, string? Organization, Role[]? Role, string[]? Place, string[]? Number, string[]? RecusedOrganizations, string[]? RecusedFrom,
    string[]? Trainee = null)
{
    public (Judge? Judge, Decision.Refuse? Fault) Read(CompetitionState state)
    {
        var old = string.IsNullOrEmpty(Key) ? null : state.Judges.GetValueOrDefault(new JudgeId(Key));
        if (!string.IsNullOrEmpty(Key) && old is null)
        {
            return (null, new(Refusal.NoSuchJudge, $"找不到这位裁判，请刷新"));
        }

        var seats = new List<JudgeSeat>();
        for (var i = 0; i < Math.Min(Role?.Length ?? 0, Place?.Length ?? 0); i++)
        {
            if (Place![i] is not { Length: > 0 } place || place.Split('|') is not [var trade, var module, ..] parts)
            {
                continue;
            }

            var number = int.TryParse(Number?.ElementAtOrDefault(i), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            var marks = Role![i] is Core.People.Role.Judge or Core.People.Role.Clerk;
            var seat = new JudgeSeat(Role[i], new TradeId(trade), module.Length > 0 && marks ? new ModuleId(module) : null, marks ? number : 0);
            var same = old?.Seats.FirstOrDefault(s => (s.Role, s.Trade, s.Module) == (seat.Role, seat.Trade, seat.Module));
            var trainee = Trainee?.ElementAtOrDefault(i) is { } said ? said == "yes" && Role[i] == Core.People.Role.Judge : same?.Trainee ?? false;
            seats.Add(seat with { Group = parts.Length > 2 ? parts[2] : same?.Group, Trainee = trainee });
        }

        var recused = RecusedOrganizations is { Length: > 0 } some ? some.Select(o => new OrganizationId(o)).ToList() : null;
        var from = RecusedFrom is { Length: > 0 } people ? people.Select(e => new EntrantId(e)).ToList() : null;
        if (from?.Exists(e => state.Entrant(e) is null) == true || recused?.Exists(o => !state.Organizations.ContainsKey(o)) == true)
        {
            return (null, new(Refusal.NoSuchEntrant, $"要回避的选手或单位已不在名单里，请刷新"));
        }

        return (new Judge(
            old?.Id ?? NextId(state), (Name ?? "").Trim(), seats, string.IsNullOrEmpty(Organization) ? null : new OrganizationId(Organization),
            string.IsNullOrWhiteSpace(Title) ? null : Title.Trim(), from, recused), null);
    }

    // j-1, j-2 …: small letters, digits, hyphen, as files have them. A branch has numbers of its own: b2-j-1.
    private static JudgeId NextId(CompetitionState state)
    {
        var branch = state.Branches.Here is { } here ? $"b{here.Number}-" : "";
        for (var number = state.Judges.Count + 1; ; number++)
        {
            var id = new JudgeId(string.Create(CultureInfo.InvariantCulture, $"{branch}j-{number}"));
            if (!state.Judges.ContainsKey(id))
            {
                return id;
            }
        }
    }
}
