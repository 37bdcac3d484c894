using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <param name="By">Name of who sent it.</param>
/// <param name="ToWords">e.g. 电工全体裁判.</param>
/// <param name="ReadBy">When each judge said so.</param>
public sealed record TabletMessage(
    Guid Id, string By, string ToWords, IReadOnlyList<JudgeId> To, string Text, DateTimeOffset At, IReadOnlyDictionary<JudgeId, DateTimeOffset> ReadBy);
