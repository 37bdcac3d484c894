using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Console.Tablets;

/// <summary>给平板发消息: to one judge, a trade's judges or all; who has read it. A head judge writes to the own trades.</summary>
[Authorize(Policy = Policies.Devices)]
public sealed class MessagesModel(Desk desk, TabletMessages messages) : ContestPage(desk)
{
    private const int Longest = 200;

    public sealed record Receiver(string Key, string Name);

    public sealed record Line(string When, string By, string To, string Text, int Read, int All, string Waiting);

    public IReadOnlyList<Receiver> Trades { get; private set; } = [];

    public IReadOnlyList<Receiver> Judges { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool All => Me.Role == Role.Admin;

    public void OnGet() => Load();

    public IActionResult OnGetSent()
    {
        Load();
        return Partial("/Console/Tablets/_Messages.cshtml", this);
    }

    /// <param name="to"><c>all</c>, <c>t:TRADE</c> or <c>j:JUDGE</c>.</param>
    [Needs(Policies.Devices)]
    public async Task<IActionResult> OnPostSend(string? to, string? text)
    {
        var words = (text ?? "").Trim();
        var (judges, name) = Open.Read(state => To(state, to ?? ""));
        if (words.Length is 0 or > Longest || judges.Count == 0)
        {
            Say(judges.Count == 0 ? "没有可发的裁判，请选择收信人" : $"消息请写 1 至 {Longest} 字", bad: true);
            return LocalRedirect(Request.Path);
        }

        await messages.Send(EntryFor(), Open.Id, Me.Name, name, judges, words);
        Say($"已发给{name}，{judges.Count} 位裁判；离线的平板连上后收到。");
        return LocalRedirect(Request.Path);
    }

    private (IReadOnlyList<JudgeId> Judges, string Name) To(CompetitionState state, string to)
    {
        var mine = Mine(state).ToList();
        return to.Split(':', 2) switch
        {
            ["all"] when All => ([.. mine.Select(j => j.Id)], "全体裁判"),
            ["t", var trade] => ([.. mine.Where(j => j.Seats.Any(s => s.Role == Role.Judge && s.Trade.Value == trade)).Select(j => j.Id)], $"{state.Trade(new TradeId(trade))?.Definition.Name}裁判"),
            ["j", var judge] => ([.. mine.Where(j => j.Id.Value == judge).Select(j => j.Id)], mine.Find(j => j.Id.Value == judge)?.Name ?? ""),
            _ => ([], ""),
        };
    }

    private IEnumerable<Judge> Mine(CompetitionState state) =>
        state.Judges.Values.Where(j => j.Seats.Any(s => s.Role == Role.Judge && (All || Me.HoldsFor(s.Trade)))).OrderBy(j => j.Name, ReadingOrder.Names);

    private void Load()
    {
        var names = Open.Read(state =>
        {
            Trades = [.. state.TradesInOrder.Where(t => All || Me.HoldsFor(t.Definition.Id)).Select(t => new Receiver($"t:{t.Definition.Id}", $"{t.Definition.Name}全体裁判"))];
            Judges = [.. Mine(state).Select(j => new Receiver($"j:{j.Id}", $"{j.Name}，{state.Trade(j.Seats[0].Trade)?.Definition.Name}"))];
            return state.Judges.ToDictionary(j => j.Key, j => j.Value.Name);
        });
        Lines =
        [
            .. messages.Of(Open.Id).Where(m => All || m.By == Me.Name).Select(m => new Line(
                Desk.Local(m.At).Moment(), m.By, m.ToWords, m.Text, m.ReadBy.Count, m.To.Count,
                DayPeople.Some([.. m.To.Where(j => !m.ReadBy.ContainsKey(j)).Select(j => names.GetValueOrDefault(j, j.Value))]))),
        ];
    }
}
