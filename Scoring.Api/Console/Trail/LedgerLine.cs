using System.Globalization;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Console.Trail;

/// <summary>An entry as the 台账 shows it: what happened, to whom, without anything that decoding would tell.</summary>
public sealed record LedgerLine(long Sequence, string When, string Who, string What, string Detail, string ShortHash)
{
    private const int MostNamed = 3;

    public static LedgerLine Of(CompetitionState state, LedgerEntry entry, Desk desk)
    {
        var e = EventTypes.Read(entry);
        return new LedgerLine(
            entry.Sequence, TimeOf(entry, e, desk), $"{Person(state, entry.Actor)}{(e.Via is { } via ? $"（{Words(via)}）" : "")}", TradeWord.In(EventSentences.Word(e), state.TradeWord),
            string.Join("，", new[] { Trades(state, e), EventSentences.Detail(state, e) }.Where(t => t.Length > 0)),
            Convert.ToHexStringLower(entry.Hash.Span)[..8]);
    }

    // What a branch wrote down happened when the branch says.
    private static string TimeOf(LedgerEntry entry, LedgerEvent e, Desk desk) =>
        desk.Local(e.Origin?.At ?? entry.At).ToString("M月d日 HH:mm:ss", CultureInfo.InvariantCulture)
        + (e.Origin is { } origin ? $"（分会场 {origin.Branch}）" : "");

    // login:cpz2, tablet:03, portal; a sheet carried as a picture names the tablet and the account that read it in.
    private static string Words(string via) => string.Join('，', via.Split(' ').Select(part => part.Split(':', 2) switch
    {
        ["login", var login] => $"账号 {login}",
        ["tablet", var tablet] => $"平板 {tablet}",
        ["portal"] => "查询页",
        _ => part,
    }));

    private static string Trades(CompetitionState state, LedgerEvent e)
    {
        var names = ConcernedTrades.Of(state, e).Select(state.Trade).OfType<TradeState>().Select(t => t.Definition.Name).ToList();
        return names.Count <= MostNamed ? string.Join('、', names) : $"{names.Count} 个{state.TradeWord}";
    }

    private static string Person(CompetitionState state, string actor)
    {
        if (actor == Actor.System)
        {
            return "系统";
        }

        var parts = actor.Split(':', 2);
        var role = Enum.TryParse<Role>(parts[0], ignoreCase: true, out var known) ? known.Chinese() : parts[0] == "participant" ? "选手" : parts[0];
        return parts.Length < 2 ? role : $"{role} {state.Judges.GetValueOrDefault(new JudgeId(parts[1]))?.Name ?? parts[1]}";
    }
}
