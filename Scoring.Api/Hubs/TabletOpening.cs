using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;

namespace Scoring.Api.Hubs;

/// <summary>Everything one tablet may see now.</summary>
public sealed class TabletOpening(Competitions competitions, CarryKeys carry, TimeProvider clock)
{
    /// <summary>Null: no such judge (any more).</summary>
    public TabletSession? Of(Device device) =>
        competitions.Find(device.Competition)?.Read(state => TabletSessions.Open(state, device, clock.GetUtcNow()) is { } open
            ? open with { CarryKey = Convert.ToBase64String(carry.Of(device)), InUseInstead = InUseInstead(device) } : null);

    private string? InUseInstead(Device device) => competitions.Current is { } used && used.Id != device.Competition
        ? used.Name : null;
}
