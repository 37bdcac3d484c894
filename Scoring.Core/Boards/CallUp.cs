namespace Scoring.Core.Boards;

/// <summary>检录叫号 as the hall sees it: codes only, whatever the board shows of marks.</summary>
/// <param name="At">UTC time of the newest call.</param>
/// <param name="Entrants">Those still to come, the newest call first, and those of the newest call who are there; each call in the order
/// of its codes.</param>
public sealed record CallUp(DateTimeOffset At, IReadOnlyList<CalledEntrant> Entrants)
{
    public bool Equals(CallUp? other) => other is not null && At == other.At && Entrants.SequenceEqual(other.Entrants);

    public override int GetHashCode() => HashCode.Combine(At, Entrants.Count);
}

/// <param name="Station">Null: none drawn.</param>
/// <param name="Present">Noted as there since.</param>
/// <param name="Calls">How often called, from 1.</param>
public sealed record CalledEntrant(string Code, string? Station, bool Present, int Calls);
