using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Security;

/// <summary>One account for each office of the demonstration, with generated passwords. Made in <c>--demo</c> only.</summary>
public static class DemoAccounts
{
    /// <summary>What is printed once.</summary>
    public sealed record Printed(string Role, string Name, string Login, string Password);

    private static readonly (Role Role, string Login)[] Offices =
    [
        (Role.HeadJudge, "cpz"), (Role.Supervisor, "jiandu"), (Role.Clerk, "luru"), (Role.CodingOfficer, "jiami"), (Role.FloorJudge, "xianchang"), (Role.Arbitrator, "zhongcai"),
    ];

    /// <summary>The admin and everyone with an office. Accounts that exist keep their passwords and are not in the answer.</summary>
    public static IReadOnlyList<Printed> Create(Accounts accounts, CompetitionState state, CompetitionId competition)
    {
        var made = new List<Printed>();
        Make(new NewAccount("admin", "演示管理员", Role.Admin), "管理员");
        foreach (var (role, prefix) in Offices)
        {
            var holders = state.Judges.Values
                .Select(j => (Judge: j, Trades: j.Seats.Where(s => s.Role == role).Select(s => s.Trade).Distinct().ToList()))
                .Where(h => h.Trades.Count > 0)
                .ToList();
            foreach (var ((judge, trades), number) in holders.Select((h, i) => (h, i + 1)))
            {
                var login = trades.Count == 1 ? $"{prefix}-{trades[0]}" : holders.Count == 1 ? prefix : $"{prefix}{number}";
                var scope = string.Join('、', trades.Select(t => state.Trade(t)?.Definition.Name ?? t.Value));
                Make(new NewAccount(login, judge.Name, role, competition, judge.Id, trades), $"{role.Chinese()}（{scope}）");
            }
        }

        return made;

        void Make(NewAccount account, string role)
        {
            var password = NewPassword.Generate();
            if (accounts.Create(account, password))
            {
                made.Add(new Printed(role, account.Name, account.Login, password));
            }
        }
    }
}
