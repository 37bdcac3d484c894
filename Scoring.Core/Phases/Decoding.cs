using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Phases;

/// <summary>The head judge submits the coded results (R-A2): every module has its figure and nothing is open.</summary>
public static class SubmitCodedResults
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        return Asking.Role(found, by, Role.HeadJudge) ?? Asking.Between(found, Phase.Review, Phase.Review)
            ?? (found.Publication.CodedResultsBy is not null ? new Decision.Refuse(Refusal.AlreadySubmitted, $"编码成绩已经提交") : null)
            ?? (AfterScoring.Review(found).FirstOrDefault(n => !n.Met) is { } lack ? new Decision.Refuse(Refusal.Lacks, lack.Words) : null)
            ?? Decision.Of(new CodedResultsSubmitted(trade, by.Id));
    }
}

/// <summary>解密 (R-A2): 裁判长 and 监督 each ask for it on their own device; the second request decodes. The layer drawn last comes off first.</summary>
public static class Decode
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, int layer)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.HeadJudge, Role.Supervisor) ?? Asking.Between(found, Phase.Review, Phase.Review) ?? Allowed(found, layer)) is { } refused)
        {
            return refused;
        }

        var asked = found.Publication.DecodeRequests.GetValueOrDefault(layer, []);
        if (asked.Contains(by.ToString()))
        {
            return new Decision.Refuse(Refusal.AlreadyAsked, $"您已签名，等{RoleWords.Of(by.Role == Role.HeadJudge ? Role.Supervisor : Role.HeadJudge)}在自己的设备上签名");
        }

        var other = by.Role == Role.HeadJudge ? Role.Supervisor : Role.HeadJudge;
        var prefix = new Actor(other, "").ToString();
        if (asked.LastOrDefault(a => a.StartsWith(prefix, StringComparison.Ordinal)) is not { } second)
        {
            return Decision.Of(new DecodeRequested(trade, layer, by.ToString()));
        }

        var id = second[prefix.Length..];
        return Asking.TwoPeople(by.Id, id)
            ?? Decision.Of(by.Role == Role.HeadJudge ? new Decoded(trade, layer, by.Id, id) : new Decoded(trade, layer, id, by.Id));
    }

    private static Decision.Refuse? Allowed(TradeState trade, int layer)
    {
        var publication = trade.Publication;
        if (layer < 1 || layer > trade.Definition.CodeLayers || publication.DecodedLayers.Contains(layer))
        {
            return new(Refusal.NoSuchLayer, $"没有待解密的第 {layer} 层代号");
        }

        for (var above = layer + 1; above <= trade.Definition.CodeLayers; above++)
        {
            if (!publication.DecodedLayers.Contains(above))
            {
                return new(Refusal.OuterLayer, $"请先解密第 {above} 层代号");
            }
        }

        return publication.CodedResultsBy is null ? new(Refusal.NoCodedResults, $"请裁判长先提交编码成绩")
            : AfterScoring.ReviewDone(trade) is { Met: false } review ? new(Refusal.NoReview, review.Words) : null;
    }
}
