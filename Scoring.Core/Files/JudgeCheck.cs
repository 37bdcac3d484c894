using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Panels;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Judges, their seats and recusals; and whether every module has the seats it needs (R-A4, R-B3, R-G2).</summary>
internal static class JudgeCheck
{
    public static void Check(CompetitionFile file, FileIds ids, Findings findings)
    {
        var judges = file.Judges ?? [];
        findings.Unique(judges, j => j.Id.Value, i => $"$.judges[{i}].id", $"裁判编号");
        foreach (var (index, judge) in judges.Index())
        {
            Check(judge, ids, $"$.judges[{index}]", findings);
        }

        var seats = judges.Index().SelectMany(j => j.Item.Seats.Index().Select(s => (Seat: s.Item, Path: $"$.judges[{j.Index}].seats[{s.Index}]"))).ToList();
        findings.Unique(
            seats, s => s.Seat is { Role: Role.Judge, Module: { } module, Number: > 0, Trainee: false } ? $"{s.Seat.Trade} {module} {s.Seat.Number} 号" : null,
            i => $"{seats[i].Path}.number", $"席位");
        foreach (var (index, former) in (file.FormerSeats ?? []).Index())
        {
            var path = $"$.formerSeats[{index}]";
            findings.Id($"{path}.judge", former.Judge.Value);
            findings.NameIfAny($"{path}.name", former.Name);
            findings.Must(former.Role != Role.Judge || former.Trainee || former.Number >= 1, $"{path}.number", former.Number, $"评分裁判的席位号从 1 起");
            if (findings.Known($"{path}.trade", former.Trade.Value, ids.Trades.Keys, $"{findings.TradeWord}"))
            {
                findings.Known($"{path}.module", former.Module.Value, ids.Modules[former.Trade.Value].Keys, $"模块");
            }
        }

        foreach (var (index, trade) in (file.Trades ?? []).Index())
        {
            Seats(trade, [.. seats.Select(s => s.Seat).Where(s => s.Trade == trade.Id && s is { Role: Role.Judge, Trainee: false })], $"$.trades[{index}]", ids, judges.Count > 0, findings);
        }
    }

    private static void Check(Judge judge, FileIds ids, string path, Findings findings)
    {
        findings.Id($"{path}.id", judge.Id.Value);
        findings.Name($"{path}.name", judge.Name);
        if (judge.Organization is { } organization)
        {
            findings.Known($"{path}.organization", organization.Value, ids.Organizations, $"单位");
        }

        foreach (var (index, entrant) in (judge.RecusedFrom ?? []).Index())
        {
            findings.Known($"{path}.recusedFrom[{index}]", entrant.Value, ids.Entrants.Keys, $"选手");
        }

        foreach (var (index, recused) in (judge.RecusedOrganizations ?? []).Index())
        {
            findings.Known($"{path}.recusedOrganizations[{index}]", recused.Value, ids.Organizations, $"单位");
        }

        findings.Unique(
            judge.Seats, s => s is { Role: Role.Judge, Module: { } module } ? $"{s.Trade} {module}" : null, i => $"{path}.seats[{i}].module", $"一名裁判在一个模块里的席位");
        foreach (var (index, seat) in judge.Seats.Index())
        {
            Check(seat, ids, $"{path}.seats[{index}]", findings);
        }
    }

    private static void Check(JudgeSeat seat, FileIds ids, string path, Findings findings)
    {
        var marks = seat.Role == Role.Judge;
        Group(seat, ids, path, findings);
        findings.Must(!marks || seat.Module is not null, $"{path}.module", $"缺少", $"评分裁判要写明评哪个模块");
        findings.Must(marks || !seat.Trainee, $"{path}.trainee", $"true", $"只有评分裁判可以是影子裁判");
        findings.Must(!marks || seat.Trainee || seat.Number >= 1, $"{path}.number", seat.Number, $"评分裁判的席位号从 1 起");
        if (findings.Known($"{path}.trade", seat.Trade.Value, ids.Trades.Keys, $"{findings.TradeWord}") && seat.Module is { } module
            && findings.Known($"{path}.module", module.Value, ids.Modules[seat.Trade.Value].Keys, $"模块") && marks)
        {
            findings.Must(
                ids.Modules[seat.Trade.Value][module.Value].Marking is MarkingMethod.Judge or MarkingMethod.Panel, $"{path}.module",
                Findings.Quote(module.Value), $"这个模块由录入员录入，不设评分裁判");
        }
    }

