using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Setup;

namespace Scoring.Api.Lists;

/// <summary>A list's word for a trade that there is not: a trade made of it, or another name of one there is (R-I1e).</summary>
public static class NewTrades
{
    /// <summary>Like the first trade that adds up, so that its sheet need not be made again; where there is none, with the first scheme.</summary>
    public static Decision Make(CompetitionState state, Actor by, string word)
    {
        var like = state.TradesInOrder.Select(t => t.Definition).FirstOrDefault(t => !DefinitionCheck.Check(t).Any(p => !p.Warning));
        if (Find(state, word) is { } there)
        {
            return new Decision.Refuse(Refusal.Taken, $"已有“{there.Definition.Name}”");
        }

        var initials = string.Concat(Pinyin.Initials(word).Where(char.IsAsciiLetterOrDigit)) is var letters && letters.Length > 0 && char.IsAsciiLetter(letters[0]) ? letters : "t" + letters;
        var (id, number) = (initials[..Math.Min(6, initials.Length)], 1);
        var free = id;
        while (state.TradesInOrder.Any(t => t.Definition.Id.Value == free || string.Equals(t.Definition.Code, free, StringComparison.OrdinalIgnoreCase)))
        {
            free = $"{id}{++number}";
        }

        var first = FirstScheme.Of(new TradeId(free), word, free.ToUpperInvariant());
        return DefineTrade.Decide(state, by, like is null ? first : like with { Id = first.Id, Name = word, Code = first.Code, Aliases = null, StartsAt = null, Venue = null }, null);
    }

    public static Decision Alias(CompetitionState state, Actor by, TradeId trade, string word) =>
        state.Trade(trade) is not { } found ? new Decision.Refuse(Refusal.NoTrade, $"没有这个{state.TradeWord}，请刷新后再选")
        : DefineTrade.Decide(state, by, found.Definition with { Aliases = [.. found.Definition.Aliases ?? [], word] }, $"名单里写作“{word}”");

    private static TradeState? Find(CompetitionState state, string word) =>
        state.TradesInOrder.FirstOrDefault(
            t => (t.Definition.Aliases ?? []).Prepend(t.Definition.Name).Any(n => ReadPlaces.Bare(n) == ReadPlaces.Bare(word)));
}
