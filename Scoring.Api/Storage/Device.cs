using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>A paired tablet: one judge of one competition, until revoked.</summary>
/// <param name="Name">Two digits in the order of pairing, as on the sticker: 01, 02…</param>
/// <param name="LastContact">UTC of the last heartbeat or call; null: none since the server started.</param>
/// <param name="Waiting">Entries still in its outbox by its own last word.</param>
/// <param name="Answered">Entries of it that had their answer since, and are no longer awaited.</param>
/// <param name="Gone">Entries it once said were waiting and no longer has, without ever having sent them: its memory was cleared.</param>
public sealed record Device(
    string Id, string Name, CompetitionId Competition, JudgeId Judge, DateTimeOffset PairedAt, DateTimeOffset? RevokedAt,
    DateTimeOffset? LastContact = null, int Waiting = 0, bool Connected = false, int Answered = 0,
    int Gone = 0)
{
    /// <summary>For the ledger, beside the person: on which tablet.</summary>
    public string Via => $"tablet:{Name}";
}

/// <summary>Opens one tablet for one judge: one use, expiring.</summary>
/// <param name="Code">Six characters without look-alikes.</param>
public sealed record PairingCode(string Code, DateTimeOffset ExpiresAt, CompetitionId Competition, JudgeId Judge);
