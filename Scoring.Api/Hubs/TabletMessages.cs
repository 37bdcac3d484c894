using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Api.Hubs;

/// <summary>What the console says to tablets, and who has read it. Kept in memory for the day: no result follows from a message, so none is in the ledger.</summary>
public sealed class TabletMessages(IHubContext<ScoringHub, IScoringClient> hub, TimeProvider clock)
{
    private const int Kept = 200;
    private readonly Lock _gate = new();
    private readonly Dictionary<CompetitionId, List<TabletMessage>> _sent = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TabletMessage> Of(CompetitionId competition)
    {
        lock (_gate)
        {
            return [.. _sent.GetValueOrDefault(competition, []).AsEnumerable().Reverse()];
        }
    }

    /// <summary>Oldest first; sent to a tablet whenever it connects.</summary>
    public IReadOnlyList<TabletMessage> Unread(CompetitionId competition, JudgeId judge)
    {
        lock (_gate)
        {
            return [.. _sent.GetValueOrDefault(competition, []).Where(m => m.To.Contains(judge) && !m.ReadBy.ContainsKey(judge))];
        }
    }

    public async Task Send(CompetitionId competition, string by, string toWords, IReadOnlyList<JudgeId> to, string text)
    {
        var message = new TabletMessage(Guid.NewGuid(), by, toWords, to, text, clock.GetUtcNow(), new Dictionary<JudgeId, DateTimeOffset>());
        lock (_gate)
        {
            if (!_sent.TryGetValue(competition, out var sent))
            {
                _sent[competition] = sent = [];
            }

            sent.Add(message);
            if (sent.Count > Kept)
            {
                sent.RemoveAt(0);
            }
        }

        foreach (var judge in to)
        {
            await hub.Clients.Group(ScoringHub.GroupOf(competition, judge)).Message(message.Text, message.At, message.Id);
        }
    }

    public void Read(CompetitionId competition, JudgeId judge, Guid id)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var sent = _sent.GetValueOrDefault(competition, []);
            var at = sent.FindIndex(m => m.Id == id);
            if (at >= 0 && sent[at].To.Contains(judge) && !sent[at].ReadBy.ContainsKey(judge))
            {
                sent[at] = sent[at] with { ReadBy = new Dictionary<JudgeId, DateTimeOffset>(sent[at].ReadBy) { [judge] = now } };
            }
        }
    }
}

/// <param name="By">Name of who sent it.</param>
/// <param name="ToWords">e.g. 电工全体裁判.</param>
/// <param name="ReadBy">When each judge said so.</param>
public sealed record TabletMessage(
    Guid Id, string By, string ToWords, IReadOnlyList<JudgeId> To, string Text, DateTimeOffset At, IReadOnlyDictionary<JudgeId, DateTimeOffset> ReadBy);
