using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Console.Drawing;

/// <summary>分组 of one module, or of all that have the same groups (R-K3).</summary>
/// <param name="Module">Null: all of them.</param>
/// <param name="Rows">Everyone who draws, with the group each is in; null: none yet.</param>
public sealed record GroupSet(ModuleId? Module, string Name, IReadOnlyList<PanelGroup> Groups, IReadOnlyList<GroupRow> Rows)
{
    public int Grouped => Rows.Count(r => r.Group is not null);

    public int Without => Rows.Count(r => r.Group is null);

    public string Counts => string.Join('，', Groups.Select(g => $"{g.Name} {Rows.Count(r => r.Group == g.Id)} 人"));

    public static GroupSet Of(TradeState trade, ModuleId? module, string name) => new(
        module, name, AssignGroups.Of(trade, module) ?? [],
        [
            .. DrawCodes.Drawing(trade).OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Index)
                .Select(e => new GroupRow(
                e.Entrant.Id.Value, e.Entrant.Name, trade.Competition.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name,
                AssignGroups.Now(trade, e.Entrant.Id, module))),
        ]);
}

public sealed record GroupRow(string Key, string Name, string? Organization, string? Group);
