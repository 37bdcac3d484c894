using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Console.Contest;

/// <summary>Somebody of the 裁判名册 in an office that signs in to the console.</summary>
internal sealed record Official(JudgeId Judge, string Name, Role Role, IReadOnlyList<TradeId> Trades)
{
    /// <summary>Whether the account is this person's for this office.</summary>
    public bool Has(Account account) => account.Judge == Judge && account.Role == Role;
}

internal static class Officials
{
    /// <summary>Once for each office somebody holds.</summary>
    public static IReadOnlyList<Official> Of(IEnumerable<Judge> judges) =>
    [
        .. judges.SelectMany(j => j.Seats.Where(s => s.Role != Role.Admin && Policies.Allows(Policies.Console, s.Role)).GroupBy(s => s.Role)
            .Select(g => new Official(j.Id, j.Name, g.Key, [.. g.Select(s => s.Trade).Distinct()]))),
    ];

    /// <summary>钳工 1 号、电工 裁判长；录入员（全部工种）: what somebody does, each trade once.</summary>
    public static string SeatWords(CompetitionState state, Judge judge)
    {
        var trades = state.TradesInOrder.Count;
        return string.Join('；', judge.Seats.GroupBy(s => s.Role).Select(role =>
        {
            var names = role.Select(s => (s.Trade, s.Number)).Distinct()
                .Select(s => state.Trade(s.Trade)?.Definition.Name
                    + (role.Key == Role.Judge && s.Number > 0 ? $" {s.Number} 号" : "")).ToList();
            var all = trades > 1 && role.Select(s => s.Trade).Distinct().Count() == trades;
            return role.Key == Role.Judge ? string.Join('、', names)
                : $"{role.Key.Chinese()}（{(all ? $"全部{state.TradeWord}" : string.Join('、', names))}）";
        }));
    }

    /// <summary>Those who work with a tablet.</summary>
    public static IReadOnlyList<Judge> OnTablets(CompetitionState state) =>
        [.. state.Judges.Values.Where(j => j.Seats.Any(s => s.Role == Role.Judge || TabletRoles.Offices.Contains(s.Role)))];
}
