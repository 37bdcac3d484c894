using Scoring.Core.Definition;
using Scoring.Core.Ledger;

namespace Scoring.Api.Storage;

/// <summary>封榜 at a set time, in the name of whoever set it.</summary>
/// <param name="At">UTC.</param>
public sealed record SetFreeze(CompetitionId Competition, TradeId Trade, DateTimeOffset At, Actor By);
