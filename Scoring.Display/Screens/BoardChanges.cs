using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Scoring.Core.Boards;

namespace Scoring.Display.Screens;

/// <summary>What changed from one board to the next, worked out once for all who have the same one.</summary>
internal sealed class BoardChanges
{
    private readonly ConditionalWeakTable<Board, ConcurrentDictionary<long, BoardChange?>> known = [];

    /// <summary>Null: the whole board is to be sent.</summary>
    public BoardChange? Between(Board before, Board after) =>
        known.GetOrCreateValue(after).GetOrAdd(before.Version, static (_, boards) => BoardChange.Between(boards.before, boards.after), (before, after));
}
