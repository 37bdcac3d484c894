using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Lists;

/// <summary>奖金发放表 (R-K12) of final trades: who is paid what and for what, what each organization's people get together, what each prize
/// costs.</summary>
public static class PayoutPaper
{
    /// <summary>The last column of the list, for whoever is paid.</summary>
    public const string Signature = "领取人签字";

    private const string All = "合计";

    public static PaperList Make(PaperSource source, TradeId? only)
    {
        var paid = source.Trades(only).Where(t => t.Phase >= Phase.Final)
            .SelectMany(t => t.Payments().Where(p => source.Has(source.State.Entrant(p.Entrant))).Select(p => (Trade: t, Payment: p,
            Entrant: source.State.Entrant(p.Entrant)!))).ToList(); // of this state
        var total = paid.Sum(p => p.Payment.Amount);
        PaperTable list = new("发放表",
            [new(source.State.TradeWord, 16), new("奖项、荣誉", 16), new("姓名", 20), new("单位", 30), new("金额（元）", 12, ColumnKind.Mark),
                new(Signature, 16)],
            [
                .. paid.Select(p => (IReadOnlyList<string>)
                [
                    p.Trade.Definition.Name, p.Payment.For, string.Join('、', p.Entrant.Entrant.Names), source.Organization(p.Entrant),
                    Money(p.Payment.Amount), Space,
                ]),
                .. Sum(paid.Count, [All, "", "", "", Money(total), ""]),
            ]);
        var organizations = paid.GroupBy(p => source.Organization(p.Entrant)).OrderByDescending(g => g.Sum(p => p.Payment.Amount))
            .ThenBy(g => g.Key, Core.People.ReadingOrder.Names);
        return new PaperList(
            ListBook.Payout, "奖金发放表", [source.Heading, .. ResultPapers.Held(source)],
            paid.Count == 0 ? [list] :
            [
                list, Sums("按单位", "单位", organizations.Select(g => (g.Key, g.Count(), g.Sum(p => p.Payment.Amount)))),
                Sums("按奖项", "奖项、荣誉", paid.GroupBy(p => p.Payment.For).Select(g => (g.Key, g.Count(), g.Sum(p => p.Payment.Amount)))),
            ],
            ["制表人", "审核人", "组委会（盖章）"], source.Foot);
    }

    private static PaperTable Sums(string name, string what, IEnumerable<(string Of, int Count, decimal Sum)> rows)
    {
        var all = rows.ToList();
        return new PaperTable(name, [new(what, 40), new("份数", 8, ColumnKind.Count), new("金额（元）", 12, ColumnKind.Mark)],
            [
                .. all.Select(r => (IReadOnlyList<string>)[r.Of, PaperSource.Count(r.Count), Money(r.Sum)]),
                [All, PaperSource.Count(all.Sum(r => r.Count)), Money(all.Sum(r => r.Sum))],
            ]);
    }

    private static IEnumerable<IReadOnlyList<string>> Sum(int count, IReadOnlyList<string> row) => count == 0 ? [] : [row];

    // A column for signatures is not blank, so that paper keeps it.
    private const string Space = "　";

    private static string Money(decimal amount) => PaperSource.Mark(amount, 2);
}