    // R-K3.
    private static void Group(JudgeSeat seat, FileIds ids, string path, Findings findings)
    {
        var groups = seat.Module is { } id && ids.Modules.TryGetValue(seat.Trade.Value, out var modules) && modules.TryGetValue(id.Value, out var module) ? module.Panel?.Groups : null;
        if (seat.Group is not { } group)
        {
            findings.Must(groups is null || seat.Role != Role.Judge || findings.Doubtful, $"{path}.group", $"缺少", $"这个模块分组评分，要写明裁判在哪一组");
            return;
        }

        findings.Must(groups is not null || findings.Doubtful, $"{path}.group", Findings.Quote(group), $"这个模块不分组，不写 group");
        if (groups is not null)
        {
            findings.Known($"{path}.group", group, [.. groups.Select(g => g.Id)], $"组");
        }
    }

    private static void Seats(Trade trade, IReadOnlyList<JudgeSeat> seats, string path, FileIds ids, bool anyJudges, Findings findings)
    {
        foreach (var (c, m, module) in trade.Components.Index().SelectMany(c => c.Item.Modules.Index().Select(m => (c.Index, m.Index, m.Item))))
        {
            var at = $"{path}.components[{c}].modules[{m}]";
            if (module.Marking is not (MarkingMethod.Judge or MarkingMethod.Panel) || findings.Doubtful)
            {
                continue;
            }

            var own = seats.Where(s => s.Module == module.Id).ToList();
            var count = own.Count;
            var groups = module.Marking == MarkingMethod.Panel ? module.Panel?.Groups : null;
            var lacking = groups is null ? Lacking(module, count)
                : groups.Select(g => Lacking(module, own.Count(s => s.Group == g.Id)) is { } why ? (Saying)$"{g.Name}：{why}" : null).FirstOrDefault(w => w is not null);
            if (lacking is null)
            {
                continue;
            }

            if (seats.Count > 0 || ids.Scoring.Contains(trade.Id))
            {
                findings.Error(at, $"{count} 个席位", lacking);
            }
            else if (anyJudges)
            {
                findings.Warn(at, $"没有席位", $"评分之前要安排裁判：{lacking}");
            }
        }
    }

    private static Saying? Lacking(Module module, int seats)
    {
        var panel = module.Panel ?? new PanelRule();
        var sheet = module.Aspects().Sum(a => a.Share());
        return module switch
        {
            { Marking: MarkingMethod.Judge } => seats >= 1 ? null : (Saying)$"由一名裁判评分，至少要有 1 个席位（judges 里 role 为 judge）",
            _ when module.Aspects().Any(a => a is JudgementAspect) && seats != 3 => $"0 至 3 评判应正好有 3 个席位（R-G2）",
            _ when seats < Math.Max(1, panel.Smallest) => $"裁判组至少要有 {Math.Max(1, panel.Smallest)} 个席位（judges 里 role 为 judge）",
            _ when PanelKinds.Of(panel).Least(panel) is var least && seats < least => $"每边去掉 {panel.DropEachSide} 个后没有剩下的分，至少要有 {least} 个席位",
            _ when PanelFigure.AddsUp(panel) && sheet * seats != module.FullMarkOfOne => $"各裁判相加：评分表 {Findings.Figure(sheet)} × {seats} 人应等于模块满分 {Findings.Figure(module.FullMarkOfOne)}",
            _ => null,
        };
    }
}
