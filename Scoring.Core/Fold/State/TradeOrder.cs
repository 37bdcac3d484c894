using System.Runtime.InteropServices;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>
/// A trade's entrants in order: ranked ones by total, guests by theirs, then the rest as listed. A change costs a search among the totals there are, however many share one;
/// those who share one are sorted when read, and ties resolved.
/// </summary>
internal sealed class TradeOrder
{
    private readonly SortedDictionary<Place, Rung> rungs = new(Comparer<Place>.Create((a, b) => a.Group != b.Group ? a.Group - b.Group : b.Total.CompareTo(a.Total)));

    public int Ranked { get; private set; }

    public IEnumerable<EntrantState> All => rungs.Values.SelectMany(rung => rung.InOrder());

    public void Put(EntrantState entrant)
    {
        Remove(entrant);
        var place = PlaceOf(entrant.Known);
        if (!rungs.TryGetValue(place, out var rung))
        {
            rungs.Add(place, rung = new(place));
        }

        rung.Add(entrant);
        Ranked += place.Group == 0 ? 1 : 0;
    }

    public void Remove(EntrantState entrant)
    {
        if (entrant.Rung is not { } rung)
        {
            return;
        }

        rung.Remove(entrant);
        Ranked -= rung.Place.Group == 0 ? 1 : 0;
        if (rung.IsEmpty)
        {
            rungs.Remove(rung.Place);
        }
    }

    /// <summary>Everyone ranked with this total, in the order equals keep.</summary>
    public List<EntrantState> WithTotal(decimal total) => rungs.TryGetValue(new(0, total), out var rung) ? [.. rung.InOrder()] : [];

    private static Place PlaceOf(EntrantResult result) => result.Status switch
    {
        EntrantStatus.Normal when result.Ranked => new(0, result.Total ?? 0m),
        EntrantStatus.Normal when result is { Guest: true, Total: { } total } => new(1, total), // R-M9
        EntrantStatus.Normal => new(2, 0m),
        EntrantStatus.Eliminated => new(3, 0m),
        EntrantStatus.Absent => new(4, 0m),
        EntrantStatus.Withdrawn => new(5, 0m),
        EntrantStatus.Disqualified => new(6, 0m),
    };

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Place(int Group, decimal Total);

    /// <summary>Everyone with the same total.</summary>
    internal sealed class Rung(Place place)
    {
        private readonly HashSet<EntrantState> entrants = [];
        private List<EntrantState>? inOrder;

        public Place Place => place;

        public bool IsEmpty => entrants.Count == 0;

        public void Add(EntrantState entrant)
        {
            entrant.Rung = this;
            entrants.Add(entrant);
            inOrder = null;
        }

        public void Remove(EntrantState entrant)
        {
            entrant.Rung = null;
            entrants.Remove(entrant);
            inOrder = null;
        }

        public IReadOnlyList<EntrantState> InOrder() => inOrder ??= [.. entrants.Order(Comparer<EntrantState>.Create(Compare))];

        // Equals keep the order of their codes, which says nothing about who they are (R-A1).
        private static int Compare(EntrantState a, EntrantState b)
        {
            var by = (a.Code?.Length ?? int.MaxValue).CompareTo(b.Code?.Length ?? int.MaxValue);
            by = by != 0 ? by : string.CompareOrdinal(a.Code, b.Code);
            return by != 0 ? by : a.Index.CompareTo(b.Index);
        }
    }
}
