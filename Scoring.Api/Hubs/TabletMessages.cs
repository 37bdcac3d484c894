using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Api.Hubs;

/// <summary>What the console says to tablets, and who has read it. Kept in the catalog: no result follows from a message, so none is in the ledger.</summary>
public sealed class TabletMessages(IHubContext<ScoringHub, IScoringClient> hub, MessageRows rows, TimeProvider clock)
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<TabletMessage> Of(CompetitionId competition) => rows.Of(competition);

    /// <summary>Oldest first; sent to a tablet whenever it connects.</summary>
    public IReadOnlyList<TabletMessage> Unread(CompetitionId competition, JudgeId judge) => rows.Unread(competition, judge);

    /// <param name="id">Made by the sender: sent again it is the same message.</param>
    public async Task Send(Guid id, CompetitionId competition, string by, string toWords, IReadOnlyList<JudgeId> to, string text)
    {
        var message = new TabletMessage(id, by, toWords, to, text, clock.GetUtcNow(), new Dictionary<JudgeId, DateTimeOffset>());
        if (!rows.Insert(competition, message))
        {
            return;
        }

        foreach (var judge in to)
        {
            await hub.Clients.Group(ScoringHub.GroupOf(competition, judge)).Message(message.Text, message.At, message.Id);
        }
    }

    public void Read(JudgeId judge, Guid id) => rows.Read(id, judge, clock.GetUtcNow());
}

