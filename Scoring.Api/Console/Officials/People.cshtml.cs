using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;

namespace Scoring.Api.Console.Officials;

/// <summary>人员与回避: judges and officials with their seats, and whom they must not mark (R-A4).</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class PeopleModel(Desk desk) : WeighingPage(desk)
{
    public sealed record Row(JudgeId Id, string Name, string? Title, IReadOnlyList<string> Seats, IReadOnlyList<string> Recusals);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Organization> Organizations { get; private set; } = [];

    public sealed record Place(string Key, string Name);

    public sealed record Person(EntrantId Id, string Name);

    /// <summary>Whose seats are being edited; <c>new</c> for nobody yet.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    /// <summary>Null: nobody is chosen.</summary>
    public Judge? Chosen { get; private set; }

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public IReadOnlyList<Person> Entrants { get; private set; } = [];

    public bool Begun { get; private set; }

    public void OnGet()
    {
        Load();
        if (At is null)
        {
            return;
        }

        Open.Read(state =>
        {
            Chosen = At == "new" ? new Judge(new JudgeId(""), "", []) : state.Judges.GetValueOrDefault(new JudgeId(At));
            Begun = state.TradesInOrder.Any(t => t.Phase >= Phase.Scoring);
            Places = [.. state.TradesInOrder.SelectMany(t => t.Modules.SelectMany(m => PlacesOf(t, m.Definition)).Prepend(new Place($"{t.Definition.Id}|", $"{t.Definition.Name}（整个{state.TradeWord}）")))];
            var mine = Chosen?.Seats.Select(s => s.Trade).ToHashSet() ?? [];
            Entrants = [.. state.Entrants.Values.Where(e => e.Trade is { } trade && mine.Contains(trade.Definition.Id)).OrderBy(e => e.Index).Select(e => new Person(e.Entrant.Id, $"{e.Entrant.Name}，{state.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name}"))];
            return true;
        });
    }

    /// <summary>Name, seats and recusals at once. What it does to ranks, a trainee's seat or a recusal among it, is shown first.</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostSave(JudgeForm form, string? reason) => Weigh(
        new WeighedStep($"修改{form.Name}的岗位和回避", "已保存", Back: Request.Path),
        (state, _) => form.Read(state) is { Judge: { } judge } ? AppointJudge.Decide(state, Me.Actor, judge, reason) : form.Read(state).Fault!); // one of the two is always there

    // Of the trades the judge sits in, before and after, the first whose results it moves.
    protected override EffectView? Effect(CompetitionState state, LedgerEvent e)
    {
        var seats = (e is JudgesAppointed appointed ? appointed.Judges : []).Concat(state.Judges.TryGetValue(new JudgeId(Whose), out var old) ? [old] : []).SelectMany(j => j.Seats);
        var effects = seats.Select(s => s.Trade).Distinct().Select(t => EffectView.Of(state, t, e)).OfType<EffectView>().ToList();
        return effects.Find(v => !v.None) ?? effects.FirstOrDefault();
    }

    protected override string Here => Whose.Length == 0 ? Request.Path : $"{Request.Path}?at={Uri.EscapeDataString(Whose)}";

    protected override object? Edited(CompetitionState state) => state.Judges.GetValueOrDefault(new JudgeId(Whose));

    protected override bool Rewrites(LedgerEvent e) => e is JudgesAppointed appointed && appointed.Judges.Any(j => j.Id.Value == Whose) || e is JudgeDismissed dismissed && dismissed.Judge.Value == Whose;

    private string Whose => (HttpMethods.IsPost(Request.Method) ? Request.Form["Key"].FirstOrDefault() : At) ?? "";

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostDismiss(string judge, string? reason) => Carry("已解聘", state => DismissJudge.Decide(state, Me.Actor, new JudgeId(judge), reason ?? ""));

    private void Load() => (Rows, Organizations) = Open.Read(state => (
        (IReadOnlyList<Row>)[.. state.Judges.Values.OrderBy(j => j.Seats.Count == 0 ? Role.Arbitrator : j.Seats[0].Role).ThenBy(j => j.Name, ReadingOrder.Names).Select(j => RowOf(state, j))],
        (IReadOnlyList<Organization>)[.. state.Organizations.Values.OrderBy(o => o.Name, ReadingOrder.Names)]));

    /// <summary>回避: the judge is neither shown the organization's people nor counted for them.</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRecuse(string judge, string organization) => Carry("回避已登记", state =>
    {
        var id = new OrganizationId(organization);
        return state.Judges.GetValueOrDefault(new JudgeId(judge)) is not { } found ? new Decision.Refuse(Refusal.NoSuchJudge, $"找不到这位裁判，请刷新")
            : !state.Organizations.ContainsKey(id) ? new Decision.Refuse(Refusal.NoSuchOrganization, $"请选择单位")
            : found.RecusedOrganizations?.Contains(id) == true ? new Decision.Refuse(Refusal.NoChange, $"已经登记过")
            : Decision.Of(new JudgesAppointed([found with { RecusedOrganizations = [.. found.RecusedOrganizations ?? [], id] }]));
    });

    private static Row RowOf(CompetitionState state, Judge judge) => new(
        judge.Id, judge.Name, judge.Title,
        [.. judge.Seats.GroupBy(s => (s.Role, s.Trade, s.Trainee)).Select(g => SeatText(state, g.Key.Role, g.Key.Trade, [.. g]))],
        [.. (judge.RecusedOrganizations ?? []).Select(o => state.Organizations.GetValueOrDefault(o)?.Name ?? o.Value), .. (judge.RecusedFrom ?? []).Select(_ => "1 名选手")]);

    // A module with panels side by side has a place a group (R-K3).
    private static IEnumerable<Place> PlacesOf(TradeState trade, Module module)
    {
        var (key, name) = ($"{trade.Definition.Id}|{module.Id}", $"{trade.Definition.Name} 模块 {module.Id} {module.Name}");
        return module.Panel?.Groups is { Count: > 0 } groups
            ? groups.Select(g => new Place($"{key}|{g.Id}", $"{name} {g.Name}")) : [new Place(key, name)];
    }

    private static string SeatText(CompetitionState state, Role role, TradeId trade, IReadOnlyList<JudgeSeat> seats)
    {
        var modules = string.Join('、', seats.Where(s => s.Module is not null).Select(s => s.Module!.Value.Value));
        return $"{state.Trade(trade)?.Definition.Name ?? trade.Value}{(modules.Length > 0 ? " " + modules : "")} {role.Chinese()}{(seats[0].Number > 0 ? $" {seats[0].Number} 号" : "")}"
            + (seats[0].Trainee ? "（影子裁判）" : "");
    }
}
