using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Fold;

/// <summary>A trade's entrants in order, kept up entrant by entrant in O(log n): ranked ones by total, then the rest as listed. Ties are resolved when read.</summary>
internal sealed class TradeOrder
{
    private readonly SortedSet<Key> keys = new(Comparer<Key>.Create(Compare));
    private readonly Dictionary<EntrantState, Key> current = [];

    public int Ranked { get; private set; }

    public void Put(EntrantState entrant)
    {
        Remove(entrant);
        var key = KeyOf(entrant);
        keys.Add(key);
        current[entrant] = key;
        Ranked += key.Group == 0 ? 1 : 0;
    }

    public void Remove(EntrantState entrant)
    {
        if (current.Remove(entrant, out var key))
        {
            keys.Remove(key);
            Ranked -= key.Group == 0 ? 1 : 0;
        }
    }

    public IEnumerable<EntrantState> All => keys.Select(k => k.Entrant!);

    public bool Has(EntrantState entrant) => current.ContainsKey(entrant);

    public int Count => keys.Count;

    /// <summary>Everyone ranked with this total, in the order equals keep.</summary>
    public List<EntrantState> WithTotal(decimal total) =>
        [.. keys.GetViewBetween(new(0, total, null, -1, null), new(0, total, null, int.MaxValue, null)).Select(k => k.Entrant!)];

    // Equals keep the order of their codes, which says nothing about who they are (R-A1).
    private static int Compare(Key a, Key b)
    {
        var by = a.Group.CompareTo(b.Group);
        by = by != 0 ? by : b.Total.CompareTo(a.Total);
        by = by != 0 ? by : Edge(a) - Edge(b);
        by = by != 0 ? by : (a.Code?.Length ?? int.MaxValue).CompareTo(b.Code?.Length ?? int.MaxValue);
        by = by != 0 ? by : string.CompareOrdinal(a.Code, b.Code);
        return by != 0 ? by : a.Index.CompareTo(b.Index);
    }

    // A key without an entrant is one end of a view, before or after all of its total.
    private static int Edge(Key key) => key.Entrant is not null ? 0 : key.Index < 0 ? -1 : 1;

    private static Key KeyOf(EntrantState entrant)
    {
        var result = entrant.Known;
        return new(Group(result), result.Ranked ? result.Total ?? 0m : 0m, entrant.Code, entrant.Index, entrant);
    }

    private static int Group(EntrantResult result) => result.Status switch
    {
        EntrantStatus.Normal => result.Ranked ? 0 : 1,
        EntrantStatus.Absent => 2,
        EntrantStatus.Withdrawn => 3,
        _ => 4,
    };

    private readonly record struct Key(int Group, decimal Total, string? Code, int Index, EntrantState? Entrant);
}
