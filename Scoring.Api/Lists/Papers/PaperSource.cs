using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>What the lists are made from: the state, its place in the ledger, and the key to personal data.</summary>
/// <param name="Head">Chain hash of the last entry; empty before the first.</param>
/// <param name="Local">Venue time of making.</param>
/// <param name="Open">Personal data in the clear; null: none, or their key was removed.</param>
public sealed record PaperSource(CompetitionState State, string Head, DateTimeOffset Local, Func<string?, PersonalData?> Open)
{
    public string Contest => State.Competition?.Name ?? "";

    /// <summary>Whom alone the list is to hold; null: everybody.</summary>
    public TagFilter? Tag { get; init; }

    /// <summary>The contest, and whom alone the list holds.</summary>
    public string Heading => Tag is null ? Contest : $"{Contest}（{Tag.Words}）";

    public bool Has(EntrantState? entrant) => Tag is null || (entrant is not null && Tag.Holds(State, entrant));

    public string Foot => State.Version == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $"台账第 {State.Version} 条，链值 {Head[..16]}，{Local:yyyy年M月d日 HH:mm} 生成");

    public string Organization(EntrantState entrant) => State.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name ?? "";

    /// <summary>The trades of a list: one, or all.</summary>
    public IEnumerable<TradeState> Trades(TradeId? only) => State.TradesInOrder.Where(t => only is null || t.Definition.Id == only);

    /// <summary>Those of which results are listed: a tag would tell whose a code is, as long as it is one (R-A2).</summary>
    public IEnumerable<TradeState> Results(TradeId? only) => Trades(only).Where(t => Tag is null || t.IsDecoded);

    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="decimals">Of the trade or the team ranking (R-K2).</param>
    public static string Mark(decimal? mark, int decimals) => mark is { } given ? Core.Marking.Words.Mark(given, decimals) : "";

    /// <summary>h:mm:ss; blank: no time.</summary>
    public static string Clock(decimal? seconds) => seconds is { } s ? Core.Marking.Words.Time(s) : "";

    public static string Status(EntrantState entrant) => entrant.Status != EntrantStatus.Normal ? StatusWords.Of(entrant.Status)
        : entrant.Result.Total is null ? "未完成" : entrant.IsGuest ? "不计名次" : "";
}
