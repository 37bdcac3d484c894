using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;

namespace Scoring.Api.Console.Publishing;

/// <param name="Next">The phase after this one; null: archived.</param>
/// <param name="DecodeLayer">The layer that comes off next; null: all are, or it is too early.</param>
public sealed record PublishView(
    string TradeName, Phase Phase, Phase? Next, IReadOnlyList<PhaseDot> Phases, IReadOnlyList<PhaseNeed> Needs, IReadOnlyList<PhaseNeed> After,
    Visibility Visibility, int? DecodeLayer, IReadOnlyList<SignatureBox> Signatures, int People, bool Totals, string BackWords)
{
    /// <summary>Award certificates that are due and not issued; after archiving none is issued any more.</summary>
    public int Unissued { get; private init; }

    /// <summary>What the next step does, in the words of what people will see.</summary>
    public string Promise { get; private init; } = "";

    public int Lacking => Needs.Count(n => !n.Met);

    public static PublishView Of(TradeState trade, DateTimeOffset now, Desk desk)
    {
        var phase = trade.Phase;
        Phase? next = phase == Phase.Archived ? null : phase + 1;
        var needs = next is { } to ? PhaseSteps.Needs(trade, to, now) : [];
        var after = phase == Phase.Review ? PhaseSteps.Needs(trade, Phase.Final, now).Where(n => needs.All(x => x.Code != n.Code)).ToList() : [];
        var layer = NextLayer(trade);
        return new PublishView(
            trade.Definition.Name, phase, next, [.. Enum.GetValues<Phase>().Select(p => PhaseDot.Of(trade, p, desk))], needs, after,
            phase < Phase.Publicity ? trade.Visibility : trade.Public.Shown, phase == Phase.Review ? layer : null, Boxes(trade, layer), trade.Entrants.Count, trade.Definition.PublicityTotals, Back(trade))
        {
            Unissued = phase == Phase.Final ? IssueCertificates.Plan(trade, DateOnly.FromDateTime(desk.Local(now).DateTime)).Count : 0,
            Promise = next is { } step ? Ahead(trade, step) : "",
        };
    }

    /// <summary>The layer that comes off next, the last drawn first; null: all are off.</summary>
    public static int? NextLayer(TradeState trade) =>
        Enumerable.Range(1, trade.Definition.CodeLayers).Reverse().Where(l => !trade.Publication.DecodedLayers.Contains(l))
            .Select(l => (int?)l).FirstOrDefault();

    // Publicity without days of its own names nobody (R-D3): the public goes on seeing what it saw, until the trade is published.
    private static string Ahead(TradeState trade, Phase step) => step switch
    {
        Phase.Publicity when trade.Definition.PublicityDays > 0 =>
            $"公示 {trade.Definition.PublicityDays} 个工作日：{trade.Entrants.Count} 人的姓名、名次{(trade.Definition.PublicityTotals ? "和总分" : "")}对外可见；退回复核须写理由，并由第二人签名。",
        Phase.Publicity => $"公示到颁奖为止，没有公示期：公众看到的不变，仍是“{trade.Public.Shown.Chinese()}”，姓名到“公布”才公开；退回复核须写理由，并由第二人签名。",
        Phase.Final => "公布后成绩、名次和奖项对外可见，选手可以查询；之后可以签发证书。",
        Phase.Scoring => "开始评分后，平板可以交卷；再改评分方案须写理由。",
        Phase.Review => "进入复核后不再收评分表；改动只能走更正。",
        Phase.Archived => "归档后不再改动。",
        _ => "",
    };

    /// <summary>Who may take the next step: the admin only up to 评分, and to archive (R-A5).</summary>
    public bool MayStep(SignedIn me, TradeId trade) =>
        Next is { } step && (step is <= Phase.Scoring or Phase.Archived ? me.May(Policies.Publish, trade) : me.May(Policies.HeadJudge, trade));

    /// <summary>The same of a step back.</summary>
    public bool MayGoBack(SignedIn me, TradeId trade) => Phase > Phase.Setup && (Phase < Phase.Scoring ? me.May(Policies.Publish, trade) : me.May(Policies.HeadJudge, trade));

    /// <summary>What a step back would undo and what it leaves, said before anybody signs for it.</summary>
    private static string Back(TradeState trade) => trade.Phase switch
    {
        Phase.Archived => "可以再签发证书和更正；归档前的内容一条不少。",
        Phase.Final when trade.Publication.Certificates.Count(c => c.RevokedBecause is null) is > 0 and var valid =>
            $"选手查询和公众看到的成绩回到公示；已签发的 {valid} 张证书仍然有效，更正后不再成立的会作废并列入收回清单。",
        Phase.Final => "选手查询和公众看到的成绩回到公示；奖项可以重新核对。",
        Phase.Publicity => $"公示撤下，{trade.Entrants.Count} 人的姓名不再对外显示，公众回到“{trade.Visibility.Chinese()}”；再次公示时公示期从头算。",
        Phase.Review => $"平板重新可以交卷；编码成绩的提交、{(trade.Publication.Review is null ? "" : "复核的抽样、勾选和签名、")}解密签名全部作废，须重做。",
        Phase.Scoring => $"平板不能再交卷；已交的 {trade.Entrants.Sum(e => trade.Modules.Sum(m => e.Entries(m.Definition.Id)?.Sheets.Count ?? 0))} 份评分表和分数保留。",
        _ => "可以再改名单和评分方案；已抽的号保留，重新抽签才会换。",
    };

    // Who has signed for the decoding that is under way, or did.
    private static IReadOnlyList<SignatureBox> Boxes(TradeState trade, int? layer)
    {
        var asked = layer is { } open ? trade.Publication.DecodeRequests.GetValueOrDefault(open, []) : [];
        var done = trade.IsDecoded && trade.Definition.CodeLayers > 0;
        return [Box(trade, Role.HeadJudge, asked, done), Box(trade, Role.Supervisor, asked, done)];
    }

    private static SignatureBox Box(TradeState trade, Role role, IReadOnlyList<string> asked, bool done)
    {
        var prefix = new Actor(role, "").ToString();
        var holder = trade.Competition.Judges.Values.FirstOrDefault(j => j.Seats.Any(s => s.Role == role && s.Trade == trade.Definition.Id));
        var signed = asked.FirstOrDefault(a => a.StartsWith(prefix, StringComparison.Ordinal));
        var id = signed?[prefix.Length..];
        var name = id is not null && trade.Competition.Judges.TryGetValue(new JudgeId(id), out var judge) ? judge.Name : holder?.Name ?? "";
        return new SignatureBox(role, name, done || signed is not null);
    }
}

/// <param name="Tone"><c>d</c> done, <c>c</c> current, empty to come.</param>
public sealed record PhaseDot(Phase Phase, string Tone, string Words)
{
    public static PhaseDot Of(TradeState trade, Phase phase, Desk desk)
    {
        var at = trade.Publication.Reached.TryGetValue(phase, out var stamp) ? desk.Local(stamp.At).Moment() : null;
        return phase < trade.Phase ? new PhaseDot(phase, "d", at ?? "")
            : phase == trade.Phase ? new PhaseDot(phase, "c", at is null ? "现在" : $"现在，{at} 起")
            : new PhaseDot(phase, "", phase == Phase.Publicity && trade.Definition.PublicityDays > 0 ? $"{trade.Definition.PublicityDays} 个工作日" : "待定");
    }
}

public sealed record SignatureBox(Role Role, string Name, bool Signed);
