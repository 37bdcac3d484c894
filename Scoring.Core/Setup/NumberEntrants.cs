using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Setup;

/// <summary>准考证号 for whoever has none: prefix, the trade's short code, a running number. One that was given stays, and none is given
/// twice.</summary>
public static class NumberEntrants
{
    private const int LongestPrefix = 12, Width = 3;

    /// <param name="prefix">In front of every number, letters and digits, e.g. 2027; empty: the short code begins it.</param>
    public static Decision Decide(CompetitionState state, Actor by, string? prefix)
    {
        var front = prefix?.Trim() ?? "";
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"准考证号由管理员编");
        }

        if (front.Length > LongestPrefix || !front.All(char.IsAsciiLetterOrDigit))
        {
            return new Decision.Refuse(Refusal.BadPrefix, $"字头只用字母和数字，最多 {LongestPrefix} 个，例如 2027");
        }

        var numbered = Numbered(state, front);
        return numbered.Count == 0
            ? new Decision.Refuse(Refusal.None, state.Entrants.Count == 0 ? (Saying)$"还没有选手，请先导入名单"
                : $"没有可编的：都已经有准考证号，或{state.TradeWord}已经开始评分")
            : Decision.Of(new EntrantsRegistered(numbered));
    }

    /// <summary>What the first of a trade would get, as an example.</summary>
    public static string First(Trade trade, string prefix) => Write(prefix, trade, 1);

    private static List<Entrant> Numbered(CompetitionState state, string prefix)
    {
        var taken = state.Entrants.Values.Select(e => e.Entrant.ExamNumber).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var made = new List<Entrant>();
        foreach (var trade in state.TradesInOrder.Where(t => t.Phase < Phase.Scoring))
        {
            var next = 0;
            foreach (var entrant in trade.Entrants.Where(e => string.IsNullOrWhiteSpace(e.Entrant.ExamNumber)).OrderBy(e => e.Index))
            {
                string number;
                do
                {
                    number = Write(prefix, trade.Definition, ++next);
                }
                while (!taken.Add(number));
                made.Add(entrant.Entrant with { ExamNumber = number });
            }
        }

        return made;
    }

    private static string Write(string prefix, Trade trade, int number) =>
        $"{prefix}{trade.Code}{number.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0')}";
}
