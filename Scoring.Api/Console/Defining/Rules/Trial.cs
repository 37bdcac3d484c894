// A contest of one trade with invented marks, computed as any contest is.
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Console.Defining.Rules;

internal static class Trial
{
    private static readonly OrganizationId Firm = new("示例单位");

    private static readonly TradeId Id = new("trial");

    /// <summary>A whole trade of one component.</summary>
    public static Trade Of(Trade like, Component component) => new(
        Id, "试算", "SS", [component with { Weight = 100 }], new AwardScheme([], Gate: new AwardGate(0)), Rounding: like.Rounding,
            Decimals: like.Decimals);

    /// <summary>One module, however many marks it has, as the only one.</summary>
    public static Trade Of(Trade like, Module module) =>
        Of(like, new Component(new("c"), "合计", ComponentKind.Other, 100, [module], Scaled: true));

    /// <summary>The module with its figure entered, so that no sheet is needed to try a rule of the module.</summary>
    public static Module Entered(Module module) => module with
    {
        Marking = MarkingMethod.Clerk, Sheet = [], Panel = null, SpreadLimit = null,
    };

    /// <summary>Why the trade could not be locked, in the words of the check; empty: it could.</summary>
    public static IReadOnlyList<string> Faults(Trade trade) =>
        [.. DefinitionCheck.Check(trade, 9).Where(p => !p.Warning).Select(p => $"还不能这样用：{p.Allowed}").Distinct(StringComparer.Ordinal)];

    /// <summary>The same of an aspect, as if it were the only one of its module.</summary>
    public static IReadOnlyList<string> Faults(Aspect aspect)
    {
        var module = new Module(new("P"), "示例", Math.Max(1m, aspect.Share()), MarkingMethod.Panel, [new Criterion("t", "示例", [aspect])]);
        var trade = Of(new Trade(Id, "试算", "SS", [], new AwardScheme([])), module);
        return [.. DefinitionCheck.Check(trade, 9).Where(p => !p.Warning && p.Path.Contains(".aspects[0]", StringComparison.Ordinal))
            .Select(p => $"还不能这样用：{p.Allowed}").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Results in the order of the marks; null: the definition does not hold.</summary>
    public static IReadOnlyList<ComputedEntrant>? Results(Trade trade, params IReadOnlyList<EntrantMarks> marks)
    {
        if (Faults(trade).Count > 0)
        {
            return null;
        }

        var file = new CompetitionFile(
            CompetitionFile.CurrentFormat, new Competition(new("trial"), "试算"), [trade], [new(Firm, Firm.Value)],
            [.. marks.Select((m, i) =>
                new FileEntrant(m.Entrant, $"选手{i + 1}", Firm, Id, Group: GroupOf(trade, m), Members: MembersOf(trade)))],
            [.. Judges(trade)], marks);
        var computed = Computation.Of(file).Trades[0].Entrants.ToDictionary(e => e.Entrant);
        return [.. marks.Select(m => computed[m.Entrant])];
    }

    /// <summary>One entrant's figure in a module whose figures are entered.</summary>
    public static ModuleMarks Figure(Module module, decimal mark, int attempt = 1, string? member = null, string? waived = null) =>
        new(module.Id, Figures: waived is null ? [new("示例", mark)] : null, Attempt: attempt, Member: member, Waived: waived);

    public static EntrantMarks Entrant(int number, params ModuleMarks[] modules) => new(new($"e{number}"), modules);

    private static readonly string[] Members = ["甲", "乙", "丙"];

    private static string[]? MembersOf(Trade trade) => trade.Modules().Any(m => m.PerMember is not null) ? Members : null;

    // Whoever has a sheet of a group's judge belongs to that group.
    private static string? GroupOf(Trade trade, EntrantMarks marks) =>
        trade.Modules().First().Panel?.Groups is { } groups && marks.Modules?[0].Sheets?[0].Judge.Value is { } judge
            ? groups[int.Parse(judge, System.Globalization.CultureInfo.InvariantCulture)].Id : null;

    private static IEnumerable<Judge> Judges(Trade trade)
    {
        var module = trade.Modules().First();
        var groups = module.Panel?.Groups ?? [new PanelGroup("", "")];
        return groups.Select((g, i) => new Judge(
            JudgeOf(i), $"裁判{i + 1}", [new JudgeSeat(Role.Judge, Id, module.Id, i + 1, g.Id.Length == 0 ? null : g.Id)]));
    }

    public static JudgeId JudgeOf(int group) => new(group.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Half marks look like marks.</summary>
    public static decimal Part(decimal full, decimal share) =>
        full * share is var mark && full >= 10 ? decimal.Round(mark * 2) / 2 : decimal.Round(mark, 2);

    public static string Two(decimal? figure) => Words.MarkOrDash(figure);
}
