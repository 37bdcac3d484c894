using System.Text;
using System.Text.Json;
using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Tests.Fold;

/// <summary>A small contest as the public sees it, and the bytes it gets.</summary>
public static class PublicContest
{
    public static string Bytes(Board board) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(board, ScoringJson.Options));

    public static string Bytes(Contest contest) => Bytes(contest.Public());

    public static Contest Showing(Visibility visibility, params Module[] practical) => new(Contest.Union(practical) with { PublicView = visibility }, entrants: 4, judges: 3);

    public static Contest Marked(Contest contest)
    {
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Theory(n, 80m + n).Sheet(n, 90m - n);
        }

        return contest;
    }

    public static void Decode(Contest contest) => contest
        .Apply(new PhaseChanged(Contest.TradeId, Phase.Review))
        .Apply(new CodedResultsSubmitted(Contest.TradeId, "H1"))
        .Apply(new Decoded(Contest.TradeId, 1, "H1", "S1"));
}
