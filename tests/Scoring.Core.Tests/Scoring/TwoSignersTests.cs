using System.Reflection;
using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Effects;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using Scoring.Core.Publication;
using Scoring.Core.Scoring;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-A2, R-D1, R-D2, R-D5: two persons sign, and each holds the office in this contest and this trade. Who adds such a step adds it to the table.</summary>
public sealed class TwoSignersTests
{
    private static readonly TradeId Dg = Contest.TradeId;
    private static readonly ModuleId P = new("P");
    private static readonly Contest Reviewed = new Contest(entrants: 1).Theory(1, 80m).Sheet(1, 90m).Apply(new PhaseChanged(Dg, Phase.Review))
        .Apply(new JudgesAppointed([new(new("Z9"), "别的工种的裁判长和监督", [new(Role.HeadJudge, new("qg")), new(Role.Supervisor, new("qg"))])]));

    private static readonly Contest Published = new Contest(entrants: 1).Apply(new PhaseChanged(Dg, Phase.Final))
        .Apply(new JudgesAppointed([new(new("Z9"), "别的工种的裁判长和监督", [new(Role.HeadJudge, new("qg")), new(Role.Supervisor, new("qg"))])]));

    private static readonly Dictionary<Type, Func<Actor, Actor, Decision>> Steps = new()
    {
        [typeof(ChangePhase)] = (head, other) => ChangePhase.Decide(Reviewed.State, head, Dg, Phase.Scoring, reason: "补评", second: other),
        [typeof(CorrectSheet)] = (head, other) => CorrectSheet.Decide(Reviewed.State, head, Contest.E(1), P, Contest.J(1), Contest.Marks(("a", 91m)), "笔误", other),
        [typeof(CorrectModuleMark)] = (head, other) => CorrectModuleMark.Decide(Reviewed.State, head, Contest.E(1), new("T"), 81m, "漏加", other),
        [typeof(ReopenModule)] = (head, other) => ReopenModule.Decide(Reviewed.State, Dg, P, head, other, "漏评"),
        [typeof(DefineCompetition)] = (head, other) =>
            DefineCompetition.Decide(Published.State, head with { Role = Role.Admin }, Published.State.Competition! with { Venue = "体育馆" }, "印错了", other),
        [typeof(CorrectEntrant)] = (head, other) =>
            CorrectEntrant.Decide(Reviewed.State, head, other, Contest.E(1), Reviewed.State.Entrant(Contest.E(1))!.Entrant with { Name = "改名" }, "写错了", facts => facts.Number),
        [typeof(AdmitLate)] = (head, other) => AdmitLate.Decide(
            Reviewed.State, head with { Role = Role.Admin }, other with { Role = Role.CodingOfficer }, new(new("E9"), "晚到", new("org"), Dg), null, "路上堵车"),
        [typeof(SignReview)] = (head, other) => SignReview.Decide(Reviewed.State, Dg, head, other),
    };

    private static readonly Actor Head = new(Role.HeadJudge, "H1", Contest.Here);

    private static readonly Actor Supervisor = new(Role.Supervisor, "S1", Contest.Here);

    /// <summary>People with the right role and no right to sign here.</summary>
    private static readonly Dictionary<string, Func<Actor, Actor>> Strangers = new()
    {
        ["an account of another contest"] = by => by with { Office = new(new("other"), []) },
        ["an account of no contest"] = by => by with { Office = new(null, []) },
        ["an account of another trade"] = by => by with { Office = new(new("ydb"), [new("qg")]) },
        ["nobody anybody knows"] = by => by with { Office = null },
        ["an official of another trade"] = by => by with { Id = "Z9" },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var step in Steps.Keys)
            {
                foreach (var stranger in Strangers.Keys)
                {
                    cases.Add(step.Name, stranger);
                }
            }

            return cases;
        }
    }

    [Fact]
    public void Every_step_of_two_persons_is_in_the_table() => Assert.Equal(
        Steps.Keys.Select(t => t.Name).Order(),
        typeof(Actor).Assembly.GetExportedTypes()
            .Where(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.Name == "Decide" && m.GetParameters().Count(p => p.ParameterType == typeof(Actor)) > 1))
            .Select(t => t.Name).Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Neither_signature_may_come_from_a_stranger(string step, string stranger)
    {
        var (decide, strange) = (Steps.Single(s => s.Key.Name == step).Value, Strangers[stranger]);

        // The admin's own account is of no contest, and good in all.
        if ((step, strange(Head).Office) is not (nameof(DefineCompetition) or nameof(AdmitLate), { Competition: null }))
        {
            Refused(Refusal.WrongRole, decide(strange(Head), Supervisor));
        }

        Refused(Refusal.WrongRole, decide(Head, strange(Supervisor)));
    }

    [Fact]
    public void Nobody_signs_twice()
    {
        foreach (var decide in Steps.Values)
        {
            Refused(Refusal.SamePerson, decide(Head, Supervisor with { Id = "h1" }));
        }
    }

    [Fact]
    public void Two_who_hold_their_offices_here_come_through_to_what_the_step_itself_asks()
    {
        foreach (var decide in Steps.Values)
        {
            Assert.False(decide(Head, Supervisor) is Decision.Refuse { Code: Refusal.WrongRole or Refusal.SamePerson or Refusal.TwoPeople });
        }
    }
}
